"""Stamping: every live row that a transaction changes gets the stream's next number before it is stored."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from sqlalchemy import bindparam, event, select, update
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from cafe.live.model import LiveRow, Stream, Tombstone
from cafe.live.rows import Row, type_of

Gone = dict[str, str]
# A tombstone of this type says that the people in the room may see something else from now on.
AUDIENCE = "audience"


@dataclass(frozen=True, kw_only=True)
class RoomChange:
    """What one room is told: rows as they are now, and rows that have left it."""

    rows: list[Row] = field(default_factory=list)
    gone: list[Gone] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """Give the form that goes over the wire."""
        return {"rows": self.rows, "gone": self.gone}


@dataclass(frozen=True, kw_only=True)
class Batch:
    """Everything one transaction changed in one stream, by room."""

    stream_id: str
    seq: int
    rooms: dict[str, RoomChange]


_LOCK = select(Stream.seq).where(Stream.id == bindparam("stream")).with_for_update()
_COUNT = (
    update(Stream).where(Stream.id == bindparam("stream")).values(seq=Stream.seq + 1).returning(Stream.seq)
)


def lock_stream(session: Session, stream_id: str) -> None:
    """Take the stream's row for this transaction, so that the order of numbers is the order of commits.

    An embedded database is locked as a whole from its BEGIN IMMEDIATE on and needs no second lock.
    """
    locked: set[str] = session.info.setdefault("locked", set())
    if stream_id not in locked:
        locked.add(stream_id)
        connection = session.connection()
        if connection.dialect.name != "sqlite":
            connection.execute(_LOCK, {"stream": stream_id})


def open_stream(session: Session, stream: Stream) -> None:
    """Begin a new stream in this transaction."""
    session.add(stream)
    session.flush()


def touch(*rows: LiveRow) -> None:
    """Say that rows show something that has changed elsewhere, so that they are sent again."""
    for row in rows:
        flag_modified(row, "seq")


def audience_changed(session: Session, stream_id: str, room: str) -> None:
    """Say that the people in a room have other rights from now on; they start from a new snapshot."""
    seq = _next_seq(session, stream_id)
    tombstone = Tombstone(stream_id=stream_id, seq=seq, room=room, row_type=AUDIENCE, row_id="-")
    session.add(tombstone)
    session.info.setdefault("left", []).append(tombstone)


def _next_seq(session: Session, stream_id: str) -> int:
    numbered: dict[str, int] = session.info.setdefault("numbered", {})
    if stream_id not in numbered:
        lock_stream(session, stream_id)
        seq = session.connection().execute(_COUNT, {"stream": stream_id}).scalar()
        if seq is None:
            msg = f"a live row names no stream: {stream_id}"
            raise LookupError(msg)
        numbered[stream_id] = seq
    return numbered[stream_id]


@event.listens_for(Session, "before_flush")
def stamp(session: Session, _context: Any, _instances: Any) -> None:
    """Stamp every live row that is new, changed or deleted in this flush with the next number."""
    new = session.new  # a set that is made anew each time it is asked for
    for row in chain(new, session.dirty):
        if isinstance(row, LiveRow) and (row in new or session.is_modified(row)):
            row.seq = _next_seq(session, row.stream_id)
            session.info.setdefault("changed", {})[row] = None
            if row in new:
                row.rooms = " ".join(type_of(row).rooms_of(row))
    for row in session.deleted:
        if isinstance(row, LiveRow):
            seq = _next_seq(session, row.stream_id)
            session.info.setdefault("changed", {}).pop(row, None)
            session.info.setdefault("buried", set()).add(row)
            _leave(session, row, seq, set(row.rooms.split()))


@event.listens_for(Session, "after_flush")
def nothing_vanishes(session: Session, _context: Any) -> None:
    """Stop a transaction that deletes a live row without a tombstone, as a cascade in memory would."""
    for row in session.deleted:
        if isinstance(row, LiveRow) and row not in session.info.get("buried", ()):
            msg = f"a live row was deleted without a tombstone: {type(row).__name__}"
            raise LookupError(msg)


def _leave(session: Session, row: LiveRow, seq: int, rooms: set[str]) -> None:
    name = type_of(row).name
    for room in sorted(rooms):
        tombstone = Tombstone(stream_id=row.stream_id, seq=seq, room=room, row_type=name, row_id=row.id)
        session.add(tombstone)
        session.info.setdefault("left", []).append(tombstone)


def gather(session: Session) -> list[Batch]:
    """Flush what is left, tell rooms apart from those a row has left, and project every change."""
    session.flush()
    changed: dict[LiveRow, None] = session.info.get("changed", {})
    for row in list(changed):
        rooms = type_of(row).rooms_of(row)
        before = set(row.rooms.split())
        if before != set(rooms):
            _leave(session, row, row.seq, before - set(rooms))
            row.rooms = " ".join(rooms)
    session.flush()
    batches: dict[str, Batch] = {}
    for row in changed:
        batch = _batch(batches, row.stream_id, row.seq)
        for room, shown in type_of(row).project_to(row, row.rooms.split()):
            batch.rooms.setdefault(room, RoomChange()).rows.append(shown)
    for tombstone in session.info.get("left", []):
        batch = _batch(batches, tombstone.stream_id, tombstone.seq)
        change = batch.rooms.setdefault(tombstone.room, RoomChange())
        change.gone.append({"type": tombstone.row_type, "id": tombstone.row_id})
    return list(batches.values())


def _batch(batches: dict[str, Batch], stream_id: str, seq: int) -> Batch:
    return batches.setdefault(stream_id, Batch(stream_id=stream_id, seq=seq, rooms={}))
