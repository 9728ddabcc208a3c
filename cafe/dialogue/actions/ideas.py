"""Anonymous ideas: they wait for others and are numbered in shuffled batches."""

from __future__ import annotations

import secrets

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.dialogue.actions.found import cafe_of
from cafe.dialogue.commands.table import ReleaseIdeas
from cafe.dialogue.model import Note, PendingIdea, TableRound
from cafe.perform import Result, action


@action(ReleaseIdeas)
def release(session: Session, _actor: Actor, command: ReleaseIdeas, _now: int) -> Result:
    """Hand over what waits."""
    return {"released": release_ideas(session, cafe_of(session, command.session_id).id)}


def release_ideas(session: Session, session_id: str) -> int:
    """Hand the waiting anonymous ideas to their tables, shuffled, without a time; tell how many.

    Where ideas wait alone they are handed over all the same at the end of a round: a lost thought
    would be worse than one whose round is known.
    """
    pending = list(session.scalars(select(PendingIdea).where(PendingIdea.session_id == session_id)))
    secrets.SystemRandom().shuffle(pending)
    for place, idea in enumerate(pending):
        session.add(
            Note(
                id=idea.id,
                stream_id=session_id,
                session_id=session_id,
                table_round=session.get_one(TableRound, idea.table_round_id),
                text=idea.text,
                kind=idea.kind,
                source=idea.source,
                origin="phone",
                position=float(1_000_000 + place),
            )
        )
        session.delete(idea)
    return len(pending)
