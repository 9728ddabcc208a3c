"""How far the register of contacts reaches, and who would stand alone."""

from __future__ import annotations

import pytest

from cafe.network.commands import Function
from cafe.network.rules import Covered, coverage, percent, stands_alone

CONSULTANT, REPRESENTATIVE = Function.LIVED_EXPERIENCE_CONSULTANT, Function.USER_REPRESENTATIVE


def unit(name: str, *, contact: bool = True, head: bool = True) -> Covered:
    return Covered(name=name, contact=contact, head=head)


def test_coverage_counts_and_names_what_is_missing() -> None:
    found = coverage([unit("North", contact=False), unit("South", head=False), unit("East"), unit("West")])
    assert (found.units, found.with_contact, found.with_head) == (4, 3, 3)
    assert (found.contact_percent, found.head_percent) == (75, 75)
    assert (found.without_contact, found.without_head) == (("North",), ("South",))


def test_nothing_named_is_no_share_at_all() -> None:
    assert coverage([]).contact_percent is None
    assert coverage([]).head_percent is None


@pytest.mark.parametrize(
    ("part", "whole", "said"), [(0, 7, 0), (1, 200, 1), (2, 3, 66), (199, 200, 99), (200, 200, 100)]
)
def test_only_what_is_complete_is_a_hundred_and_only_nothing_is_none(
    part: int, whole: int, said: int
) -> None:
    assert percent(part, whole) == said


@pytest.mark.parametrize(
    ("functions", "alone"),
    [
        ([], False),
        ([None, Function.PROFESSIONAL], False),
        ([CONSULTANT, Function.PROFESSIONAL], True),
        ([REPRESENTATIVE, None, Function.HEAD], True),
        ([CONSULTANT, REPRESENTATIVE], False),
        ([CONSULTANT, CONSULTANT], False),
        ([CONSULTANT], True),
    ],
)
def test_one_person_with_lived_experience_stands_alone(functions: list[str | None], *, alone: bool) -> None:
    assert stands_alone(functions) is alone
