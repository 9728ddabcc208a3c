"""Seating: everybody at once by the planner, newcomers where there is room, one person by hand."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.commands import new_key
from cafe.dialogue.actions.found import attendee_in, cafe_of, clockwork, table_of, table_rounds_of
from cafe.dialogue.commands.session import Arrival, MoveSeat, PlanSeats
from cafe.dialogue.model import Attendee, CafeSession, Seat, TableRound
from cafe.dialogue.queries.plan import instance_of
from cafe.dialogue.rules import Phase, open_rounds, rounds_left
from cafe.errors import BadInput, TooLate
from cafe.i18n import lazy
from cafe.perform import Result, action
from cafe.rotation import NotEnoughSeats, Plan, plan_seating

Fixed = dict[tuple[str, int], str]


def has_plan(session: Session, cafe: CafeSession) -> bool:
    """Tell whether anybody has a seat yet."""
    return bool(session.scalar(select(exists().where(Seat.session_id == cafe.id))))


def _attendees(session: Session, cafe: CafeSession) -> list[Attendee]:
    query = select(Attendee).where(Attendee.session_id == cafe.id, Attendee.arrival != Arrival.AWAY)
    return list(session.scalars(query.order_by(Attendee.id)))


def _seats(session: Session, cafe: CafeSession) -> list[Seat]:
    return list(session.scalars(select(Seat).where(Seat.session_id == cafe.id)))


@action(PlanSeats)
def plan_seats(session: Session, _actor: Actor, command: PlanSeats, _now: int) -> Result:
    """Seat everybody anew in the rounds that have not begun; pins and the past are kept."""
    cafe = cafe_of(session, command.session_id)
    cafe.seed = command.seed
    people, plan = proposed(session, cafe, only_arrived=command.only_arrived)
    _apply(session, cafe, plan, open_rounds(clockwork(cafe)))
    return {"seated": len(people)}


def proposed(session: Session, cafe: CafeSession, *, only_arrived: bool) -> tuple[list[Attendee], Plan]:
    """Work out a plan without writing it: whom it seats, and where. Raises TooLate when they do not fit."""
    people = _attendees(session, cafe)
    if only_arrived:
        people = [person for person in people if person.arrival == Arrival.ARRIVED]
    rounds = open_rounds(clockwork(cafe))
    fixed = {
        (seat.attendee_id, seat.round_number): seat.table_round.table_id
        for seat in _seats(session, cafe)
        if seat.pinned or seat.round_number not in rounds
    }
    return people, _planned(session, cafe, people, fixed)


def seat_everyone(session: Session, cafe: CafeSession, *, only_unseated: bool) -> None:
    """Make sure that everybody has a seat; who has one already keeps it."""
    fixed: Fixed = {}
    if only_unseated:
        fixed = {(s.attendee_id, s.round_number): s.table_round.table_id for s in _seats(session, cafe)}
    people = _attendees(session, cafe)
    if people and cafe.tables:
        _apply(session, cafe, _planned(session, cafe, people, fixed), rounds_left(clockwork(cafe)))


def seat_newcomer(session: Session, cafe: CafeSession, newcomer: Attendee) -> None:
    """Seat somebody in the rounds that are left, the running one included; nobody else is moved.

    In a full hall they have come all the same, and the organisers see that they have no seat.
    """
    seats = _seats(session, cafe)
    fixed = {(s.attendee_id, s.round_number): s.table_round.table_id for s in seats}
    seated = {seat.attendee_id for seat in seats} | {newcomer.id}
    people = [person for person in _attendees(session, cafe) if person.id in seated]
    rounds = rounds_left(clockwork(cafe))
    out = set(newcomer.sitting_out)
    if all((newcomer.id, number) in fixed or number in out for number in rounds):
        return  # seated beforehand, as most people are who come in at the door
    try:
        plan = plan_seating(instance_of(session, cafe, people, fixed))
    except NotEnoughSeats:
        return
    if newcomer.id in plan:
        _apply(session, cafe, {newcomer.id: plan[newcomer.id]}, rounds, whole=False)


def _planned(session: Session, cafe: CafeSession, people: list[Attendee], fixed: Fixed) -> Plan:
    if not cafe.tables:
        raise TooLate(lazy("There are no tables yet. Set up the tables first."))
    try:
        return plan_seating(instance_of(session, cafe, people, fixed))
    except NotEnoughSeats as error:
        raise TooLate(
            lazy(
                "Round %(round)s needs %(needed)s seats; there are %(available)s. Add a table or seats.",
                round=error.round,
                needed=error.needed,
                available=error.available,
            )
        ) from None


def _apply(
    session: Session, cafe: CafeSession, plan: Plan, rounds: Iterable[int], *, whole: bool = True
) -> None:
    """Write a plan into the seats of `rounds`; with `whole`, who is not in it loses their seats there."""
    places = {(tr.table_id, tr.round_number): tr for tr in table_rounds_of(session, cafe.id)}
    seats = {(seat.attendee_id, seat.round_number): seat for seat in _seats(session, cafe)}
    for number in rounds:
        for attendee_id, tables in plan.items():
            table_id = tables[number - 1]
            place = places.get((table_id, number)) if table_id else None
            _set_seat(session, seats.pop((attendee_id, number), None), attendee_id, place)
        if whole:
            for key in [key for key in seats if key[1] == number]:
                session.delete(seats.pop(key))


def _set_seat(session: Session, seat: Seat | None, attendee_id: str, place: TableRound | None) -> None:
    if place is None:
        if seat is not None:
            session.delete(seat)
    elif seat is None:
        session.add(
            Seat(
                id=new_key(),
                stream_id=place.session_id,
                session_id=place.session_id,
                attendee_id=attendee_id,
                attendee=session.get_one(Attendee, attendee_id),
                round_number=place.round_number,
                table_round=place,
            )
        )
    elif seat.table_round_id != place.id:
        seat.was_table = _told(session, seat, place)
        seat.missing = False
        seat.table_round = place


def _told(session: Session, seat: Seat, place: TableRound) -> int | None:
    """Give the table that somebody was told first, once people come in; None if this leads back to it."""
    if session.get_one(CafeSession, seat.session_id).phase == Phase.DRAFT:
        return None
    told = seat.table_round.table.number if seat.was_table is None else seat.was_table
    return None if told == place.table.number else told


def free_seat(session: Session, attendee: Attendee, number: int) -> None:
    """Take away somebody's seat in a round."""
    query = select(Seat).where(Seat.attendee_id == attendee.id, Seat.round_number == number)
    for seat in session.scalars(query):
        session.delete(seat)


@action(MoveSeat)
def move_seat(session: Session, _actor: Actor, command: MoveSeat, _now: int) -> Result:
    """Seat one person by hand; the seat is pinned, so that later plans keep it."""
    cafe = cafe_of(session, command.session_id)
    attendee = attendee_in(session, cafe.id, command.attendee_id)
    if command.round not in rounds_left(clockwork(cafe)):
        raise TooLate
    query = select(Seat).where(Seat.attendee_id == attendee.id, Seat.round_number == command.round)
    seat = session.scalars(query).first()
    if command.table_id is None:
        _set_seat(session, seat, attendee.id, None)
        return {}
    table = table_of(session, cafe.id, command.table_id)
    place_query = select(TableRound).where(
        TableRound.table_id == table.id, TableRound.round_number == command.round
    )
    place = session.scalars(place_query).one()
    taken = session.scalars(select(Seat).where(Seat.table_round_id == place.id)).all()
    if len([s for s in taken if s.attendee_id != attendee.id]) >= table.seats:
        raise BadInput(
            lazy(
                "Table %(number)s is full. Choose another table, or move somebody first.", number=table.number
            ),
            field="table_id",
        )
    _set_seat(session, seat, attendee.id, place)
    session.flush()
    session.scalars(query).one().pinned = True
    return {}
