"""Row types: which rows are live, who may see them, and what each audience sees of them.

A field names the kinds of room it is shown in; what names no room cannot leak. The same table of fields
makes the snapshot, the change, the documentation of the protocol and the tests.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Any

from cafe.live.model import LiveRow

Row = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Field:
    """One field of a row type: its type and meaning for the reader, and the kinds of room it goes to."""

    name: str
    type: str
    meaning: str
    to: frozenset[str]
    read: Callable[[Any], Any]


def field(name: str, type_: str, meaning: str, *to: str, read: Callable[[Any], Any] | None = None) -> Field:
    """Describe a field; without `read` it is the attribute of the same name."""
    return Field(name=name, type=type_, meaning=meaning, to=frozenset(to), read=read or attrgetter(name))


@dataclass(frozen=True)
class RowType:
    """A kind of live row: its table, the rooms a row belongs to, and its fields by kind of room.

    `beside` names relations to rows that are not live and are shown with it, to be read in the same query.
    """

    name: str
    model: type[LiveRow]
    meaning: str
    rooms: Callable[[Any], Iterable[str]]
    fields: tuple[Field, ...]
    stream_kind: str = "cafe"
    beside: tuple[str, ...] = ()

    @cached_property
    def _by_kind(self) -> dict[str, tuple[Field, ...]]:
        kinds = {kind for field_ in self.fields for kind in field_.to}
        return {kind: tuple(f for f in self.fields if kind in f.to) for kind in kinds}

    @cached_property
    def _alike(self) -> dict[str, str]:
        """Give for each kind of room the first one that sees the same fields."""
        first: dict[tuple[Field, ...], str] = {}
        return {kind: first.setdefault(fields, kind) for kind, fields in sorted(self._by_kind.items())}

    @property
    def kinds(self) -> frozenset[str]:
        """Tell which kinds of room ever see a row of this type."""
        return frozenset(self._by_kind)

    def project(self, row: LiveRow, room: str) -> Row:
        """Give what the people in `room` may see of `row`."""
        shown: Row = {"type": self.name, "id": row.id}
        for field_ in self._by_kind[kind_of(room)]:
            shown[field_.name] = field_.read(row)
        return shown

    def project_to(self, row: LiveRow, rooms: Iterable[str]) -> Iterator[tuple[str, Row]]:
        """Give each room its projection; rooms that see the same share one, for the image holds them all."""
        made: dict[str, Row] = {}
        for room in rooms:
            kind = self._alike[kind_of(room)]
            if kind not in made:
                made[kind] = self.project(row, room)
            yield room, made[kind]

    def rooms_of(self, row: LiveRow) -> tuple[str, ...]:
        """Give the rooms `row` belongs to now, in a stable order."""
        return tuple(sorted(set(self.rooms(row))))


_types: dict[type[LiveRow], RowType] = {}


def register(row_type: RowType) -> RowType:
    """Make a row type known to the streams, the protocol's documentation and the tests."""
    _types[row_type.model] = row_type
    return row_type


def row_types() -> tuple[RowType, ...]:
    """Give every registered row type, in order of registration."""
    return tuple(_types.values())


def type_of(row: LiveRow) -> RowType:
    """Give the row type of a database row."""
    return _types[type(row)]


def kind_of(room: str) -> str:
    """Give the kind of a room: `table` of `table/k3v…`."""
    return room.partition("/")[0]
