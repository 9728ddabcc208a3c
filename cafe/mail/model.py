"""Tables of the outbox."""

from __future__ import annotations

from sqlalchemy import BigInteger, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from cafe.db import Base
from cafe.live.model import KEY, owned_by


class Letter(Base):
    """An e-mail that is to be sent, or has been. `key` says what it is, so that it is written once.

    `state` is waiting, sent, failed (it is given up) or dropped (nobody wants it any more).
    """

    __tablename__ = "letter"
    __table_args__ = (UniqueConstraint("key"), Index("ix_letter_state_due", "state", "due_at"))
    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    key: Mapped[str] = mapped_column(String(120))
    user_id: Mapped[str] = mapped_column(KEY, owned_by("user_account.id"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    subject: Mapped[str] = mapped_column(String(200))
    text: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(10), default="waiting")
    written_at: Mapped[int] = mapped_column(BigInteger)
    due_at: Mapped[int] = mapped_column(BigInteger)
    tries: Mapped[int] = mapped_column(default=0)
    sent_at: Mapped[int | None] = mapped_column(BigInteger)


class MailChoice(Base):
    """How somebody wants to hear from us: never, or at most once a week; in their language."""

    __tablename__ = "mail_choice"
    user_id: Mapped[str] = mapped_column(KEY, owned_by("user_account.id"), primary_key=True)
    digest: Mapped[bool] = mapped_column(default=True)
    language: Mapped[str] = mapped_column(String(5), default="nb")
    last_digest_at: Mapped[int | None] = mapped_column(BigInteger)


class CalendarFeed(Base):
    """A calendar that programs fetch by its secret: somebody's own, or that of a team they are in."""

    __tablename__ = "calendar_feed"
    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    user_id: Mapped[str] = mapped_column(KEY, owned_by("user_account.id"), index=True)
    team_id: Mapped[str | None] = mapped_column(KEY, owned_by("team.id"), index=True)
    secret_hash: Mapped[str] = mapped_column(String(64), unique=True)
