"""Taking home what a gathering came to: it becomes a goal or a measure and keeps where it is from."""

from __future__ import annotations

from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.errors import NotFound
from cafe.harvest.things import Thing
from cafe.perform import Result, action
from cafe.plans.actions.found import in_plan, last_position, new_in, worked_on
from cafe.plans.actions.shown import put_back
from cafe.plans.commands.origins import AsKind, TakeHome
from cafe.plans.model import Goal, Measure, WorkPlan
from cafe.plans.queries.origins import published_thing

Taken = TypeVar("Taken", Goal, Measure)


@action(TakeHome)
def take_home(session: Session, actor: Actor, command: TakeHome, now: int) -> Result:
    """Take a thing home, once: what a plan has already is given back, and put back if it was taken out.

    Raises NotFound for what is not published, or not for this reader.
    """
    plan = worked_on(session, command.plan_id, now)
    thing = published_thing(session, actor, command.origin_session_id, command.origin_kind, command.origin_id)
    if thing.network_id != plan.team.network_id:
        raise NotFound
    if command.as_kind is AsKind.GOAL:
        return _taken(session, Goal, plan, command, thing.thing)
    under = in_plan(session, Goal, plan.id, command.goal_id).id if command.goal_id else None
    return _taken(session, Measure, plan, command, thing.thing, goal_id=under)


def _taken(
    session: Session, kind: type[Taken], plan: WorkPlan, command: TakeHome, thing: Thing, **more: Any
) -> Result:
    query = select(kind).where(
        kind.plan_id == plan.id,
        kind.origin_kind == command.origin_kind,
        kind.origin_session_id == command.origin_session_id,
        kind.origin_id == command.origin_id,
    )
    before = session.scalars(query.order_by(kind.removed, kind.position)).first()
    if before is not None:
        put_back(session, before)
        return {"row_id": before.id, "already": True}
    new_in(session, kind, command.row_id, "row_id")
    row = kind(
        id=command.row_id,
        stream_id=plan.id,
        plan=plan,
        title=command.title or thing.line,
        position=last_position(session, kind, plan.id),
        origin_kind=command.origin_kind,
        origin_session_id=command.origin_session_id,
        origin_id=command.origin_id,
        origin_words=thing.words,
        **more,
    )
    session.add(row)
    return {"row_id": row.id, "already": False}
