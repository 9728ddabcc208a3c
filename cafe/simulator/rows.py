"""What a client knows of a stream: rows by room, read as one, by the rules of docs/protocol.md."""

from __future__ import annotations

from typing import Any

Row = dict[str, Any]
PRECEDENCE = ("guests", "wall", "organisers", "person", "table")


class Rows:
    """The reducer. `seen` is the highest seq applied, `sure` the one that may be told when joining again."""

    def __init__(self) -> None:
        self._rooms: dict[str, dict[tuple[str, str], Row]] = {}
        self.seen: int | None = None
        self.sure: int | None = None
        self.audience: str | None = None

    def misses(self, batch: Row) -> bool:
        """Tell whether something before this live batch has not come."""
        return self.seen is None or batch["after"] > self.seen

    def apply(self, batch: Row) -> None:
        """Take in an answer to a join, or a live batch (it has `after`)."""
        if batch.get("reset"):
            self._rooms.clear()
            self.seen = None
        for room, change in batch["rooms"].items():
            held = self._rooms.setdefault(room, {})
            for gone in change["gone"]:
                held.pop((gone["type"], gone["id"]), None)
            for row in change["rows"]:
                held[row["type"], row["id"]] = row
        self.seen = max(self.seen or 0, batch["seq"])
        if "after" not in batch:
            self.sure, self.audience = batch["seq"], batch["audience"]

    def get(self, type_: str, id_: str) -> Row | None:
        """Give a row as all rooms together tell it."""
        merged: Row = {}
        for room in self._in_order():
            merged |= self._rooms[room].get((type_, id_), {})
        return merged or None

    def all(self, type_: str) -> list[Row]:
        """Give all rows of a type."""
        ids = dict.fromkeys(key[1] for held in self._rooms.values() for key in held if key[0] == type_)
        return [row for row in (self.get(type_, id_) for id_ in ids) if row is not None]

    def only(self, type_: str) -> Row | None:
        """Give the one row of a type, or None."""
        rows = self.all(type_)
        return rows[0] if rows else None

    def _in_order(self) -> list[str]:
        return sorted(self._rooms, key=lambda room: (PRECEDENCE.index(room.partition("/")[0]), room))
