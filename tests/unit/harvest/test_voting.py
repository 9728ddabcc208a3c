"""What may be given at a vote, and how it is counted."""

from __future__ import annotations

import random

import pytest

from cafe.harvest.voting import FEWEST, Cast, Overstep, Paper, count, given

CHOICES = frozenset({"a", "b", "c", "d"})
FINE = None

# dots each, stacked, people, what is given, what is wrong with it
TABLE: tuple[tuple[int, bool, int, dict[str, int], Overstep | None], ...] = (
    (3, False, 1, {}, FINE),
    (3, False, 1, {"a": 1}, FINE),
    (3, False, 1, {"a": 1, "b": 1, "c": 1}, FINE),
    (3, False, 1, {"a": 1, "b": 1, "c": 1, "d": 1}, Overstep.TOO_MANY),
    (3, False, 1, {"a": 2}, Overstep.TOO_MANY_ON_ONE),
    (3, True, 1, {"a": 3}, FINE),
    (3, True, 1, {"a": 2, "b": 1}, FINE),
    (3, True, 1, {"a": 4}, Overstep.TOO_MANY),
    (3, True, 1, {"a": 3, "b": 1}, Overstep.TOO_MANY),
    (1, False, 1, {"a": 1}, FINE),
    (1, False, 1, {"a": 1, "b": 1}, Overstep.TOO_MANY),
    (3, False, 1, {"e": 1}, Overstep.UNKNOWN),
    # several people at a table: as many times as much, and spread means one for each person
    (3, False, 4, {"a": 4, "b": 4, "c": 4}, FINE),
    (3, False, 4, {"a": 5}, Overstep.TOO_MANY_ON_ONE),
    (3, False, 4, {"a": 4, "b": 4, "c": 4, "d": 1}, Overstep.TOO_MANY),
    (3, True, 4, {"a": 12}, FINE),
    (3, True, 4, {"a": 12, "b": 1}, Overstep.TOO_MANY),
    (3, True, 0, {"a": 1}, Overstep.TOO_MANY),
    (3, True, 0, {}, FINE),
)


@pytest.mark.parametrize(("dots", "stacked", "people", "filled_in", "wrong"), TABLE)
def test_dots_that_may_be_given(
    dots: int,
    stacked: bool,
    people: int,
    filled_in: dict[str, int],
    wrong: Overstep | None,
) -> None:
    paper = Paper(choices=CHOICES, dots=dots, stacked=stacked, people=people)
    assert paper.overstep(filled_in) == wrong


def one_by_one(chance: random.Random, *, people: int, dots: int, stacked: bool) -> list[dict[str, int]]:
    """Let people give dots one at a time, each within the rule for one."""
    alone = Paper(choices=CHOICES, dots=dots, stacked=stacked)
    given_by = []
    for _ in range(people):
        own: dict[str, int] = {}
        for _ in range(chance.randint(0, 2 * dots)):
            choice = chance.choice(sorted(CHOICES))
            more = {**own, choice: own.get(choice, 0) + 1}
            own = own if alone.overstep(more) else more
        given_by.append(own)
    return given_by


@pytest.mark.parametrize("seed", range(20))
def test_what_each_may_give_alone_they_may_give_together_and_not_one_dot_more(seed: int) -> None:
    chance = random.Random(seed)
    people, dots, stacked = chance.randint(1, 8), chance.randint(1, 10), chance.random() < 0.5
    papers = one_by_one(chance, people=people, dots=dots, stacked=stacked)
    together = count(Cast(dots=paper) for paper in papers)
    paper = Paper(choices=CHOICES, dots=dots, stacked=stacked, people=people)
    assert paper.overstep(together.dots) is None
    assert sum(together.dots.values()) == sum(sum(paper.values()) for paper in papers) <= people * dots
    left = people * dots - sum(together.dots.values())
    for choice in CHOICES:
        topped_up = {**together.dots, choice: together.dots.get(choice, 0) + left + 1}
        assert paper.overstep(topped_up) is not None


def test_a_count_adds_up_people_and_dots_and_says_how_many_sat_at_tables() -> None:
    counted = count(
        [Cast(dots={"a": 1, "b": 2}), Cast(dots={"a": 7}, people=4, at_table=True), Cast(dots={"b": 1})]
    )
    assert (counted.papers, counted.people, counted.at_tables) == (3, 6, 4)
    assert counted.dots == {"a": 8, "b": 3}


@pytest.mark.parametrize("voters", range(1, FEWEST + 2))
def test_no_bars_while_they_would_tell_who_gave_what(voters: int) -> None:
    so_far = count([Cast(dots={"a": 1})] * voters).so_far()
    assert so_far.people == voters
    assert so_far.dots == ({"a": voters} if voters >= FEWEST else {})


def test_a_large_table_hides_nobody_behind_it() -> None:
    one_phone = [Cast(dots={"a": 1}), Cast(dots={"b": 8}, people=8, at_table=True)]
    assert count(one_phone).so_far().dots == {}


def test_a_choice_that_got_none_is_not_kept() -> None:
    assert given({"a": 0, "b": 2}) == {"b": 2}
