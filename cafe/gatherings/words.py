"""Words for what a gathering holds, in the reader's language."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date
from flask_babel import get_locale

from cafe.gatherings.commands import ItemKind, Kind, When
from cafe.i18n import lazy

KINDS = {
    Kind.PROFESSIONAL: lazy("Professional"),
    Kind.LIVED_EXPERIENCE: lazy("Lived experience"),
    Kind.RELATIVE: lazy("Relative"),
    Kind.LEADER: lazy("Leader"),
    Kind.POLITICIAN: lazy("Politician"),
    Kind.OTHER: lazy("Other"),
}
ITEM_KINDS = {
    ItemKind.TALK: lazy("Talk"),
    ItemKind.CAFE: lazy("Café dialogue"),
    ItemKind.WORK: lazy("Work in teams"),
    ItemKind.SHOWCASE: lazy("Results of a pilot"),
    ItemKind.BREAK: lazy("Break"),
    ItemKind.OTHER: lazy("Something else"),
}
WHENS = {When.BEFORE: lazy("Before the gathering"), When.AFTER: lazy("After the gathering")}
# What is asked at the end of a gathering: the answers go from 1 to 5.
QUESTIONS = {
    "useful": lazy("What I heard and talked about is useful where I work."),
    "heard": lazy("I could say what I wanted to say."),
    "mixed": lazy("I talked with people from other places than my own."),
    "both": lazy("What is learnt by study and what is lived through were both heard."),
    "next_step": lazy("I know what I will do next."),
}
IN_WORDS = {
    "keep": lazy("What should we keep?"),
    "change": lazy("What should be different the next time?"),
}

# The intervals that come with the locales shorten the months: "8.–9. feb. 2017".
WITHIN_A_MONTH = {
    "nb": "'{first}.–{last}.' MMMM y",
    "nn": "'{first}.–{last}.' MMMM y",
    "sv": "'{first}–{last}' MMMM y",
    "en": "MMMM '{first}–{last}', y",
}
DAY_AND_MONTH = {"nb": "d. MMMM", "nn": "d. MMMM", "sv": "d MMMM", "en": "MMMM d"}


def said_days(starts_on: str | None, ends_on: str | None) -> str:
    """Say when a gathering is, as people say it: 8.–9. februar 2017."""
    locale = get_locale()
    first, last = _day(starts_on), _day(ends_on)
    if first is None:
        return ""
    if last is None or last == first:
        return str(format_date(first, format="long", locale=locale))
    language = locale.language if locale else "en"
    if (first.year, first.month) == (last.year, last.month):
        pattern = WITHIN_A_MONTH[language].format(first=first.day, last=last.day)
        return str(format_date(last, format=pattern, locale=locale))
    pattern = DAY_AND_MONTH[language] if first.year == last.year else "long"
    return " – ".join(
        str(format_date(day, format=said, locale=locale)) for day, said in ((first, pattern), (last, "long"))
    )


def said_day(text: str | None) -> str:
    """Say one day with its name, without the year: onsdag 8. februar."""
    day, locale = _day(text), get_locale()
    if day is None:
        return ""
    language = locale.language if locale else "en"
    return str(format_date(day, format=f"EEEE {DAY_AND_MONTH[language]}", locale=locale))


def said_date(text: str | None) -> str:
    """Say one day with its year: 8. februar 2017."""
    return said_days(text, None)


def said_times(starts: str, ends: str | None) -> str:
    """Say from when to when: 09:00–10:30."""
    return f"{starts}–{ends}" if ends else starts


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
