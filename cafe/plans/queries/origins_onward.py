"""What came of a café's conclusions, themes and notes in the plans of its network, as far as one may read."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.dialogue.model import CafeSession
from cafe.gatherings.model import Gathering
from cafe.network.model import Organisation, Team, TeamMember
from cafe.network.queries import roles_towards_network
from cafe.plans.carried import is_carried
from cafe.plans.model import Goal, Measure, WorkPlan
from cafe.plans.rules import may_be_read_by_others

GOAL, MEASURE = "goal", "measure"


@dataclass(frozen=True, kw_only=True)
class Made:
    """A goal or a measure that came of something, to be read by this reader."""

    kind: str
    id: str
    plan_id: str
    title: str
    organisation: str
    own: bool


@dataclass(kw_only=True)
class MadeOf:
    """What was made of one thing: who has handed it in is counted, `made` is what this reader may read."""

    with_measures: set[str] = field(default_factory=set)
    with_goals: set[str] = field(default_factory=set)
    only_municipalities: bool = True
    made: list[Made] = field(default_factory=list)


def made_of(session: Session, actor: Actor, session_id: str) -> dict[str, MadeOf]:
    """Give what was made of each thing of a session, by its id; measures under a goal came of it too.

    Drafts are counted for nobody and shown to their own team alone. Who is not of the network gets numbers.
    """
    asked = (
        (MEASURE, _themselves(session_id, Measure)),
        (MEASURE, _under_goals(session_id)),
        (GOAL, _themselves(session_id, Goal)),
    )
    lines = [(kind, line) for kind, query in asked for line in session.execute(query)]
    if not lines:
        return {}
    own = set(session.scalars(select(TeamMember.team_id).where(TeamMember.user_id == actor.user_id)))
    belongs = bool(roles_towards_network(session, actor, _network_of(session, session_id)))
    readable = [
        line for _, line in lines if line.team_id in own or (belongs and may_be_read_by_others(line.state))
    ]
    shown = {line.id for line in readable} - _gone_on(readable)
    found: dict[str, MadeOf] = defaultdict(MadeOf)
    for kind, line in lines:
        _take_in(found[line.origin_id], kind, line, own=line.team_id in own, shown=line.id in shown)
    return {thing_id: of for thing_id, of in found.items() if of.made or of.with_measures or of.with_goals}


def _gone_on(lines: list[Row[Any]]) -> set[str]:
    """Give what has been carried over to another of these: it stands there."""
    plans: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        plans[line.team_id].add(line.plan_id)
    known = {line.id for line in lines}
    return {line.id for line in lines if is_carried(line.id, plans[line.team_id], known)}


def _take_in(of: MadeOf, kind: str, line: Row[Any], *, own: bool, shown: bool) -> None:
    if may_be_read_by_others(line.state):
        (of.with_measures if kind == MEASURE else of.with_goals).add(line.organisation_id)
        of.only_municipalities &= line.organisation_kind == "municipality"
    known = {each.id for each in of.made}
    if shown and line.id not in known:
        of.made.append(
            Made(
                kind=kind,
                id=line.id,
                plan_id=line.plan_id,
                title=line.title,
                organisation=line.organisation,
                own=own,
            )
        )


def _themselves(session_id: str, row: type[Goal | Measure]) -> Select[Any]:
    return _lines(row, row.origin_id).where(row.origin_session_id == session_id)


def _under_goals(session_id: str) -> Select[Any]:
    query = _lines(Measure, Goal.origin_id).join(Goal, Measure.goal_id == Goal.id)
    return query.where(Goal.origin_session_id == session_id, Goal.removed.is_(False))


def _lines(row: type[Goal | Measure], origin_id: Any) -> Select[Any]:
    return (
        select(
            row.id,
            row.title,
            row.plan_id,
            origin_id.label("origin_id"),
            WorkPlan.state,
            WorkPlan.team_id,
            Organisation.id.label("organisation_id"),
            Organisation.name.label("organisation"),
            Organisation.kind.label("organisation_kind"),
        )
        .join(WorkPlan, row.plan_id == WorkPlan.id)
        .join(Team, WorkPlan.team_id == Team.id)
        .join(Organisation, Team.organisation_id == Organisation.id)
        .where(row.removed.is_(False))
        .order_by(Organisation.name, row.position, row.id)
    )


def _network_of(session: Session, session_id: str) -> str:
    query = select(Gathering.network_id).join(CafeSession, CafeSession.gathering_id == Gathering.id)
    return session.scalars(query.where(CafeSession.id == session_id)).one()
