"""What pages ask about accounts."""

from __future__ import annotations

from sqlalchemy.orm import Session

from cafe.db import db
from cafe.people.model import User


def user_of_cookie(identity: str) -> User | None:
    """Give the account a signed cookie names, unless its password has been changed since."""
    user_id, _, generation = identity.rpartition(".")
    with db.sessionmaker() as session:
        user = session.get(User, user_id)
    return user if user is not None and str(user.generation) == generation else None


def user_by_id(session: Session, user_id: str) -> User:
    """Give an account that is known to exist."""
    return session.get_one(User, user_id)
