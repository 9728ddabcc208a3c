"""Pure decisions about work plans."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from cafe.plans.commands.goals import Status


class PlanState(StrEnum):
    """How far a plan has come. A draft is its team's alone."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    ACTIVE = "active"
    REPORTED = "reported"


class ReportState(StrEnum):
    """A report is its team's alone until it is handed in."""

    DRAFT = "draft"
    SUBMITTED = "submitted"


class ScoreBy(StrEnum):
    """Whose score it is."""

    TEAM = "team"
    ORGANISERS = "organisers"


FINISHED = frozenset({Status.DONE, Status.CANCELLED})
_RUNNING = (PlanState.ACTIVE, PlanState.SUBMITTED)


def may_be_read_by_others(state: str) -> bool:
    """Tell whether the network may read a plan in this state."""
    return state != PlanState.DRAFT


def score_is_for(by: str, state: str, have_scored: frozenset[str]) -> frozenset[ScoreBy]:
    """Tell to whom a score of a report in a state is shown: to whoever set it, and to the other side.

    Organisers see the team's own with the report that it is beside. The team sees the organisers' once it
    has set its own, so that it looks at itself first; nobody else sees either.
    """
    if by == ScoreBy.TEAM:
        handed_in = state == ReportState.SUBMITTED
        return frozenset(ScoreBy) if handed_in else frozenset({ScoreBy.TEAM})
    return frozenset(ScoreBy) if ScoreBy.TEAM in have_scored else frozenset({ScoreBy.ORGANISERS})


class Step(StrEnum):
    """What a team does with its plan as a whole."""

    SUBMIT = "submit"
    START = "start"
    REPORT = "report"
    BACK = "back"


# Where each step leads. Work is not linear, and a finger slips: a plan goes back one step at a time.
_LEADS = {
    (PlanState.DRAFT, Step.SUBMIT): PlanState.SUBMITTED,
    (PlanState.SUBMITTED, Step.START): PlanState.ACTIVE,
    (PlanState.SUBMITTED, Step.REPORT): PlanState.REPORTED,
    (PlanState.ACTIVE, Step.REPORT): PlanState.REPORTED,
    (PlanState.SUBMITTED, Step.BACK): PlanState.DRAFT,
    (PlanState.ACTIVE, Step.BACK): PlanState.SUBMITTED,
    (PlanState.REPORTED, Step.BACK): PlanState.ACTIVE,
}


def state_after(state: str, step: Step, *, others_build_on_it: bool = False) -> PlanState | None:
    """Give the state that a step leads to, or None where it leads nowhere.

    What others have borrowed from, or a report they have been given, is not hidden from them again.
    """
    after = _LEADS.get((PlanState(state), step))
    if after == PlanState.DRAFT and others_build_on_it:
        return None
    return after


def version_is_for_others(state_then: str) -> bool:
    """Tell whether the network may read a version: not one that was kept while the plan was a draft."""
    return may_be_read_by_others(state_then)


def at_hand(states: Sequence[str]) -> list[int]:
    """Give which of a team's plans, the newest first, it works with now, the one under way before all others.

    A plan that has been reported counts until another is begun: what is unfinished in it is nobody else's. A
    draft repeats what goes on, and counts where it is all there is.
    """
    running = [number for each in _RUNNING for number, state in enumerate(states) if state == each]
    reported = [0] if states and states[0] == PlanState.REPORTED else []
    newest = [0] if states else []
    return running + reported or newest


def is_unfinished(status: str) -> bool:
    """Tell whether there is something left to do."""
    return status not in FINISHED


def goals_to_carry(goals: Mapping[str, str], measures: Iterable[tuple[str | None, str]]) -> frozenset[str]:
    """Tell which goals go on into the next period: those unfinished, and those with a measure that is.

    `goals` gives the status of each goal by its id, `measures` the goal and the status of each measure. A
    goal that was cancelled stays behind; a measure of it that goes on stands beside the goals.
    """
    with_work = {goal_id for goal_id, status in measures if is_unfinished(status)}
    return frozenset(
        goal_id
        for goal_id, status in goals.items()
        if is_unfinished(status) or (status == Status.DONE and goal_id in with_work)
    )
