"""The gatherings of a network as a series, and which of them is the next one."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.days import said_days
from cafe.gatherings.model import Gathering
from cafe.gatherings.queries import organises
from cafe.network.navigation import address_of
from cafe.overview.rules import Dated, next_of


@dataclass(frozen=True, kw_only=True)
class GatheringLine:
    """A gathering as a line of its series."""

    id: str
    ordinal: int | None
    title: str
    days: str
    place: str
    starts_on: str | None
    is_next: bool
    is_over: bool
    address: str


def series_of(session: Session, actor: Actor, network_id: str, today: str) -> list[GatheringLine]:
    """Give the gatherings of a network in their order; one without a day comes last."""
    query = select(Gathering).where(Gathering.network_id == network_id)
    found = sorted(session.scalars(query), key=_order)
    dated = [Dated(id=each.id, starts_on=each.starts_on, ends_on=each.ends_on) for each in found]
    coming = next_of(dated, today)
    return [_line(session, actor, each, today, coming) for each in found]


def _order(gathering: Gathering) -> tuple[str, int, int, str]:
    return (gathering.starts_on or "9999", gathering.ordinal or 999, gathering.created_at, gathering.id)


def _line(
    session: Session, actor: Actor, gathering: Gathering, today: str, coming: str | None
) -> GatheringLine:
    may_prepare = actor.user_id is not None and organises(session, actor.user_id, gathering.id)
    page = "gatherings.show" if may_prepare else "gatherings.programme"
    last = gathering.ends_on or gathering.starts_on
    return GatheringLine(
        id=gathering.id,
        ordinal=gathering.ordinal,
        title=gathering.title,
        days=said_days(gathering.starts_on, gathering.ends_on),
        place=gathering.place,
        starts_on=gathering.starts_on,
        is_next=gathering.id == coming,
        is_over=bool(last) and str(last) < today,
        address=address_of(page, gathering_id=gathering.id),
    )


def next_in(lines: list[GatheringLine]) -> GatheringLine | None:
    """Give the gathering that comes next, if there is one."""
    return next((line for line in lines if line.is_next), None)
