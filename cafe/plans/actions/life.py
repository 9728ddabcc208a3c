"""What happens when something is asked of a plan's life."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.errors import BadInput, NotFound, TooLate
from cafe.i18n import lazy
from cafe.live.rows import row_types
from cafe.live.stamp import touch
from cafe.people.model import User
from cafe.perform import Result, action
from cafe.plans.actions.carrying import catch_up
from cafe.plans.actions.found import plan_of, worked_on
from cafe.plans.actions.plan import require_own_gathering
from cafe.plans.commands.life import (
    AnswerPlan,
    ChangePlan,
    KeepVersion,
    SignPlanOff,
    StartPlan,
    SubmitPlan,
    TakePlanBack,
)
from cafe.plans.facts import plan_facts
from cafe.plans.model import Measure, PlanAnswer, PlanVersion, SignOff, StatusReport, WorkPlan
from cafe.plans.rules import PlanState, ReportState, Step, may_be_read_by_others, state_after
from cafe.plans.versions import keep, keep_if_changed, seal

NOT_FROM_HERE = lazy("This step is not possible where the plan stands now. Nothing was changed.")
OTHERS_BUILD_ON_IT = lazy(
    "Others have borrowed from this plan, or read a report on it, so it cannot become a draft again."
    " Change it as it stands: every step keeps a version."
)
CHANGED_MEANWHILE = lazy(
    "The plan has changed since you opened the page. Look at it again, then sign it off."
)


@action(ChangePlan)
def change_plan(session: Session, _actor: Actor, command: ChangePlan, now: int) -> Result:
    """Change what was named. Raises NotFound for a gathering of another network."""
    plan = worked_on(session, command.plan_id, now)
    named = command.model_fields_set
    if command.title is not None:
        plan.title = command.title
    for field in ("from_gathering_id", "to_gathering_id"):
        if field in named:
            gathering_id = getattr(command, field)
            require_own_gathering(session, plan.team.network_id, gathering_id)
            setattr(plan, field, gathering_id)
    return {}


@action(SubmitPlan)
def submit_plan(session: Session, _actor: Actor, command: SubmitPlan, now: int) -> Result:
    """Let the network read the plan, and keep it as it was handed in."""
    plan = worked_on(session, command.plan_id, now)
    if plan.state == PlanState.DRAFT:
        go(session, plan, Step.SUBMIT)
        plan.submitted_at = now
        catch_up(session, plan)
        keep(session, plan, "submitted", now)
    return {"version": plan.version}


@action(StartPlan)
def start_plan(session: Session, _actor: Actor, command: StartPlan, now: int) -> Result:
    """Begin to work by the plan."""
    plan = worked_on(session, command.plan_id, now)
    if plan.state != PlanState.ACTIVE:
        go(session, plan, Step.START)
    return {}


@action(TakePlanBack)
def take_plan_back(session: Session, _actor: Actor, command: TakePlanBack, now: int) -> Result:
    """Go one step back, unless another has done so since the page was opened."""
    plan = worked_on(session, command.plan_id, now)
    if command.from_state in {None, plan.state}:
        go(session, plan, Step.BACK)
    return {"state": str(plan.state)}


def go(session: Session, plan: WorkPlan, step: Step) -> None:
    """Take a step; who may read the plan may be others then. Raises TooLate where it leads nowhere."""
    before = plan.state
    after = state_after(before, step)
    if after is None:
        raise TooLate(NOT_FROM_HERE)
    if state_after(before, step, others_build_on_it=_others_build_on(session, plan)) is None:
        raise TooLate(OTHERS_BUILD_ON_IT)
    plan.state = after
    session.flush()
    if may_be_read_by_others(before) != may_be_read_by_others(after):
        show_to(session, plan)


def _others_build_on(session: Session, plan: WorkPlan) -> bool:
    own = select(Measure.id).where(Measure.plan_id == plan.id)
    borrowed = select(Measure.id).where(Measure.borrowed_from_id.in_(own), Measure.plan_id != plan.id)
    reports = select(StatusReport.id).where(
        StatusReport.plan_id == plan.id, StatusReport.state == ReportState.SUBMITTED
    )
    return any(session.scalars(query.limit(1)).first() is not None for query in (borrowed, reports))


def show_to(session: Session, plan: WorkPlan) -> None:
    """Compute anew who may see everything in a plan, as its state is another."""
    for row_type in row_types():
        if row_type.stream_kind == "plan":
            touch(*session.scalars(select(row_type.model).where(row_type.model.stream_id == plan.id)))


@action(KeepVersion)
def keep_version(session: Session, _actor: Actor, command: KeepVersion, now: int) -> Result:
    """Keep the plan as it stands, unless its last version says the same."""
    plan = worked_on(session, command.plan_id, now)
    return {"version": keep_if_changed(session, plan, "kept", now)}


@action(SignPlanOff)
def sign_plan_off(session: Session, actor: Actor, command: SignPlanOff, now: int) -> Result:
    """Note that a leader stands by a version. Raises TooLate when the plan is another now."""
    plan = worked_on(session, command.plan_id, now)
    user = session.get(User, actor.user_id) if actor.user_id else None
    if user is None:
        raise NotFound
    version = command.version
    if command.seen is not None:
        if seal(plan_facts(session, plan.id)) != command.seen:
            raise TooLate(CHANGED_MEANWHILE)
        version = keep_if_changed(session, plan, "signed", now)
        session.flush()
    _require_version(session, plan.id, version)
    if not _has_signed(session, plan.id, user.id, version):
        session.add(
            SignOff(
                id=command.id,
                stream_id=plan.id,
                plan=plan,
                user_id=user.id,
                name=user.name,
                version=version,
                at=now,
            )
        )
    return {"version": version}


def _require_version(session: Session, plan_id: str, number: int) -> None:
    query = select(PlanVersion.id).where(PlanVersion.plan_id == plan_id, PlanVersion.number == number)
    if session.scalars(query).first() is None:
        raise NotFound


def _has_signed(session: Session, plan_id: str, user_id: str, version: int) -> bool:
    query = select(SignOff.id).where(
        SignOff.plan_id == plan_id, SignOff.user_id == user_id, SignOff.version == version
    )
    return session.scalars(query).first() is not None


@action(AnswerPlan)
def answer_plan(session: Session, actor: Actor, command: AnswerPlan, now: int) -> Result:
    """Add an organiser's answer; what was answered before stays."""
    plan = plan_of(session, command.plan_id)
    user = session.get(User, actor.user_id) if actor.user_id else None
    if session.get(PlanAnswer, command.id) is not None:
        raise BadInput(field="id")
    session.add(
        PlanAnswer(
            id=command.id,
            stream_id=plan.id,
            plan=plan,
            name=user.name if user else "",
            text=command.text,
            at=now,
        )
    )
    return {}
