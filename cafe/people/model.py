"""Accounts of organisers, guests' tickets, and links that are used up."""

from __future__ import annotations

from flask_login import UserMixin
from sqlalchemy import BigInteger, ForeignKey, Index, String, func
from sqlalchemy.orm import Mapped, mapped_column

from cafe.commands import new_key
from cafe.db import Base
from cafe.live.model import KEY


class User(UserMixin, Base):
    """Someone with an account: an organiser."""

    __tablename__ = "user_account"
    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    email: Mapped[str] = mapped_column(String(200))
    name: Mapped[str] = mapped_column(String(200))
    password_hash: Mapped[str | None] = mapped_column(String(200))
    # Part of the session cookie's identity: a new password signs out every other device.
    generation: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[int] = mapped_column(BigInteger)

    def get_id(self) -> str:
        """Give what the signed cookie holds, another for each browser that signs in."""
        return f"{self.id}.{self.generation}.{new_key()}"


Index("uq_user_account_email", func.lower(User.email), unique=True)


class EndedSignIn(Base):
    """A browser's sign-in that has been ended: a copy of its signed cookie opens nothing any more."""

    __tablename__ = "ended_sign_in"
    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    at: Mapped[int] = mapped_column(BigInteger)


class Ticket(Base):
    """A guest's durable, pseudonymous right to one place in one gathering; only the secret's hash is kept."""

    __tablename__ = "ticket"
    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    participant_id: Mapped[str] = mapped_column(
        KEY, ForeignKey("participant.id", ondelete="CASCADE"), index=True
    )
    secret_hash: Mapped[str] = mapped_column(String(64), unique=True)
    ended: Mapped[bool] = mapped_column(default=False)


class Link(Base):
    """A personal link: what it opens, for whom, how often and until when. Only the secret's hash is kept.

    `purpose` is ticket (subject: a participant), sign_in or invitation (a user), or wall (a session).
    """

    __tablename__ = "link"
    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    purpose: Mapped[str] = mapped_column(String(20))
    subject_id: Mapped[str] = mapped_column(KEY, index=True)
    secret_hash: Mapped[str] = mapped_column(String(64), unique=True)
    expires_at: Mapped[int] = mapped_column(BigInteger)
    uses_left: Mapped[int] = mapped_column(default=1)
