"""When the next measurement is due."""

from __future__ import annotations

from datetime import date

import pytest

from cafe.plans.commands.indicators import Frequency
from cafe.plans.due import Rhythm, months_later, next_due

BEGINS = date(2027, 1, 11)
GATHERING = date(2027, 6, 8)


@pytest.mark.parametrize(
    ("frequency", "last", "due"),
    [
        (Frequency.WEEKLY, None, BEGINS),
        (Frequency.WEEKLY, date(2027, 2, 8), date(2027, 2, 15)),
        (Frequency.MONTHLY, None, BEGINS),
        (Frequency.MONTHLY, date(2027, 1, 31), date(2027, 2, 28)),
        (Frequency.MONTHLY, date(2027, 12, 15), date(2028, 1, 15)),
        (Frequency.QUARTERLY, date(2027, 11, 30), date(2028, 2, 29)),
        (Frequency.GATHERING, None, GATHERING),
        (Frequency.GATHERING, date(2027, 3, 1), GATHERING),
        (Frequency.GATHERING, date(2027, 5, 10), GATHERING),
        (Frequency.GATHERING, date(2027, 5, 11), None),
    ],
)
def test_the_next_is_due(frequency: Frequency, last: date | None, due: date | None) -> None:
    assert next_due(Rhythm(frequency=frequency, begins=BEGINS, gathering=GATHERING), last) == due


def test_without_a_gathering_one_measurement_is_enough_for_it() -> None:
    rhythm = Rhythm(frequency=Frequency.GATHERING, begins=BEGINS)
    assert next_due(rhythm, None) == BEGINS
    assert next_due(rhythm, date(2027, 2, 1)) is None


def test_a_month_later_is_the_last_day_where_there_is_no_such_day() -> None:
    assert months_later(date(2028, 1, 31), 1) == date(2028, 2, 29)
    assert months_later(date(2027, 8, 31), 13) == date(2028, 9, 30)
