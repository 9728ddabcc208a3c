"""Setting what has an id made by whoever asks, begun the first time and changed from then on; first texts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from sqlalchemy.orm import Session

from cafe.commands import Command, new_key
from cafe.dialogue.actions.texts import Edit, change
from cafe.errors import BadInput
from cafe.plans.model import Funding, PdsaCycle, Pilot, PlanText, PlanTextVersion, WorkPlan

Kept = TypeVar("Kept", PdsaCycle, Funding, Pilot)


def of_this_plan(session: Session, kind: type[Kept], plan_id: str, row_id: str, field: str) -> Kept | None:
    """Give what has an id, or None. Raises BadInput naming the field when it is in another plan."""
    row = session.get(kind, row_id)
    if row is not None and row.plan_id != plan_id:
        raise BadInput(field=field)
    return row


def change_named(row: Kept, command: Command, fields: Iterable[str]) -> None:
    """Change what the command names; what it leaves out stays. A position is never taken away."""
    for field in fields:
        value = getattr(command, field)
        if field in command.model_fields_set and not (field == "position" and value is None):
            setattr(row, field, value)


def begin_text(session: Session, plan: WorkPlan, about_id: str, field: str, text: str, now: int) -> None:
    """Let something new begin with a text, as its first version, so that what follows can meet it."""
    if not text.strip():
        return
    row = PlanText(
        id=new_key(),
        stream_id=plan.id,
        plan=plan,
        about_id=about_id,
        field=field,
        text="",
        version=0,
        changed_by_both=False,
    )
    session.add(row)
    session.flush()
    edit = Edit(command_id=new_key(), base_version=0, text=text)
    change(session, row, PlanTextVersion, edit, now)
