"""Tables of the harvest: consolidated summaries with their history, and what has been published."""

from __future__ import annotations

from sqlalchemy import JSON, BigInteger, String, Text, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from cafe.db import Base
from cafe.dialogue.model import TextVersion
from cafe.live.model import KEY, LiveRow, owned_by


class Consolidated(LiveRow, Base):
    """The consolidated summary of a topic (or, without one, the introduction), in Markdown."""

    __tablename__ = "consolidated"
    __table_args__ = (UniqueConstraint("session_id", "topic_id"),)
    session_id: Mapped[str] = mapped_column(KEY, owned_by("cafe_session.id"), index=True)
    topic_id: Mapped[str | None] = mapped_column(KEY, owned_by("topic.id"))
    text: Mapped[str] = mapped_column(Text, default="")
    version: Mapped[int] = mapped_column(default=0)
    changed_by_both: Mapped[bool] = mapped_column(default=False, server_default=false())
    approved: Mapped[bool] = mapped_column(default=False)


class ConsolidatedVersion(TextVersion, Base):
    """A text a consolidated summary has had, as sent and as merged."""

    __tablename__ = "consolidated_version"
    owner = "consolidated_id"
    consolidated_id: Mapped[str] = mapped_column(KEY, owned_by("consolidated.id"), index=True)


class Publication(LiveRow, Base):
    """What everyone may read: a frozen copy of the approved summaries and the notes they cite."""

    __tablename__ = "publication"
    session_id: Mapped[str] = mapped_column(KEY, owned_by("cafe_session.id"), unique=True)
    slug: Mapped[str] = mapped_column(String(40), unique=True)
    title: Mapped[str] = mapped_column(String(200))
    content: Mapped[dict[str, object]] = mapped_column(JSON)
    edition: Mapped[int] = mapped_column(default=1)
    at: Mapped[int] = mapped_column(BigInteger)
    taken_down: Mapped[bool] = mapped_column(default=False)
