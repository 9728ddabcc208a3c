"""Rounds in any order of presses, repeats, lost answers, restarts and clocks that are set, against a model.

Whatever happens, a step only ever grows by one, each round is begun once and in order, and the deadline is
the one that the last step gave.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import Phase as Stage
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from cafe import clock as clock_module
from cafe.actor import Actor
from cafe.clock import HOUR, MINUTE, SECOND, Clock
from cafe.commands import Command, new_key
from cafe.db import db
from cafe.dialogue.actions.found import clockwork
from cafe.dialogue.commands.rounds import Advance, Extend, Pause, Resume
from cafe.dialogue.model import CafeSession
from cafe.dialogue.rules import Clockwork, Phase, turns_at
from cafe.dialogue.server import Watch, turn_due_rounds
from cafe.dialogue.timekeeping import Timekeeper
from cafe.errors import SafeError
from cafe.live.peers import Place, peers
from tests.faults.figures import FULL, count
from tests.support.apps import app_on, forget
from tests.support.cafe import make_hall

ROUNDS = 3
BEGAN = 1_800_000_000_000


class Machine:
    """A machine's two clocks: the one that can be set, and the one that cannot."""

    def __init__(self) -> None:
        self.passed = 0
        self.set_by = 0

    def wall(self) -> int:
        return BEGAN + self.passed + self.set_by

    def steady(self) -> int:
        return 5_000 + self.passed


@contextmanager
def counting_by(machine: Machine) -> Iterator[None]:
    """Let the product read its time from this machine."""
    before = clock_module.clock
    clock_module.clock = Clock(machine.wall, machine.steady)
    try:
        yield
    finally:
        clock_module.clock = before


class Rounds(RuleBasedStateMachine):
    """Two organisers, a server that may be killed, and a clock that may be set."""

    @initialize()
    def opens(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.machine = Machine()
        self.held = counting_by(self.machine)
        self.held.__enter__()
        self.app = app_on(f"sqlite:///{self.folder.name}/cafe.db")
        self.hall = make_hall(self.app, people=4, tables=1, topics=1, rounds=ROUNDS)
        self.boot = Path(self.folder.name) / "boot"
        self.boot.write_text("this start of the machine")
        self.watch: Watch | None = None
        self.last: Command | None = None
        self.before = self.now_stands()
        self.begun: list[int] = []
        self.ends_at: int | None = None
        self.starts()

    def teardown(self) -> None:
        if hasattr(self, "held"):
            self.held.__exit__(None, None, None)
            forget(self.app)
            self.folder.cleanup()

    def starts(self) -> None:
        clock_module.clock = Clock(self.machine.wall, self.machine.steady)
        with self.app.app_context():
            self.keeper = Timekeeper(clock_module.clock, Path(self.folder.name), self.boot)
        self.watch = Watch()
        somebody = Place(stream_id=self.hall.session_id, rooms=("organisers",), person=None)
        peers.places["a laptop"] = somebody

    def now_stands(self) -> Clockwork:
        with self.app.app_context(), db.sessionmaker() as session:
            return clockwork(session.get_one(CafeSession, self.hall.session_id))

    @rule(minutes=st.sampled_from([0.01, 0.5, 1, 2, 7, 19, 20, 25]))
    def time_passes(self, minutes: float) -> None:
        self.machine.passed += int(minutes * MINUTE)
        self.server_looks()

    @rule()
    def server_looks(self) -> None:
        if self.watch is not None:
            with self.app.app_context():
                self.keeper.look()
                turn_due_rounds(self.watch)

    @rule(hours=st.sampled_from([-1, 1, 3]))
    def the_clock_is_set(self, hours: int) -> None:
        self.machine.set_by += hours * HOUR
        self.server_looks()  # it looks twice a second; nobody is quicker

    @rule(down=st.sampled_from([1, 40, 300]))
    def the_server_is_killed(self, down: int) -> None:
        self.watch = None
        self.machine.passed += down * SECOND
        self.starts()
        self.server_looks()

    @rule()
    def a_night_passes(self) -> None:
        self.watch = None
        self.machine.passed += 15 * HOUR
        before = self.now_stands()
        self.starts()
        for _ in range(3):
            self.machine.passed += MINUTE
            self.server_looks()
        assert self.now_stands() == before, "nothing goes on by itself after a night"

    @rule(behind=st.sampled_from([0, 0, 0, 1, 2]), kind=st.sampled_from([Advance, Pause, Resume]))
    def an_organiser_presses(self, behind: int, kind: type[Advance | Pause | Resume]) -> None:
        seen = max(0, self.now_stands().step - behind)
        self.last = kind(session_id=self.hall.session_id, from_step=seen)
        self.asks(self.last)

    @rule(minutes=st.sampled_from([-5, -1, 1, 5]), behind=st.sampled_from([0, 1]))
    def an_organiser_gives_time(self, minutes: int, behind: int) -> None:
        seen = max(0, self.now_stands().step - behind)
        self.asks(Extend(session_id=self.hall.session_id, from_step=seen, minutes=minutes))

    @rule()
    def two_press_at_once(self) -> None:
        seen = self.now_stands().step
        press = [Advance(session_id=self.hall.session_id, from_step=seen) for _ in range(2)]
        told = [self.asks(each) for each in press]
        assert [bool(each and each["changed"]) for each in told] in ([True, False], [False, False])

    @rule()
    def the_answer_was_lost(self) -> None:
        if self.last is not None:
            before = self.now_stands()
            self.asks(self.last)
            again = self.last.model_copy(update={"id": new_key()})
            self.asks(again)
            if getattr(again, "from_step", None) != before.step:
                assert self.now_stands() == before, "the same press has no second effect"

    def asks(self, command: Command) -> dict[str, object] | None:
        before = self.now_stands()
        organiser: Actor = self.hall.organiser
        try:
            told = self.hall.do(command, organiser)
        except SafeError:
            assert self.now_stands() == before, "what is refused has changed nothing"
            return None
        self.notes_the_step()
        return told

    @invariant()
    def notes_the_step(self) -> None:
        if not hasattr(self, "before"):
            return
        now = self.now_stands()
        if now == self.before:
            return
        assert now.step == self.before.step + 1, f"{self.before} -> {now}"
        if (now.phase, now.round_number) != (self.before.phase, self.before.round_number):
            assert now.round_number - self.before.round_number in (0, 1)
            if now.phase is Phase.RUNNING:
                self.begun.append(now.round_number)
                assert self.begun == list(range(1, len(self.begun) + 1)), "each round once, in order"
                assert now.deadline == clock_module.clock.now() + 20 * MINUTE
        self.before = now
        self.ends_at = None if now.deadline is None else self.machine.passed + self.left(now.deadline)

    def left(self, deadline: int) -> int:
        return deadline - clock_module.clock.now()

    @invariant()
    def what_is_left_is_what_has_not_passed(self) -> None:
        """No setting of the clock and no restart makes a countdown longer or shorter."""
        deadline = self.before.deadline if hasattr(self, "before") else None
        if deadline is not None and self.ends_at is not None:
            truly_left = self.ends_at - self.machine.passed
            assert truly_left < -10 * MINUTE or self.left(deadline) == truly_left

    @invariant()
    def nothing_is_overdue(self) -> None:
        """What is due has been done at the next look, unless it has been missed by long."""
        if hasattr(self, "before") and self.watch is not None:
            at = turns_at(self.now_stands())
            assert at is None or not at + SECOND <= clock_module.clock.now() < at + 10 * MINUTE


TestRounds = Rounds.TestCase
TestRounds.settings = settings(
    max_examples=count(full=400, quick=15),
    stateful_step_count=40,
    deadline=None,
    derandomize=not FULL,
    phases=list(Stage) if FULL else [Stage.explicit, Stage.generate],  # a quick run need not be a short story
    suppress_health_check=list(HealthCheck),
)
