"""The programme of a gathering, day by day."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.days import said_weekday
from cafe.gatherings.commands import ItemKind
from cafe.gatherings.model import ProgrammeItem
from cafe.gatherings.queries import session_titles
from cafe.gatherings.rules import overlaps
from cafe.gatherings.words import ITEM_KINDS, said_times
from cafe.i18n import Message


@dataclass(frozen=True, kw_only=True)
class ItemRow:
    """A point of the programme; `meanwhile` names what goes on at the same time."""

    id: str
    day: str
    starts: str
    ends: str | None
    times: str
    kind: str
    kind_word: Message
    title: str
    speaker: str
    about: str
    session_id: str | None
    session_title: str
    meanwhile: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ProgrammeDay:
    """A day of the programme; its points in the order of time."""

    day: str
    said: str
    items: tuple[ItemRow, ...]


def programme_of(session: Session, gathering_id: str) -> list[ProgrammeDay]:
    """Give the programme of a gathering, by day and time."""
    titles = session_titles(session, gathering_id)
    query = select(ProgrammeItem).where(
        ProgrammeItem.gathering_id == gathering_id, ProgrammeItem.removed.is_(False)
    )
    items = sorted(
        session.scalars(query), key=lambda each: (each.day, each.starts, each.ends or "", each.title)
    )
    at_once = overlaps(items)
    named = {item.id: item.title for item in items}
    return [
        ProgrammeDay(
            day=day,
            said=said_weekday(day),
            items=tuple(
                _row(item, titles, tuple(named[other] for other in at_once.get(item.id, ())))
                for item in of_day
            ),
        )
        for day, of_day in groupby(items, key=lambda each: each.day)
    ]


def _row(item: ProgrammeItem, titles: dict[str, str], meanwhile: tuple[str, ...]) -> ItemRow:
    return ItemRow(
        id=item.id,
        day=item.day,
        starts=item.starts,
        ends=item.ends,
        times=said_times(item.starts, item.ends),
        kind=item.kind,
        kind_word=ITEM_KINDS[ItemKind(item.kind)],
        title=item.title,
        speaker=item.speaker,
        about=item.about,
        session_id=item.session_id,
        session_title=titles.get(item.session_id or "", ""),
        meanwhile=meanwhile,
    )
