"""What a client has not seen, as the text it is sent as: nothing is unpacked to be packed again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from cafe.live.rows import Row
from cafe.live.stamp import Gone

# Rows that are joined at once. Between two pieces a server may answer others.
PIECE = 200


@dataclass(frozen=True)
class Json:
    """A text that is JSON already and goes into an answer as it is."""

    text: str


@dataclass(frozen=True, kw_only=True)
class Part:
    """What one room tells: rows as they are kept, and what has left it."""

    packed: list[bytes]
    gone: list[Gone] = field(default_factory=list)

    @property
    def rows(self) -> list[Row]:
        """Give the rows unpacked."""
        return [json.loads(row) for row in self.packed]

    def pieces(self) -> Iterator[bytes]:
        """Give the part as JSON, piece by piece."""
        yield b'{"rows":['
        for first in range(0, len(self.packed), PIECE):
            yield (b"," if first else b"") + b",".join(self.packed[first : first + PIECE])
        yield b'],"gone":' + _compact(self.gone).encode() + b"}"


@dataclass(frozen=True, kw_only=True)
class Missed:
    """The answer to who joins: everything, where `reset`, or what has changed above what has been seen."""

    audience: str
    reset: bool
    seq: int
    now: int
    parts: dict[str, Part]

    @property
    def count(self) -> int:
        """Tell how many rows there are."""
        return sum(len(part.packed) for part in self.parts.values())

    @property
    def size(self) -> int:
        """Tell how many bytes the rows take."""
        return sum(len(row) for part in self.parts.values() for row in part.packed)

    def answer(self) -> dict[str, Any]:
        """Give the answer with its rows as the JSON they are."""
        return {**self._head(), "rooms": Json(b"".join(self._rooms()).decode())}

    def whole(self) -> Json:
        """Give the whole answer as JSON, where it is little."""
        return Json(b"".join(self.pieces()).decode())

    def pieces(self) -> Iterator[bytes]:
        """Give the whole answer as JSON, piece by piece."""
        yield _compact(self._head())[:-1].encode() + b',"rooms":'
        yield from self._rooms()
        yield b"}"

    def _head(self) -> dict[str, Any]:
        return {"audience": self.audience, "reset": self.reset, "seq": self.seq, "now": self.now}

    def _rooms(self) -> Iterator[bytes]:
        yield b"{"
        for number, (name, part) in enumerate(self.parts.items()):
            yield (b"," if number else b"") + _compact(name).encode() + b":"
            yield from part.pieces()
        yield b"}"


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def spliced(values: Mapping[str, Any], dumps: Callable[[Any], str] = _compact) -> str:
    """Give an object as JSON; what is JSON already goes in as it is."""
    members = (
        f"{_compact(name)}:{value.text if isinstance(value, Json) else dumps(value)}"
        for name, value in values.items()
    )
    return "{" + ",".join(members) + "}"
