"""Names that travel: audiences and rooms."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable


def audience_key(epoch: str, rooms: Iterable[str]) -> str:
    """Name an audience so that a client can tell whether what it holds was meant for the same one."""
    return hashlib.sha256("\n".join([epoch, *sorted(rooms)]).encode()).hexdigest()[:16]


def socket_room(stream_id: str, room: str) -> str:
    """Name the Socket.IO room of a stream's room; an empty room means everyone in the stream."""
    return f"{stream_id}:{room}"
