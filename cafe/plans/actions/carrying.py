"""Taking what is unfinished of one period into the next, with what it came from and what was measured."""

from __future__ import annotations

from collections.abc import Collection
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.clock import day_of
from cafe.commands import new_key
from cafe.errors import BadInput, NotFound
from cafe.perform import Result, action
from cafe.plans.actions.found import last_position, worked_on
from cafe.plans.actions.kept import begin_text
from cafe.plans.carried import carried_id
from cafe.plans.commands.life import CarryOver
from cafe.plans.model import Goal, Indicator, Measure, Measurement, PlanText, WorkPlan
from cafe.plans.queries.carried import carried_on
from cafe.plans.queries.life import plans_before
from cafe.plans.queries.returning import due_of, meetings_of
from cafe.plans.returning import that_goes_on
from cafe.plans.rules import goals_to_carry, is_unfinished

Kind = TypeVar("Kind", Goal, Indicator, Measure)
GOAL_COLUMNS = ("title", "kind", "status", "anchoring", "anchoring_link")
MEASURE_COLUMNS = (
    *("title", "kind", "status", "status_at", "responsible", "responsible_id", "users_took_part"),
    *("borrowed_from_id", "borrowed_from_team_id"),
)
INDICATOR_COLUMNS = (
    *("title", "kind", "unit", "direction", "baseline", "baseline_on", "target", "target_on"),
    *("frequency", "owner"),
)
ORIGIN_COLUMNS = ("origin_kind", "origin_session_id", "origin_id", "origin_words")


@action(CarryOver)
def carry_over(session: Session, _actor: Actor, command: CarryOver, now: int) -> Result:
    """Copy unfinished goals and measures and what is measured of them; what was copied is not again."""
    plan = worked_on(session, command.plan_id, now)
    before = session.get(WorkPlan, command.from_plan_id)
    if before is None or before.team_id != plan.team_id:
        raise NotFound
    if before.id not in {earlier.id for earlier in plans_before(session, plan.id)}:
        raise BadInput(field="from_plan_id")
    return carry(session, before, plan, now)


def carry(session: Session, before: WorkPlan, plan: WorkPlan, now: int) -> Result:
    """Copy what is unfinished of the plan before, and tell how much that was."""
    goals = _left_here(session, Goal, before, plan)
    measures = _left_here(session, Measure, before, plan)
    going = goals_to_carry(
        {goal.id: goal.status for goal in goals}, [(row.goal_id, row.status) for row in measures]
    )
    for goal in goals:
        if goal.id in going:
            _copy(session, goal, plan, (*GOAL_COLUMNS, *ORIGIN_COLUMNS), now)
    today, meetings = day_of(now), meetings_of(session, plan.team.network_id)
    unfinished = [measure for measure in measures if is_unfinished(measure.status)]
    for measure in unfinished:
        copy = _copy(session, measure, plan, (*MEASURE_COLUMNS, *ORIGIN_COLUMNS), now)
        if copy is not None:
            copy.goal_id = carried_id(plan.id, measure.goal_id) if measure.goal_id in going else None
            due = that_goes_on(due_of(measure), meetings, today)
            copy.due_on, copy.due_gathering_id = due.due_on, due.due_gathering_id
    session.flush()
    _carry_indicators(session, before, plan, {*going, *(measure.id for measure in unfinished)}, now)
    return {"goals": len(going), "measures": len(unfinished)}


def _carry_indicators(
    session: Session, before: WorkPlan, plan: WorkPlan, going: Collection[str], now: int
) -> None:
    """Copy the indicators of what goes on, with their measurements: a run chart needs the points before."""
    for indicator in _left_here(session, Indicator, before, plan):
        about = {indicator.goal_id, indicator.measure_id} - {None}
        if not about <= set(going):
            continue
        copy = _copy(session, indicator, plan, INDICATOR_COLUMNS, now)
        if copy is not None:
            copy.goal_id = carried_id(plan.id, indicator.goal_id) if indicator.goal_id else None
            copy.measure_id = carried_id(plan.id, indicator.measure_id) if indicator.measure_id else None
            _copy_measurements(session, indicator, copy)


def catch_up(session: Session, plan: WorkPlan) -> None:
    """Copy what has been measured in the plans before since their indicators were carried over."""
    for before in plans_before(session, plan.id):
        for indicator in _own(session, Indicator, before.id):
            copy = session.get(Indicator, carried_id(plan.id, indicator.id))
            if copy is not None:
                _copy_measurements(session, indicator, copy)


def _copy_measurements(session: Session, indicator: Indicator, copy: Indicator) -> None:
    """Copy what was measured on days of which the copy knows nothing, not even that it was taken out."""
    known = set(session.scalars(select(Measurement.taken_on).where(Measurement.indicator_id == copy.id)))
    query = select(Measurement).where(Measurement.indicator_id == indicator.id, ~Measurement.removed)
    for taken in session.scalars(query.order_by(Measurement.taken_on)):
        if taken.taken_on not in known:
            session.add(
                Measurement(
                    id=new_key(),
                    stream_id=copy.stream_id,
                    plan=copy.plan,
                    indicator=copy,
                    taken_on=taken.taken_on,
                    value=taken.value,
                    words=taken.words,
                )
            )


def _own(session: Session, kind: type[Kind], plan_id: str) -> list[Kind]:
    query = select(kind).where(kind.plan_id == plan_id, kind.removed.is_(False))
    return list(session.scalars(query.order_by(kind.position, kind.id)))


def _left_here(session: Session, kind: type[Kind], before: WorkPlan, plan: WorkPlan) -> list[Kind]:
    """Give what of a plan goes on in none between it and the one it is carried into."""
    rows = _own(session, kind, before.id)
    elsewhere = carried_on(session, {row.id: plan.team_id for row in rows}, kind)
    here = set(session.scalars(select(kind.id).where(kind.plan_id == plan.id)))
    return [row for row in rows if row.id not in elsewhere or carried_id(plan.id, row.id) in here]


def _copy(session: Session, row: Kind, plan: WorkPlan, columns: tuple[str, ...], now: int) -> Kind | None:
    kind = type(row)
    key = carried_id(plan.id, row.id)
    if session.get(kind, key) is not None:
        return None
    position = last_position(session, kind, plan.id)
    copy = kind(id=key, stream_id=plan.id, plan=plan, position=position)
    for column in columns:
        setattr(copy, column, getattr(row, column))
    session.add(copy)
    session.flush()
    for text in session.scalars(select(PlanText).where(PlanText.about_id == row.id)):
        begin_text(session, plan, key, text.field, text.text, now)
    return copy
