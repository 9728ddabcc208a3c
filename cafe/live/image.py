"""The image of a stream: what every room of it holds now, kept in memory.

The server holds each open stream the way a client does and feeds it the same batches, so joining a hall
after a broken network costs no query, and a snapshot, a catch-up and a live change cannot differ in shape.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from cafe.live.missed import Part
from cafe.live.rows import Row
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
            self.leave(seq, (gone["type"], gone["id"]))
        for row in change.rows:
            self.put(seq, (row["type"], row["id"]), packing.pack(row))
        self.last = max(self.last, seq)

    def put(self, seq: int, known: Known, packed: bytes) -> None:
        """Hold a row as it has been since `seq`."""
        self.rows[known] = (seq, packed)
        self.left.pop(known, None)
        self.last = max(self.last, seq)

    def leave(self, seq: int, known: Known) -> None:
        """Let a row go that left at `seq`, unless it has come back since, or in the same transaction."""
        if known in self.rows and self.rows[known][0] >= seq:
            return
        self.rows.pop(known, None)
        self.left[known] = max(seq, self.left.get(known, seq))
        self.last = max(self.last, seq)

    def since(self, seen: int | None) -> Part:
        """Give the rows above `seen`, or all rows to one who has seen none."""
        if seen is None:
            return Part(packed=[packed for _, packed in self.rows.values()])
        packed = [packed for seq, packed in self.rows.values() if seq > seen]
        gone: list[Gone] = [{"type": t, "id": i} for (t, i), seq in self.left.items() if seq > seen]
        return Part(packed=packed, gone=gone)


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
