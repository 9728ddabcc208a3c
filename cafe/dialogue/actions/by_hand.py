"""Seats set by hand: one person at a table, or two who change places; later plans keep them."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.dialogue.actions.found import attendee_in, cafe_of, clockwork, table_of
from cafe.dialogue.actions.seating import set_seat
from cafe.dialogue.commands.proposals import SwapSeats
from cafe.dialogue.commands.session import MoveSeat
from cafe.dialogue.model import CafeSession, Seat, TableRound
from cafe.dialogue.rules import rounds_left
from cafe.errors import BadInput, TooLate
from cafe.i18n import lazy
from cafe.perform import Result, action


@action(MoveSeat)
def move_seat(session: Session, _actor: Actor, command: MoveSeat, _now: int) -> Result:
    """Seat one person by hand; the seat is pinned, so that later plans keep it."""
    cafe = _cafe_in(session, command.session_id, command.round)
    attendee = attendee_in(session, cafe.id, command.attendee_id)
    seat = _seat(session, attendee.id, command.round)
    if command.table_id is None:
        set_seat(session, seat, attendee.id, None)
        return {}
    table = table_of(session, cafe.id, command.table_id)
    place_query = select(TableRound).where(
        TableRound.table_id == table.id, TableRound.round_number == command.round
    )
    place = session.scalars(place_query).one()
    taken = session.scalars(select(Seat.attendee_id).where(Seat.table_round_id == place.id)).all()
    if len([one for one in taken if one != attendee.id]) >= table.seats:
        raise BadInput(
            lazy(
                "Table %(number)s is full. Choose another table, or move somebody first.", number=table.number
            ),
            field="table_id",
        )
    set_seat(session, seat, attendee.id, place)
    session.flush()
    seat = _seat(session, attendee.id, command.round)
    if seat is not None:
        seat.pinned = True
    return {}


@action(SwapSeats)
def swap_seats(session: Session, _actor: Actor, command: SwapSeats, _now: int) -> Result:
    """Let two people change places in a round; both seats are pinned."""
    cafe = _cafe_in(session, command.session_id, command.round)
    one = _seat(session, attendee_in(session, cafe.id, command.attendee_id).id, command.round)
    other = _seat(session, attendee_in(session, cafe.id, command.other_id).id, command.round)
    if one is None or other is None:
        raise TooLate(lazy("One of the two has no seat in this round any more. Nobody was moved."))
    here, there = one.table_round, other.table_round
    set_seat(session, one, one.attendee_id, there)
    set_seat(session, other, other.attendee_id, here)
    one.pinned = other.pinned = True
    return {}


def _cafe_in(session: Session, session_id: str, round_number: int) -> CafeSession:
    """Give the session. Raises TooLate when the round has ended."""
    cafe = cafe_of(session, session_id)
    if round_number not in rounds_left(clockwork(cafe)):
        raise TooLate
    return cafe


def _seat(session: Session, attendee_id: str, round_number: int) -> Seat | None:
    query = select(Seat).where(Seat.attendee_id == attendee_id, Seat.round_number == round_number)
    return session.scalars(query).first()
