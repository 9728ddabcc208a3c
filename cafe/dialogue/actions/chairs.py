"""Chairs that are left when somebody does not come, and found again when they come after all."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.dialogue.actions.found import attendee_in, cafe_of, clockwork, table_round_of
from cafe.dialogue.actions.guests import seats_of, show_again
from cafe.dialogue.actions.seating import has_plan, seat_newcomer
from cafe.dialogue.actions.told import leave_seat, take_seat_at
from cafe.dialogue.commands.door import FreeChairs
from cafe.dialogue.commands.session import Arrival
from cafe.dialogue.commands.table import MarkMissing
from cafe.dialogue.model import Attendee, CafeSession, Seat, TableRound
from cafe.dialogue.rules import rounds_left
from cafe.perform import Result, action


def set_arrived(session: Session, cafe: CafeSession, attendee: Attendee, arrival: Arrival) -> None:
    """Write down whether somebody has come: who is away leaves their chairs, who is not has them again."""
    was_away = attendee.arrival == Arrival.AWAY
    attendee.arrival = arrival
    if arrival is Arrival.AWAY:
        _leave_chairs(session, cafe, attendee)
    elif arrival is Arrival.ARRIVED:
        find_chairs(session, cafe, attendee)
    elif was_away:
        _take_chairs_back(session, cafe, attendee)
    session.flush()
    show_again(session, attendee)


def find_chairs(session: Session, cafe: CafeSession, attendee: Attendee) -> None:
    """Seat somebody who has come: where they sat before if nobody else does, else where there is room."""
    _take_chairs_back(session, cafe, attendee)
    if has_plan(session, cafe):
        seat_newcomer(session, cafe, attendee)


def _leave_chairs(session: Session, cafe: CafeSession, attendee: Attendee) -> None:
    left = rounds_left(clockwork(cafe))
    seats = [seat for seat in seats_of(session, attendee) if seat.round_number in left]
    if seats:
        attendee.chairs_left = [{"place": seat.table_round_id, "pinned": seat.pinned} for seat in seats]
    for seat in seats:
        leave_seat(session, seat)


def _take_chairs_back(session: Session, cafe: CafeSession, attendee: Attendee) -> None:
    left = set(rounds_left(clockwork(cafe))) - set(attendee.sitting_out)
    seated = {seat.round_number for seat in seats_of(session, attendee)}
    for chair in attendee.chairs_left:
        place = session.get(TableRound, chair["place"])
        if place is None or place.round_number not in left - seated or _is_full(session, place):
            continue
        take_seat_at(session, attendee, place).pinned = chair["pinned"]
    attendee.chairs_left = []
    session.flush()


def _is_full(session: Session, place: TableRound) -> bool:
    taken = session.scalar(select(func.count()).where(Seat.table_round_id == place.id))
    return (taken or 0) >= place.table.seats


@action(FreeChairs)
def free_chairs(session: Session, _actor: Actor, command: FreeChairs, _now: int) -> Result:
    """Free chairs that nobody came for, or give them back."""
    cafe = cafe_of(session, command.session_id)
    before, after = Arrival.EXPECTED, Arrival.AWAY
    if not command.free:
        before, after = after, before
    changed = 0
    for attendee_id in command.attendee_ids:
        attendee = attendee_in(session, cafe.id, attendee_id)
        if attendee.arrival == before:
            set_arrived(session, cafe, attendee, after)
            changed += 1
    return {"changed": changed}


@action(MarkMissing)
def mark_missing(session: Session, _actor: Actor, command: MarkMissing, _now: int) -> Result:
    """Write down that nobody sits on somebody's chair; nothing to say where they have none any more."""
    place = table_round_of(session, command.session_id, command.table_round_id)
    query = select(Seat).where(Seat.attendee_id == command.attendee_id, Seat.table_round_id == place.id)
    for seat in session.scalars(query):
        seat.missing = command.missing
    return {}
