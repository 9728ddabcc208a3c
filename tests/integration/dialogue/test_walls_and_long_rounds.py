"""A long round with all phones locked ends in time where a wall is on; a wall left on overnight stands."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import Flask

from cafe.dialogue.commands.session import RoundDraft, SetRounds
from cafe.dialogue.rooms import ORGANISERS, WALL
from cafe.dialogue.server import Watch, turn_due_rounds
from cafe.live.peers import Place, peers
from tests.support.cafe import Hall, make_hall

BEGAN = datetime(2027, 5, 4, 13, 0, tzinfo=UTC)


@pytest.fixture
def hall(sqlite_app: Flask) -> Hall:
    """Give a hall with rounds of an hour."""
    hall = make_hall(sqlite_app)
    rounds = tuple(RoundDraft(question=f"Question {number}", minutes=60) for number in range(3))
    hall.do(SetRounds(session_id=hall.session_id, rounds=rounds))
    return hall


def steps_taken(hall: Hall, minutes: int, *, wall: bool) -> list[int]:
    """Tell after how many minutes the server went on, with all but the wall gone after the first ten."""
    taken = []
    with time_machine.travel(BEGAN, tick=False) as machine, hall.app.app_context():
        for _ in range(3):
            hall.advance()
        watch = Watch()
        laptop = Place(stream_id=hall.session_id, rooms=(ORGANISERS,), person=None)
        peers.places["a laptop"] = laptop
        if wall:
            peers.places["a wall"] = Place(stream_id=hall.session_id, rooms=(WALL,), person=None)
        for minute in range(1, minutes + 1):
            machine.shift(timedelta(minutes=1))
            if minute == 10:
                watch.left(peers.places.pop("a laptop"))
            taken += [minute] * turn_due_rounds(watch)
    return taken


def test_with_a_wall_the_round_ends_in_time_and_only_one_more_begins(hall: Hall) -> None:
    assert steps_taken(hall, 15 * 60, wall=True) == [61, 63]


def test_without_one_it_waits_for_somebody(hall: Hall) -> None:
    assert steps_taken(hall, 15 * 60, wall=False) == []
