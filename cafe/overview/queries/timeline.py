"""What the timeline asks: the plans and pilots of the years, and the gatherings between them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from cafe.clock import local
from cafe.gatherings.model import Gathering
from cafe.network.model import Organisation, Team
from cafe.overview.timeline import Meeting, Span
from cafe.plans.addresses import plan_address
from cafe.plans.model import Pilot, WorkPlan
from cafe.plans.rules import PlanState


def spans_of(session: Session, network_id: str) -> list[Span]:
    """Give the plans that have been handed in and the pilots in them, each with its period."""
    return [*_plans(session, network_id), *_pilots(session, network_id)]


def _plans(session: Session, network_id: str) -> Iterator[Span]:
    begins, ends = aliased(Gathering), aliased(Gathering)
    query = (
        select(WorkPlan, Organisation.name, begins.starts_on, ends.starts_on)
        .join(Team, Team.id == WorkPlan.team_id)
        .join(Organisation, Organisation.id == Team.organisation_id)
        .outerjoin(begins, begins.id == WorkPlan.from_gathering_id)
        .outerjoin(ends, ends.id == WorkPlan.to_gathering_id)
        .where(Team.network_id == network_id, WorkPlan.state != PlanState.DRAFT)
    )
    for plan, name, first, last in session.execute(query):
        made = local(plan.created_at).date()
        yield Span(
            title=plan.title,
            organisation=name,
            starts=date.fromisoformat(first) if first else made,
            ends=date.fromisoformat(last) if last else None,
            kind="plan",
            address=plan_address(plan.id),
        )


def _pilots(session: Session, network_id: str) -> Iterator[Span]:
    query = (
        select(Pilot, Organisation.name)
        .join(WorkPlan, WorkPlan.id == Pilot.plan_id)
        .join(Team, Team.id == WorkPlan.team_id)
        .join(Organisation, Organisation.id == Team.organisation_id)
        .where(
            Team.network_id == network_id,
            WorkPlan.state != PlanState.DRAFT,
            Pilot.removed.is_(False),
            Pilot.starts_on.is_not(None),
        )
    )
    for pilot, name in session.execute(query):
        yield Span(
            title=pilot.title,
            organisation=name,
            starts=date.fromisoformat(str(pilot.starts_on)),
            ends=date.fromisoformat(pilot.ends_on) if pilot.ends_on else None,
            kind="pilot",
            address=plan_address(pilot.plan_id),
        )


def meetings_of(session: Session, network_id: str) -> list[Meeting]:
    """Give the gatherings that have a day."""
    query = select(Gathering).where(Gathering.network_id == network_id, Gathering.starts_on.is_not(None))
    return [
        Meeting(number=each.ordinal, title=each.title, on=date.fromisoformat(str(each.starts_on)))
        for each in session.scalars(query.order_by(Gathering.starts_on, Gathering.id))
    ]
