"""Pace: who sends more than anybody would is read more slowly. Nothing is lost by that.

A phone that empties what it has written without network is in a hurry for a good reason; held up a little it
is as welcome as the others. Who goes on and on is held up by its own network, until it misses the server's
pings and is let go.
"""

from __future__ import annotations

from dataclasses import dataclass

from cafe.wire.bounds import KIB
from cafe.wire.packets import Event

AT_ONCE = 60.0
A_SECOND = 30.0
# Who waits longer than this asks on several connections at once for one line: no page of ours does.
PATIENCE = 5.0
# To join is to get a picture of the whole café.
JOIN = 10.0


@dataclass(kw_only=True)
class Pace:
    """How much one line has sent lately."""

    at: float
    left: float = AT_ONCE

    def wait_for(self, cost: float, now: float) -> float | None:
        """Give the seconds to wait before a message is dealt with; None when it is refused."""
        left = min(AT_ONCE, self.left + (now - self.at) * A_SECOND)
        self.at = now
        wait = max(0.0, (cost - left) / A_SECOND)
        if wait > PATIENCE:
            self.left = left
            return None
        self.left = left - cost
        return wait


def cost_of(event: Event | None, size: int) -> float:
    """Give what a message of `size` characters counts for."""
    return (JOIN if event is not None and event.name == "join" else 1.0) + size // (16 * KIB)
