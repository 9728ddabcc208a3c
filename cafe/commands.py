"""Commands: what may be asked, as typed facts. Raw input becomes one of these at the edge or is refused."""

from __future__ import annotations

import re
import secrets
from typing import Annotated, ClassVar, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

Key = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{8,36}$", strict=True)]

# NUL cannot be stored by PostgreSQL, lone surrogates by nobody; other control characters mean nothing here.
_BREAKS = re.compile(r"\s*[\r\n\u0085\u2028\u2029]\s*")
_UNSTORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


def storable(text: str) -> str:
    """Refuse characters that no database keeps; everything else is kept byte for byte."""
    if _UNSTORABLE.search(text):
        message = "unstorable"
        raise ValueError(message)
    return text


Storable = AfterValidator(storable)


def on_one_line(text: str) -> str:
    """Put what was pasted with line breaks on one line, or a title could add lines to a letter."""
    return _BREAKS.sub(" ", text)


OneLine = AfterValidator(on_one_line)
Line = Annotated[
    str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True), Storable, OneLine
]
# How long it may be is said where it is used: of two limits the one that is inside would hold.
TrimmedText = Annotated[str, StringConstraints(strip_whitespace=True), Storable]
OptionalLine = Annotated[TrimmedText, Field(max_length=200), OneLine]
NoteText = Annotated[str, StringConstraints(min_length=1, max_length=4000, pattern=r"\S"), Storable]
LongText = Annotated[str, StringConstraints(max_length=60_000), Storable]


def new_key() -> str:
    """Make a random identifier: 96 bits, URL-safe."""
    return secrets.token_urlsafe(12)


class Command(BaseModel):
    """Something somebody asks for. `id` is made by the client; asking twice with one id has one effect."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: ClassVar[str]

    id: Key = Field(default_factory=new_key, description="made by the client; the same id has one effect")

    def leaves_no_trace(self) -> bool:
        """Tell whether nothing may tie this command to the one who sent it."""
        return False


class Part(BaseModel):
    """A part of a command that has an identity of its own, such as one topic of several."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Key = Field(default_factory=new_key)


registry: dict[str, type[Command]] = {}


C = TypeVar("C", bound=type[Command])


def command(cls: C) -> C:
    """Make a command known by its name; the first line of its docstring is its meaning in the protocol."""
    registry[cls.name] = cls
    return cls
