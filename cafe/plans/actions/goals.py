"""What happens when something is asked of goals and measures."""

from __future__ import annotations

from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.perform import Result, action
from cafe.plans.actions.found import in_plan, last_position, new_in, worked_on
from cafe.plans.actions.shown import put_back, take_out
from cafe.plans.commands.goals import (
    AddGoal,
    AddMeasure,
    ChangeGoal,
    RemoveGoal,
    RemoveMeasure,
    RestoreGoal,
    RestoreMeasure,
    SetStatus,
)
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


# What no command can make empty: left out and null both leave it as it is.
_OF_A_GOAL = ("title", "kind", "status", "anchoring", "anchoring_link", "position")


@action(ChangeGoal)
def change_goal(session: Session, _actor: Actor, command: ChangeGoal, now: int) -> Result:
    """Change what is said of a goal."""
    worked_on(session, command.plan_id, now)
    goal = in_plan(session, Goal, command.plan_id, command.goal_id)
    for name in _OF_A_GOAL:
        if getattr(command, name) is not None:
            setattr(goal, name, getattr(command, name))
    return {}


@action(RemoveGoal)
def remove_goal(session: Session, _actor: Actor, command: RemoveGoal, now: int) -> Result:
    """Take a goal out. Its measures keep it, so that all is as before when it is put back."""
    worked_on(session, command.plan_id, now)
    take_out(session, in_plan(session, Goal, command.plan_id, command.goal_id))
    return {}


@action(RestoreGoal)
def restore_goal(session: Session, _actor: Actor, command: RestoreGoal, now: int) -> Result:
    """Put a goal back."""
    worked_on(session, command.plan_id, now)
    put_back(session, in_plan(session, Goal, command.plan_id, command.goal_id))
    return {}


@action(RemoveMeasure)
def remove_measure(session: Session, _actor: Actor, command: RemoveMeasure, now: int) -> Result:
    """Take a measure out."""
    worked_on(session, command.plan_id, now)
    take_out(session, in_plan(session, Measure, command.plan_id, command.measure_id))
    return {}


@action(RestoreMeasure)
def restore_measure(session: Session, _actor: Actor, command: RestoreMeasure, now: int) -> Result:
    """Put a measure back."""
    worked_on(session, command.plan_id, now)
    put_back(session, in_plan(session, Measure, command.plan_id, command.measure_id))
    return {}
