"""Changing what is said of a measure: what it is, whose it is, and when it is due."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.errors import BadInput
from cafe.network.model import TeamMember
from cafe.perform import Result, action
from cafe.plans.actions.found import in_plan, worked_on
from cafe.plans.actions.plan import require_own_gathering
from cafe.plans.commands.goals import ChangeMeasure
from cafe.plans.model import Goal, Measure, WorkPlan

# What null leaves as it is; of the others null says that there is none.
_NEVER_EMPTY = ("title", "kind", "position")


@action(ChangeMeasure)
def change_measure(session: Session, _actor: Actor, command: ChangeMeasure, now: int) -> Result:
    """Change what is said of a measure. Raises NotFound, BadInput."""
    plan = worked_on(session, command.plan_id, now)
    measure = in_plan(session, Measure, plan.id, command.measure_id)
    said = command.model_fields_set
    for name in _NEVER_EMPTY:
        if getattr(command, name) is not None:
            setattr(measure, name, getattr(command, name))
    if "goal_id" in said:
        if command.goal_id is not None:
            in_plan(session, Goal, plan.id, command.goal_id)
        measure.goal_id = command.goal_id
    if "users_took_part" in said:
        measure.users_took_part = command.users_took_part
    _responsible(session, plan, measure, command)
    _due(session, plan, measure, command)
    return {}


def _responsible(session: Session, plan: WorkPlan, measure: Measure, command: ChangeMeasure) -> None:
    """Name one of the team by account and name, or somebody else in words, which are nobody's account."""
    said = command.model_fields_set
    if not said & {"responsible", "responsible_id"}:
        return
    measure.responsible = command.responsible or ""
    measure.responsible_id = command.responsible_id
    if command.responsible_id is not None:
        member = session.get(TeamMember, (plan.team_id, command.responsible_id))
        if member is None:
            raise BadInput(field="responsible_id")
        measure.responsible = member.user.name


def _due(session: Session, plan: WorkPlan, measure: Measure, command: ChangeMeasure) -> None:
    """Let a day or a gathering take the other's place."""
    said = command.model_fields_set
    if command.due_on is not None and command.due_gathering_id is not None:
        raise BadInput(field="due_on")
    if command.due_on is not None:
        _require_a_day(command.due_on)
    require_own_gathering(session, plan.team.network_id, command.due_gathering_id)
    if said & {"due_on", "due_gathering_id"}:
        measure.due_on, measure.due_gathering_id = command.due_on, command.due_gathering_id


def _require_a_day(day: str) -> None:
    """Refuse a day that no calendar has, such as 31 April."""
    try:
        date.fromisoformat(day)
    except ValueError as error:
        raise BadInput(field="due_on") from error
