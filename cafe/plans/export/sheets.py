"""Plans as sheets of a workbook: one kind of thing a sheet, one thing a row. Figures are figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from flask_babel import gettext

from cafe.harvest.report.as_xlsx import Cell, Sheet
from cafe.plans import facts_words as words
from cafe.plans.commands.indicators import Direction, Frequency, IndicatorKind
from cafe.plans.export.story import Reports
from cafe.plans.facts import PlanFacts
from cafe.plans.filling_words import PARTS
from cafe.plans.indicator_words import DIRECTIONS, FREQUENCIES, KINDS

Plans = Sequence[tuple[PlanFacts, Reports]]
Rows = Iterable[Sequence[Cell]]


def sheets_of(plans: Plans) -> Iterable[Sheet]:
    """Give the sheets; the first three columns of each say whose it is."""
    whose = (gettext("Organisation"), gettext("Team"), gettext("Plan"))
    yield (
        gettext("Plans"),
        (
            *whose,
            *(gettext("Period"), gettext("Status"), gettext("Version"), gettext("Sign-off")),
            *map(str, words.PLAN_HEADINGS.values()),
        ),
        _plans(plans),
    )
    goal = (gettext("Goal"), gettext("Kind"), gettext("Status"), gettext("Follows"), gettext("Comes from"))
    yield gettext("Goals"), (*whose, *goal, *map(str, words.GOAL_HEADINGS.values())), _goals(plans)
    measure = (
        gettext("Goal"),
        gettext("Measure"),
        gettext("Kind"),
        gettext("Status"),
        gettext("Responsible"),
        gettext("Deadline"),
        gettext("Service users"),
        gettext("Comes from"),
        gettext("Borrowed from"),
    )
    headings = map(str, words.MEASURE_HEADINGS.values())
    yield gettext("Measures"), (*whose, *measure, *headings), _measures(plans)
    yield gettext("Indicators"), (*whose, *_indicator_header()), _indicators(plans)
    value = (gettext("Indicator"), gettext("Unit"), gettext("Baseline"), gettext("Target"))
    taken = (gettext("Day"), gettext("Value"), gettext("Note"))
    yield gettext("Measurements"), (*whose, *value, *taken), _measurements(plans)
    turn = (gettext("Measure"), gettext("Day"), *map(str, words.CYCLE_HEADINGS.values()))
    yield gettext("Small turns"), (*whose, *turn, gettext("How it ended")), _cycles(plans)
    tried = (gettext("Pilot"), gettext("From"), gettext("Until"), gettext("Status"))
    yield gettext("Pilots"), (*whose, *tried, *map(str, words.PILOT_HEADINGS.values())), _pilots(plans)
    money = (gettext("Who pays"), gettext("Amount"), gettext("Currency"), gettext("For what"))
    yield gettext("Funding"), (*whose, *money), _funding(plans)
    reports = (gettext("Gathering"), *(str(title) for title, _ in PARTS.values()))
    yield gettext("Status reports"), (*whose, *reports), _reports(plans)


def _whose(facts: PlanFacts) -> tuple[str, str, str]:
    return facts.organisation, facts.team, facts.title


def _figure(text: str | None) -> Cell:
    return None if text is None else float(Decimal(text))


def _plans(plans: Plans) -> Rows:
    for facts, _ in plans:
        texts = (facts.texts.get(name, "") for name in words.PLAN_HEADINGS)
        signed = "\n".join(words.said_sign_off(each) for each in facts.sign_offs)
        stands = (words.said_period(facts), str(words.STATES[facts.state]), facts.version or None, signed)
        yield (*_whose(facts), *stands, *texts)


def _goals(plans: Plans) -> Rows:
    for facts, _ in plans:
        for goal in facts.goals:
            kind = gettext("Effect goal") if goal.kind == "effect" else gettext("Result goal")
            follows = " ".join(filter(None, (goal.anchoring, goal.anchoring_link)))
            texts = (goal.texts.get(name, "") for name in words.GOAL_HEADINGS)
            said = goal.origin.words if goal.origin else ""
            yield (*_whose(facts), goal.title, kind, str(words.STATUSES[goal.status]), follows, said, *texts)


def _measures(plans: Plans) -> Rows:
    for facts, _ in plans:
        goals = {goal.id: goal.title for goal in facts.goals}
        for measure in facts.measures:
            yield (
                *_whose(facts),
                goals.get(measure.goal_id or "", ""),
                measure.title,
                str(words.MEASURE_KINDS[measure.kind]),
                str(words.STATUSES[measure.status]),
                measure.who,
                words.said_deadline(measure),
                words.said_taking_part(measure),
                measure.origin.words if measure.origin else "",
                measure.borrowed.organisation if measure.borrowed else "",
                *(measure.texts.get(name, "") for name in words.MEASURE_HEADINGS),
            )


def _indicator_header() -> Sequence[str]:
    return (
        *(gettext("Goal"), gettext("Measure"), gettext("Indicator"), gettext("What does it show?")),
        *(gettext("Which way should it go?"), gettext("How often do you measure?"), gettext("Who measures?")),
        *(gettext("Unit"), gettext("Baseline"), gettext("When was that?")),
        *(gettext("Target"), gettext("By when?")),
    )


def _indicators(plans: Plans) -> Rows:
    for facts, _ in plans:
        goals = {goal.id: goal.title for goal in facts.goals}
        measures = {measure.id: measure.title for measure in facts.measures}
        for each in facts.indicators:
            yield (
                *_whose(facts),
                *(goals.get(each.goal_id or "", ""), measures.get(each.measure_id or "", ""), each.title),
                str(KINDS[IndicatorKind(each.kind)]),
                str(DIRECTIONS[Direction(each.direction)]),
                str(FREQUENCIES[Frequency(each.frequency)]),
                *(each.owner, each.unit),
                *(_figure(each.baseline), each.baseline_on, _figure(each.target), each.target_on),
            )


def _measurements(plans: Plans) -> Rows:
    for facts, _ in plans:
        for indicator in facts.indicators:
            about = (indicator.title, indicator.unit, _figure(indicator.baseline), _figure(indicator.target))
            for each in indicator.measurements:
                yield (*_whose(facts), *about, each.taken_on, _figure(each.value), each.words)


def _cycles(plans: Plans) -> Rows:
    for facts, _ in plans:
        titles = {measure.id: measure.title for measure in facts.measures}
        for cycle in facts.cycles:
            texts = (cycle.texts.get(name, "") for name in words.CYCLE_HEADINGS)
            act = str(words.ACTS[cycle.act]) if cycle.act else ""
            yield (*_whose(facts), titles.get(cycle.measure_id, ""), cycle.starts_on, *texts, act)


def _pilots(plans: Plans) -> Rows:
    for facts, _ in plans:
        for pilot in facts.pilots:
            state = gettext("ended") if pilot.ended else gettext("goes on")
            texts = (pilot.texts.get(name, "") for name in words.PILOT_HEADINGS)
            yield (*_whose(facts), pilot.title, pilot.starts_on, pilot.ends_on, state, *texts)


def _funding(plans: Plans) -> Rows:
    for facts, _ in plans:
        for each in facts.funding:
            yield (*_whose(facts), each.source, each.amount, each.currency, each.words)


def _reports(plans: Plans) -> Rows:
    for facts, reports in plans:
        for report in facts.reports:
            texts = reports.get(report.id)
            if texts is not None:
                told = (texts.get(name, "") for name in PARTS)
                yield (*_whose(facts), report.gathering.title, *told)
