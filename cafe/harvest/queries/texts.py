"""What pages, exports and actions ask of the harvest."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.dialogue.model import CafeSession, CafeTable, Note, TableRound
from cafe.dialogue.queries.texts import PastText, past_texts
from cafe.harvest.model import Consolidated, ConsolidatedVersion, Publication
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


def publication_content(session: Session, cafe: CafeSession) -> dict[str, Any]:
    """Give the frozen copy that is published: approved texts and the notes they cite, with their origin."""
    introduction = consolidated_of(session, cafe.id, None)
    topics = []
    for topic in cafe.topics:
        text = consolidated_of(session, cafe.id, topic.id)
        if text is not None and text.approved:
            topics.append(
                {
                    "letter": topic.letter,
                    "position": topic.position,
                    "title": topic.title,
                    "text": text.text,
                    "notes": _cited_notes(session, cafe.id, text.text),
                }
            )
    approved = introduction is not None and introduction.approved
    opening = introduction.text if introduction is not None and approved else ""
    gathering = cafe.gathering
    return {
        "session": cafe.title,
        "gathering": gathering.title,
        "place": gathering.place,
        "starts_on": gathering.starts_on,
        "ends_on": gathering.ends_on,
        "introduction": opening,
        "introduction_notes": _cited_notes(session, cafe.id, opening),
        "topics": topics,
    }


def _cited_notes(session: Session, session_id: str, text: str) -> list[dict[str, Any]]:
    wanted = cited(text)
    query = (
        select(Note, CafeTable.number, TableRound.round_number)
        .join(TableRound, Note.table_round_id == TableRound.id)
        .join(CafeTable, TableRound.table_id == CafeTable.id)
        .where(Note.session_id == session_id, Note.id.in_(wanted))
    )
    found = {
        note.id: {"id": note.id, "text": note.text, "table": table, "round": number, "source": note.source}
        for note, table, number in session.execute(query)
    }
    return [found[note_id] for note_id in wanted if note_id in found]


def published_page(session: Session, slug: str) -> Publication | None:
    """Give the page that everyone may read at an address, or None."""
    query = select(Publication).where(Publication.slug == slug, Publication.taken_down.is_(False))
    return session.scalars(query).first()
