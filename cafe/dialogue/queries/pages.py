"""What the pages of a café session need besides its rows."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import Actor, Role
from cafe.authorisation import roles_towards
from cafe.dialogue.commands.session import Arrival
from cafe.dialogue.model import Attendee, CafeSession, CafeTable, TableRound
from cafe.dialogue.queries.roles import attendee_of, tables_hosted, tables_left
from cafe.dialogue.rules import Phase
from cafe.errors import NotAllowed, NotFound
from cafe.gatherings.queries import arrival_finders, session_finders, session_titlers
from cafe.people.identity import settings


@dataclass(frozen=True, kw_only=True)
class CafePage:
    """A session as a page's frame shows it."""

    session_id: str
    gathering_id: str
    title: str
    gathering: str
    phase: str
    join_code: str
    join_address: str


@dataclass(frozen=True, kw_only=True)
class DeskPage:
    """A table as its desk shows it."""

    table_id: str
    number: int
    as_organiser: bool
    former: bool = False


def cafe_page(session: Session, session_id: str) -> CafePage:
    """Give a session's frame. Raises NotFound."""
    cafe = session.get(CafeSession, session_id)
    if cafe is None:
        raise NotFound
    gathering = cafe.gathering
    return CafePage(
        session_id=cafe.id,
        gathering_id=gathering.id,
        title=cafe.title,
        gathering=gathering.title,
        phase=cafe.phase,
        join_code=gathering.join_code,
        join_address=f"{settings().origin}/j#{gathering.join_secret}",
    )


def desk_page(session: Session, session_id: str, number: int | None, actor: Actor) -> DeskPage:
    """Give the desk of a numbered table, or of the one the actor hosts. Raises NotAllowed or NotFound.

    Who has hosted it may still open it: what was written there may lie on that very device.
    """
    attendee = attendee_of(session, actor, session_id)
    hosted = tables_hosted(session, attendee.id) if attendee else []
    roles = roles_towards(session, actor, {"session_id": session_id})
    left = tables_left(session, attendee.id) if attendee else []
    if number is None:
        first = next(iter([*hosted, *left]), None)
        if first is None:
            raise NotAllowed
        return DeskPage(table_id=first.id, number=first.number, as_organiser=False, former=not hosted)
    own = next((table for table in (*hosted, *left) if table.number == number), None)
    table = own or _desk_at(session, session_id, number)
    hosts_it = any(own.id == table.id for own in hosted)
    organises_it = Role.ORGANISER in roles
    former = any(own.id == table.id for own in left) and not organises_it
    if not (hosts_it or organises_it or former):
        raise NotAllowed
    as_organiser = not hosts_it and not former
    return DeskPage(table_id=table.id, number=table.number, as_organiser=as_organiser, former=former)


def _desk_at(session: Session, session_id: str, number: int) -> CafeTable:
    """Give the desk that stands at a numbered table in the present round. Raises NotFound.

    Hosts keep one address for the day: that of the table where their question began.
    """
    cafe = session.get_one(CafeSession, session_id)
    place = (
        select(TableRound.desk_id)
        .join(CafeTable, TableRound.table_id == CafeTable.id)
        .where(
            TableRound.session_id == session_id,
            TableRound.round_number == max(1, cafe.round_number),
            CafeTable.number == number,
        )
    )
    table = session.scalars(select(CafeTable).where(CafeTable.id == place.scalar_subquery())).first()
    if table is None:
        raise NotFound
    return table


def sessions_of(session: Session, gathering_id: str) -> list[CafeSession]:
    """Give the sessions of a gathering, in the order they were made."""
    query = select(CafeSession).where(CafeSession.gathering_id == gathering_id)
    return list(session.scalars(query.order_by(CafeSession.created_at)))


def titles_of(session: Session, gathering_id: str) -> dict[str, str]:
    """Give the titles of a gathering's sessions by id, for its programme."""
    return {cafe.id: cafe.title for cafe in sessions_of(session, gathering_id)}


def arrivals_of(session: Session, gathering_id: str) -> dict[str, set[str]]:
    """Give the participants who have come into each session of a gathering, for its attendance."""
    query = (
        select(Attendee.session_id, Attendee.participant_id)
        .join(CafeSession, CafeSession.id == Attendee.session_id)
        .where(CafeSession.gathering_id == gathering_id, Attendee.arrival == Arrival.ARRIVED)
    )
    found: dict[str, set[str]] = {}
    for session_id, participant_id in session.execute(query):
        found.setdefault(session_id, set()).add(participant_id)
    return found


session_titlers.append(titles_of)
arrival_finders.append(arrivals_of)


# Where people go first: a session that has opened, then one in preparation, then one that is over.
_FIRST = {Phase.DRAFT: 1, Phase.CLOSED: 2, Phase.PUBLISHED: 2}


def session_open_now(session: Session, participant_id: str) -> str | None:
    """Give the session that somebody belongs in now: of several, the newest."""
    query = select(CafeSession).join(Attendee, Attendee.session_id == CafeSession.id)
    mine = query.where(Attendee.participant_id == participant_id).order_by(CafeSession.created_at.desc())
    ordered = sorted(session.scalars(mine), key=lambda cafe: _FIRST.get(Phase(cafe.phase), 0))
    return ordered[0].id if ordered else None


session_finders.append(session_open_now)


def participants_by_attendee(session: Session, session_id: str) -> dict[str, str]:
    """Give the participant's id of everyone in a session."""
    query = select(Attendee.id, Attendee.participant_id).where(Attendee.session_id == session_id)
    return {row.id: row.participant_id for row in session.execute(query)}
