"""Who hosts a table from now on, and whose hosting of it ends."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.dialogue.actions.found import attendee_in, cafe_of, clockwork, table_of
from cafe.dialogue.actions.places import seat_hosts_at, show_again_at
from cafe.dialogue.actions.seating import seat_everyone
from cafe.dialogue.commands.session import AssignHost
from cafe.dialogue.model import CafeSession, FormerHost, Seat, TableRound
from cafe.dialogue.modes import Moves, moves_in
from cafe.dialogue.rooms import person
from cafe.dialogue.rules import Phase, rounds_left
from cafe.errors import BadInput
from cafe.i18n import lazy
from cafe.live.stamp import audience_changed
from cafe.perform import Result, action


@action(AssignHost)
def assign_host(session: Session, _actor: Actor, command: AssignHost, now: int) -> Result:
    """Give a table its host and co-host in the rounds that are left, and seat them there.

    Where questions walk the table is the one where the question began, and they walk with it.
    """
    cafe = cafe_of(session, command.session_id)
    table = table_of(session, cafe.id, command.table_id)
    people = [p for p in (command.host_id, command.cohost_id) if p is not None]
    if len(set(people)) != len(people):
        raise BadInput(
            lazy("The host and the co-host are the same person. Choose another co-host."), field="cohost_id"
        )
    for attendee_id in people:
        attendee_in(session, cafe.id, attendee_id)
    left = _put_in(session, cafe, table.id, command, people)
    _end_hosting(session, cafe, left, now)
    for attendee_id in people:
        _begin_hosting(session, table.id, attendee_id)
    session.flush()
    desks = {table.id, *(desk_id for desk_id, _ in left)}
    for place in session.scalars(select(TableRound).where(TableRound.desk_id.in_(desks))):
        session.refresh(place, ["host"])
        show_again_at(session, place)
    if moves_in(cafe.mode) is Moves.CHOICE and cafe.phase != Phase.DRAFT:
        _let_choose(session, cafe, {attendee_id for _, attendee_id in left} - set(people))
        seat_everyone(session, cafe)
    for attendee_id in sorted({*people, *(attendee_id for _, attendee_id in left)}):
        audience_changed(session, cafe.id, person(attendee_id))
    return {}


def _put_in(
    session: Session, cafe: CafeSession, table_id: str, command: AssignHost, people: list[str]
) -> set[tuple[str, str]]:
    """Write the hosts into the rounds that are left; give who has left which table by it."""
    rounds = rounds_left(clockwork(cafe))
    query = select(TableRound).where(TableRound.session_id == cafe.id, TableRound.round_number.in_(rounds))
    left: set[tuple[str, str]] = set()
    for place in session.scalars(query):
        before = {host for host in (place.host_id, place.cohost_id) if host is not None}
        if place.desk_id == table_id:
            left |= {(table_id, host) for host in before - set(people)}
            place.host_id, place.cohost_id = command.host_id, command.cohost_id
            seat_hosts_at(session, place)
        else:  # nobody hosts two tables in one round
            left |= {(place.desk_id, host) for host in before & set(people)}
            place.host_id = None if place.host_id in people else place.host_id
            place.cohost_id = None if place.cohost_id in people else place.cohost_id
    return left


def _let_choose(session: Session, cafe: CafeSession, people: set[str]) -> None:
    """Take away the seats of rounds to come from those who sat there because they were to host."""
    to_come = [number for number in rounds_left(clockwork(cafe)) if number > cafe.round_number]
    query = select(Seat).where(Seat.attendee_id.in_(people), Seat.round_number.in_(to_come))
    for seat in session.scalars(query):
        session.delete(seat)
    session.flush()


def _end_hosting(session: Session, cafe: CafeSession, left: set[tuple[str, str]], now: int) -> None:
    """Remember who hosted until now: what they wrote may still be on a phone without network."""
    if cafe.phase == Phase.DRAFT:
        return  # nobody has sat at the table yet
    for table_id, attendee_id in sorted(left):
        ended = session.get(FormerHost, (table_id, attendee_id))
        if ended is None:
            ended = FormerHost(table_id=table_id, attendee_id=attendee_id, late=0)
            session.add(ended)
        ended.since, ended.last_round = now, max(1, cafe.round_number)


def _begin_hosting(session: Session, table_id: str, attendee_id: str) -> None:
    ended = session.get(FormerHost, (table_id, attendee_id))
    if ended is not None:
        session.delete(ended)
