"""People choose their table: never more than there are chairs, and who waits first sits first."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select

import cafe.db
from cafe.actor import SERVER
from cafe.db import db
from cafe.dialogue.commands.choosing import ChooseTable, CountChairs, StopWaiting, WaitForChair
from cafe.dialogue.commands.guests import SitOut
from cafe.dialogue.commands.session import AssignHost, ChangeSession, Mode, MoveSeat, PlanSeats
from cafe.dialogue.model import ChairWait, OpenTable, Seat
from cafe.dialogue.rooms import GUESTS
from cafe.dialogue.server import count_chairs
from cafe.errors import BadInput, TooLate
from cafe.live.audience import Wish
from cafe.live.names import socket_room
from cafe.live.publish import publisher
from tests.support.cafe import Hall, make_hall
from tests.support.clients import Client, connect

SEATS = 4  # one of them the host's


@pytest.fixture
def hall(app: Flask) -> Hall:
    hall = make_hall(app, people=12, tables=2, seats=SEATS, mode=Mode.FREE_CHOICE, planned=False)
    hall.advance()
    return hall


def choose(hall: Hall, person: int, table: int, round_number: int = 1) -> None:
    command = ChooseTable(session_id=hall.session_id, table_round_id=hall.place(table, round_number))
    hall.do(command, hall.guest(person))


def wait(hall: Hall, person: int, table: int) -> None:
    hall.do(WaitForChair(session_id=hall.session_id, table_round_id=hall.place(table)), hall.guest(person))


def count(hall: Hall) -> None:
    hall.do(CountChairs(session_id=hall.session_id), SERVER)


def seated(hall: Hall, table: int, round_number: int = 1) -> set[int]:
    with hall.app.app_context(), db.sessionmaker() as session:
        query = select(Seat.attendee_id).where(Seat.table_round_id == hall.place(table, round_number))
        return {hall.attendees.index(key) for key in session.scalars(query)}


def told(hall: Hall) -> dict[int, tuple[int, int]]:
    """Give for each table what everybody has been told: chairs that are free, and how many wait."""
    with hall.app.app_context(), db.sessionmaker() as session:
        rows = session.scalars(select(OpenTable).where(OpenTable.session_id == hall.session_id))
        return {row.table_round.table.number: (row.free, row.waiting) for row in rows}


def offered(hall: Hall) -> set[int]:
    with hall.app.app_context(), db.sessionmaker() as session:
        query = select(ChairWait.attendee_id).where(ChairWait.offered_at.is_not(None))
        return {hall.attendees.index(key) for key in session.scalars(query)}


def test_nobody_is_seated_beforehand_but_the_hosts(hall: Hall) -> None:
    assert hall.do(PlanSeats(session_id=hall.session_id)) == {"seated": 2}
    assert told(hall) == {1: (3, 0), 2: (3, 0)}


def test_hosts_are_seated_also_when_this_is_decided_after_the_doors_have_opened(app: Flask) -> None:
    hall = make_hall(app, people=8, tables=2, seats=SEATS)
    hall.advance()
    hall.do(ChangeSession(session_id=hall.session_id, mode=Mode.FREE_CHOICE))
    assert [seated(hall, table) for table in (1, 2)] == [{0}, {1}]
    assert told(hall) == {1: (3, 0), 2: (3, 0)}


def test_choosing_again_moves_and_a_full_table_says_so(hall: Hall) -> None:
    for person in (4, 5, 6):
        choose(hall, person, 1)
    with pytest.raises(TooLate, match="too_late"):
        choose(hall, 7, 1)
    choose(hall, 6, 2)
    choose(hall, 7, 1)
    assert seated(hall, 1) == {0, 4, 5, 7}
    assert seated(hall, 2) == {1, 6}
    count(hall)
    assert told(hall) == {1: (0, 0), 2: (2, 0)}


def test_hosts_keep_their_tables_and_others_choose_only_for_now(hall: Hall) -> None:
    with pytest.raises(BadInput):
        choose(hall, 0, 2)
    with pytest.raises(TooLate):
        choose(hall, 5, 1, round_number=2)
    choose(hall, 5, 1)
    hall.advance()
    hall.do(PlanSeats(session_id=hall.session_id))
    assert seated(hall, 1) == {0, 5}


def test_another_host_sits_at_the_table_all_day_and_the_one_before_chooses(hall: Hall) -> None:
    choose(hall, 5, 2)
    hall.advance()
    hall.do(AssignHost(session_id=hall.session_id, table_id=hall.tables[0], host_id=hall.attendees[5]))
    assert [seated(hall, 1, number) for number in (1, 2, 3)] == [{0, 5}, {5}, {5}]
    assert seated(hall, 2) == {1}
    choose(hall, 0, 2)
    assert (seated(hall, 1), seated(hall, 2)) == ({5}, {0, 1})


def test_an_organiser_fills_no_table_over_its_chairs(hall: Hall) -> None:
    for person in (4, 5, 6):
        choose(hall, person, 1)
    move = MoveSeat(
        session_id=hall.session_id, attendee_id=hall.attendees[7], round=1, table_id=hall.tables[0]
    )
    with pytest.raises(BadInput):
        hall.do(move)


def test_who_joins_in_again_chooses_again(hall: Hall) -> None:
    choose(hall, 5, 1)
    hall.do(SitOut(session_id=hall.session_id, round=1, out=True), hall.guest(5))
    assert seated(hall, 1) == {0}
    hall.do(SitOut(session_id=hall.session_id, round=1, out=False), hall.guest(5))
    assert seated(hall, 1) == {0}
    choose(hall, 5, 2)
    assert seated(hall, 2) == {1, 5}


def test_who_waits_first_is_offered_the_chair_and_nobody_else_gets_it(hall: Hall) -> None:
    for person in (4, 5, 6):
        choose(hall, person, 1)
    wait(hall, 7, 1)
    wait(hall, 8, 1)
    count(hall)
    assert (told(hall)[1], offered(hall)) == ((0, 2), set())
    hall.do(SitOut(session_id=hall.session_id, round=1, out=True), hall.guest(5))
    with pytest.raises(TooLate):
        choose(hall, 8, 1)  # the second in the queue
    with pytest.raises(TooLate):
        choose(hall, 9, 1)
    count(hall)
    assert (told(hall)[1], offered(hall)) == ((0, 2), {7})
    choose(hall, 7, 1)
    choose(hall, 4, 2)
    count(hall)
    assert offered(hall) == {8}
    hall.do(StopWaiting(session_id=hall.session_id), hall.guest(8))
    count(hall)
    assert told(hall)[1] == (1, 0)


def test_a_chair_that_is_not_taken_goes_to_the_next(hall: Hall) -> None:
    now = datetime(2027, 2, 15, 10, tzinfo=UTC)
    with time_machine.travel(now, tick=False) as clock:
        for person in (4, 5, 6):
            choose(hall, person, 1)
        wait(hall, 7, 1)
        clock.shift(timedelta(seconds=1))
        wait(hall, 8, 1)
        choose(hall, 4, 2)
        count(hall)
        assert offered(hall) == {7}
        clock.shift(timedelta(seconds=61))
        with hall.app.app_context():
            count_chairs()
        assert offered(hall) == {8}


def test_who_sits_when_the_round_begins_waits_no_longer(hall: Hall) -> None:
    for person in (4, 5, 6):
        choose(hall, person, 1)
    choose(hall, 7, 2)
    wait(hall, 7, 1)
    wait(hall, 8, 1)
    hall.advance()
    hall.advance()
    assert told(hall) == {1: (0, 1), 2: (2, 0)}
    hall.advance()
    assert told(hall) == {1: (3, 0), 2: (3, 0)}


class Phone(Client):
    """A phone that counts what it hears."""

    heard = 0

    def hear(self, event: str, message: dict[str, Any], room: str) -> None:
        self.heard += room == socket_room(self.wish.stream_id, GUESTS)
        super().hear(event, message, room)


def test_many_choices_are_one_message(hall: Hall) -> None:
    phone = Phone(hall.app, hall.guest(11), Wish(stream_id=hall.session_id, capacity="guest"))
    connect(publisher, [phone])
    phone.join()
    heard = phone.heard
    for person in range(4, 10):
        choose(hall, person, person % 2 + 1)
    assert phone.heard == heard
    with hall.app.app_context():
        count_chairs()
        count_chairs()
    assert phone.heard == heard + 1


@contextmanager
def _no_lock_but_the_databases_own() -> Iterator[None]:
    """Let threads of this process meet in the database, as two processes would."""
    whole, cafe.db.writing = cafe.db.writing, nullcontext()  # type: ignore[assignment]
    try:
        yield
    finally:
        cafe.db.writing = whole


def test_two_at_once_never_overfill_a_table(app: Flask) -> None:
    hall = make_hall(app, people=20, tables=2, seats=SEATS, mode=Mode.FREE_CHOICE, planned=False)
    hall.advance()

    def comes(person: int) -> bool:
        try:
            choose(hall, person, 1)
        except TooLate:
            return False
        return True

    with _no_lock_but_the_databases_own(), ThreadPoolExecutor(8) as threads:
        sat = list(threads.map(comes, range(2, 20)))
    assert sum(sat) == SEATS - 1
    assert len(seated(hall, 1)) == SEATS
