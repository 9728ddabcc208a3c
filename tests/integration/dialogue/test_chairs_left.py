"""Somebody does not come: their chairs are free for others, and theirs again if they come after all."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import select

from cafe.db import db
from cafe.dialogue.commands.door import FreeChairs
from cafe.dialogue.commands.guests import TakeSeat
from cafe.dialogue.commands.session import AddAttendee, Arrival, MoveSeat, SetArrival
from cafe.dialogue.commands.table import MarkMissing, MarkVisit
from cafe.dialogue.model import Attendee, Seat, Visit
from tests.support.cafe import Hall, make_hall

Seats = dict[int, tuple[int, int | None, bool]]


@pytest.fixture
def hall(app: Flask) -> Hall:
    """Give a hall of twelve at four tables whose first round is running."""
    hall = make_hall(app, tables=4, seats=4)
    for _ in range(3):
        hall.advance()
    return hall


def arrives(hall: Hall, person: int, arrival: Arrival) -> None:
    hall.do(SetArrival(session_id=hall.session_id, attendee_id=hall.attendees[person], arrival=arrival))


def seats_of(hall: Hall, attendee_id: str) -> Seats:
    """Give the table, the one told before and the pin, by round."""
    with hall.app.app_context(), db.sessionmaker() as session:
        found = session.scalars(select(Seat).where(Seat.attendee_id == attendee_id))
        return {s.round_number: (s.table_round.table.number, s.was_table, s.pinned) for s in found}


def everybodys_seats(hall: Hall) -> dict[str, Seats]:
    return {attendee: seats_of(hall, attendee) for attendee in hall.attendees}


def arrival_of(hall: Hall, person: int) -> str:
    with hall.app.app_context(), db.sessionmaker() as session:
        return session.get_one(Attendee, hall.attendees[person]).arrival


def fill(hall: Hall, table: int, round_number: int) -> None:
    """Let newcomers take every chair that is free at a table in a round."""
    while True:
        newcomer = f"newcomer-{len(hall.attendees)}"
        hall.do(AddAttendee(session_id=hall.session_id, attendee_id=newcomer, display_name="New"))
        hall.attendees.append(newcomer)
        sitting = [a for a in hall.attendees if seats_of(hall, a).get(round_number, (0,))[0] == table]
        if len(sitting) >= 4:
            return


def test_undoing_a_no_show_gives_back_the_very_same_chairs(hall: Hall) -> None:
    hall.do(
        MoveSeat(session_id=hall.session_id, attendee_id=hall.attendees[6], round=2, table_id=hall.tables[0])
    )
    before = everybodys_seats(hall)
    arrives(hall, 6, Arrival.AWAY)
    assert seats_of(hall, hall.attendees[6]) == {}
    arrives(hall, 6, Arrival.EXPECTED)
    assert everybodys_seats(hall) == before


def test_who_comes_after_all_finds_another_chair_where_theirs_is_taken(hall: Hall) -> None:
    table, *_ = seats_of(hall, hall.attendees[6])[2]
    arrives(hall, 6, Arrival.AWAY)
    fill(hall, table, 2)
    arrives(hall, 6, Arrival.ARRIVED)
    assert set(seats_of(hall, hall.attendees[6])) == {1, 2, 3}
    assert seats_of(hall, hall.attendees[6])[2][0] != table


def test_all_who_have_not_come_leave_their_chairs_at_once_and_get_them_back(hall: Hall) -> None:
    arrives(hall, 5, Arrival.ARRIVED)
    before = everybodys_seats(hall)
    several = tuple(hall.attendees[5:9])
    freed = hall.do(FreeChairs(session_id=hall.session_id, attendee_ids=several, free=True))
    assert freed == {"changed": 3}
    assert [arrival_of(hall, person) for person in range(5, 10)] == ["arrived", *["away"] * 3, "expected"]
    assert seats_of(hall, hall.attendees[5]) == before[hall.attendees[5]]
    assert all(seats_of(hall, attendee) == {} for attendee in several[1:])
    back = hall.do(FreeChairs(session_id=hall.session_id, attendee_ids=several, free=False))
    assert back == {"changed": 3}
    assert everybodys_seats(hall) == before


def test_rounds_that_are_over_keep_their_seats(hall: Hall) -> None:
    hall.advance()
    arrives(hall, 6, Arrival.AWAY)
    assert set(seats_of(hall, hall.attendees[6])) == {1}


def test_where_somebody_was_never_changes_where_they_are_to_sit(hall: Hall) -> None:
    before = everybodys_seats(hall)
    sits_at = before[hall.attendees[6]][1][0]
    elsewhere = 1 if sits_at != 1 else 2
    hall.do(TakeSeat(session_id=hall.session_id, table_round_id=hall.place(elsewhere)), hall.guest(6))
    at_table = {
        "session_id": hall.session_id,
        "table_round_id": hall.place(elsewhere),
        "attendee_id": hall.attendees[7],
    }
    for here in (True, False, True):
        hall.do(MarkVisit(**at_table, here=here), hall.guest(elsewhere - 1))
    assert everybodys_seats(hall) == before
    with hall.app.app_context(), db.sessionmaker() as session:
        visits = session.scalars(select(Visit)).all()
        assert {v.attendee_id for v in visits} == {hall.attendees[6], hall.attendees[7]}


def test_a_host_says_who_is_missing_and_nobodys_chair_is_freed_by_it(hall: Hall) -> None:
    before = everybodys_seats(hall)
    table = before[hall.attendees[6]][1][0]

    def missing() -> bool:
        with hall.app.app_context(), db.sessionmaker() as session:
            query = select(Seat).where(Seat.attendee_id == hall.attendees[6], Seat.round_number == 1)
            return session.scalars(query).one().missing

    for said in (True, False, True):
        command = MarkMissing(
            session_id=hall.session_id,
            table_round_id=hall.place(table),
            attendee_id=hall.attendees[6],
            missing=said,
        )
        hall.do(command, hall.guest(table - 1))
        assert missing() is said
    assert everybodys_seats(hall) == before
    assert arrival_of(hall, 6) == "expected"
