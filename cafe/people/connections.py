"""The Socket.IO library made lighter where a whole hall comes and goes at once."""

from __future__ import annotations

from typing import Any

from socketio import Manager
from socketio.packet import Packet

from cafe.live.missed import Json, spliced


class TextPacket(Packet):  # type: ignore[misc]
    """A packet without binary parts. The library would look through every row of a snapshot for some."""

    uses_binary_events = False

    def encode(self) -> str:
        """Give the packet as text; rows that are JSON already go in as they are."""
        if not _holds_json(self.data):
            return str(super().encode())
        head = TextPacket(self.packet_type, namespace=self.namespace, id=self.id).encode()
        return f"{head}[{spliced(self.data[0])}]"


def _holds_json(data: Any) -> bool:
    """Tell whether data are one answer with JSON in it: those of a join."""
    first = data[0] if isinstance(data, list) and len(data) == 1 else None
    return isinstance(first, dict) and any(isinstance(value, Json) for value in first.values())


class Rooms(Manager):  # type: ignore[misc]
    """Knows which rooms each socket stands in.

    For each socket that goes the library looks through all rooms, and a hall has one for every person: a
    thousand that lost their Wi-Fi would look at a thousand rooms each.
    """

    def __init__(self) -> None:
        super().__init__()
        self._entered: dict[tuple[str, str], dict[Any, None]] = {}

    def basic_enter_room(self, sid: str, namespace: str, room: Any, eio_sid: str | None = None) -> None:
        """Put a socket into a room."""
        super().basic_enter_room(sid, namespace, room, eio_sid)
        self._entered.setdefault((namespace, sid), {})[room] = None

    def basic_leave_room(self, sid: str, namespace: str, room: Any) -> None:
        """Take a socket out of a room."""
        super().basic_leave_room(sid, namespace, room)
        self._entered.get((namespace, sid), {}).pop(room, None)

    def basic_disconnect(self, sid: str, namespace: str, **_more: Any) -> None:
        """Take a socket out of all its rooms and forget it."""
        for room in self._entered.pop((namespace, sid), {}):
            super().basic_leave_room(sid, namespace, room)
        self.callbacks.pop(sid, None)
        for pending in (self.pending_connect, self.pending_disconnect):
            if sid in pending.get(namespace, ()):
                pending[namespace].remove(sid)
                if not pending[namespace]:
                    del pending[namespace]
