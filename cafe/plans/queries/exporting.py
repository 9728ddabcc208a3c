"""What the files of plans ask."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.network.model import Network, Organisation, Team
from cafe.plans.facts import PlanFacts, plan_facts
from cafe.plans.model import PlanText, WorkPlan
from cafe.plans.rules import PlanState

Exported = tuple[PlanFacts, dict[str, dict[str, str]]]


def plans_to_export(session: Session, plan_ids: list[str]) -> list[Exported]:
    """Give plans with the texts of their reports that are handed in."""
    found: list[Exported] = []
    for plan_id in plan_ids:
        facts = plan_facts(session, plan_id)
        texts: dict[str, dict[str, str]] = {report.id: {} for report in facts.reports}
        query = select(PlanText).where(PlanText.plan_id == plan_id, PlanText.about_id.in_(texts))
        for text in session.scalars(query):
            texts[text.about_id][text.field] = text.text
        found.append((facts, texts))
    return found


def plans_handed_in(session: Session, network_id: str) -> list[str]:
    """Give the plans of a network that everybody in it may read, by organisation and age."""
    query = (
        select(WorkPlan.id)
        .join(Team, Team.id == WorkPlan.team_id)
        .join(Organisation, Organisation.id == Team.organisation_id)
        .where(Team.network_id == network_id, WorkPlan.state != PlanState.DRAFT)
        .order_by(Organisation.name, Team.name, WorkPlan.created_at, WorkPlan.id)
    )
    return list(session.scalars(query))


def title_of_plan(session: Session, plan_id: str) -> str:
    """Give what a plan is called."""
    return session.get_one(WorkPlan, plan_id).title


def title_of_network(session: Session, network_id: str) -> str:
    """Give what a network is called."""
    return session.get_one(Network, network_id).name
