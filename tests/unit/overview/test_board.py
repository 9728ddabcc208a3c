"""How teams stand on the organisers' board, and where the years are drawn."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cafe.overview.board import TeamStands, Wanted, completeness, is_wanted
from cafe.overview.timeline import SHORTEST, TOP, WIDTH, Meeting, Span, picture
from cafe.reminding.commands import About

READY = TeamStands(
    team_id="t",
    name="Team",
    organisation="Bømlo",
    kind="municipality",
    plan_id="p",
    plan_state="active",
    measures=10,
    finished=4,
    late=0,
    active_at=1,
    report_in=True,
    help_wanted=False,
    assignments=2,
    handed_in=2,
)


@pytest.mark.parametrize(
    ("row", "lacks"),
    [
        (READY, None),
        (replace(READY, plan_state="", report_in=False, handed_in=0, late=3), About.PLAN),
        (replace(READY, report_in=False, handed_in=1, late=3), About.ASSIGNMENTS),
        (replace(READY, report_in=False, late=3), About.REPORT),
        (replace(READY, late=3), About.MEASURES),
        (replace(READY, assignments=0, handed_in=0), None),
        (replace(READY, is_over=True, plan_state="", report_in=False, handed_in=0, late=3), None),
    ],
)
def test_a_reminder_is_about_the_first_thing_that_lacks(row: TeamStands, lacks: About | None) -> None:
    assert row.lacks == lacks
    assert is_wanted(row, Wanted.TO_REMIND) is (lacks is not None)


def test_filters_show_what_they_say() -> None:
    helping = replace(READY, help_wanted=True, kind="health_trust")
    assert is_wanted(helping, Wanted.HELP_WANTED)
    assert not is_wanted(READY, Wanted.HELP_WANTED)
    assert not is_wanted(READY, Wanted.LATE)
    assert is_wanted(replace(READY, late=1), Wanted.LATE)
    assert is_wanted(helping, Wanted.ALL, "health_trust")
    assert not is_wanted(READY, Wanted.ALL, "health_trust")


def test_completeness_counts_what_is_in() -> None:
    rows = [READY, replace(READY, plan_state="", report_in=False, measures=5, late=2, help_wanted=True)]
    whole = completeness(rows)
    assert (whole.teams, whole.plans, whole.reports, whole.helping) == (2, 1, 1, 1)
    assert (whole.measures, whole.late) == (15, 2)
    assert rows[1].on_time == 3


TODAY = date(2027, 2, 8)


def span(organisation: str, starts: date, ends: date | None, kind: str = "plan") -> Span:
    return Span(title="P", organisation=organisation, starts=starts, ends=ends, kind=kind)


def test_the_picture_begins_and_ends_with_the_quarters_in_which_something_is() -> None:
    drawn = picture([span("Å", date(2026, 4, 1), date(2026, 7, 2))], [], date(2026, 5, 1))
    assert [(mark.words, mark.left) for mark in drawn.years] == [("2026", 0)]
    (bar,) = drawn.bars
    assert (bar.left, bar.top) == (0, TOP)
    assert bar.width == round(92 * WIDTH / 183, 1)


def test_a_new_year_is_marked_where_it_begins_and_not_after_the_last_day() -> None:
    drawn = picture([span("Å", date(2026, 11, 1), date(2027, 12, 31))], [], date(2027, 1, 1))
    marks = [(mark.words, mark.left) for mark in drawn.years]
    assert marks == [("2026", 0), ("2027", round(92 * WIDTH / (92 + 365), 1))]


def test_the_next_gathering_is_what_a_narrow_screen_begins_with() -> None:
    days = (TODAY - timedelta(days=1), TODAY, TODAY + timedelta(days=1))
    drawn = picture([], [Meeting(number=1, title="M", on=day) for day in days], TODAY)
    assert [mark.is_next for mark in drawn.meetings] == [False, True, False]


def test_what_has_no_end_goes_on_until_today_and_an_end_before_the_start_is_none() -> None:
    drawn = picture([span("A", date(2027, 1, 1), None), span("A", TODAY, date(2026, 1, 1))], [], TODAY)
    until_today, backwards = drawn.bars
    assert until_today.width == round(38 * WIDTH / 90, 1)
    assert backwards.width == SHORTEST


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["Bømlo", "Stord", "Øygarden"]),
            st.dates(date(2016, 1, 1), date(2030, 1, 1)),
            st.none() | st.integers(-50, 900),
        ),
        max_size=30,
    ),
    st.lists(st.dates(date(2016, 1, 1), date(2030, 1, 1)), max_size=8),
)
def test_everything_is_drawn_inside_the_picture(
    spans: list[tuple[str, date, int | None]], days: list[date]
) -> None:
    given_spans = [
        span(name, starts, None if more is None else starts + timedelta(days=more))
        for name, starts, more in spans
    ]
    drawn = picture(given_spans, [Meeting(number=1, title="M", on=day) for day in days], TODAY)
    assert len(drawn.bars) == len(spans)
    for bar in drawn.bars:
        assert 0 <= bar.left <= WIDTH
        assert bar.left + bar.width <= WIDTH + SHORTEST
        assert bar.top < drawn.height
    assert all(0 <= mark.left <= WIDTH for mark in (*drawn.years, *drawn.meetings))
