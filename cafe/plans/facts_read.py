"""Reading the facts of a work plan: one query for each kind of thing in it, however many there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload

from cafe.errors import NotFound
from cafe.gatherings.model import Gathering
from cafe.network.model import Organisation, Team
from cafe.people.model import User
from cafe.plans.facts_kinds import (
    Borrowed,
    CycleFacts,
    FundingFacts,
    GatheringName,
    GoalFacts,
    MeasureFacts,
    Origin,
    PilotFacts,
    PlanFacts,
    ReportFacts,
    SignOffFacts,
    Texts,
)
from cafe.plans.model import (
    Funding,
    Goal,
    Measure,
    PdsaCycle,
    Pilot,
    PlanText,
    SignOff,
    StatusReport,
    WorkPlan,
)
from cafe.plans.queries.indicators import indicators_of


def plan_facts(session: Session, plan_id: str, *, with_drafts: bool = False) -> PlanFacts:
    """Give everything of a plan; reports that are drafts only `with_drafts`. Raises NotFound."""
    whole = joinedload(WorkPlan.team).joinedload(Team.organisation)
    plan = session.scalars(select(WorkPlan).where(WorkPlan.id == plan_id).options(whole)).first()
    if plan is None:
        raise NotFound
    texts = _texts(session, plan_id)
    gatherings = _gatherings(session, plan.team.network_id)
    measures = tuple(_measures(session, plan_id, texts, gatherings))
    return PlanFacts(
        id=plan.id,
        title=plan.title,
        team_id=plan.team_id,
        team=plan.team.name,
        organisation_id=plan.team.organisation_id,
        organisation=plan.team.organisation.name,
        network_id=plan.team.network_id,
        state=plan.state,
        version=plan.version,
        template=plan.template,
        follows_id=plan.follows_id,
        from_gathering=gatherings.get(plan.from_gathering_id or ""),
        to_gathering=gatherings.get(plan.to_gathering_id or ""),
        created_at=plan.created_at,
        submitted_at=plan.submitted_at,
        texts=texts[plan.id],
        goals=tuple(_goals(session, plan_id, texts)),
        measures=measures,
        cycles=tuple(_cycles(session, plan_id, texts, {measure.id for measure in measures})),
        indicators=tuple(indicators_of(session, plan_id)),
        funding=tuple(_funding(session, plan_id)),
        pilots=tuple(_pilots(session, plan_id, texts)),
        sign_offs=tuple(_sign_offs(session, plan_id)),
        reports=tuple(_reports(session, plan_id, gatherings, with_drafts=with_drafts)),
    )


def _texts(session: Session, plan_id: str) -> defaultdict[str, Texts]:
    query = select(PlanText.about_id, PlanText.field, PlanText.text)
    texts: defaultdict[str, Texts] = defaultdict(dict)
    for about_id, name, text in session.execute(query.where(PlanText.plan_id == plan_id)):
        if text.strip():
            texts[about_id][name] = text
    return texts


def _gatherings(session: Session, network_id: str) -> dict[str, GatheringName]:
    wanted = (Gathering.id, Gathering.title, Gathering.ordinal, Gathering.starts_on, Gathering.ends_on)
    rows = session.execute(select(*wanted).where(Gathering.network_id == network_id))
    return {row.id: GatheringName(**row._mapping) for row in rows}  # noqa: SLF001 - its documented way to names


def _in_order(kind: Any, plan_id: str) -> Select[Any]:
    own = select(kind).where(kind.plan_id == plan_id, kind.removed.is_(False))
    return own.order_by(kind.position, kind.id)


def _goals(session: Session, plan_id: str, texts: dict[str, Texts]) -> Iterator[GoalFacts]:
    for goal in session.scalars(_in_order(Goal, plan_id)):
        yield GoalFacts(
            id=goal.id,
            title=goal.title,
            kind=goal.kind,
            status=goal.status,
            anchoring=goal.anchoring,
            anchoring_link=goal.anchoring_link,
            origin=_origin(goal),
            texts=texts[goal.id],
        )


def _measures(
    session: Session, plan_id: str, texts: dict[str, Texts], gatherings: dict[str, GatheringName]
) -> Iterator[MeasureFacts]:
    measures = list(session.scalars(_in_order(Measure, plan_id)))
    names = names_of(session, (measure.responsible_id for measure in measures))
    owners = _organisations(session, (measure.borrowed_from_team_id for measure in measures))
    for measure in measures:
        yield MeasureFacts(
            id=measure.id,
            title=measure.title,
            goal_id=measure.goal_id,
            kind=measure.kind,
            status=measure.status,
            status_at=measure.status_at,
            responsible=measure.responsible,
            responsible_id=measure.responsible_id,
            responsible_name=names.get(measure.responsible_id or "", ""),
            due_on=measure.due_on,
            due_gathering=gatherings.get(measure.due_gathering_id or ""),
            users_took_part=measure.users_took_part,
            origin=_origin(measure),
            borrowed=_borrowed(measure, owners),
            texts=texts[measure.id],
        )


def _origin(row: Goal | Measure) -> Origin | None:
    if not (row.origin_kind and row.origin_session_id and row.origin_id):
        return None
    return Origin(
        kind=row.origin_kind,
        session_id=row.origin_session_id,
        id=row.origin_id,
        words=row.origin_words or "",
    )


def _borrowed(measure: Measure, owners: dict[str, str]) -> Borrowed | None:
    team_id = measure.borrowed_from_team_id
    if team_id is None and measure.borrowed_from_id is None:
        return None
    return Borrowed(
        measure_id=measure.borrowed_from_id, team_id=team_id, organisation=owners.get(team_id or "", "")
    )


def names_of(session: Session, user_ids: Iterable[str | None]) -> dict[str, str]:
    """Give the names of accounts, in one query."""
    wanted = {user_id for user_id in user_ids if user_id}
    if not wanted:
        return {}
    return _pairs(session, select(User.id, User.name).where(User.id.in_(wanted)))


def _organisations(session: Session, team_ids: Iterable[str | None]) -> dict[str, str]:
    wanted = {team_id for team_id in team_ids if team_id}
    if not wanted:
        return {}
    query = select(Team.id, Organisation.name).join(Organisation).where(Team.id.in_(wanted))
    return _pairs(session, query)


def _pairs(session: Session, query: Select[str, str]) -> dict[str, str]:
    return {key: name for key, name in session.execute(query)}  # noqa: C416 - dict() has no types for rows


def _cycles(
    session: Session, plan_id: str, texts: dict[str, Texts], measure_ids: set[str]
) -> Iterator[CycleFacts]:
    in_order = _in_order(PdsaCycle, plan_id)
    for cycle in session.scalars(in_order.where(PdsaCycle.measure_id.in_(measure_ids))):
        yield CycleFacts(
            id=cycle.id,
            measure_id=cycle.measure_id,
            starts_on=cycle.starts_on,
            act=cycle.act,
            texts=texts[cycle.id],
        )


def _funding(session: Session, plan_id: str) -> Iterator[FundingFacts]:
    for row in session.scalars(_in_order(Funding, plan_id)):
        yield FundingFacts(
            id=row.id, source=row.source, amount=row.amount, currency=row.currency, words=row.words
        )


def _pilots(session: Session, plan_id: str, texts: dict[str, Texts]) -> Iterator[PilotFacts]:
    for pilot in session.scalars(_in_order(Pilot, plan_id)):
        yield PilotFacts(
            id=pilot.id,
            title=pilot.title,
            starts_on=pilot.starts_on,
            ends_on=pilot.ends_on,
            ended=pilot.ended,
            texts=texts[pilot.id],
        )


def _sign_offs(session: Session, plan_id: str) -> Iterator[SignOffFacts]:
    query = select(SignOff).where(SignOff.plan_id == plan_id).order_by(SignOff.at, SignOff.id)
    for row in session.scalars(query):
        yield SignOffFacts(name=row.name, version=row.version, at=row.at)


def _reports(
    session: Session, plan_id: str, gatherings: dict[str, GatheringName], *, with_drafts: bool
) -> Iterator[ReportFacts]:
    own = session.scalars(select(StatusReport).where(StatusReport.plan_id == plan_id))
    for row in sorted(own, key=lambda report: gatherings[report.gathering_id].starts_on or ""):
        if with_drafts or row.state == "submitted":
            yield ReportFacts(
                id=row.id,
                gathering=gatherings[row.gathering_id],
                state=row.state,
                wants_help=row.wants_help,
                submitted_at=row.submitted_at,
            )
