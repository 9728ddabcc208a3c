"""What waits to be sent to one client; when it becomes too much the client is let go.

When nothing waits, a packet goes out at once: to wake a writer for each of a thousand phones that are told of
a change would take longer than to tell them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from gevent.queue import Empty, JoinableQueue

from cafe.wire.bounds import MOST_WAITING

# What a packet takes besides its text.
PACKET = 64


class Line(Protocol):
    """What a packet can be handed to without waiting."""

    def send_at_once(self, message: str) -> int | None:
        """Send what can be sent without waiting; give how many bytes are left, or None when all has to wait.

        What is left goes out before whatever is sent next.
        """


class Remainder:
    """Stands for what is left of a message of which the line has taken a part; the line has the bytes."""

    def __init__(self, size: int) -> None:
        self.size = size

    def encode(self) -> bytes:
        """Give nothing more to send, in the way a packet gives its text."""
        return b""


def weight(packet: Any) -> int:
    """Give the bytes that a packet takes while it waits; None, the sign of the end, takes none."""
    if packet is None:
        return 0
    if isinstance(packet, Remainder):
        return packet.size
    return PACKET + len(packet.data) if isinstance(packet.data, str | bytes) else PACKET


class Outgoing(JoinableQueue[Any]):
    """The packets for one client. `line` is where they go at once while nothing waits.

    A single one may be larger than all that may wait, as a first picture of a large hall; what comes while it
    is under way waits behind it like behind any other.
    """

    def __init__(self, let_go: Callable[[Outgoing], object], most: int = MOST_WAITING) -> None:
        super().__init__()
        self._let_go = let_go
        self._most = most
        self.waiting = 0
        self._large = 0  # what the single large one takes of that
        self.overflowed = False
        self.line: Line | None = None
        self._sent = 0  # packets that have not been in the queue
        self._wanted = False  # the writer has sent everything and waits for the next packet

    def put(self, item: Any, block: bool = True, timeout: float | None = None) -> None:  # noqa: FBT001, FBT002
        """Add a packet, or nothing any more once it has become too much."""
        if self.overflowed and item is not None:
            return
        if self.waiting - self._large > self._most and item is not None:
            self._overflow()
            return
        if item is not None and self._wanted and self.line is not None and self.empty():
            left = self.line.send_at_once(item.encode())
            self._sent += left is not None
            if left == 0:
                return
            if left is not None:
                item = Remainder(left)
        self.waiting += weight(item)
        if weight(item) > self._most and not self._large:
            self._large = weight(item)
        super().put(item, block, timeout)

    def get(self, block: bool = True, timeout: float | None = None) -> Any:  # noqa: FBT001, FBT002
        """Take the next packet. Raises Empty when in all that time nothing was sent at once either.

        Engine.IO takes a line for dead that has had nothing to send, not even a ping.
        """
        self._wanted = block
        try:
            item = self._next(block, timeout)
        finally:
            self._wanted = False
        self.waiting -= weight(item)
        if weight(item) == self._large:
            self._large = 0
        return item

    def _next(self, block: bool, timeout: float | None) -> Any:  # noqa: FBT001
        while True:
            sent = self._sent
            try:
                return super().get(block, timeout)
            except Empty:
                if sent == self._sent:
                    raise

    def _overflow(self) -> None:
        self.overflowed = True
        try:
            while True:
                self.get(block=False)
                self.task_done()
        except Empty:
            super().put(None)
        self._let_go(self)
