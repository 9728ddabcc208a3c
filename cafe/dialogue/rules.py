"""Pure decisions of a café session: how its clock goes on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from cafe.clock import MINUTE, SECOND

GRACE = 30 * SECOND
# What has been due for longer is left to the organisers: a server that was off for the night must not run
# through a café by itself when it is started in the morning.
STANDS_AFTER = 15 * MINUTE
# The same where no phone, no desk and no organiser has been connected for so long: they have gone home.
DESERTED_AFTER = 30 * MINUTE


class Phase(StrEnum):
    """The phases of a session, owned by the server."""

    DRAFT = "draft"
    CHECK_IN = "check_in"
    SWITCHING = "switching"
    RUNNING = "running"
    HARVEST = "harvest"
    CLOSED = "closed"
    PUBLISHED = "published"


TIMED = frozenset({Phase.SWITCHING, Phase.RUNNING})


@dataclass(frozen=True, kw_only=True)
class Clockwork:
    """Where a session stands. Times in milliseconds; `round_minutes` has one entry per round."""

    phase: Phase
    round_number: int
    step: int
    deadline: int | None
    paused_left: int | None
    round_minutes: tuple[int, ...]
    switch_minutes: int

    @property
    def paused(self) -> bool:
        """Tell whether the countdown is stopped."""
        return self.paused_left is not None


def advanced(clock: Clockwork, now: int) -> Clockwork | None:  # noqa: PLR0911 - a phase a line
    """Give the next step, or None when there is none to take by hand.

    Before each round people go to their tables (switching); with no switching time the round begins at once.
    """
    match clock.phase:
        case Phase.DRAFT:
            return _stepped(clock, Phase.CHECK_IN, 0, None)
        case Phase.CHECK_IN:
            return _to_tables(clock, 1, now)
        case Phase.SWITCHING:
            return _started(clock, clock.round_number, now)
        case Phase.RUNNING if clock.round_number < len(clock.round_minutes):
            return _to_tables(clock, clock.round_number + 1, now)
        case Phase.RUNNING:
            return _stepped(clock, Phase.HARVEST, clock.round_number, None)
        case Phase.HARVEST:
            return _stepped(clock, Phase.CLOSED, clock.round_number, None)
        case _:
            return None


def _stepped(clock: Clockwork, phase: Phase, round_number: int, deadline: int | None) -> Clockwork:
    return replace(
        clock,
        phase=phase,
        round_number=round_number,
        step=clock.step + 1,
        deadline=deadline,
        paused_left=None,
    )


def _to_tables(clock: Clockwork, round_number: int, now: int) -> Clockwork:
    if clock.switch_minutes == 0:
        return _started(clock, round_number, now)
    return _stepped(clock, Phase.SWITCHING, round_number, now + clock.switch_minutes * MINUTE)


def _started(clock: Clockwork, round_number: int, now: int) -> Clockwork:
    minutes = clock.round_minutes[round_number - 1]
    return _stepped(clock, Phase.RUNNING, round_number, now + minutes * MINUTE)


def turns_at(clock: Clockwork) -> int | None:
    """Tell when the clock goes on by itself: a change at its deadline, a round after 30 s of grace."""
    if clock.phase not in TIMED or clock.paused or clock.deadline is None:
        return None
    return clock.deadline + (GRACE if clock.phase is Phase.RUNNING else 0)


def is_due(clock: Clockwork, now: int) -> bool:
    """Tell whether the clock goes on by itself now; not if the moment was missed by a quarter of an hour."""
    at = turns_at(clock)
    return at is not None and at <= now < at + STANDS_AFTER


def counts_down(clock: Clockwork, now: int) -> bool:
    """Tell whether somebody waits for the clock: something is to end, or ended not long ago."""
    at = turns_at(clock)
    return at is not None and now < at + STANDS_AFTER


def is_deserted(last_seen: int, now: int, *, unseen: int = 0) -> bool:
    """Tell whether everybody has gone home, by when the last device was connected."""
    return now - last_seen >= max(DESERTED_AFTER, unseen)


def may_be_unseen(clock: Clockwork, counting_since: int | None, now: int) -> int:
    """Give for how long nobody need be connected where a wall is on: people talk, with their phones locked.

    Whoever was there when the round began, or the one that they are coming from, is thought to be there at
    its end. At the end of the next one it takes somebody new: a wall that is left on goes on for one round.
    """
    before = 0
    if clock.phase is Phase.SWITCHING and clock.round_number > 1:
        before = clock.round_minutes[clock.round_number - 2] * MINUTE
    return max(0, now - (counting_since or now)) + before + STANDS_AFTER


def paused(clock: Clockwork, now: int) -> Clockwork | None:
    """Stop the countdown; None when nothing is running."""
    if clock.phase not in TIMED or clock.deadline is None:
        return None
    return replace(clock, step=clock.step + 1, deadline=None, paused_left=max(0, clock.deadline - now))


def resumed(clock: Clockwork, now: int) -> Clockwork | None:
    """Let the countdown go on; None when it is not stopped."""
    if clock.paused_left is None:
        return None
    return replace(clock, step=clock.step + 1, deadline=now + clock.paused_left, paused_left=None)


def extended(clock: Clockwork, minutes: int, now: int) -> Clockwork | None:
    """Give more minutes, counted from now when the time has already run out; None outside rounds."""
    if clock.phase not in TIMED:
        return None
    if clock.paused_left is not None:
        left = max(0, clock.paused_left + minutes * MINUTE)
        return replace(clock, step=clock.step + 1, paused_left=left)
    assert clock.deadline is not None  # noqa: S101 - timed phases have one unless paused
    # More minutes count from now where the time has run out; fewer end a round now at the earliest.
    start = max(clock.deadline, now) if minutes > 0 else clock.deadline
    earliest = min(start, now)
    return replace(clock, step=clock.step + 1, deadline=max(earliest, start + minutes * MINUTE))


def finished(clock: Clockwork, phase: Phase) -> Clockwork | None:
    """Leave out the rounds that are left, to the harvest or closed at once; None when it is too late."""
    before = {Phase.CHECK_IN, *TIMED} | ({Phase.HARVEST} if phase is Phase.CLOSED else set())
    return _stepped(clock, phase, clock.round_number, None) if clock.phase in before else None


def open_rounds(clock: Clockwork) -> range:
    """Give the rounds whose seats may still change: the one people are going to, and those after it.

    A round that is running has its seats; late arrivals join it, but nobody who sits is moved.
    """
    first = clock.round_number + 1 if clock.phase is Phase.RUNNING else max(1, clock.round_number)
    if clock.phase in {Phase.HARVEST, Phase.CLOSED, Phase.PUBLISHED}:
        first = len(clock.round_minutes) + 1
    return range(first, len(clock.round_minutes) + 1)


def rounds_left(clock: Clockwork) -> range:
    """Give the rounds that have not ended, the running one included."""
    first = max(1, clock.round_number)
    if clock.phase in {Phase.HARVEST, Phase.CLOSED, Phase.PUBLISHED}:
        first = len(clock.round_minutes) + 1
    return range(first, len(clock.round_minutes) + 1)
