"""What happens when something is asked of indicators."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.errors import BadInput
from cafe.i18n import lazy
from cafe.perform import Result, action
from cafe.plans.actions.found import in_plan, last_position, worked_on
from cafe.plans.actions.shown import put_back, take_out
from cafe.plans.commands.indicators import (
    MOST_INDICATORS,
    RemoveIndicator,
    RestoreIndicator,
    SetIndicator,
)
from cafe.plans.model import Goal, Indicator, Measure, WorkPlan

# What a command always carries, and what is looked at apart from the rest.
_NAMED = {"id", "plan_id", "indicator_id"}


@action(SetIndicator)
def set_indicator(session: Session, _actor: Actor, command: SetIndicator, now: int) -> Result:
    """Add an indicator or change one. Raises BadInput for one without a title or one too many."""
    plan = worked_on(session, command.plan_id, now)
    _require_own(session, command)
    given = command.model_dump(mode="json", exclude=_NAMED, exclude_unset=True)
    if given.get("position", 0) is None:
        del given["position"]
    indicator = session.get(Indicator, command.indicator_id)
    if indicator is None:
        indicator = _new(session, plan, command)
        session.add(indicator)
    else:
        indicator = in_plan(session, Indicator, plan.id, command.indicator_id)
        if "title" in given and given["title"] is None:
            raise BadInput(field="title")
        for name, value in given.items():
            setattr(indicator, name, value)
    return {"indicator_id": indicator.id}


def _require_own(session: Session, command: SetIndicator) -> None:
    if command.goal_id:
        in_plan(session, Goal, command.plan_id, command.goal_id)
    if command.measure_id:
        in_plan(session, Measure, command.plan_id, command.measure_id)


def _new(session: Session, plan: WorkPlan, command: SetIndicator) -> Indicator:
    if command.title is None:
        raise BadInput(lazy("Something is missing here. Fill it in."), field="title")
    count = select(func.count()).select_from(Indicator).where(Indicator.plan_id == plan.id)
    if (session.scalar(count) or 0) >= MOST_INDICATORS:
        raise BadInput(lazy("A plan holds up to %(most)s indicators.", most=MOST_INDICATORS))
    fields = command.model_dump(mode="json", exclude=_NAMED)
    if command.position is None:
        fields["position"] = last_position(session, Indicator, plan.id)
    return Indicator(id=command.indicator_id, stream_id=plan.id, plan=plan, removed=False, **fields)


@action(RemoveIndicator)
def remove_indicator(session: Session, _actor: Actor, command: RemoveIndicator, now: int) -> Result:
    """Take an indicator out of the plan."""
    worked_on(session, command.plan_id, now)
    take_out(session, in_plan(session, Indicator, command.plan_id, command.indicator_id))
    return {}


@action(RestoreIndicator)
def restore_indicator(session: Session, _actor: Actor, command: RestoreIndicator, now: int) -> Result:
    """Put an indicator back."""
    worked_on(session, command.plan_id, now)
    put_back(session, in_plan(session, Indicator, command.plan_id, command.indicator_id))
    return {}
