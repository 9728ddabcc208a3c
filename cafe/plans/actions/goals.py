"""What happens when something is asked of goals and measures."""

from __future__ import annotations

from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.perform import Result, action
from cafe.plans.actions.found import in_plan, last_position, new_in, worked_on
from cafe.plans.commands.goals import AddGoal, AddMeasure, SetStatus
from cafe.plans.model import Goal, Measure, StatusChange


@action(AddGoal)
def add_goal(session: Session, _actor: Actor, command: AddGoal, now: int) -> Result:
    """Add a goal, at the end unless a position is given."""
    plan = worked_on(session, command.plan_id, now)
    new_in(session, Goal, command.goal_id, "goal_id")
    position = command.position
    if position is None:
        position = last_position(session, Goal, plan.id)
    goal = Goal(id=command.goal_id, stream_id=plan.id, plan=plan, title=command.title, position=position)
    session.add(goal)
    return {"goal_id": goal.id}


@action(AddMeasure)
def add_measure(session: Session, _actor: Actor, command: AddMeasure, now: int) -> Result:
    """Add a measure, at the end unless a position is given."""
    plan = worked_on(session, command.plan_id, now)
    new_in(session, Measure, command.measure_id, "measure_id")
    if command.goal_id is not None:
        in_plan(session, Goal, plan.id, command.goal_id)
    position = command.position
    if position is None:
        position = last_position(session, Measure, plan.id)
    measure = Measure(
        id=command.measure_id,
        stream_id=plan.id,
        plan=plan,
        goal_id=command.goal_id,
        title=command.title,
        position=position,
    )
    session.add(measure)
    return {"measure_id": measure.id}


@action(SetStatus)
def set_status(session: Session, _actor: Actor, command: SetStatus, now: int) -> Result:
    """Say where a measure stands, and keep when that changed."""
    worked_on(session, command.plan_id, now)
    measure = in_plan(session, Measure, command.plan_id, command.measure_id)
    if measure.status != command.status:
        change = StatusChange(measure_id=measure.id, before=measure.status, after=command.status, at=now)
        session.add(change)
        measure.status, measure.status_at = command.status, now
    return {}
