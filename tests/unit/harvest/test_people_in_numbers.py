"""Nobody can be told from the numbers of participants, nor from what is left when they are subtracted."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from cafe.harvest.report.people import LEAST, people_in_numbers

homes = st.lists(st.sampled_from([None, "Bømlo", "Eigersund", "Sauda", "Suldal", "Helse Fonna"]), max_size=60)


@given(homes)
def test_no_group_is_smaller_than_five_and_nobody_is_left_out(homes: list[str | None]) -> None:
    people = people_in_numbers(homes)
    assert people.total == len(homes) == people.others + sum(each.people for each in people.organisations)
    assert all(each.people >= LEAST for each in people.organisations)
    assert people.others == 0 or people.others >= LEAST or not people.organisations
    counts = Counter(homes)
    assert all(each.people == counts[each.name] for each in people.organisations)


def test_the_smallest_that_could_be_named_joins_too_few_others() -> None:
    people = people_in_numbers(["Bømlo"] * 9 + ["Sauda"] * 6 + ["Suldal"] * 2)
    assert [(each.name, each.people) for each in people.organisations] == [("Bømlo", 9)]
    assert people.others == 8
