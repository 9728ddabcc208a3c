"""The image of a stream: what every room of it holds now, kept in memory.

The server holds each open stream the way a client does and feeds it the same batches, so joining a hall
after a broken network costs no query, and a snapshot, a catch-up and a live change cannot differ in shape.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from cafe.live.model import Stream, Tombstone
from cafe.live.rows import Row, row_types
from cafe.live.stamp import Batch, Gone, RoomChange

Known = tuple[str, str]


class Packing(dict[int, bytes]):
    """The rows of one batch as they are kept: as JSON, which takes little, once for all rooms."""

    def pack(self, row: Row) -> bytes:
        """Give a row as it is kept. Rooms that see the same of it share it."""
        if id(row) not in self:
            self[id(row)] = json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode()
        return self[id(row)]


@dataclass(kw_only=True)
class Room:
    """One room: its rows with the number of their last change, and what has left it."""

    rows: dict[Known, tuple[int, bytes]] = field(default_factory=dict)
    left: dict[Known, int] = field(default_factory=dict)
    last: int = 0

    def apply(self, seq: int, change: RoomChange, packing: Packing) -> None:
        """Take in one change, as a client does."""
        for gone in change.gone:
            known = (gone["type"], gone["id"])
            self.rows.pop(known, None)
            self.left[known] = seq
        for row in change.rows:
            known = (row["type"], row["id"])
            self.rows[known] = (seq, packing.pack(row))
            self.left.pop(known, None)
        self.last = max(self.last, seq)

    def since(self, seen: int | None) -> RoomChange:
        """Give the rows above `seen`, or all rows to one who has seen none."""
        if seen is None:
            return RoomChange(rows=[json.loads(packed) for _, packed in self.rows.values()])
        rows = [json.loads(packed) for seq, packed in self.rows.values() if seq > seen]
        gone: list[Gone] = [{"type": t, "id": i} for (t, i), seq in self.left.items() if seq > seen]
        return RoomChange(rows=rows, gone=gone)


@dataclass(kw_only=True)
class Image:
    """One stream in memory."""

    stream_id: str
    epoch: str
    seq: int
    rooms: dict[str, Room] = field(default_factory=dict)

    def room(self, name: str) -> Room:
        """Give a room, empty when nothing has been said in it."""
        return self.rooms.setdefault(name, Room())

    def apply(self, batch: Batch) -> None:
        """Take in what one transaction changed."""
        packing = Packing()
        for name, change in batch.rooms.items():
            self.room(name).apply(batch.seq, change, packing)
        self.seq = max(self.seq, batch.seq)


def changes_since(session: Session, stream_id: str, seen: int) -> list[Batch]:
    """Read from the database what has changed in a stream above `seen`, in order of its numbers."""
    batches: dict[int, Batch] = {}

    def change(seq: int, room: str) -> RoomChange:
        batch = batches.setdefault(seq, Batch(stream_id=stream_id, seq=seq, rooms={}))
        return batch.rooms.setdefault(room, RoomChange())

    # All are read before any is projected: a seat's table and person are then there and need no query each.
    found = []
    for row_type in row_types():
        model = row_type.model
        query = select(model).where(model.stream_id == stream_id, model.seq > seen)
        query = query.options(*(joinedload(getattr(model, name)) for name in row_type.beside))
        found.append((row_type, session.scalars(query).all()))
    for row_type, rows in found:
        for row in rows:
            for room, shown in row_type.project_to(row, row.rooms.split()):
                change(row.seq, room).rows.append(shown)
    query_left = select(Tombstone).where(Tombstone.stream_id == stream_id, Tombstone.seq > seen)
    for tombstone in session.scalars(query_left.order_by(Tombstone.seq)):
        gone = {"type": tombstone.row_type, "id": tombstone.row_id}
        change(tombstone.seq, tombstone.room).gone.append(gone)
    return [batches[seq] for seq in sorted(batches)]


def load_image(session: Session, stream_id: str) -> Image | None:
    """Build the image of a stream from the database; None when there is no such stream."""
    stream = session.get(Stream, stream_id)
    if stream is None:
        return None
    image = Image(stream_id=stream_id, epoch=stream.epoch, seq=stream.seq)
    for batch in changes_since(session, stream_id, -1):
        image.apply(batch)
    return image
