"""Suggested themes: what was asked for, and what was found. Never more than proposals."""

from __future__ import annotations

from sqlalchemy import JSON, BigInteger, Float, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from cafe.db import Base
from cafe.live.model import KEY, LiveRow, owned_by


class SuggestionRun(LiveRow, Base):
    """One search for themes: working, then ready, cancelled or failed. `notes` counts what was looked at."""

    __tablename__ = "suggestion_run"
    session_id: Mapped[str] = mapped_column(KEY, owned_by("cafe_session.id"), index=True)
    topic_id: Mapped[str | None] = mapped_column(KEY, owned_by("topic.id"))
    only_unplaced: Mapped[bool] = mapped_column(default=False)
    asked_at: Mapped[int] = mapped_column(BigInteger)
    state: Mapped[str] = mapped_column(String(10), default="working")
    progress: Mapped[int] = mapped_column(default=0)
    notes: Mapped[int] = mapped_column(default=0)


class Suggestion(LiveRow, Base):
    """A proposal: a theme, near-duplicates (`duplicates`), or notes that say something else (`different`).

    `words` are those that made the group. open → accepted (then with the theme that came of it) or dismissed.
    """

    __tablename__ = "suggestion"
    session_id: Mapped[str] = mapped_column(KEY, owned_by("cafe_session.id"), index=True)
    run_id: Mapped[str] = mapped_column(KEY, owned_by("suggestion_run.id"), index=True)
    kind: Mapped[str] = mapped_column(String(10))
    title: Mapped[str] = mapped_column(String(200), default="")
    words: Mapped[list[str]] = mapped_column(JSON, default=list)
    note_ids: Mapped[list[str]] = mapped_column(JSON, default=list)
    closeness: Mapped[float | None] = mapped_column(Float)
    position: Mapped[int]
    state: Mapped[str] = mapped_column(String(10), default="open")
    theme_id: Mapped[str | None] = mapped_column(KEY, ForeignKey("theme.id", ondelete="SET NULL"))
    run: Mapped[SuggestionRun] = relationship()
