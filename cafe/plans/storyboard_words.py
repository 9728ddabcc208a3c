"""A storyboard in the reader's words: its parts, each with as much as the page has room for."""

from __future__ import annotations

from dataclasses import dataclass

from cafe.days import said_days
from cafe.i18n import Message, lazy
from cafe.plans.facts import GatheringName, GoalFacts, IndicatorFacts
from cafe.plans.facts_words import STATUSES
from cafe.plans.filling_words import proposals
from cafe.plans.indicator_charts import chart_of
from cafe.plans.indicator_words import described, said_number, said_tick
from cafe.plans.queries.storyboards import StoryboardFacts
from cafe.plans.run_chart.layout import NARROW, Drawing, drawn
from cafe.plans.storyboard import Points, column, points_in, shortened

# A column is 85 mm wide and set in 10.5 points: its measure in parts of the letter size, with some to spare.
MEASURE = 20.5
ROOM, ROOM_WITH_CHART = 26, 12
TITLE_LINES, TITLE_MEASURE = 2, 34.0


@dataclass(frozen=True, kw_only=True)
class Part:
    """A heading with points; `name` is what its look goes by."""

    name: str
    heading: Message
    points: Points


@dataclass(frozen=True, kw_only=True)
class BoardChart:
    """The one run chart of a storyboard, as templates/macros/run_chart.html draws it."""

    facts: IndicatorFacts
    drawings: tuple[Drawing, ...]
    description: str


@dataclass(frozen=True, kw_only=True)
class Storyboard:
    """One page about a plan: three columns of parts, and a chart below the middle one."""

    plan_id: str
    team_id: str
    organisation: str
    team: str
    title: str
    period: str
    columns: tuple[tuple[Part, ...], ...]
    chart: BoardChart | None
    from_draft: bool
    wants_help: bool


def storyboard_of(facts: StoryboardFacts) -> Storyboard:
    """Tell a plan on one page."""
    known = proposals(facts.work)
    report = facts.report

    def told(field: str) -> tuple[str, ...]:
        """Give what the team says of this, or, where it says nothing, what the plan knows."""
        return points_in((report or {}).get(field, "")) or tuple(known[field])

    plan = facts.plan
    columns = (
        _parts(
            ROOM,
            ("why", lazy("Why"), points_in(plan.texts.get("why", ""))),
            ("goals", lazy("Goals"), tuple(_goal(goal) for goal in plan.goals)),
        ),
        _parts(
            ROOM_WITH_CHART if facts.indicator else ROOM,
            ("done", lazy("What we have done"), told("done")),
            ("results", lazy("What came of it"), told("results")),
        ),
        _parts(
            ROOM,
            ("learning", lazy("What we have learnt"), told("learning")),
            ("help", lazy("We would like help with"), points_in((report or {}).get("help_wanted", ""))),
            ("next", lazy("What comes next"), told("next")),
        ),
    )
    return Storyboard(
        plan_id=plan.id,
        team_id=plan.team_id,
        organisation=plan.organisation,
        team=plan.team if plan.team != plan.organisation else "",
        title=shortened(plan.title, TITLE_LINES, TITLE_MEASURE),
        period=_period(plan.from_gathering, plan.to_gathering),
        columns=columns,
        chart=_chart(facts.indicator) if facts.indicator else None,
        from_draft=facts.report_is_draft,
        wants_help=facts.wants_help,
    )


def _chart(indicator: IndicatorFacts) -> BoardChart:
    chart = chart_of(indicator)
    drawings = (drawn(chart, NARROW, said_number, said_tick),)
    return BoardChart(facts=indicator, drawings=drawings, description=described(chart))


def _parts(room: int, *parts: tuple[str, Message, tuple[str, ...]]) -> tuple[Part, ...]:
    points = column([points for _name, _heading, points in parts], room, MEASURE)
    return tuple(
        Part(name=name, heading=heading, points=fit)
        for (name, heading, _points), fit in zip(parts, points, strict=True)
    )


def _goal(goal: GoalFacts) -> str:
    if goal.status == "not_started":
        return goal.title
    return f"{goal.title} – {STATUSES.get(goal.status, goal.status)}"


def _period(begins: GatheringName | None, ends: GatheringName | None) -> str:
    return " – ".join(_named(one) for one in (begins, ends) if one is not None)


def _named(gathering: GatheringName) -> str:
    days = said_days(gathering.starts_on, gathering.ends_on)
    return f"{gathering.title} ({days})" if days else gathering.title
