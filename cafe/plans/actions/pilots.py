"""What happens when something is asked of what is tried for a time."""

from __future__ import annotations

from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.errors import BadInput
from cafe.i18n import lazy
from cafe.perform import Result, action
from cafe.plans.actions.found import in_plan, last_position, worked_on
from cafe.plans.actions.kept import change_named, of_this_plan
from cafe.plans.actions.shown import put_back, take_out
from cafe.plans.commands.pilots import RemovePilot, RestorePilot, SetPilot
from cafe.plans.model import Pilot

LAST_BEFORE_FIRST = lazy("The last day is before the first. Look at both.")


@action(SetPilot)
def set_pilot(session: Session, _actor: Actor, command: SetPilot, now: int) -> Result:
    """Begin something that is tried for a time, or change it. Raises BadInput for days in a wrong order."""
    plan = worked_on(session, command.plan_id, now)
    pilot = of_this_plan(session, Pilot, plan.id, command.pilot_id, "pilot_id")
    if pilot is None:
        position = last_position(session, Pilot, plan.id)
        pilot = Pilot(id=command.pilot_id, stream_id=plan.id, plan=plan, position=position)
        session.add(pilot)
    change_named(pilot, command, ("title", "starts_on", "ends_on", "ended", "position"))
    if pilot.starts_on and pilot.ends_on and pilot.ends_on < pilot.starts_on:
        raise BadInput(LAST_BEFORE_FIRST, field="ends_on")
    return {}


@action(RemovePilot)
def remove_pilot(session: Session, _actor: Actor, command: RemovePilot, now: int) -> Result:
    """Take a pilot out."""
    worked_on(session, command.plan_id, now)
    take_out(session, in_plan(session, Pilot, command.plan_id, command.pilot_id))
    return {}


@action(RestorePilot)
def restore_pilot(session: Session, _actor: Actor, command: RestorePilot, now: int) -> Result:
    """Put a pilot back."""
    worked_on(session, command.plan_id, now)
    put_back(session, in_plan(session, Pilot, command.plan_id, command.pilot_id))
    return {}
