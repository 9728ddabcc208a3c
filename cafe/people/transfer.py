"""Going on on another phone: a short code that one place stands behind for ten minutes."""

from __future__ import annotations

from sqlalchemy import update
from sqlalchemy.orm import Session

from cafe.commands import new_key
from cafe.people.commands import Purpose
from cafe.people.model import Link
from cafe.people.rules import TRANSFER_LASTS, hashed, new_transfer_code


def issue_transfer_code(session: Session, participant_id: str, now: int) -> str:
    """Make the code by which a guest goes on on another phone; an earlier one no longer holds."""
    until = now + TRANSFER_LASTS
    # Whatever lasts no longer than this was such a code; printed cards last for weeks and go on working.
    earlier = update(Link).where(
        Link.purpose == Purpose.TICKET, Link.subject_id == participant_id, Link.expires_at <= until
    )
    session.execute(earlier.values(uses_left=0))
    code = new_transfer_code()
    session.add(
        Link(
            id=new_key(),
            purpose=Purpose.TICKET,
            subject_id=participant_id,
            secret_hash=hashed(code),
            expires_at=until,
            uses_left=1,
        )
    )
    return code
