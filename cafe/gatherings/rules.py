"""Pure decisions of gatherings: codes one can read aloud and type, days, numbers."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, Protocol

from cafe.people.rules import SYMBOLS

CODE_LENGTH = 6
# How long an answer to a team is told of as new, in milliseconds: four weeks.
NEW_FOR = 28 * 24 * 3600 * 1000


def new_code() -> str:
    """Make a join code: six symbols out of thirty."""
    return "".join(secrets.choice(SYMBOLS) for _ in range(CODE_LENGTH))


def typed_code(text: str) -> str:
    """Read a code as people type it: any case, spaces and hyphens anywhere."""
    return "".join(character for character in text.upper() if character.isalnum())


def takes_registrations(until: str | None, today: str) -> bool:
    """Tell whether people can still register; the last day counts in full."""
    return until is not None and today <= until


def next_ordinal(ordinals: Iterable[int | None]) -> int:
    """Propose the number of the next gathering of a network."""
    return max((number for number in ordinals if number), default=0) + 1


def days_of(starts_on: str | None, ends_on: str | None) -> list[str]:
    """List the days of a gathering, at most a fortnight; none when it has no date."""
    if not starts_on:
        return []
    first = date.fromisoformat(starts_on)
    last = date.fromisoformat(ends_on or starts_on)
    return [
        (first + timedelta(days=number)).isoformat() for number in range(min((last - first).days, 13) + 1)
    ]


class Timed(Protocol):
    """Anything with a day and times of day, as HH:MM."""

    id: Any
    day: Any
    starts: Any
    ends: Any


def overlaps(items: Iterable[Timed]) -> dict[str, list[str]]:
    """Tell for each item the ids of those that go on at the same time; what only touches does not."""
    listed = list(items)
    found: dict[str, list[str]] = {}
    for item in listed:
        others = [other.id for other in listed if other is not item and _at_once(item, other)]
        if others:
            found[item.id] = others
    return found


def _at_once(one: Timed, other: Timed) -> bool:
    if one.day != other.day:
        return False
    if one.starts == other.starts:
        return True
    first, second = sorted((one, other), key=lambda each: each.starts)
    return first.ends is not None and second.starts < first.ends


def has_passed(day: str | None, today: str) -> bool:
    """Tell whether the day something is due has passed."""
    return day is not None and day < today


def is_new(at: int, now: int) -> bool:
    """Tell whether something was said so lately that it is told of."""
    return now - at <= NEW_FOR
