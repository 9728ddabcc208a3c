"""Who is moved after people have been told keeps where they were told first."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import select

from cafe.db import db
from cafe.dialogue.commands.session import AssignHost, MoveSeat, PlanSeats, SetTables, TableDraft
from cafe.dialogue.model import Seat
from tests.support.cafe import Hall, make_hall


@pytest.fixture
def hall(app: Flask) -> Hall:
    return make_hall(app, tables=4)


def move(hall: Hall, attendee: int, table: int, round_number: int = 2) -> None:
    hall.do(
        MoveSeat(
            session_id=hall.session_id,
            attendee_id=hall.attendees[attendee],
            round=round_number,
            table_id=hall.tables[table - 1],
        )
    )


def seat(hall: Hall, attendee: int, round_number: int = 2) -> tuple[int, int | None]:
    """Give the table and the one told before it."""
    with hall.app.app_context(), db.sessionmaker() as session:
        query = select(Seat).where(
            Seat.attendee_id == hall.attendees[attendee], Seat.round_number == round_number
        )
        found = session.scalars(query).one()
        return found.table_round.table.number, found.was_table


def two_others(first: int) -> tuple[int, int]:
    others = [number for number in range(1, 5) if number != first]
    return others[0], others[1]


def test_before_the_doors_open_nobody_was_told(hall: Hall) -> None:
    first, _ = seat(hall, 6)
    other, _ = two_others(first)
    move(hall, 6, other)
    assert seat(hall, 6) == (other, None)


def test_what_was_told_first_is_kept_until_it_holds_again(hall: Hall) -> None:
    hall.advance()
    first, _ = seat(hall, 6)
    other, third = two_others(first)
    move(hall, 6, other)
    assert seat(hall, 6) == (other, first)
    move(hall, 6, third)
    assert seat(hall, 6) == (third, first)
    move(hall, 6, first)
    assert seat(hall, 6) == (first, None)


def loses_the_seat(hall: Hall, attendee: int, round_number: int = 2) -> None:
    hall.do(
        MoveSeat(
            session_id=hall.session_id,
            attendee_id=hall.attendees[attendee],
            round=round_number,
            table_id=None,
        )
    )


def test_who_gets_another_seat_than_the_one_that_was_taken_away_is_told_so(hall: Hall) -> None:
    hall.advance()
    first, _ = seat(hall, 6)
    other, third = two_others(first)
    loses_the_seat(hall, 6)
    move(hall, 6, other)
    assert seat(hall, 6) == (other, first)
    loses_the_seat(hall, 6)
    move(hall, 6, third)
    assert seat(hall, 6) == (third, first)
    loses_the_seat(hall, 6)
    move(hall, 6, first)
    assert seat(hall, 6) == (first, None)


def test_a_seat_that_is_new_was_never_another(hall: Hall) -> None:
    loses_the_seat(hall, 6)
    hall.advance()
    move(hall, 6, 1)
    assert seat(hall, 6) == (1, None)


def test_those_of_a_table_that_is_removed_are_told_where_they_sit_instead(hall: Hall) -> None:
    hall.do(AssignHost(session_id=hall.session_id, table_id=hall.tables[3], host_id=None))
    hall.advance()
    at_the_last = [n for n in range(4, 12) if seat(hall, n)[0] == 4]
    drafts = tuple(
        TableDraft(id=t, seats=8, topic_id=hall.topics[i % 2]) for i, t in enumerate(hall.tables[:3])
    )
    hall.do(SetTables(session_id=hall.session_id, tables=drafts))
    hall.do(PlanSeats(session_id=hall.session_id))
    assert at_the_last
    assert {seat(hall, n)[1] for n in at_the_last} == {4}
