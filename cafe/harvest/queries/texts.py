"""What pages, exports and actions ask of the harvest."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.dialogue.model import Note
from cafe.dialogue.queries.texts import PastText, past_texts
from cafe.harvest.model import Consolidated, ConsolidatedVersion
from cafe.harvest.rules import cited


def consolidated_of(session: Session, session_id: str, topic_id: str | None) -> Consolidated | None:
    """Give the consolidated summary of a topic, or the introduction."""
    query = select(Consolidated).where(Consolidated.session_id == session_id)
    return session.scalars(query.where(Consolidated.topic_id.is_not_distinct_from(topic_id))).first()


def history_of(session: Session, session_id: str, topic_id: str | None) -> list[PastText]:
    """Give the texts that a topic's consolidated summary has had before."""
    text = consolidated_of(session, session_id, topic_id)
    return past_texts(session, text, ConsolidatedVersion) if text else []


def citable(session: Session, session_id: str, text: str) -> set[str]:
    """Give the ids that a text cites and that are notes of the session outside the bin."""
    query = select(Note.id).where(
        Note.session_id == session_id, Note.binned.is_(False), Note.id.in_(cited(text))
    )
    return set(session.scalars(query))


def uncitable(session: Session, session_id: str, text: str) -> list[str]:
    """Give the ids that a text cites and that are no note of the session outside the bin."""
    found = citable(session, session_id, text)
    return [note_id for note_id in cited(text) if note_id not in found]
