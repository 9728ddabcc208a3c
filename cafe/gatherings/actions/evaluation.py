"""Keeping what people think of a gathering, without a name."""

from __future__ import annotations

from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.errors import BadInput, NotAllowed
from cafe.gatherings.commands import AnswerEvaluation
from cafe.gatherings.queries import own_participant
from cafe.i18n import lazy
from cafe.perform import Result, action
from cafe.unnamed.actions import keep_answer

NOTHING = lazy("Nothing is answered yet. Answer what you like, and leave out the rest.")
ALREADY = lazy("You have answered before. Thank you; one answer from each is enough.")


@action(AnswerEvaluation)
def answer_evaluation(session: Session, actor: Actor, command: AnswerEvaluation, _now: int) -> Result:
    """Keep an answer. Raises BadInput when nothing is said or when this person has answered before."""
    participant = own_participant(session, actor, command.gathering_id)
    if participant is None:
        raise NotAllowed
    said = {key: value for key, value in command.answers.model_dump().items() if value not in (None, "")}
    if not said:
        raise BadInput(NOTHING)
    if not keep_answer(session, command.gathering_id, participant.id, command.answer_id, "", said):
        raise BadInput(ALREADY)
    return {}
