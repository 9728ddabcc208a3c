"""The server's time: milliseconds since 1970, UTC; and the day it is where people meet."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

SECOND = 1_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
NANOSECONDS = 1_000_000
# Where the networks are: a day ends at midnight there, and a letter leaves by that hour.
ZONE = ZoneInfo("Europe/Oslo")
Reading = Callable[[], int]


def wall_ms() -> int:
    """Read the machine's clock, which anybody may set at any moment."""
    return time.time_ns() // NANOSECONDS


def steady_ms() -> int:
    """Read the time since the machine was started, asleep or not: nobody can set it."""
    # Only Linux names the clock that goes on while the machine sleeps; elsewhere the monotonic one does.
    which = getattr(time, "CLOCK_BOOTTIME", None)
    nanoseconds = time.monotonic_ns() if which is None else time.clock_gettime_ns(which)
    return nanoseconds // NANOSECONDS


class Clock:
    """The time that deadlines are counted in.

    A process that only looks in believes the machine's clock. A server counts on steadily from where that
    clock stood when it started: one that is set by an hour in the middle of a round (a time server reached
    late, a hand) must neither end the round nor make it an hour longer.
    """

    def __init__(self, wall: Reading = wall_ms, steady: Reading = steady_ms) -> None:
        self._wall = wall
        self._steady = steady
        self._ahead: int | None = None

    def now(self) -> int:
        """Tell the time."""
        return self._wall() if self._ahead is None else self._steady() + self._ahead

    def count_steadily(self, ahead: int | None = None) -> int:
        """Count on the steady clock from now on, `ahead` of it if given; give what is to be remembered."""
        self._ahead = self._wall() - self._steady() if ahead is None else ahead
        return self._ahead

    def gap(self) -> int:
        """Tell by how much the machine's clock has been set since counting began."""
        return self._wall() - self.now()


clock = Clock()


def now_ms() -> int:
    """Tell the server's time in milliseconds since 1970, UTC."""
    return clock.now()


def local(at: int) -> datetime:
    """Give the time where people meet, of a moment in milliseconds since 1970."""
    return datetime.fromtimestamp(at / SECOND, ZONE)


def day_of(at: int) -> str:
    """Give the day it was where people meet at a moment in milliseconds since 1970, as YYYY-MM-DD."""
    return local(at).date().isoformat()


def today() -> str:
    """Give the day it is where people meet, as YYYY-MM-DD."""
    return day_of(now_ms())
