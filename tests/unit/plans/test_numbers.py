"""Numbers as people type them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cafe.plans.commands.numbers import canonical_number


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("12", "12"),
        (" 12,5 ", "12.5"),
        ("12.50", "12.5"),
        ("007", "7"),
        ("0,0", "0"),
        ("-0", "0"),
        ("−3,5", "-3.5"),
        ("+4", "4"),
        (",5", "0.5"),
        ("5,", "5"),
        ("1 234 567,5", "1234567.5"),
        ("1\u00a0234", "1234"),
        ("999999999999.999999", "999999999999.999999"),
    ],
)
def test_what_is_understood(typed: str, kept: str) -> None:
    assert canonical_number(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        *("", " ", "-", ",", ".", "twelve", "NaN", "inf", "Infinity", "1e999", "1e3", "0x10", "1,234,567"),
        *("1.234,5", "12 34", "1 2345", "5 %", "--5", "1000000000000", "0.1234567", "٣", "１２", "1_000"),
    ],
)
def test_what_is_not(typed: str) -> None:
    assert canonical_number(typed) is None


@settings(deadline=None)
@given(st.decimals(-(10**9), 10**9, places=4))
def test_a_number_keeps_its_value_and_its_form(number: Decimal) -> None:
    kept = canonical_number(f"{number:f}")
    assert kept is not None
    assert Decimal(kept) == number
    assert canonical_number(kept) == kept
    assert canonical_number(kept.replace(".", ",")) == kept


@settings(deadline=None)
@given(st.text(max_size=30))
def test_whatever_is_typed_is_kept_once_for_all_or_refused(typed: str) -> None:
    kept = canonical_number(typed)
    assert kept is None or canonical_number(kept) == kept
