"""Who sends much is held up; nothing is refused that only came fast."""

from cafe.wire.pace import A_SECOND, AT_ONCE, PATIENCE, Pace, cost_of
from cafe.wire.packets import Event


def test_some_may_come_at_once() -> None:
    pace = Pace(at=0.0)
    assert {pace.wait_for(1, 0.0) for _ in range(int(AT_ONCE))} == {0.0}
    assert pace.wait_for(1, 0.0) == 1 / A_SECOND


def test_500_from_one_that_waits_are_all_taken_in_time() -> None:
    """As the handler of one line does: the next is looked at when the one before has been dealt with."""
    pace, now = Pace(at=0.0), 0.0
    for _ in range(500):
        wait = pace.wait_for(1, now)
        assert wait is not None
        assert wait <= 2 / A_SECOND
        now += wait
    assert now <= (500 - AT_ONCE) / A_SECOND + 1


def test_who_asks_many_times_at_once_is_refused_at_last() -> None:
    pace = Pace(at=0.0)
    waits = [pace.wait_for(1, 0.0) for _ in range(1000)]
    assert waits[-1] is None
    assert max(wait for wait in waits if wait is not None) <= PATIENCE


def test_a_rest_gives_all_of_it_back() -> None:
    pace = Pace(at=0.0)
    for _ in range(int(AT_ONCE)):
        pace.wait_for(1, 0.0)
    assert pace.wait_for(AT_ONCE, AT_ONCE / A_SECOND) == 0.0


def test_a_picture_of_the_hall_and_a_long_text_count_for_more() -> None:
    assert cost_of(Event(number="1", name="join"), 100) == 10
    assert cost_of(Event(number="1", name="command"), 100) == 1
    assert cost_of(None, 40_000) == 3
