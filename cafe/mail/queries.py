"""What is asked of the outbox."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cafe.mail.model import Letter, MailChoice
from cafe.people.model import User


def letters_due(session: Session, now: int) -> int:
    """Count the letters that wait to be sent now."""
    query = select(func.count()).where(Letter.state == "waiting", Letter.due_at <= now)
    return session.scalar(query) or 0


def letters_by_id(session: Session, letter_ids: list[str]) -> list[tuple[Letter, User]]:
    """Give letters with whom they are to."""
    query = select(Letter, User).join(User, User.id == Letter.user_id).where(Letter.id.in_(letter_ids))
    return [(letter, user) for letter, user in session.execute(query)]


def choice_of(session: Session, user_id: str) -> MailChoice:
    """Give how somebody wants to hear from us; who has not said gets the digest."""
    return session.get(MailChoice, user_id) or MailChoice(user_id=user_id, digest=True, language="nb")


def written_since(session: Session, user_id: str, since: int) -> bool:
    """Tell whether a letter has been put into the outbox for somebody since a moment."""
    query = select(Letter.id).where(Letter.user_id == user_id, Letter.written_at > since)
    return session.scalars(query.limit(1)).first() is not None
