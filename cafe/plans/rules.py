"""Pure decisions about work plans."""

from __future__ import annotations

from enum import StrEnum

from cafe.plans.commands.goals import Status


class PlanState(StrEnum):
    """How far a plan has come. A draft is its team's alone."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    ACTIVE = "active"
    REPORTED = "reported"


FINISHED = frozenset({Status.DONE, Status.CANCELLED})


def may_be_read_by_others(state: str) -> bool:
    """Tell whether the network may read a plan in this state."""
    return state != PlanState.DRAFT
