"""Who waits for whom: whole groups are let in, of five and more, and nothing else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cafe.unnamed.rules import FEWEST, enough_together

GROUPS = st.lists(st.sampled_from(["staff", "lived_experience", "relative"]), max_size=40)


@given(GROUPS)
def test_a_group_is_let_in_whole_or_not_at_all(groups: list[str]) -> None:
    let_in = enough_together(groups, lambda group: group)
    for group in set(groups):
        assert let_in.count(group) in {0, groups.count(group)}
        assert (let_in.count(group) > 0) == (groups.count(group) >= FEWEST)


@given(GROUPS, GROUPS)
def test_what_is_let_in_later_is_never_fewer_than_five_of_a_group(first: list[str], then: list[str]) -> None:
    let_in = enough_together(first, lambda group: group)
    waiting = [group for group in first if group not in let_in] + then
    more = enough_together(waiting, lambda group: group)
    assert all(more.count(group) >= FEWEST for group in more)
