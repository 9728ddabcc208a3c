"""Days as people say them, in the reader's language.

A day is a date, or its text as it is stored (YYYY-MM-DD); no day is said with no words. A day and its month
stay together on a line, and so do two days of a month.
"""

from __future__ import annotations

from datetime import date

from babel.dates import format_date
from flask_babel import get_locale

from cafe.clock import local

Day = date | str | None
STAY_TOGETHER = "\N{NO-BREAK SPACE}"
# The intervals that come with the locales shorten the months: "8.–9. feb. 2017".
WITHIN_A_MONTH = {
    "nb": "'{first}.–\N{WORD JOINER}{last}.' MMMM y",
    "nn": "'{first}.–\N{WORD JOINER}{last}.' MMMM y",
    "sv": "'{first}–\N{WORD JOINER}{last}' MMMM y",
    "en": "MMMM '{first}–\N{WORD JOINER}{last}', y",
}
DAY_AND_MONTH = {"nb": "d. MMMM", "nn": "d. MMMM", "sv": "d MMMM", "en": "MMMM d"}


def said_day(day: Day) -> str:
    """Say one day: 8. februar 2027."""
    return _said(day, "long")


def short_day(day: Day) -> str:
    """Say one day where there is little room: 8. feb. 2027."""
    return _said(day, "medium")


def said_weekday(day: Day) -> str:
    """Say one day with its name, without the year: onsdag 8. februar."""
    name = _said(day, "EEEE")
    return f"{name} {_said(day, DAY_AND_MONTH[_language()])}" if name else ""


def said_days(first: Day, last: Day) -> str:
    """Say from which day to which, as people say it: 8.–9. februar 2017."""
    begins, ends = _read(first), _read(last)
    if begins is None or ends is None or begins == ends:
        return said_day(begins)
    if (begins.year, begins.month) == (ends.year, ends.month):
        return _said(ends, WITHIN_A_MONTH[_language()].format(first=begins.day, last=ends.day))
    pattern = DAY_AND_MONTH[_language()] if begins.year == ends.year else "long"
    return f"{_said(begins, pattern)} – {said_day(ends)}"


def said_day_at(at: int) -> str:
    """Say which day it was, where people meet, at a time in milliseconds: 8. februar 2027."""
    return said_day(local(at).date())


def short_day_at(at: int | None) -> str:
    """Say the same where there is little room: 8. feb. 2027."""
    return short_day(local(at).date()) if at is not None else ""


def _said(day: Day, pattern: str) -> str:
    read = _read(day)
    if read is None:
        return ""
    return str(format_date(read, format=pattern, locale=get_locale())).replace(" ", STAY_TOGETHER, 1)


def _language() -> str:
    locale = get_locale()
    return locale.language if locale else "en"


def _read(day: Day) -> date | None:
    if not isinstance(day, str):
        return day
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None
