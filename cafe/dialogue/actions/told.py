"""What people have been told: where a seat was said to be, for as long as they may remember it."""

from __future__ import annotations

from sqlalchemy.orm import Session

from cafe.commands import new_key
from cafe.dialogue.model import Attendee, CafeSession, Seat, TableRound
from cafe.dialogue.rules import Phase


def take_seat_at(session: Session, attendee: Attendee, place: TableRound) -> Seat:
    """Give somebody who has no seat in a round one; it says which table they had been told, if any."""
    seat = Seat(
        id=new_key(),
        stream_id=place.session_id,
        session_id=place.session_id,
        attendee_id=attendee.id,
        attendee=attendee,
        round_number=place.round_number,
        table_round=place,
        was_table=_told_instead(attendee, place),
    )
    session.add(seat)
    return seat


def move_seat_to(session: Session, seat: Seat, place: TableRound) -> None:
    """Move a seat to another table of its round, and keep where it was told to be."""
    told = seat.table_round.table.number if seat.was_table is None else seat.was_table
    is_told = _people_come_in(session, seat.session_id)
    seat.was_table = told if is_told and told != place.table.number else None
    seat.missing = False
    seat.table_round = place


def leave_seat(session: Session, seat: Seat) -> None:
    """Take a seat away; if another follows in that round, it is known where the first was told to be."""
    if _people_come_in(session, seat.session_id):
        told = seat.table_round.table.number if seat.was_table is None else seat.was_table
        seat.attendee.told = {**seat.attendee.told, str(seat.round_number): told}
    session.delete(seat)


def _told_instead(attendee: Attendee, place: TableRound) -> int | None:
    """Give the table that somebody was told before they lost their seat in a round, unless it is this one."""
    told = attendee.told.get(str(place.round_number))
    return None if told == place.table.number else told


def _people_come_in(session: Session, session_id: str) -> bool:
    return session.get_one(CafeSession, session_id).phase != Phase.DRAFT
