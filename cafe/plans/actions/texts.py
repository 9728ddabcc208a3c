"""Writing the texts of a plan: one way for all of them, in which nothing anybody wrote is dropped."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.commands import new_key
from cafe.dialogue.actions.texts import Edit, change
from cafe.errors import BadInput, NotFound
from cafe.live.model import LiveRow
from cafe.perform import Result, action
from cafe.plans.actions.found import worked_on
from cafe.plans.actions.reports import set_back
from cafe.plans.actions.shown import is_public
from cafe.plans.commands.plan import (
    CYCLE_FIELDS,
    GOAL_FIELDS,
    MEASURE_FIELDS,
    PILOT_FIELDS,
    PLAN_FIELDS,
    REPORT_FIELDS,
    WriteText,
)
from cafe.plans.model import (
    Goal,
    Measure,
    PdsaCycle,
    Pilot,
    PlanText,
    PlanTextVersion,
    StatusReport,
    WorkPlan,
)

# What a text may be about, and the names of the texts it has.
_ABOUT: tuple[tuple[type[LiveRow], tuple[str, ...]], ...] = (
    (WorkPlan, PLAN_FIELDS),
    (Goal, GOAL_FIELDS),
    (Measure, MEASURE_FIELDS),
    (PdsaCycle, CYCLE_FIELDS),
    (Pilot, PILOT_FIELDS),
    (StatusReport, REPORT_FIELDS),
)


@action(WriteText)
def write_text(session: Session, _actor: Actor, command: WriteText, now: int) -> Result:
    """Write a text; what two people wrote at once is merged and both stay in the history.

    What comes late to a report that has been handed in is kept, and takes the report back: others read what
    its team has handed in, not half a sentence more.
    """
    plan = worked_on(session, command.plan_id, now)
    about = _about(session, plan.id, command.about_id, command.field)
    text = text_of(session, about.id, command.field)
    if text is None:
        text = PlanText(
            id=new_key(),
            stream_id=plan.id,
            plan=plan,
            about_id=about.id,
            field=command.field,
            public=is_public(about),
            text="",
            version=0,
            changed_by_both=False,
        )
        session.add(text)
        session.flush()
    edit = Edit(
        command_id=command.id,
        base_version=command.base_version,
        text=command.text,
        based_on=command.based_on,
    )
    changed = change(session, text, PlanTextVersion, edit, now)
    taken_back = isinstance(about, StatusReport) and changed.text and set_back(session, plan, about)
    return {"text_id": text.id, "version": text.version, "merged": changed.both, "reopened": taken_back}


def text_of(session: Session, about_id: str, field: str) -> PlanText | None:
    """Give a text, or None while nobody has written it."""
    query = select(PlanText).where(PlanText.about_id == about_id, PlanText.field == field)
    return session.scalars(query).first()


def _about(session: Session, plan_id: str, about_id: str, field: str) -> LiveRow:
    for kind, fields in _ABOUT:
        row = session.get(kind, about_id)
        if row is not None and row.stream_id == plan_id:
            if field not in fields:
                raise BadInput(field="field")
            return row
    raise NotFound
