"""What happens when something is asked of turns of plan, do, study, act."""

from __future__ import annotations

from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.perform import Result, action
from cafe.plans.actions.found import in_plan, last_position, worked_on
from cafe.plans.actions.kept import change_named, of_this_plan
from cafe.plans.actions.shown import put_back, show_anew, take_out
from cafe.plans.commands.cycles import RemoveCycle, RestoreCycle, SetCycle
from cafe.plans.model import Measure, PdsaCycle


@action(SetCycle)
def set_cycle(session: Session, _actor: Actor, command: SetCycle, now: int) -> Result:
    """Begin a turn with a measure of the plan, or change one."""
    plan = worked_on(session, command.plan_id, now)
    measure = in_plan(session, Measure, plan.id, command.measure_id)
    cycle = of_this_plan(session, PdsaCycle, plan.id, command.cycle_id, "cycle_id")
    if cycle is None:
        position = last_position(session, PdsaCycle, plan.id)
        cycle = PdsaCycle(
            id=command.cycle_id,
            stream_id=plan.id,
            plan=plan,
            measure=measure,
            position=position,
        )
        session.add(cycle)
    change_named(cycle, command, ("starts_on", "act", "position"))
    if cycle.measure is not measure:
        cycle.measure = measure
        show_anew(session, cycle)
    return {}


@action(RemoveCycle)
def remove_cycle(session: Session, _actor: Actor, command: RemoveCycle, now: int) -> Result:
    """Take a turn out."""
    worked_on(session, command.plan_id, now)
    take_out(session, in_plan(session, PdsaCycle, command.plan_id, command.cycle_id))
    return {}


@action(RestoreCycle)
def restore_cycle(session: Session, _actor: Actor, command: RestoreCycle, now: int) -> Result:
    """Put a turn back."""
    worked_on(session, command.plan_id, now)
    put_back(session, in_plan(session, PdsaCycle, command.plan_id, command.cycle_id))
    return {}
