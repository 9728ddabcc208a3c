"""A reminder of the organisers on a team's own page, until the team has done something about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask_babel import gettext
from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from cafe.actor import Actor, Role
from cafe.authorisation.rights import Roles
from cafe.clock import now_ms
from cafe.gatherings.model import Submission
from cafe.network.parts import Part, team_parts
from cafe.people.rules import DAY
from cafe.plans.model import PlanActivity, StatusReport, WorkPlan
from cafe.reminding.commands import About
from cafe.reminding.queries import reminded_at

PLACE = 20
LASTS = 21 * DAY
# When a team last did what a reminder is about.
DONE: dict[About, Callable[[str], Select[Any]]] = {
    About.PLAN: lambda team_id: select(WorkPlan.submitted_at).where(WorkPlan.team_id == team_id),
    About.REPORT: lambda team_id: (
        select(StatusReport.submitted_at)
        .join(WorkPlan, WorkPlan.id == StatusReport.plan_id)
        .where(WorkPlan.team_id == team_id)
    ),
    About.ASSIGNMENTS: lambda team_id: select(Submission.handed_in_at).where(Submission.team_id == team_id),
    About.MEASURES: lambda team_id: (
        select(PlanActivity.at)
        .join(WorkPlan, WorkPlan.id == PlanActivity.plan_id)
        .where(WorkPlan.team_id == team_id)
    ),
}


def reminders(session: Session, _actor: Actor, team_id: str, roles: Roles) -> Part | None:
    """Give what a team has been reminded of and has done nothing about since, to the team alone."""
    if Role.TEAM not in roles:
        return None
    told = [
        _said(About(about))
        for (_, about), at in reminded_at(session, [team_id]).items()
        if at > now_ms() - LASTS and not _done_since(session, team_id, About(about), at)
    ]
    return Part(template="reminding/_reminders.html", place=PLACE, facts=told) if told else None


def _done_since(session: Session, team_id: str, about: About, at: int) -> bool:
    return any(done is not None and done > at for done in session.scalars(DONE[about](team_id)))


def _said(about: About) -> str:
    match about:
        case About.PLAN:
            said = gettext(
                "The organisers look forward to your plan. It need not be finished to be handed in."
            )
        case About.REPORT:
            said = gettext(
                "The organisers look forward to your status report. Much of it is filled in already."
            )
        case About.ASSIGNMENTS:
            said = gettext("The organisers remind you of what is to be prepared for the gathering.")
        case _:
            said = gettext("The organisers wonder how it goes with your measures. A tap on each is enough.")
    return str(said)


team_parts.append(reminders)
