"""What happens when somebody says what starts after the café."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.dialogue.actions.found import cafe_of
from cafe.errors import NotFound
from cafe.harvest.actions.conclusions import conclusion_of
from cafe.harvest.commands.conclusions import RemoveNextStep, SetNextStep
from cafe.harvest.model import NextStep
from cafe.perform import Result, action


@action(SetNextStep)
def set_next_step(session: Session, _actor: Actor, command: SetNextStep, _now: int) -> Result:
    """Say what starts, or change what was said."""
    cafe = cafe_of(session, command.session_id)
    if command.conclusion_id is not None:
        conclusion_of(session, cafe.id, command.conclusion_id)
    step = session.get(NextStep, command.step_id)
    if step is not None and step.session_id != cafe.id:
        raise NotFound
    if step is None:
        last = select(func.max(NextStep.position)).where(NextStep.session_id == cafe.id)
        step = NextStep(
            id=command.step_id,
            stream_id=cafe.id,
            session_id=cafe.id,
            position=(session.scalar(last) or 0) + 1,
            text="",
        )
        session.add(step)
    step.conclusion_id = command.conclusion_id
    step.text, step.who, step.by_when = command.text, command.who, command.by_when
    return {}


@action(RemoveNextStep)
def remove_next_step(session: Session, _actor: Actor, command: RemoveNextStep, _now: int) -> Result:
    """Take a next step out."""
    cafe = cafe_of(session, command.session_id)
    step = session.get(NextStep, command.step_id)
    if step is None or step.session_id != cafe.id:
        raise NotFound
    session.delete(step)
    return {}
