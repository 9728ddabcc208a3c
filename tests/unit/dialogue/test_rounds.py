"""The clock of a session, decided without a server: what is due, what stands, what may still be ended."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cafe.clock import HOUR, MINUTE, SECOND
from cafe.dialogue.rules import (
    Clockwork,
    Phase,
    advanced,
    counts_down,
    extended,
    finished,
    is_deserted,
    is_due,
    may_be_unseen,
    paused,
    resumed,
)

NOW = 1_800_000_000_000
RUNNING = Clockwork(
    phase=Phase.RUNNING,
    round_number=1,
    step=3,
    deadline=NOW,
    paused_left=None,
    round_minutes=(20, 20, 20),
    switch_minutes=2,
)
SWITCHING = replace(RUNNING, phase=Phase.SWITCHING)


@pytest.mark.parametrize(
    ("clock", "late", "due"),
    [
        (SWITCHING, -1, False),
        (SWITCHING, 0, True),
        (RUNNING, 0, False),
        (RUNNING, 30 * SECOND, True),
        (RUNNING, 5 * MINUTE, True),
        (SWITCHING, 16 * MINUTE, False),
        (RUNNING, 15 * HOUR, False),
        (replace(RUNNING, deadline=None, paused_left=0), 15 * HOUR, False),
        (replace(RUNNING, phase=Phase.HARVEST, deadline=None), HOUR, False),
    ],
)
def test_what_was_missed_by_long_is_left_to_the_organisers(clock: Clockwork, late: int, due: bool) -> None:
    assert is_due(clock, NOW + late) is due


def test_somebody_waits_for_a_countdown_until_it_has_stood_for_long() -> None:
    assert counts_down(RUNNING, NOW - MINUTE)
    assert counts_down(RUNNING, NOW + MINUTE)
    assert not counts_down(RUNNING, NOW + HOUR)
    assert not counts_down(replace(RUNNING, deadline=None, paused_left=5), NOW)


def test_a_hall_is_deserted_half_an_hour_after_the_last_device_has_gone() -> None:
    assert not is_deserted(NOW, NOW + 29 * MINUTE)
    assert is_deserted(NOW, NOW + 30 * MINUTE)


def test_with_a_wall_on_nobody_need_be_seen_in_a_long_round() -> None:
    long = replace(RUNNING, round_minutes=(60, 60, 60))
    began, ends = NOW, NOW + 61 * MINUTE
    unseen = may_be_unseen(long, began, ends)
    assert not is_deserted(began - 10 * MINUTE, ends, unseen=unseen)
    assert is_deserted(began - 20 * MINUTE, ends, unseen=unseen)
    changing = replace(long, phase=Phase.SWITCHING, round_number=2)
    changed = ends + 5 * MINUTE
    unseen = may_be_unseen(changing, ends, changed)
    assert not is_deserted(began, changed, unseen=unseen)
    end_of_second = changed + 61 * MINUTE
    unseen = may_be_unseen(replace(long, round_number=2), changed, end_of_second)
    assert is_deserted(began, end_of_second, unseen=unseen), "nobody has been there for a whole round"


@pytest.mark.parametrize(
    ("minutes", "now", "deadline"),
    [
        (5, NOW - MINUTE, NOW + 5 * MINUTE),
        (5, NOW + HOUR, NOW + HOUR + 5 * MINUTE),
        (-1, NOW - 10 * MINUTE, NOW - MINUTE),
        (-20, NOW - 10 * MINUTE, NOW - 10 * MINUTE),
        (-1, NOW + HOUR, NOW),
    ],
    ids=["more", "more when it has long been over", "fewer", "too many fewer", "fewer when it is over"],
)
def test_more_and_fewer_minutes(minutes: int, now: int, deadline: int) -> None:
    clock = extended(RUNNING, minutes, now)
    assert clock is not None
    assert (clock.deadline, clock.step) == (deadline, 4)


def test_a_pause_keeps_what_was_left_however_long_it_lasts() -> None:
    stopped = paused(RUNNING, NOW - 7 * MINUTE)
    assert stopped is not None
    going = resumed(stopped, NOW + 15 * HOUR)
    assert going is not None
    assert going.deadline == NOW + 15 * HOUR + 7 * MINUTE


@pytest.mark.parametrize("phase", [Phase.HARVEST, Phase.CLOSED])
@pytest.mark.parametrize("clock", [SWITCHING, RUNNING, replace(RUNNING, deadline=None, paused_left=9)])
def test_a_cafe_can_be_ended_from_any_round(clock: Clockwork, phase: Phase) -> None:
    ended = finished(clock, phase)
    assert ended is not None
    assert (ended.phase, ended.step, ended.deadline, ended.paused_left) == (phase, 4, None, None)
    assert ended.round_number == 1


def test_what_has_not_begun_or_is_over_cannot_be_ended() -> None:
    for phase in (Phase.DRAFT, Phase.CLOSED, Phase.PUBLISHED):
        assert finished(replace(RUNNING, phase=phase), Phase.CLOSED) is None
    assert finished(replace(RUNNING, phase=Phase.HARVEST), Phase.HARVEST) is None
    assert finished(replace(RUNNING, phase=Phase.HARVEST), Phase.CLOSED) is not None


def test_each_round_gets_its_whole_time_when_the_change_was_late() -> None:
    begun = advanced(SWITCHING, NOW + 3 * MINUTE)
    assert begun is not None
    assert begun.deadline == NOW + 23 * MINUTE
