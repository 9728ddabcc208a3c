"""What pages ask about accounts."""

from __future__ import annotations

from sqlalchemy.orm import Session

from cafe.db import db
from cafe.people.model import EndedSignIn, User


def user_of_cookie(identity: str) -> User | None:
    """Give the account a signed cookie names, unless it was signed out or its password changed since."""
    user_id, generation, sign_in = [*identity.split("."), "", ""][:3]
    with db.sessionmaker() as session:
        user = session.get(User, user_id)
        ended = not sign_in or session.get(EndedSignIn, sign_in) is not None
    return user if user is not None and str(user.generation) == generation and not ended else None


def user_by_id(session: Session, user_id: str) -> User:
    """Give an account that is known to exist."""
    return session.get_one(User, user_id)
