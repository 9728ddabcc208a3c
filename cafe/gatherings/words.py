"""Words for what a gathering holds, in the reader's language."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date, format_interval
from flask_babel import get_locale

from cafe.gatherings.commands import Kind
from cafe.i18n import lazy

KINDS = {
    Kind.PROFESSIONAL: lazy("Professional"),
    Kind.LIVED_EXPERIENCE: lazy("Lived experience"),
    Kind.RELATIVE: lazy("Relative"),
    Kind.LEADER: lazy("Leader"),
    Kind.POLITICIAN: lazy("Politician"),
    Kind.OTHER: lazy("Other"),
}


def said_days(starts_on: str | None, ends_on: str | None) -> str:
    """Say when a gathering is, as people say it: 8.–9. februar 2017."""
    locale = get_locale()
    first, last = _day(starts_on), _day(ends_on)
    if first is None:
        return ""
    if last is None or last == first:
        return str(format_date(first, format="long", locale=locale))
    return str(format_interval(first, last, skeleton="yMMMMd", locale=locale))


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
