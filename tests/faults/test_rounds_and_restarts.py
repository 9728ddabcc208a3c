"""The deployed server is killed, started again and given wrong clocks while a café runs: the rounds go on.

Each change comes once, no round is skipped, and what was left of it before is left of it after.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from cafe import clock as clock_module
from cafe.clock import HOUR, MINUTE, SECOND, Clock, wall_ms
from cafe.commands import new_key
from cafe.db import db
from cafe.dialogue.actions.found import clockwork
from cafe.dialogue.commands.rounds import Ending, Finish, Pause, Resume
from cafe.dialogue.commands.table import AddNote
from cafe.dialogue.model import CafeSession, Note
from cafe.dialogue.rules import GRACE, Clockwork, Phase
from tests.faults.hostile import RawSocket, cookie_of_host, join_table
from tests.support.cafe import Hall, make_hall
from tests.support.server import Server, serving

SETTABLE = Path(__file__).parent / "settable"
# The server looks twice a second; a busy machine may need longer.
LOOKS = 1.6
SOON = 30


@dataclass
class Machine:
    """A machine with a server on it, whose time the test lets pass."""

    server: Server
    file: Path
    passed: int = 0
    set_by: int = 0

    def passes(self, milliseconds: int) -> None:
        """Let time pass, on every clock."""
        self.passed += milliseconds
        self._write()

    def is_set(self, milliseconds: int) -> None:
        """Set the machine's clock to be so much wrong."""
        self.set_by = milliseconds
        self._write()

    def is_down_for(self, milliseconds: int) -> None:
        """Kill the server and start it again later."""
        self.server.kill()
        self.passes(milliseconds)
        self.server.start()

    def _write(self) -> None:
        new = self.file.with_suffix(".new")
        new.write_text(f"{self.passed} {self.set_by}")
        new.replace(self.file)


@dataclass
class Cafe:
    """A café with one table, brought to where it is wanted."""

    hall: Hall

    def stands(self) -> Clockwork:
        """Read how it stands."""
        with self.hall.app.app_context(), db.sessionmaker() as session:
            return clockwork(session.get_one(CafeSession, self.hall.session_id))

    def left(self) -> int:
        """Tell what is left of the countdown."""
        deadline = self.stands().deadline
        assert deadline is not None
        return deadline - clock_module.now_ms()

    def comes_to(self, phase: Phase) -> Clockwork:
        """Wait until the server has gone on."""
        end = time.monotonic() + SOON
        while (stands := self.stands()).phase is not phase:
            assert time.monotonic() < end, f"it stands at {stands}"
            time.sleep(0.05)
        return stands


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    folder = tmp_path_factory.mktemp("machine")
    file = folder / "clock"
    file.write_text("0 0")
    with serving(folder / "server") as server:
        here = Machine(server, file)
        server.watched_by = ("env", f"PYTHONPATH={SETTABLE}", f"SETTABLE_CLOCK={file}")
        server.kill()
        before = clock_module.clock
        # The test's own commands are given by the true time.
        clock_module.clock = Clock(lambda: wall_ms() + here.passed)
        server.start()
        yield here
        clock_module.clock = before


def cafe_at(machine: Machine, phase: Phase) -> Cafe:
    """Make a café and let its organiser go on to the first change or round."""
    cafe = Cafe(make_hall(machine.server.app, people=4, tables=1, topics=1))
    while cafe.stands().phase is not phase:
        cafe.hall.advance()
    return cafe


def test_killed_in_the_middle_rounds_and_changes_end_when_they_would_have_ended(machine: Machine) -> None:
    changing, talking = cafe_at(machine, Phase.SWITCHING), cafe_at(machine, Phase.RUNNING)
    before = changing.stands(), talking.stands()
    machine.is_down_for(MINUTE)
    time.sleep(LOOKS)
    assert (changing.stands(), talking.stands()) == before
    machine.passes(changing.left())
    begun = changing.comes_to(Phase.RUNNING)
    assert begun.step == before[0].step + 1
    machine.passes(talking.left() + 20 * SECOND)
    time.sleep(LOOKS)
    assert talking.stands() == before[1], "a sentence may be finished"
    machine.passes(GRACE - 20 * SECOND)
    assert talking.comes_to(Phase.SWITCHING).step == before[1].step + 1
    assert changing.stands() == begun


@pytest.mark.parametrize("late", [0, 5 * MINUTE], ids=["at the deadline", "for five minutes more"])
def test_down_over_the_deadline_it_changes_once_and_gives_the_whole_time(machine: Machine, late: int) -> None:
    talking = cafe_at(machine, Phase.RUNNING)
    machine.passes(18 * MINUTE)
    changing = cafe_at(machine, Phase.SWITCHING)
    before = changing.stands(), talking.stands()
    machine.is_down_for(talking.left() + GRACE + late)
    after = changing.comes_to(Phase.RUNNING), talking.comes_to(Phase.SWITCHING)
    assert 20 * MINUTE - SOON * SECOND < changing.left() <= 20 * MINUTE
    assert 2 * MINUTE - SOON * SECOND < talking.left() <= 2 * MINUTE
    assert [new.step - old.step for new, old in zip(after, before, strict=True)] == [1, 1]
    assert [new.round_number - old.round_number for new, old in zip(after, before, strict=True)] == [0, 1]
    time.sleep(LOOKS)
    assert (changing.stands(), talking.stands()) == after


def test_a_pause_lasts_over_a_restart_and_keeps_what_was_left(machine: Machine) -> None:
    cafe = cafe_at(machine, Phase.RUNNING)
    machine.passes(7 * MINUTE)
    session_id = cafe.hall.session_id
    press = Pause(session_id=session_id, from_step=cafe.stands().step)
    cafe.hall.do(press)
    stopped = cafe.stands()
    machine.is_down_for(2 * HOUR)
    time.sleep(LOOKS)
    cafe.hall.do(press)  # its answer was lost: the same is asked again
    cafe.hall.do(press.model_copy(update={"id": new_key()}))
    assert cafe.stands() == stopped
    cafe.hall.do(Resume(session_id=session_id, from_step=stopped.step))
    assert abs(cafe.left() - 13 * MINUTE) < SOON * SECOND


@pytest.mark.parametrize("hours", [-1, 1])
def test_a_clock_that_is_set_in_a_round_ends_it_neither_early_nor_late(machine: Machine, hours: int) -> None:
    cafe = cafe_at(machine, Phase.RUNNING)
    before = cafe.stands()
    machine.is_set(hours * HOUR)
    time.sleep(LOOKS)
    assert cafe.stands() == before
    machine.is_down_for(0)
    time.sleep(LOOKS)
    assert cafe.stands() == before, "nor does a restart"
    machine.passes(cafe.left() + GRACE)
    assert cafe.comes_to(Phase.SWITCHING).step == before.step + 1
    assert abs(cafe.left() - 2 * MINUTE) < SOON * SECOND
    machine.is_set(0)


def test_a_cafe_left_over_night_stands_and_is_closed_with_all_that_was_written(machine: Machine) -> None:
    cafe = cafe_at(machine, Phase.RUNNING)
    before, session_id = cafe.stands(), cafe.hall.session_id
    note = AddNote(session_id=session_id, table_round_id=cafe.hall.place(1), note_id=new_key(), text="Kept")
    cafe.hall.do(note)
    machine.is_down_for(15 * HOUR)
    time.sleep(LOOKS)
    assert cafe.stands() == before
    cafe.hall.do(Finish(session_id=session_id, from_step=before.step, phase=Ending.CLOSED))
    closed = cafe.stands()
    assert (closed.phase, closed.step, closed.deadline) == (Phase.CLOSED, before.step + 1, None)
    with cafe.hall.app.app_context(), db.sessionmaker() as session:
        assert session.get_one(Note, note.note_id).text == "Kept"


def test_a_hall_that_everybody_has_left_is_not_run_through_in_the_evening(machine: Machine) -> None:
    machine.is_down_for(0)  # whoever was there before is seen for the last time now
    left, peopled = cafe_at(machine, Phase.RUNNING), cafe_at(machine, Phase.CHECK_IN)
    machine.passes(left.left() + GRACE)
    left.comes_to(Phase.SWITCHING)
    machine.passes(left.left())
    stands = left.comes_to(Phase.RUNNING)
    assert stands.round_number == 2
    with RawSocket(machine.server.url, cookie_of_host(machine.server, peopled.hall)).connect() as somebody:
        assert somebody.call("join", join_table(peopled.hall))["ok"]
        while peopled.stands().phase is not Phase.RUNNING:
            peopled.hall.advance()
        machine.passes(peopled.left() + GRACE)
        peopled.comes_to(Phase.SWITCHING)  # the server has looked at both
    assert left.stands() == stands, "the server waits for somebody to come back"
