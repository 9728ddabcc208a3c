"""The kinds of facts that a work plan is made of, and their form in JSON."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from pydantic import TypeAdapter

Texts = dict[str, str]


@dataclass(frozen=True, kw_only=True)
class GatheringName:
    """A gathering as plans name it; days are ISO dates."""

    id: str
    title: str
    ordinal: int | None = None
    starts_on: str | None = None
    ends_on: str | None = None


@dataclass(frozen=True, kw_only=True)
class Origin:
    """What a goal or measure comes from: a conclusion, theme or note of a café, in the words it had then."""

    kind: str
    session_id: str
    id: str
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Borrowed:
    """The measure that one was copied from, and whose it is; each may be gone."""

    measure_id: str | None = None
    team_id: str | None = None
    organisation: str = ""


@dataclass(frozen=True, kw_only=True)
class GoalFacts:
    """A goal; its texts by field."""

    id: str
    title: str
    kind: str = "result"
    status: str = "not_started"
    anchoring: str = ""
    anchoring_link: str = ""
    origin: Origin | None = None
    texts: Texts = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class MeasureFacts:
    """A measure. `responsible` is what was typed, `responsible_name` the account's; `who` is what to show."""

    id: str
    title: str
    goal_id: str | None = None
    kind: str = "other"
    status: str = "not_started"
    status_at: int | None = None
    responsible: str = ""
    responsible_id: str | None = None
    responsible_name: str = ""
    due_on: str | None = None
    due_gathering: GatheringName | None = None
    users_took_part: bool | None = None
    origin: Origin | None = None
    borrowed: Borrowed | None = None
    texts: Texts = field(default_factory=dict)

    @property
    def who(self) -> str:
        """Give the name of who is responsible, or nothing."""
        return self.responsible_name or self.responsible


@dataclass(frozen=True, kw_only=True)
class CycleFacts:
    """One turn of plan, do, study, act; its texts by field. `act` is adopt, adapt or abandon."""

    id: str
    measure_id: str
    starts_on: str | None = None
    act: str | None = None
    texts: Texts = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class MeasurementFacts:
    """One value on a day; numbers are decimal text with a point."""

    taken_on: str
    value: str
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class IndicatorFacts:
    """An indicator with its measurements by day, without those taken out."""

    id: str
    title: str
    goal_id: str | None = None
    measure_id: str | None = None
    kind: str = "outcome"
    unit: str = ""
    direction: str = "up"
    baseline: str | None = None
    baseline_on: str | None = None
    target: str | None = None
    target_on: str | None = None
    frequency: str = "monthly"
    owner: str = ""
    measurements: tuple[MeasurementFacts, ...] = ()

    @property
    def last(self) -> MeasurementFacts | None:
        """Give the newest measurement."""
        return self.measurements[-1] if self.measurements else None


@dataclass(frozen=True, kw_only=True)
class FundingFacts:
    """Where money comes from; the amount in whole units."""

    id: str
    source: str
    amount: int | None = None
    currency: str = "NOK"
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class PilotFacts:
    """Something that is tried for a time; scope and lessons are its texts."""

    id: str
    title: str
    starts_on: str | None = None
    ends_on: str | None = None
    ended: bool = False
    texts: Texts = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class SignOffFacts:
    """A leader stands by a version; `at` in milliseconds."""

    name: str
    version: int
    at: int


@dataclass(frozen=True, kw_only=True)
class ReportFacts:
    """That there is a status report to a gathering, and where it stands."""

    id: str
    gathering: GatheringName
    state: str = "draft"
    wants_help: bool = False
    submitted_at: int | None = None


@dataclass(frozen=True, kw_only=True)
class PlanFacts:
    """A whole work plan. Goals, measures and the rest are in their order; times in milliseconds."""

    id: str
    title: str
    team_id: str
    team: str
    organisation_id: str
    organisation: str
    network_id: str
    state: str = "draft"
    version: int = 0
    template: str = ""
    follows_id: str | None = None
    from_gathering: GatheringName | None = None
    to_gathering: GatheringName | None = None
    created_at: int = 0
    submitted_at: int | None = None
    texts: Texts = field(default_factory=dict)
    goals: tuple[GoalFacts, ...] = ()
    measures: tuple[MeasureFacts, ...] = ()
    cycles: tuple[CycleFacts, ...] = ()
    indicators: tuple[IndicatorFacts, ...] = ()
    funding: tuple[FundingFacts, ...] = ()
    pilots: tuple[PilotFacts, ...] = ()
    sign_offs: tuple[SignOffFacts, ...] = ()
    reports: tuple[ReportFacts, ...] = ()

    @cached_property
    def _goal_ids(self) -> frozenset[str]:
        return frozenset(goal.id for goal in self.goals)

    def measures_of(self, goal_id: str) -> tuple[MeasureFacts, ...]:
        """Give the measures under a goal."""
        return tuple(measure for measure in self.measures if measure.goal_id == goal_id)

    @property
    def measures_beside(self) -> tuple[MeasureFacts, ...]:
        """Give the measures under no goal, or under one that was taken out."""
        return tuple(measure for measure in self.measures if measure.goal_id not in self._goal_ids)

    def cycles_of(self, measure_id: str) -> tuple[CycleFacts, ...]:
        """Give the turns a measure has had."""
        return tuple(cycle for cycle in self.cycles if cycle.measure_id == measure_id)

    def indicators_of(self, goal_id: str) -> tuple[IndicatorFacts, ...]:
        """Give the indicators of a goal."""
        return tuple(indicator for indicator in self.indicators if indicator.goal_id == goal_id)

    @property
    def indicators_beside(self) -> tuple[IndicatorFacts, ...]:
        """Give the indicators of no goal, or of one that was taken out."""
        return tuple(indicator for indicator in self.indicators if indicator.goal_id not in self._goal_ids)


_PLAN = TypeAdapter(PlanFacts)


def as_json(facts: PlanFacts) -> dict[str, Any]:
    """Give facts in a form that JSON can hold."""
    whole: dict[str, Any] = _PLAN.dump_python(facts, mode="json")
    return whole


def from_json(whole: dict[str, Any]) -> PlanFacts:
    """Give the facts that `as_json` made, perhaps long ago: what was added since has its default."""
    return _PLAN.validate_python(whole)


def without_accounts(facts: PlanFacts) -> PlanFacts:
    """Give facts in which no account's name stands, as they are kept for long.

    An account that is erased takes its name with it; what a team typed itself stays. Which account it was
    is kept, so that its name of today can be shown as long as there is one.
    """
    measures = tuple(replace(measure, responsible_name="") for measure in facts.measures)
    return replace(facts, measures=measures)


def without_account_ids(facts: PlanFacts) -> PlanFacts:
    """Give facts that may leave the server as data: neither the name nor the id of an account is in them."""
    measures = tuple(replace(measure, responsible_id=None) for measure in facts.measures)
    return without_accounts(replace(facts, measures=measures))
