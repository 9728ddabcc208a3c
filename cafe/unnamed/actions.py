"""Keeping answers without a name, and letting them in together."""

from __future__ import annotations

import secrets
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.commands import new_key
from cafe.perform import Result, action
from cafe.unnamed.commands import MixAnswers
from cafe.unnamed.model import HasAnswered, SealedAnswer, UnnamedAnswer
from cafe.unnamed.queries import has_answered, waiting_about
from cafe.unnamed.rules import enough_together
from cafe.unnamed.sealing import keyed, seal


def keep_answer(  # noqa: PLR0913 - what is kept, of whom and about what
    session: Session,
    about: str,
    who: str,
    answer_id: str,
    group: str,
    answers: dict[str, Any],
    *,
    until_told: bool = False,
) -> bool:
    """Keep somebody's one answer about something, sealed; tell False when they have answered before.

    It is shown to nobody until it is let in with at least four others of its group (`group` is "" where there
    are none). The server does that as soon as five wait; with `until_told` only when `mix` is called, which
    is better where there is an end, because everybody is then mixed with everybody. The command that calls
    this must answer True from `leaves_no_trace`, and its result must not name the answer.
    """
    if has_answered(session, about, who) or session.get(SealedAnswer, answer_id) is not None:
        return False
    sealed = seal(about, answer_id, group, answers)
    session.add(SealedAnswer(id=answer_id, about=about, until_told=until_told, sealed=sealed))
    session.add(HasAnswered(about=about, who=keyed(about, who)))
    return True


@action(MixAnswers)
def mix_answers(session: Session, _actor: Actor, command: MixAnswers, _now: int) -> Result:
    """Let in what waits."""
    return {"let_in": mix(session, command.about)}


def mix(session: Session, about: str) -> int:
    """Let in every group of which at least five wait, shuffled and under new ids; tell how many answers."""
    together = enough_together(waiting_about(session, about), lambda each: each.group)
    secrets.SystemRandom().shuffle(together)
    for each in together:
        session.delete(session.get_one(SealedAnswer, each.id))
        session.add(UnnamedAnswer(id=new_key(), about=about, group=each.group, answers=each.answers))
    return len(together)


def due(session: Session) -> list[str]:
    """Tell about what enough answers may wait that nobody else lets in."""
    query = select(SealedAnswer.about).where(SealedAnswer.until_told.is_(False)).distinct()
    found = session.scalars(query.order_by(SealedAnswer.about))
    return [about for about in found if enough_together(waiting_about(session, about), lambda e: e.group)]
