"""Pure decisions of gatherings: codes one can read aloud and type, days, numbers."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from cafe.errors import SafeError
from cafe.i18n import lazy
from cafe.people.rules import SYMBOLS

CODE_LENGTH = 6
HALL = ZoneInfo("Europe/Oslo")  # the day ends at midnight where people meet


def new_code() -> str:
    """Make a join code: six symbols out of thirty."""
    return "".join(secrets.choice(SYMBOLS) for _ in range(CODE_LENGTH))


def same_name(one: str, other: str) -> bool:
    """Tell whether two names differ at most in capitals and spaces, Å and Ø included."""
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def typed_code(text: str) -> str:
    """Read a code as people type it: any case, spaces and hyphens anywhere."""
    return "".join(character for character in text.upper() if character.isalnum())


class WrittenMeanwhile(SafeError):
    """Somebody else has changed a text since this edit began."""

    code = "written_meanwhile"
    status = 409
    default = lazy(
        "Somebody in your team has changed the text meanwhile. Nothing is lost: both texts are below."
    )


def day_of(now: int) -> str:
    """Give the day that it is in the hall at a time in milliseconds."""
    return datetime.fromtimestamp(now / 1000, HALL).date().isoformat()


def takes_registrations(until: str | None, today: str) -> bool:
    """Tell whether people can still register; the last day counts in full."""
    return until is not None and today <= until


def next_ordinal(ordinals: Iterable[int | None]) -> int:
    """Propose the number of the next gathering of a network."""
    return max((number for number in ordinals if number), default=0) + 1
