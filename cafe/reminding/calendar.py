"""Days as a calendar that programs read (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from flask_babel import gettext
from icalendar import Calendar, Event

from cafe.reminding.addresses import address_of
from cafe.reminding.days import Day, DayKind

REFRESH = timedelta(hours=12)


def as_calendar(name: str, days: Iterable[Day], now: int) -> bytes:
    """Give the calendar's text. All are whole days; the id of an event stays while the thing is the same."""
    calendar = Calendar()
    calendar.add("prodid", "-//Kafédialog//Kafédialog//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    stamp = datetime.fromtimestamp(now // 1000, UTC)
    for day in days:
        calendar.add_component(_event(day, stamp))
    text: bytes = calendar.to_ical()
    return text


def _event(day: Day, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", f"{day.id}@kafedialog")
    event.add("dtstamp", stamp)
    event.add("dtstart", day.on)
    event.add("dtend", (day.until or day.on) + timedelta(days=1))  # the first day that is not part of it
    event.add("summary", _summary(day))
    event.add("transp", "OPAQUE" if day.kind is DayKind.GATHERING else "TRANSPARENT")
    if day.place:
        event.add("location", day.place)
    if address_of(day):
        event.add("url", address_of(day))
        event.add("description", address_of(day))
    return event


def _summary(day: Day) -> str:
    match day.kind:
        case DayKind.GATHERING:
            summary = day.title
        case DayKind.REPORT:
            summary = gettext("Status report to %(gathering)s", gathering=day.title)
        case DayKind.ASSIGNMENT:
            summary = gettext("To hand in: %(title)s", title=day.title)
        case _:
            summary = gettext("Due: %(title)s", title=day.title)
    return str(summary)
