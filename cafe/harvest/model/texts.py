"""What the notes come to: consolidated summaries, conclusions and next steps, each text with its history."""

from __future__ import annotations

from sqlalchemy import Float, ForeignKey, String, Text, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from cafe.db import Base
from cafe.dialogue.model import TextVersion
from cafe.harvest.model.board import Theme
from cafe.live.model import KEY, LiveRow, owned_by


class Consolidated(LiveRow, Base):
    """The consolidated summary of a topic (or, without one, the introduction), in Markdown.

    `approved_by_hosts` says that those who hosted the topic stand by it, `approved` that it may be published.
    """

    __tablename__ = "consolidated"
    __table_args__ = (UniqueConstraint("session_id", "topic_id"),)
    session_id: Mapped[str] = mapped_column(KEY, owned_by("cafe_session.id"), index=True)
    topic_id: Mapped[str | None] = mapped_column(KEY, owned_by("topic.id"))
    text: Mapped[str] = mapped_column(Text, default="")
    version: Mapped[int] = mapped_column(default=0)
    changed_by_both: Mapped[bool] = mapped_column(default=False, server_default=false())
    approved_by_hosts: Mapped[bool] = mapped_column(default=False, server_default=false())
    approved: Mapped[bool] = mapped_column(default=False)


class ConsolidatedVersion(TextVersion, Base):
    """A text a consolidated summary has had, as sent and as merged."""

    __tablename__ = "consolidated_version"
    owner = "consolidated_id"
    consolidated_id: Mapped[str] = mapped_column(KEY, owned_by("consolidated.id"), index=True)


class Conclusion(LiveRow, Base):
    """What the café came to on one point, in Markdown that cites notes.

    Without a topic it goes across topics. draft → approved by hosts → approved; a change of the text opens it
    again. `without_hosts` says openly that organisers did not wait for its hosts. `removed` ones stay where
    organisers can put them back.
    """

    __tablename__ = "conclusion"
    session_id: Mapped[str] = mapped_column(KEY, owned_by("cafe_session.id"), index=True)
    topic_id: Mapped[str | None] = mapped_column(KEY, owned_by("topic.id"), index=True)
    title: Mapped[str] = mapped_column(String(200))
    text: Mapped[str] = mapped_column(Text, default="")
    version: Mapped[int] = mapped_column(default=0)
    changed_by_both: Mapped[bool] = mapped_column(default=False)
    approved_by_hosts: Mapped[bool] = mapped_column(default=False)
    approved: Mapped[bool] = mapped_column(default=False)
    without_hosts: Mapped[bool] = mapped_column(default=False, server_default=false())
    removed: Mapped[bool] = mapped_column(default=False)
    position: Mapped[float] = mapped_column(Float)


class ConclusionVersion(TextVersion, Base):
    """A text a conclusion has had, as sent and as merged, below its title (`cafe/harvest/whole.py`)."""

    __tablename__ = "conclusion_version"
    owner = "conclusion_id"
    conclusion_id: Mapped[str] = mapped_column(KEY, owned_by("conclusion.id"), index=True)


class Basis(LiveRow, Base):
    """A theme that a conclusion rests on, with all its notes, beside those its text cites."""

    __tablename__ = "basis"
    __table_args__ = (UniqueConstraint("conclusion_id", "theme_id"),)
    session_id: Mapped[str] = mapped_column(KEY, owned_by("cafe_session.id"), index=True)
    conclusion_id: Mapped[str] = mapped_column(KEY, owned_by("conclusion.id"))
    theme_id: Mapped[str] = mapped_column(KEY, owned_by("theme.id"), index=True)
    conclusion: Mapped[Conclusion] = relationship()
    theme: Mapped[Theme] = relationship()


class NextStep(LiveRow, Base):
    """What starts after the café, who starts it and when, in words; often from a conclusion."""

    __tablename__ = "next_step"
    session_id: Mapped[str] = mapped_column(KEY, owned_by("cafe_session.id"), index=True)
    conclusion_id: Mapped[str | None] = mapped_column(KEY, ForeignKey("conclusion.id", ondelete="SET NULL"))
    text: Mapped[str] = mapped_column(Text)
    who: Mapped[str] = mapped_column(String(200), default="")
    by_when: Mapped[str] = mapped_column(String(200), default="")
    position: Mapped[float] = mapped_column(Float)
