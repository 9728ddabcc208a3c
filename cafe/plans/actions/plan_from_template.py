"""Letting a plan begin with what a template holds, in the language of whoever begins it."""

from __future__ import annotations

from datetime import date

from flask_babel import force_locale
from sqlalchemy.orm import Session

from cafe.clock import local
from cafe.commands import new_key
from cafe.i18n import DEFAULT_LANGUAGE
from cafe.plans.actions.kept import begin_text
from cafe.plans.model import Goal, Indicator, Measure, WorkPlan
from cafe.plans.templates import months_after
from cafe.plans.templates_kinds import GoalDraft, IndicatorDraft, MeasureDraft, Template


def fill(session: Session, plan: WorkPlan, template: Template, language: str | None, now: int) -> None:
    """Write a template's texts, goals, measures and indicators into a plan that has just begun."""
    today = local(now).date()
    with force_locale(language or DEFAULT_LANGUAGE):
        for name, passage in template.texts.items():
            begin_text(session, plan, plan.id, name, str(passage), now)
        number = 0
        for place, draft in enumerate(template.goals, 1):
            goal = _goal(plan, draft, place)
            session.add(goal)
            session.flush()
            for measure in draft.measures:
                number += 1
                session.add(_measure(plan, goal, measure, number, today))
            for indicator in draft.indicators:
                session.add(_indicator(plan, goal, indicator))
        session.flush()


def _goal(plan: WorkPlan, draft: GoalDraft, place: int) -> Goal:
    title = str(draft.title)
    return Goal(
        id=new_key(), stream_id=plan.id, plan=plan, title=title, kind=draft.kind, position=float(place)
    )


def _measure(plan: WorkPlan, goal: Goal, draft: MeasureDraft, place: int, today: date) -> Measure:
    due = months_after(today, draft.months) if draft.months else None
    return Measure(
        id=new_key(),
        stream_id=plan.id,
        plan=plan,
        goal_id=goal.id,
        title=str(draft.title),
        kind=draft.kind,
        due_on=due.isoformat() if due else None,
        position=float(place),
    )


def _indicator(plan: WorkPlan, goal: Goal, draft: IndicatorDraft) -> Indicator:
    return Indicator(
        id=new_key(),
        stream_id=plan.id,
        plan=plan,
        goal_id=goal.id,
        title=str(draft.title),
        kind=draft.kind,
        unit=str(draft.unit),
        target=draft.target,
        frequency=draft.frequency,
    )
