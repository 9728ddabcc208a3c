"""On which gathering's agenda an unfinished measure returns by itself. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cafe.plans.rules import is_unfinished


@dataclass(frozen=True, kw_only=True)
class Meeting:
    """A gathering with its days, as ISO dates; one whose day is not set yet lies ahead."""

    id: str
    starts_on: str | None = None
    ends_on: str | None = None

    @property
    def last_day(self) -> str | None:
        """Give the day it ends."""
        return self.ends_on or self.starts_on


@dataclass(frozen=True, kw_only=True)
class Due:
    """Where a measure stands, and the day or the gathering it is due at."""

    status: str
    due_on: str | None = None
    due_gathering_id: str | None = None


def returns_at(due: Due, meetings: Iterable[Meeting], today: str) -> str | None:
    """Give the gathering on whose agenda a measure stands, or None.

    It is the first one still to come that is not before the deadline: what is late returns on the very next
    one, and goes on to the one after that while it stays undone. A gathering without a day yet is later than
    all deadlines. What has no deadline is nobody's promise.
    """
    if not is_unfinished(due.status):
        return None
    every = in_order(meetings)
    deadline = due.due_on or next((m.starts_on for m in every if m.id == due.due_gathering_id), None)
    for meeting in every:
        last = meeting.last_day
        if last is not None and last < today:
            continue
        if due.due_on is None and meeting.id == due.due_gathering_id:
            return meeting.id
        if deadline is not None and (last is None or deadline <= last):
            return meeting.id
    return None


def in_order(meetings: Iterable[Meeting]) -> list[Meeting]:
    """Give gatherings by day; those without one are the last."""
    return sorted(meetings, key=lambda meeting: (meeting.starts_on is None, meeting.starts_on or ""))


def is_late(due: Due, meetings: Iterable[Meeting], today: str) -> bool:
    """Tell whether a measure is past its deadline."""
    at = next((m.last_day for m in meetings if m.id == due.due_gathering_id), None)
    deadline = due.due_on or at
    return is_unfinished(due.status) and deadline is not None and deadline < today


def that_goes_on(due: Due, meetings: Iterable[Meeting], today: str) -> Due:
    """Give the deadline that an unfinished measure has in the plan it is carried over to.

    One that has passed becomes the gathering on whose agenda the measure stands; while none is planned it
    stays as it was, so that what was promised is late until one is, and never without a day.
    """
    if due.due_on is not None and due.due_on >= today:
        return due
    at = returns_at(due, meetings, today)
    return Due(status=due.status, due_gathering_id=at) if at else due
