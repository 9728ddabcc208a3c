"""Questions about the texts that something has had."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, object_session

from cafe.clock import MINUTE
from cafe.dialogue.model import Note, NoteVersion, Summary, SummaryVersion, TextVersion
from cafe.errors import NotFound

# Coarse enough not to tell who wrote at a moment that somebody remembers.
COARSE = 5 * MINUTE


@dataclass(frozen=True, kw_only=True)
class PastText:
    """A text that something has had or that was sent for it; `at` in steps of five minutes, or unknown."""

    text: str
    at: int | None


def texts_that_met(row: Any, versions: type[TextVersion]) -> list[str]:
    """Give the two texts the last edit has merged: the one that stood, and the one that was sent."""
    session = object_session(row)
    if session is None:
        return []
    query = select(versions).where(
        getattr(versions, versions.owner) == row.id, versions.version.in_((row.version - 1, row.version))
    )
    by_version: dict[int, TextVersion] = {}
    for version in session.scalars(query.order_by(versions.id)):
        by_version.setdefault(version.version, version)
    if row.version not in by_version:
        return []
    before = by_version.get(row.version - 1)
    return [before.merged_text if before else "", by_version[row.version].text]


def past_texts(session: Session, row: Any, versions: type[TextVersion]) -> list[PastText]:
    """Give every text that something has had or that was sent for it, the newest first, each once."""
    query = select(versions).where(getattr(versions, versions.owner) == row.id)
    found: dict[str, PastText] = {}
    for version in session.scalars(query.order_by(versions.id)):
        for text in (version.text, version.merged_text):
            found.pop(text, None)
            found[text] = PastText(text=text, at=version.at - version.at % COARSE)
    found.pop(row.text, None)
    return [past for past in reversed(found.values()) if past.text.strip()]


def note_history(session: Session, note_id: str) -> list[PastText]:
    """Give the texts a note has had before. Nothing is told of when a nameless thought came."""
    note = session.get(Note, note_id)
    if note is None:
        raise NotFound
    past = past_texts(session, note, NoteVersion)
    return past if note.at is not None else [PastText(text=one.text, at=None) for one in past]


def summary_history(session: Session, table_round_id: str) -> list[PastText]:
    """Give the texts a round's summary has had before."""
    summary = session.get(Summary, table_round_id)
    return past_texts(session, summary, SummaryVersion) if summary else []
