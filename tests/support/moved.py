"""A hall in the middle of a round in which people have been moved, are missing, or have not come."""

from __future__ import annotations

from sqlalchemy import select

from cafe.db import db
from cafe.dialogue.commands.session import Arrival, MoveSeat, SetArrival
from cafe.dialogue.commands.table import MarkMissing
from cafe.dialogue.model import Seat
from tests.support.cafe import Hall

HOST_WHO_LEFT, MOVED_LATER, MOVED_NOW, MISSING, COME = 1, 5, 6, 8, 10


def move_people(hall: Hall) -> None:
    """Bring a hall with two tables into its first round, and let everything that can change have changed."""
    hall.advance()
    for person in range(COME):
        _arrives(hall, person, Arrival.ARRIVED)
    hall.advance()
    hall.advance()
    for person, round_number in ((MOVED_LATER, 2), (MOVED_LATER, 3), (MOVED_NOW, 1)):
        other = 3 - table_of(hall, person, round_number)
        hall.do(
            MoveSeat(
                session_id=hall.session_id,
                attendee_id=hall.attendees[person],
                round=round_number,
                table_id=hall.tables[other - 1],
            )
        )
    hall.do(
        MarkMissing(
            session_id=hall.session_id,
            table_round_id=hall.place(table_of(hall, MISSING, 1)),
            attendee_id=hall.attendees[MISSING],
            missing=True,
        )
    )
    _arrives(hall, HOST_WHO_LEFT, Arrival.AWAY)


def _arrives(hall: Hall, person: int, arrival: Arrival) -> None:
    hall.do(SetArrival(session_id=hall.session_id, attendee_id=hall.attendees[person], arrival=arrival))


def table_of(hall: Hall, person: int, round_number: int) -> int:
    """Give the number of somebody's table."""
    with hall.app.app_context(), db.sessionmaker() as session:
        query = select(Seat).where(
            Seat.attendee_id == hall.attendees[person], Seat.round_number == round_number
        )
        return session.scalars(query).one().table_round.table.number
