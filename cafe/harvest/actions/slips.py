"""What the harvest says of a note."""

from __future__ import annotations

from sqlalchemy.orm import Session

from cafe.dialogue.model import Note
from cafe.harvest.model import Slip


def slip_of(session: Session, note: Note) -> Slip:
    """Give what is said of a note; begin with nothing."""
    slip = session.get(Slip, note.id)
    if slip is None:
        slip = Slip(
            id=note.id,
            stream_id=note.stream_id,
            session_id=note.session_id,
            note=note,
            important=False,
            left_out=False,
            reason="",
        )
        session.add(slip)
    return slip
