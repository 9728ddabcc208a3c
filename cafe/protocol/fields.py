"""The fields of a command in words, read from its JSON Schema."""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

Schema = dict[str, Any]
BOUNDS = {
    "minLength": "at least {} characters",
    "maxLength": "at most {} characters",
    "minimum": "at least {}",
    "maximum": "at most {}",
    "minItems": "at least {} of them",
    "maxItems": "at most {} of them",
    "pattern": "`{}`",
}


@dataclass(frozen=True, kw_only=True)
class FieldLine:
    """One field as the document shows it."""

    name: str
    type: str
    bounds: str
    default: str


def field_lines(model: type[BaseModel]) -> list[FieldLine]:
    """Describe every field of a command but its id, those of its parts after the field that holds them."""
    schema = model.model_json_schema()
    return list(_lines(schema, schema.get("$defs", {}), "", hide_id=True))


def first_words(docstring: str) -> list[str]:
    """Give the paragraphs of a docstring."""
    paragraphs = inspect.cleandoc(docstring).split("\n\n")
    return [" ".join(paragraph.split()) for paragraph in paragraphs]


def _lines(schema: Schema, parts: Schema, prefix: str, *, hide_id: bool) -> Iterator[FieldLine]:
    required = schema.get("required", [])
    for name, field in schema["properties"].items():
        if name == "id" and hide_id:
            continue
        resolved = _resolved(field, parts)
        yield FieldLine(
            name=f"`{prefix}{name}`",
            type=_type(resolved, parts),
            bounds=_bounds(resolved, parts),
            default=_default(name, resolved, required),
        )
        item = _resolved(resolved.get("items", {}), parts)
        if "properties" in item:
            yield from _lines(item, parts, f"{prefix}{name}[].", hide_id=False)


def _resolved(field: Schema, parts: Schema) -> Schema:
    if "$ref" not in field:
        return field
    return {**parts[field["$ref"].rpartition("/")[2]], **{k: v for k, v in field.items() if k != "$ref"}}


def _choices(field: Schema, parts: Schema) -> list[Schema]:
    return [_resolved(choice, parts) for choice in field.get("anyOf", [field])]


def _type(field: Schema, parts: Schema) -> str:
    names = []
    for choice in _choices(field, parts):
        if "enum" in choice:
            names.append(", ".join(f"`{value}`" for value in choice["enum"]))
        elif choice.get("type") == "array":
            names.append(f"array of {_type(_resolved(choice['items'], parts), parts)}")
        else:
            names.append(str(choice.get("type", "any")))
    return " or ".join(names)


def _bounds(field: Schema, parts: Schema) -> str:
    told = [field["description"]] if field.get("description") and "enum" not in field else []
    if "properties" in field:
        told = []
    for choice in _choices(field, parts):
        for key, words in BOUNDS.items():
            if key in choice:
                told.append(words.format(str(choice[key]).replace("|", "\\|")))
    return "; ".join(told)


def _default(name: str, field: Schema, required: list[str]) -> str:
    if name in required:
        return "**required**"
    if "default" not in field:
        return "made by the server"
    return f"`{json.dumps(field['default'], ensure_ascii=False)}`"
