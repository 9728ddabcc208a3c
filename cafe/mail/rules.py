"""Pure decisions about letters: when one is tried again, and when a week's digest is due."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from cafe.clock import HOUR, MINUTE

MOST_TRIES = 8
# Who has taken a letter to send it says by then what came of it; else somebody else may try.
SENDING_TAKES = 10 * MINUTE
# A letter that could not be sent for so long is of no use to anybody.
LONGEST_WAIT = 24 * HOUR

FIRST_HOUR, LAST_HOUR = time(7), time(17)
FRIDAY = 5
# Two digests of two weeks, one late and one early, are still this far apart.
APART = timedelta(days=6)


def next_try(tries: int) -> int:
    """Give how long to wait, in milliseconds, after a letter could not be sent for the `tries`-th time."""
    return min(MINUTE << min(tries, 12), LONGEST_WAIT)


def week_of(now: datetime) -> str:
    """Name the week of a moment, as its digest is called."""
    year, week, _ = now.isocalendar()
    return f"{year}-{week:02}"


def is_time_for_a_digest(now: datetime, last: datetime | None) -> bool:
    """Tell whether somebody's digest of this week may be written now: on a working day, in office hours.

    `now` and `last` are local times; `last` is when the digest before was written.
    """
    in_office = now.isoweekday() <= FRIDAY and FIRST_HOUR <= now.time() < LAST_HOUR
    return in_office and (last is None or (week_of(last) != week_of(now) and now - last >= APART))
