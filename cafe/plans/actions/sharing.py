"""Borrowing measures from other teams, and telling them kindly."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.commands import new_key
from cafe.dialogue.actions.texts import Edit, change
from cafe.errors import BadInput, NotFound
from cafe.perform import Result, action
from cafe.plans.actions.found import in_plan, last_position, new_in, worked_on
from cafe.plans.actions.texts import text_of
from cafe.plans.commands.sharing import BorrowMeasure, SeeKindWord
from cafe.plans.model import Goal, KindWord, Measure, PlanText, PlanTextVersion, WorkPlan
from cafe.plans.queries.roles import roles_towards_plan


@action(BorrowMeasure)
def borrow_measure(session: Session, actor: Actor, command: BorrowMeasure, now: int) -> Result:
    """Copy a measure: what it is and what it comes from, not who does it, until when or how it goes."""
    plan = worked_on(session, command.plan_id, now)
    new_in(session, Measure, command.measure_id, "measure_id")
    source = _readable(session, actor, command.from_measure_id)
    if source.plan.team.network_id != plan.team.network_id:
        raise NotFound
    if source.plan_id == plan.id:
        raise BadInput(field="from_measure_id")
    goal = in_plan(session, Goal, plan.id, command.goal_id) if command.goal_id else None
    measure = Measure(
        id=command.measure_id,
        stream_id=plan.id,
        plan=plan,
        goal_id=goal.id if goal else None,
        title=source.title,
        kind=source.kind,
        origin_kind=source.origin_kind,
        origin_session_id=source.origin_session_id,
        origin_id=source.origin_id,
        origin_words=source.origin_words,
        borrowed_from_id=source.id,
        borrowed_from_team_id=source.plan.team_id,
        position=last_position(session, Measure, plan.id),
    )
    session.add(measure)
    session.flush()
    _copy_about(session, source, measure, command.id, now)
    if source.plan.team_id != plan.team_id:
        _tell(session, source, plan, now)
    return {"measure_id": measure.id}


@action(SeeKindWord)
def see_kind_word(session: Session, _actor: Actor, command: SeeKindWord, _now: int) -> Result:
    """Remember that a team has seen a kind word. Raises NotFound for another team's."""
    word = session.get(KindWord, command.word_id)
    if word is None or word.team_id != command.team_id:
        raise NotFound
    word.seen = True
    return {}


def _readable(session: Session, actor: Actor, measure_id: str) -> Measure:
    measure = session.get(Measure, measure_id)
    if measure is None or measure.removed:
        raise NotFound
    if not (actor.is_server or roles_towards_plan(session, actor, {"plan_id": measure.plan_id})):
        raise NotFound
    return measure


def _copy_about(session: Session, source: Measure, measure: Measure, command_id: str, now: int) -> None:
    about = text_of(session, source.id, "about")
    if about is None or not about.text:
        return
    text = PlanText(
        id=new_key(),
        stream_id=measure.stream_id,
        plan=measure.plan,
        about_id=measure.id,
        field="about",
        text="",
        version=0,
        changed_by_both=False,
    )
    session.add(text)
    session.flush()
    change(session, text, PlanTextVersion, Edit(command_id=command_id, base_version=0, text=about.text), now)


def _tell(session: Session, source: Measure, plan: WorkPlan, now: int) -> None:
    """Leave a kind word for the team a measure was borrowed from; one is enough until they have seen it."""
    of_this = select(KindWord).where(
        KindWord.measure_id == source.id, KindWord.from_team_id == plan.team_id, KindWord.seen.is_(False)
    )
    if session.scalars(of_this).first() is None:
        session.add(
            KindWord(
                id=new_key(),
                team_id=source.plan.team_id,
                from_team_id=plan.team_id,
                measure_id=source.id,
                at=now,
                seen=False,
            )
        )
