"""What of a café can be found by words: notes outside the bin, and the summaries of the rounds."""

from __future__ import annotations

from sqlalchemy import Select, select

from cafe.dialogue.model import Note, Summary
from cafe.search.sources import searchable


@searchable("note")
def notes(session_id: str) -> Select[str, int, str]:
    """Give the notes of a session."""
    return select(Note.id, Note.version, Note.text).where(
        Note.session_id == session_id, Note.binned.is_(False)
    )


@searchable("summary")
def summaries(session_id: str) -> Select[str, int, str]:
    """Give the summaries of a session's rounds, whatever has become of them."""
    return select(Summary.id, Summary.version, Summary.text).where(Summary.session_id == session_id)
