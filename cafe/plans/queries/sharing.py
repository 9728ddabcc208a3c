"""What teams are told of one another: that a measure of theirs has been borrowed."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from cafe.errors import NotFound
from cafe.network.model import Organisation, Team
from cafe.plans.model import KindWord, Measure, WorkPlan
from cafe.plans.rules import PlanState


@dataclass(frozen=True, kw_only=True)
class GoodNews:
    """Another organisation has borrowed a measure; `borrowed_id` is their copy, in a plan one may read."""

    id: str
    organisation: str
    measure: str
    measure_id: str
    plan_id: str
    borrowed_id: str
    borrowed_plan_id: str


def kind_words(session: Session, team_id: str) -> list[GoodNews]:
    """Give what a team has not seen yet, the newest first.

    A draft is its team's alone: what was borrowed into one is told when it is handed in.
    """
    copy, of_theirs = aliased(Measure), aliased(WorkPlan)
    query = (
        select(
            KindWord.id, Organisation.name, Measure.title, Measure.id, Measure.plan_id, copy.id, copy.plan_id
        )
        .join(Measure, KindWord.measure_id == Measure.id)
        .join(Team, KindWord.from_team_id == Team.id)
        .join(Organisation, Team.organisation_id == Organisation.id)
        .join(copy, copy.borrowed_from_id == Measure.id)
        .join(of_theirs, copy.plan_id == of_theirs.id)
        .where(
            KindWord.team_id == team_id,
            KindWord.seen.is_(False),
            of_theirs.team_id == KindWord.from_team_id,
            of_theirs.state != PlanState.DRAFT,
            copy.removed.is_(False),
        )
        .order_by(KindWord.at.desc(), KindWord.id, copy.position)
    )
    words: dict[str, GoodNews] = {}
    for word_id, organisation, title, measure_id, plan_id, borrowed_id, borrowed_plan_id in session.execute(
        query
    ):
        words.setdefault(
            word_id,
            GoodNews(
                id=word_id,
                organisation=organisation,
                measure=title,
                measure_id=measure_id,
                plan_id=plan_id,
                borrowed_id=borrowed_id,
                borrowed_plan_id=borrowed_plan_id,
            ),
        )
    return list(words.values())


@dataclass(frozen=True, kw_only=True)
class ToBorrow:
    """A measure of a plan that one may read, whose it is and in which network."""

    id: str
    plan_id: str
    title: str
    team_id: str
    organisation: str
    network_id: str


def measure_to_borrow(session: Session, plan_id: str, measure_id: str) -> ToBorrow:
    """Give a measure to borrow. Raises NotFound when the plan has none such; the roles were asked already."""
    measure = session.get(Measure, measure_id)
    if measure is None or measure.plan_id != plan_id or measure.removed:
        raise NotFound
    team = measure.plan.team
    return ToBorrow(
        id=measure.id,
        plan_id=plan_id,
        title=measure.title,
        team_id=team.id,
        organisation=team.organisation.name,
        network_id=team.network_id,
    )
