"""A machine without a battery is started anew in a round: its clock is an hour slow until it hears better."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from cafe import clock as clock_module
from cafe.clock import HOUR, MINUTE, SECOND, Clock
from cafe.db import db
from cafe.dialogue.actions.found import clockwork
from cafe.dialogue.commands.rounds import Ending, Finish, Pause, Resume
from cafe.dialogue.model import CafeSession
from cafe.dialogue.timekeeping import FILE, Timekeeper
from tests.support.cafe import Hall, make_hall

BEGAN = 1_800_000_000_000


class Machine:
    """A machine with a clock that can be wrong, and one that begins anew with each start."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.boot = folder / "boot"
        self.true = BEGAN
        self.wrong_by = 0
        self.starts = 0
        self.started = BEGAN
        self.goes_on()

    def goes_on(self, *, down: int = MINUTE, wrong_by: int = 0) -> None:
        """Start the machine anew."""
        self.true += down
        self.wrong_by = wrong_by
        self.starts += 1
        self.started = self.true
        self.boot.write_text(f"start {self.starts}")

    def serves(self, app: Flask) -> Timekeeper:
        """Start the server."""
        clock = Clock(lambda: self.true + self.wrong_by, lambda: self.true - self.started)
        clock_module.clock = clock
        with app.app_context():
            return Timekeeper(clock, self.folder, self.boot)


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Machine]:
    before = clock_module.clock
    yield Machine(tmp_path)
    clock_module.clock = before


@pytest.fixture
def hall(machine: Machine, sqlite_app: Flask) -> Hall:
    """Give a hall ten minutes into its first round of twenty."""
    machine.serves(sqlite_app)
    hall = make_hall(sqlite_app)
    for _ in range(3):
        hall.advance()
    machine.true += 10 * MINUTE
    hall.do(Pause(session_id=hall.session_id, from_step=hall.step()))
    hall.do(Resume(session_id=hall.session_id, from_step=hall.step()))  # what is stored last is of now
    machine.true += SECOND
    return hall


def left(hall: Hall) -> int:
    with hall.app.app_context(), db.sessionmaker() as session:
        deadline = clockwork(session.get_one(CafeSession, hall.session_id)).deadline
    assert deadline is not None
    return deadline - clock_module.now_ms()


def looks(hall: Hall, keeper: Timekeeper) -> None:
    with hall.app.app_context():
        keeper.look()


@pytest.mark.parametrize("restarts", [0, 2])
def test_it_counts_from_what_is_stored_and_believes_a_time_server_at_once(
    machine: Machine, hall: Hall, restarts: int
) -> None:
    before = left(hall)
    machine.goes_on(down=3 * MINUTE, wrong_by=-HOUR)
    keeper = machine.serves(hall.app)
    assert before <= left(hall) <= before + SECOND
    for _ in range(restarts):  # of the server alone
        looks(hall, keeper)
        keeper = machine.serves(hall.app)
        assert before <= left(hall) <= before + SECOND
    machine.true += MINUTE
    machine.wrong_by = 0
    looks(hall, keeper)
    assert left(hall) == before - 4 * MINUTE
    keeper = machine.serves(hall.app)
    assert left(hall) == before - 4 * MINUTE, "nothing wrong is remembered"
    machine.wrong_by = HOUR  # a hand, in the same round: as ever
    looks(hall, keeper)
    assert clock_module.now_ms() == machine.true


def test_a_clock_that_was_only_a_little_slow_is_believed_too(machine: Machine, hall: Hall) -> None:
    before = left(hall)
    machine.goes_on(down=5 * MINUTE, wrong_by=-2 * MINUTE)
    keeper = machine.serves(hall.app)
    assert left(hall) == before - 3 * MINUTE
    machine.wrong_by = 0
    looks(hall, keeper)
    assert left(hall) == before - 5 * MINUTE


def test_what_began_by_the_slow_clock_goes_on_by_it(machine: Machine, hall: Hall) -> None:
    machine.goes_on(down=3 * MINUTE, wrong_by=-HOUR)
    keeper = machine.serves(hall.app)
    hall.advance()  # to the tables, for two minutes
    machine.true += MINUTE
    machine.wrong_by = 0
    looks(hall, keeper)
    assert left(hall) == MINUTE
    keeper = machine.serves(hall.app)
    looks(hall, keeper)
    assert left(hall) == MINUTE, "nor does a restart of the server change it"
    hall.do(Finish(session_id=hall.session_id, from_step=hall.step(), phase=Ending.CLOSED))
    looks(hall, keeper)
    assert clock_module.now_ms() == machine.true


def test_with_nothing_counting_down_the_machine_is_believed(machine: Machine, hall: Hall) -> None:
    hall.do(Finish(session_id=hall.session_id, from_step=hall.step(), phase=Ending.CLOSED))
    machine.goes_on(wrong_by=-HOUR)
    machine.serves(hall.app)
    assert clock_module.now_ms() == machine.true - HOUR


@pytest.mark.parametrize("kept", ["", "{}", "[]", '{"boot": "start 2", "ahead": "x"}'])
def test_a_file_that_a_power_cut_has_spoilt_says_nothing(machine: Machine, hall: Hall, kept: str) -> None:
    before = left(hall)
    machine.goes_on(down=3 * MINUTE, wrong_by=-HOUR)
    (machine.folder / FILE).write_text(kept)
    machine.serves(hall.app)
    assert before <= left(hall) <= before + SECOND
