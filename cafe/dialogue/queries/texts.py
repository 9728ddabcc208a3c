"""Questions about the texts a note has had."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import object_session

from cafe.dialogue.model import Note, NoteVersion


def texts_that_met(note: Note) -> list[str]:
    """Give the two texts the last edit has merged: the one that stood, and the one that was sent."""
    session = object_session(note)
    if session is None:
        return []
    versions = {
        version.version: version
        for version in session.scalars(
            select(NoteVersion).where(
                NoteVersion.note_id == note.id, NoteVersion.version.in_((note.version - 1, note.version))
            )
        )
    }
    if note.version - 1 not in versions or note.version not in versions:
        return []
    return [versions[note.version - 1].merged_text, versions[note.version].text]
