"""Seating: everybody at once by a quick plan, newcomers where there is room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.dialogue.actions.found import cafe_of, clockwork, table_rounds_of
from cafe.dialogue.actions.told import leave_seat, move_seat_to, take_seat_at
from cafe.dialogue.commands.session import PlanSeats
from cafe.dialogue.model import Attendee, CafeSession, Seat, TableRound
from cafe.dialogue.modes import Moves, moves_in
from cafe.dialogue.queries.plan import instance_of
from cafe.dialogue.queries.seats import has_seats, people_to_seat, placed_in
from cafe.dialogue.rules import open_rounds, rounds_left
from cafe.dialogue.situation import situation_of
from cafe.errors import TooLate
from cafe.i18n import Message, lazy
from cafe.perform import Result, action
from cafe.rotation import Budget, NotEnoughSeats, Plan, plan_seating, seat_more

# Everybody waits while a plan is made here; for the organisers' page a process of its own looks for more.
QUICK_STEPS = 10_000


def has_plan(session: Session, cafe: CafeSession) -> bool:
    """Tell whether anybody has a seat yet."""
    return has_seats(session, cafe.id)


@action(PlanSeats)
def plan_seats(session: Session, _actor: Actor, command: PlanSeats, _now: int) -> Result:
    """Seat everybody anew in the rounds that have not begun; pins and the past are kept."""
    cafe = cafe_of(session, command.session_id)
    cafe.seed = command.seed
    if not cafe.tables:
        raise TooLate(lazy("There are no tables yet. Set up the tables first."))
    instance = situation_of(session, cafe, only_arrived=command.only_arrived).instance
    with _enough_seats():
        plan = plan_seating(instance, Budget(steps=QUICK_STEPS))
    apply_plan(session, cafe, plan, open_rounds(clockwork(cafe)))
    return {"seated": len(instance.people)}


def seat_everyone(session: Session, cafe: CafeSession) -> None:
    """Make sure that everybody has a seat in the rounds that are left; who has one already keeps it."""
    seats = placed_in(session, cafe.id)
    people = people_to_seat(session, cafe)
    rounds = rounds_left(clockwork(cafe))
    seated = {seat.key for seat in seats}
    missing = any(
        (person.id, number) not in seated and number not in person.sitting_out
        for person in people
        for number in rounds
    )
    if not missing or not cafe.tables:
        return
    instance = instance_of(session, cafe, people, {seat.key: seat.table_id for seat in seats})
    with _enough_seats():
        plan = seat_more(instance) if seats else plan_seating(instance, Budget(steps=QUICK_STEPS))
    apply_plan(session, cafe, plan, rounds)


def seat_newcomer(session: Session, cafe: CafeSession, newcomer: Attendee) -> None:
    """Seat somebody in the rounds that are left, the running one included; nobody else is moved.

    In a full hall they have come all the same, and the organisers see that they have no seat.
    """
    rounds = [number for number in rounds_left(clockwork(cafe)) if number not in newcomer.sitting_out]
    query = select(Seat.round_number).where(Seat.attendee_id == newcomer.id)
    without = set(rounds) - set(session.scalars(query))
    if not without:
        return  # seated beforehand, as most people are who come in at the door
    fixed = {seat.key: seat.table_id for seat in placed_in(session, cafe.id)}
    seated = {person for person, _number in fixed} | {newcomer.id}
    people = [person for person in people_to_seat(session, cafe) if person.id in seated]
    try:
        plan = seat_more(instance_of(session, cafe, people, fixed))
    except NotEnoughSeats:
        return
    if newcomer.id in plan:
        _seat_in(session, cafe, newcomer, {number: plan[newcomer.id][number - 1] for number in without})


def _seat_in(session: Session, cafe: CafeSession, attendee: Attendee, tables: dict[int, str | None]) -> None:
    """Give somebody seats in rounds where they have none."""
    query = select(TableRound).where(
        TableRound.session_id == cafe.id, TableRound.table_id.in_(t for t in tables.values() if t)
    )
    for place in session.scalars(query):
        if tables.get(place.round_number) == place.table_id:
            set_seat(session, None, attendee.id, place)


@contextmanager
def _enough_seats() -> Iterator[None]:
    """Say in words that people do not fit."""
    try:
        yield
    except NotEnoughSeats as error:
        raise TooLate(not_enough(error.round, error.needed, error.available)) from None


def not_enough(round_number: int, needed: int, available: int) -> Message:
    """Say that the people of a round do not fit its tables."""
    return lazy(
        "Round %(round)s needs %(needed)s seats; there are %(available)s. Add a table or seats.",
        round=round_number,
        needed=needed,
        available=available,
    )


def apply_plan(session: Session, cafe: CafeSession, plan: Plan, rounds: Iterable[int]) -> int:
    """Write a plan into the seats of `rounds`; who is not in it loses their seats there.

    Gives the number of people who had a seat before and have another one now, or none.
    """
    places = {(tr.table_id, tr.round_number): tr for tr in table_rounds_of(session, cafe.id)}
    query = select(Seat).where(Seat.session_id == cafe.id, Seat.round_number.in_(rounds))
    seats = {(seat.attendee_id, seat.round_number): seat for seat in session.scalars(query)}
    moved: set[str] = set()
    for number in rounds:
        for attendee_id, tables in plan.items():
            table_id = tables[number - 1]
            place = places.get((table_id, number)) if table_id else None
            seat = seats.pop((attendee_id, number), None)
            if seat is not None and (place is None or seat.table_round_id != place.id):
                moved.add(attendee_id)
            set_seat(session, seat, attendee_id, place)
    # What people have chosen themselves is no plan's to take away.
    for seat in seats.values() if moves_in(cafe.mode) is not Moves.CHOICE else ():
        moved.add(seat.attendee_id)
        leave_seat(session, seat)
    return len(moved)


def set_seat(session: Session, seat: Seat | None, attendee_id: str, place: TableRound | None) -> None:
    """Seat somebody at a place, or nowhere; `seat` is the one they have in that round."""
    if place is None:
        if seat is not None:
            leave_seat(session, seat)
    elif seat is None:
        take_seat_at(session, session.get_one(Attendee, attendee_id), place)
    elif seat.table_round_id != place.id:
        move_seat_to(session, seat, place)


def free_seat(session: Session, attendee: Attendee, number: int) -> None:
    """Take away somebody's seat in a round."""
    query = select(Seat).where(Seat.attendee_id == attendee.id, Seat.round_number == number)
    for seat in session.scalars(query):
        leave_seat(session, seat)
