"""What is another in a plan than it was: what came, what was taken out, what was changed, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from cafe.i18n import Message, lazy
from cafe.plans.compare_words import Run, runs
from cafe.plans.facts import (
    CycleFacts,
    FundingFacts,
    GoalFacts,
    IndicatorFacts,
    MeasureFacts,
    PilotFacts,
    PlanFacts,
    Texts,
)
from cafe.plans.facts_words import (
    ACTS,
    CYCLE_HEADINGS,
    GOAL_HEADINGS,
    MEASURE_HEADINGS,
    PILOT_HEADINGS,
    PLAN_HEADINGS,
    STATUSES,
    said_days_of,
    said_deadline,
    said_money,
    said_period,
    said_taking_part,
    said_way,
)

ADDED, REMOVED, CHANGED = "added", "removed", "changed"
Told = list[tuple[Message, str]]


class HasId(Protocol):
    """Anything of a plan that is the same thing from one version to the next."""

    @property
    def id(self) -> str:
        """Tell which one it is."""


Thing = TypeVar("Thing", bound=HasId)


@dataclass(frozen=True, kw_only=True)
class Change:
    """One field of something: what it said and says, as runs of words."""

    label: Message
    runs: tuple[Run, ...]


@dataclass(frozen=True, kw_only=True)
class Difference:
    """Something that came, was taken out or was changed."""

    how: str
    title: str
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Section:
    """The differences among things of one kind; never empty."""

    heading: Message
    differences: tuple[Difference, ...]


def compare(before: PlanFacts, after: PlanFacts) -> list[Section]:
    """Give what is another in `after`, kind by kind; nothing for plans that say the same."""
    kinds: tuple[tuple[Message, tuple[Difference, ...]], ...] = (
        (lazy("The plan"), _whole(before, after)),
        (lazy("Goals"), _things(before.goals, after.goals, _goal, _goal)),
        (lazy("Measures"), _things(before.measures, after.measures, _measure(before), _measure(after))),
        (lazy("Turns of trying"), _things(before.cycles, after.cycles, _cycle(before), _cycle(after))),
        (lazy("Indicators"), _things(before.indicators, after.indicators, _indicator, _indicator)),
        (lazy("Pilots"), _things(before.pilots, after.pilots, _pilot, _pilot)),
        (lazy("Funding"), _things(before.funding, after.funding, _funding, _funding)),
    )
    return [Section(heading=heading, differences=found) for heading, found in kinds if found]


def _whole(before: PlanFacts, after: PlanFacts) -> tuple[Difference, ...]:
    def told(facts: PlanFacts) -> Told:
        return [
            (lazy("Title"), facts.title),
            (lazy("Period"), said_period(facts)),
            *_texts(PLAN_HEADINGS, facts.texts),
        ]

    changes = _changes(told(before), told(after))
    return (Difference(how=CHANGED, title="", changes=changes),) if changes else ()


def _things(
    before: Iterable[Thing],
    after: Iterable[Thing],
    tell_before: Callable[[Thing], Told],
    tell_after: Callable[[Thing], Told],
) -> tuple[Difference, ...]:
    """Pair things by id; the first line that is told of a thing is its title."""
    earlier = {thing.id: tell_before(thing) for thing in before}
    found = []
    for thing in after:
        told = tell_after(thing)
        if thing.id not in earlier:
            said = [(label, text) for label, text in told[1:] if text != str(STATUSES["not_started"])]
            found.append(Difference(how=ADDED, title=told[0][1], changes=_changes([], said)))
            continue
        changes = _changes(earlier.pop(thing.id), told)
        if changes:
            found.append(Difference(how=CHANGED, title=told[0][1], changes=changes))
    found += [
        Difference(how=REMOVED, title=told[0][1], changes=_changes(told[1:], [])) for told in earlier.values()
    ]
    return tuple(found)


def _changes(before: Told, after: Told) -> tuple[Change, ...]:
    first = {str(label): text for label, text in before}
    second = {str(label): text for label, text in after}
    labels = {str(label): label for label, _ in [*before, *after]}
    return tuple(
        Change(label=label, runs=runs(first.get(name, ""), second.get(name, "")))
        for name, label in labels.items()
        if first.get(name, "") != second.get(name, "")
    )


def _texts(headings: dict[str, Message], texts: Texts) -> Told:
    return [(heading, texts.get(name, "")) for name, heading in headings.items()]


def _goal(goal: GoalFacts) -> Told:
    return [
        (lazy("Title"), goal.title),
        (lazy("Status"), str(STATUSES.get(goal.status, ""))),
        (lazy("Follows"), " ".join(part for part in (goal.anchoring, goal.anchoring_link) if part)),
        *_texts(GOAL_HEADINGS, goal.texts),
    ]


def _measure(facts: PlanFacts) -> Callable[[MeasureFacts], Told]:
    goals = {goal.id: goal.title for goal in facts.goals}

    def tell(measure: MeasureFacts) -> Told:
        return [
            (lazy("Title"), measure.title),
            (lazy("Goal"), goals.get(measure.goal_id or "", "")),
            (lazy("Status"), str(STATUSES.get(measure.status, ""))),
            (lazy("Responsible"), measure.who),
            (lazy("Deadline"), said_deadline(measure)),
            (lazy("Service users"), said_taking_part(measure)),
            *_texts(MEASURE_HEADINGS, measure.texts),
        ]

    return tell


def _cycle(facts: PlanFacts) -> Callable[[CycleFacts], Told]:
    measures = {measure.id: measure.title for measure in facts.measures}

    def tell(cycle: CycleFacts) -> Told:
        return [
            (lazy("Measure"), measures.get(cycle.measure_id, "")),
            (lazy("What came of it"), str(ACTS.get(cycle.act or "", ""))),
            (lazy("Days"), said_days_of(cycle.starts_on, None)),
            *_texts(CYCLE_HEADINGS, cycle.texts),
        ]

    return tell


def _indicator(indicator: IndicatorFacts) -> Told:
    return [
        (lazy("Title"), indicator.title),
        (lazy("Values"), said_way(indicator)),
        (lazy("Measurements"), str(len(indicator.measurements) or "")),
        (lazy("Who measures"), indicator.owner),
    ]


def _pilot(pilot: PilotFacts) -> Told:
    return [
        (lazy("Title"), pilot.title),
        (lazy("Days"), said_days_of(pilot.starts_on, pilot.ends_on)),
        (lazy("Status"), str(STATUSES["done"]) if pilot.ended else ""),
        *_texts(PILOT_HEADINGS, pilot.texts),
    ]


def _funding(funding: FundingFacts) -> Told:
    return [
        (lazy("Source"), funding.source),
        (lazy("Amount"), said_money(funding)),
        (lazy("For what"), funding.words),
    ]
