"""Until when a note for a round is in time: while people still sit there, and finish their sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cafe.clock import MINUTE, SECOND
from cafe.dialogue.lateness import came_after
from cafe.dialogue.rules import Clockwork, Phase, finished

NOW = 1_800_000_000_000
SECOND_OF_THREE = Clockwork(
    phase=Phase.RUNNING,
    round_number=2,
    step=5,
    deadline=NOW + 10 * MINUTE,
    paused_left=None,
    round_minutes=(20, 20, 20),
    switch_minutes=2,
)


def _comes_after(clock: Clockwork, since: int, round_number: int, now: int) -> bool:
    return came_after(
        round_number, phase=clock.phase, present=clock.round_number, counting_since=since, now=now
    )


@pytest.mark.parametrize(
    ("round_number", "after", "late"),
    [(2, 10 * SECOND, False), (2, 6 * MINUTE, True), (1, 10 * SECOND, True)],
)
def test_where_the_rounds_were_ended_early_that_round_was_the_last(
    round_number: int, after: int, late: bool
) -> None:
    ended = finished(SECOND_OF_THREE, Phase.HARVEST)
    assert ended is not None
    assert _comes_after(ended, NOW, round_number, NOW + after) is late


def test_after_the_last_planned_round_it_is_the_same() -> None:
    ended = replace(SECOND_OF_THREE, phase=Phase.HARVEST, round_number=3)
    assert not _comes_after(ended, NOW, 3, NOW + MINUTE)
    assert _comes_after(ended, NOW, 2, NOW + MINUTE)
    assert _comes_after(replace(ended, phase=Phase.CLOSED), NOW, 3, NOW + MINUTE)


def test_while_people_change_tables_the_round_before_is_in_time() -> None:
    changing = replace(SECOND_OF_THREE, phase=Phase.SWITCHING)
    assert not _comes_after(changing, NOW, 1, NOW + 7 * MINUTE)
    assert _comes_after(SECOND_OF_THREE, NOW, 1, NOW)
