"""Who else in the network has a measure like one that somebody is writing."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.errors import NotFound
from cafe.network.model import Organisation, Team
from cafe.plans.likeness import any_of, likeness
from cafe.plans.model import Measure, WorkPlan
from cafe.plans.rules import PlanState
from cafe.search.finding import find_wanted

LONGEST = 300
LOOKED_AT = 200  # measures that share a word, the closest by the index
SHOWN = 5


@dataclass(frozen=True, kw_only=True)
class Alike:
    """A measure of another organisation that is like what somebody writes."""

    measure_id: str
    plan_id: str
    title: str
    organisation: str


@dataclass(frozen=True, kw_only=True)
class Others:
    """How many organisations have such a measure, and the closest of them, one for each."""

    number: int
    shown: tuple[Alike, ...]


def plans_of_others(session: Session, plan_id: str) -> list[str]:
    """Give the plans of other teams in the network that may be read. Raises NotFound."""
    plan = session.get(WorkPlan, plan_id)
    if plan is None:
        raise NotFound
    query = select(WorkPlan.id).join(Team, WorkPlan.team_id == Team.id)
    query = query.where(Team.network_id == plan.team.network_id, WorkPlan.team_id != plan.team_id)
    return list(session.scalars(query.where(WorkPlan.state != PlanState.DRAFT)))


def measures_like(session: Session, plan_ids: Collection[str], words: str) -> Others:
    """Give the measures in plans that are like what was typed; none when nothing is like it enough."""
    words = words[:LONGEST]
    looked_for = any_of(words)
    if not looked_for or not plan_ids:
        return Others(number=0, shown=())
    found = find_wanted(session, plan_ids, looked_for, kinds=("measure",), most=LOOKED_AT)
    order = {each.id: number for number, each in enumerate(found)}
    query = (
        select(Measure.id, Measure.plan_id, Measure.title, Organisation.name)
        .join(WorkPlan, Measure.plan_id == WorkPlan.id)
        .join(Team, WorkPlan.team_id == Team.id)
        .join(Organisation, Team.organisation_id == Organisation.id)
        .where(Measure.id.in_(order))
    )
    close = [(likeness(words, row.title), -order[row.id], row) for row in session.execute(query)]
    best: dict[str, Alike] = {}
    for likely, _order, (measure_id, plan_id, title, organisation) in sorted(
        close, key=lambda each: each[:2]
    )[::-1]:
        if likely and organisation not in best:
            best[organisation] = Alike(
                measure_id=measure_id, plan_id=plan_id, title=title, organisation=organisation
            )
    return Others(number=len(best), shown=tuple(best.values())[:SHOWN])
