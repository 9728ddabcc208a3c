"""The whole document: introduction, commands, row types, errors."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from flask_babel import force_locale

import cafe.app  # noqa: F401 - imported for the commands, rows and errors it brings together
from cafe.authorisation.tables import COMMANDS
from cafe.commands import Command, registry
from cafe.errors import SafeError
from cafe.live.rows import RowType, row_types
from cafe.protocol.fields import FieldLine, field_lines, first_words

INTRODUCTION = Path(__file__).parent / "introduction.md"
SERVER_ONLY = "only the server itself"
Lines = Iterator[str]


def protocol_document() -> str:
    """Give the protocol's documentation as Markdown. Needs an app's context for the errors' words."""
    parts = [INTRODUCTION.read_text(encoding="utf-8").rstrip(), "", *_errors(), *_commands(), *_rows()]
    return "\n".join(parts).rstrip() + "\n"


def _errors() -> Lines:
    yield from ("## Error codes", "", "| code | again? | what people are told by default |", "|---|---|---|")
    with force_locale("en"):
        for error in _all_errors(SafeError):
            again = "yes, later" if error.retry else "no"
            yield f"| `{error.code}` | {again} | {error.default} |"
    yield ""


def _all_errors(error: type[SafeError]) -> Iterator[type[SafeError]]:
    yield error
    for narrower in error.__subclasses__():
        yield from _all_errors(narrower)


def _commands() -> Lines:
    yield from ("## Commands", "")
    for name in COMMANDS:
        if name in registry:
            yield from _command(registry[name])


def _command(command: type[Command]) -> Lines:
    people = sorted(role.value for role in COMMANDS[command.name] if role != "server")
    yield from (f"### `{command.name}`", "", *_paragraphs(command.__doc__ or ""))
    yield from (f"Who may: {', '.join(people) or SERVER_ONLY}.", "")
    yield from _table(field_lines(command))


def _paragraphs(text: str) -> Lines:
    for paragraph in first_words(text):
        yield from (paragraph, "")


def _table(lines: list[FieldLine]) -> Lines:
    if not lines:
        return
    yield from ("| field | type | bounds | if left out |", "|---|---|---|---|")
    for line in lines:
        yield f"| {line.name} | {line.type} | {line.bounds} | {line.default} |"
    yield ""


def _rows() -> Lines:
    yield from ("## Row types", "")
    yield "A field is in the rows of the kinds of room that are named for it, and in no others."
    yield ""
    for row_type in row_types():
        yield from _row_type(row_type)


def _row_type(row_type: RowType) -> Lines:
    yield from (f"### `{row_type.name}`", "", row_type.meaning, "")
    yield from ("| field | type | meaning | rooms |", "|---|---|---|---|")
    for field in row_type.fields:
        kinds = ", ".join(sorted(field.to))
        type_ = field.type.replace("|", " or ")
        yield f"| `{field.name}` | {type_} | {field.meaning} | {kinds} |"
    yield ""
