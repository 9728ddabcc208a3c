"""What waits to be sent to one client; when it becomes too much the client is let go."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gevent.queue import Empty, JoinableQueue

from cafe.wire.bounds import MOST_WAITING

# What a packet takes besides its text.
PACKET = 64


def weight(packet: Any) -> int:
    """Give the bytes that a packet takes while it waits; None, the sign of the end, takes none."""
    if packet is None:
        return 0
    return PACKET + len(packet.data) if isinstance(packet.data, str | bytes) else PACKET


class Outgoing(JoinableQueue[Any]):
    """The packets for one client.

    A single one may be larger than all that may wait, as a first picture of a large hall; then nothing may
    wait behind it for long.
    """

    def __init__(self, let_go: Callable[[Outgoing], object], most: int = MOST_WAITING) -> None:
        super().__init__()
        self._let_go = let_go
        self._most = most
        self.waiting = 0
        self.overflowed = False

    def put(self, item: Any, block: bool = True, timeout: float | None = None) -> None:  # noqa: FBT001, FBT002
        """Add a packet, or nothing any more once it has become too much."""
        if self.overflowed and item is not None:
            return
        if self.waiting > self._most and item is not None:
            self._overflow()
            return
        self.waiting += weight(item)
        super().put(item, block, timeout)

    def get(self, block: bool = True, timeout: float | None = None) -> Any:  # noqa: FBT001, FBT002
        """Take the next packet."""
        item = super().get(block, timeout)
        self.waiting -= weight(item)
        return item

    def _overflow(self) -> None:
        self.overflowed = True
        try:
            while True:
                self.get(block=False)
                self.task_done()
        except Empty:
            super().put(None)
        self._let_go(self)
