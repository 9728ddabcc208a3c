"""Nothing that is told of a wave depends on fewer than five people."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cafe.compass.commands import PAIRS, Group
from cafe.compass.rules import (
    Answer,
    GroupPicture,
    Lying,
    Picture,
    Said,
    over_time,
    picture_of,
    seen_differently,
)
from cafe.unnamed.rules import enough_together

SAID = st.one_of(
    st.builds(Said, place=st.integers(1, 5), comment=st.sampled_from(["", "", "", "a", "b", "å"])),
    st.builds(Said, not_relevant=st.just(value=True), comment=st.sampled_from(["", "", "c"])),
    st.builds(Said, comment=st.sampled_from(["", "d"])),
)
ANSWER = st.dictionaries(st.integers(1, PAIRS), SAID, max_size=PAIRS)
SMALL = st.lists(ANSWER, max_size=4)
FIVE = st.lists(ANSWER, min_size=5, max_size=9)
ANY = st.one_of(SMALL, FIVE)


@given(first=ANY, second=ANY, small=SMALL, other=SMALL, group=st.sampled_from(Group))
def test_a_group_below_five_changes_nothing(
    first: list[Answer], second: list[Answer], small: list[Answer], other: list[Answer], group: Group
) -> None:
    rest = [each for each in Group if each != group]
    around = {rest[0]: first, rest[1]: second}
    pictures = [picture_of({**around, group: which}) for which in (small, other, [])]
    assert pictures[0] == pictures[1] == pictures[2] == picture_of(around)
    assert [seen_differently(picture) for picture in pictures] == [seen_differently(picture_of(around))] * 3


@given(answers=FIVE, pair=st.integers(1, PAIRS), few=st.lists(st.integers(1, 5), max_size=4))
def test_fewer_than_five_places_on_a_pair_change_nothing_of_it(
    answers: list[Answer], pair: int, few: list[int]
) -> None:
    bare = [{**answer, pair: Said()} for answer in answers]
    some = [{**answer, pair: Said(place=place)} for answer, place in zip(bare, few, strict=False)]
    some += bare[len(some) :]
    assert picture_of({Group.STAFF: some}) == picture_of({Group.STAFF: bare})


@given(answers=FIVE, pair=st.integers(1, PAIRS), few=st.integers(0, 4))
def test_fewer_than_five_who_find_a_pair_not_relevant_are_as_if_they_had_skipped_it(
    answers: list[Answer], pair: int, few: int
) -> None:
    bare = [{**answer, pair: Said()} for answer in answers]
    some = [{**answer, pair: Said(not_relevant=at < few)} for at, answer in enumerate(bare)]
    assert picture_of({Group.STAFF: some}) == picture_of({Group.STAFF: bare})


@given(answers=FIVE, seed=st.integers())
def test_the_order_of_answers_changes_nothing(answers: list[Answer], seed: int) -> None:
    shuffled = random.Random(seed).sample(answers, len(answers))
    assert picture_of({Group.RELATIVE: shuffled}) == picture_of({Group.RELATIVE: answers})


@given(answers=FIVE, pair=st.integers(1, PAIRS), seed=st.integers())
def test_which_comments_are_of_one_person_changes_nothing(
    answers: list[Answer], pair: int, seed: int
) -> None:
    """Let the words about one pair change hands: the picture stays the same."""
    words = [answer[pair].comment if pair in answer else "" for answer in answers]
    random.Random(seed).shuffle(words)
    swapped = [
        {**answer, pair: replace(answer.get(pair, Said()), comment=word)}
        for answer, word in zip(answers, words, strict=True)
    ]
    assert picture_of({Group.STAFF: swapped}) == picture_of({Group.STAFF: answers})


@given(
    first=st.lists(st.tuples(st.sampled_from(Group), ANSWER), max_size=20),
    then=st.lists(st.tuples(st.sampled_from(Group), ANSWER), max_size=20),
)
def test_a_wave_opened_again_shows_five_more_of_a_group_or_the_same_as_before(
    first: list[tuple[Group, Answer]], then: list[tuple[Group, Answer]]
) -> None:
    before = enough_together(first, lambda each: each[0])
    waiting = [each for each in first if all(each is not other for other in before)]
    after = before + enough_together(waiting + then, lambda each: each[0])
    told, told_then = _picture(before), _picture(after)
    for group in Group:
        more = sum(each[0] == group for each in after) - sum(each[0] == group for each in before)
        assert more == 0 or more >= 5
        if more == 0:
            assert told.get(group) == told_then.get(group)


def _picture(answers: list[tuple[Group, Answer]]) -> Picture:
    return picture_of({group: [said for whose, said in answers if whose == group] for group in Group})


@given(earlier=ANY, now=ANY, small=SMALL, other=SMALL)
def test_no_change_over_time_tells_of_a_group_below_five(
    earlier: list[Answer], now: list[Answer], small: list[Answer], other: list[Answer]
) -> None:
    def between(before: list[Answer], after: list[Answer]) -> object:
        waves = [{Group.STAFF: before}, {Group.STAFF: after}, {Group.STAFF: now}]
        return over_time([picture_of(wave) for wave in waves])

    assert between(earlier, small) == between(earlier, other) == between(earlier, [])


def places(*found: int) -> list[Answer]:
    return [{1: Said(place=place)} for place in found]


@pytest.mark.parametrize(
    ("found", "lies"),
    [
        ((1, 1, 1, 1, 1), Lying(middle=1, low=1, high=1)),
        ((1, 1, 1, 1, 2), Lying(middle=1, low=1, high=1)),  # as if all had said the same
        ((1, 2, 3, 4, 5), Lying(middle=3, low=2, high=4)),
        ((2, 2, 2, 3, 3, 3, 3, 3), Lying(middle=2.5, low=2, high=3)),
        ((4, 4, 4, 5), None),
    ],
)
def test_where_a_group_lies(found: tuple[int, ...], lies: Lying | None) -> None:
    skipping: list[Answer] = [{}]
    picture = picture_of({Group.STAFF: places(*found) + skipping})
    assert picture[Group.STAFF].lies.get(1) == lies
    assert picture[Group.STAFF].answers == len(found) + 1


def test_a_talk_may_begin_where_the_two_lie_furthest_apart() -> None:
    def lying(*middles: float) -> GroupPicture:
        lies = {at: Lying(middle=each, low=1, high=5) for at, each in enumerate(middles, 1)}
        return GroupPicture(answers=5, lies=lies)

    picture = {Group.STAFF: lying(1, 3, 4, 2, 5), Group.LIVED_EXPERIENCE: lying(2, 3.5, 1, 4, 1)}
    assert seen_differently(picture) == [5, 3, 4]
    assert seen_differently({Group.STAFF: picture[Group.STAFF]}) == []
