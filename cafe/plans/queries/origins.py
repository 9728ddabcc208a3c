"""What goals and measures come from, and whose a borrowed measure was first."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.errors import NotFound
from cafe.harvest.queries.publication import Page, may_read, page_of_session
from cafe.harvest.things import Thing, thing_of
from cafe.network.model import Organisation, Team
from cafe.plans.model import Goal, Measure, WorkPlan
from cafe.plans.rules import may_be_read_by_others

LONGEST_CHAIN = 20


@dataclass(frozen=True, kw_only=True)
class PublishedThing:
    """A thing of a page that somebody may read, and the network whose page it is."""

    thing: Thing
    network_id: str


def published_thing(
    session: Session, actor: Actor, session_id: str, kind: str, thing_id: str
) -> PublishedThing:
    """Give a thing in the words it was published in. Raises NotFound, also for who may not read it."""
    page = _page(session, session_id)
    if not (actor.is_server or may_read(session, actor, page)):
        raise NotFound
    thing = thing_of(page.facts, kind, thing_id) if page.facts else None
    if thing is None:
        raise NotFound
    return PublishedThing(thing=thing, network_id=page.network_id)


def _page(session: Session, session_id: str) -> Page:
    """Read a page once for all that is taken home from it in a transaction."""
    known: dict[str, Page] = session.info.setdefault("published_pages", {})
    if session_id not in known:
        known[session_id] = page_of_session(session, session_id)
    return known[session_id]


def taken_home(session: Session, session_id: str, plan_ids: Collection[str]) -> dict[str, tuple[str, str]]:
    """Give what of a session is in plans already: by `kind:id` the plan, and the goal or measure in it."""
    found: dict[str, tuple[str, str]] = {}
    for name, kind in (("goal", Goal), ("measure", Measure)):
        query = select(kind.id, kind.plan_id, kind.origin_kind, kind.origin_id).where(
            kind.origin_session_id == session_id, kind.plan_id.in_(plan_ids), kind.removed.is_(False)
        )
        for row in session.execute(query):
            found[f"{row.origin_kind}:{row.origin_id}"] = (row.plan_id, f"{name}-{row.id}")
    return found


@dataclass(frozen=True, kw_only=True)
class Lender:
    """A team that had a measure before; `plan_id` is where it stands, if others may read that plan."""

    team_id: str
    name: str
    measure_id: str
    plan_id: str | None


def lenders_of(session: Session, plan_id: str) -> dict[str, list[Lender]]:
    """Give, for every borrowed measure of a plan, who had it before: the nearest first, the source last."""
    borrowed = select(Measure.id, Measure.borrowed_from_id).where(
        Measure.plan_id == plan_id, Measure.borrowed_from_id.is_not(None)
    )
    asked: dict[str, str | None] = {row.id: row.borrowed_from_id for row in session.execute(borrowed)}
    chains: dict[str, list[Lender]] = {measure_id: [] for measure_id in asked}
    for _ in range(LONGEST_CHAIN):
        known = _lenders(session, {source for source in asked.values() if source})
        going_on: dict[str, str | None] = {}
        for measure_id, source in asked.items():
            if source in known:
                lender, before = known[source]
                chains[measure_id].append(lender)
                going_on[measure_id] = before
        asked = {measure_id: source for measure_id, source in going_on.items() if source}
        if not asked:
            break
    return chains


def _lenders(session: Session, measure_ids: set[str]) -> dict[str, tuple[Lender, str | None]]:
    query = (
        select(Measure.id, Measure.borrowed_from_id, WorkPlan.id, WorkPlan.state, Team.id, Organisation.name)
        .join(WorkPlan, Measure.plan_id == WorkPlan.id)
        .join(Team, WorkPlan.team_id == Team.id)
        .join(Organisation, Team.organisation_id == Organisation.id)
        .where(Measure.id.in_(measure_ids))
    )
    return {
        measure_id: (
            Lender(
                team_id=team_id,
                name=name,
                measure_id=measure_id,
                plan_id=plan_id if may_be_read_by_others(state) else None,
            ),
            before,
        )
        for measure_id, before, plan_id, state, team_id, name in session.execute(query)
    }
