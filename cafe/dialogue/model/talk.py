"""What is said: notes with their history, ideas waiting to be shuffled, summaries and the nods to them."""

from __future__ import annotations

from typing import ClassVar

from sqlalchemy import BigInteger, Float, ForeignKey, String, Text, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from cafe.db import Base
from cafe.dialogue.model.people import Attendee
from cafe.dialogue.model.session import TableRound
from cafe.live.model import KEY, LiveRow, owned_by


class TextVersion:
    """Mixed into the history of a kind of text: what was sent, and what the text was after it.

    `owner` names the column that says whose version it is.
    """

    owner: ClassVar[str]
    id: Mapped[int] = mapped_column(primary_key=True)
    command_id: Mapped[str] = mapped_column(KEY)
    version: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    merged_text: Mapped[str] = mapped_column(Text)
    at: Mapped[int] = mapped_column(BigInteger)


class Note(LiveRow, Base):
    """One thought. `origin` is table (a host), phone (a guest) or paper (transcribed afterwards).

    `binned` notes stay where hosts and organisers can take them out again. `changed_by_both` says that two
    edits met and were merged; both texts are in the versions. `late` says why a text that came late stands
    here as a note (see `Late`).
    """

    __tablename__ = "note"
    session_id: Mapped[str] = mapped_column(KEY, owned_by("cafe_session.id"), index=True)
    table_round_id: Mapped[str] = mapped_column(KEY, owned_by("table_round.id"), index=True)
    author_id: Mapped[str | None] = mapped_column(KEY, ForeignKey("attendee.id", ondelete="SET NULL"))
    text: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(String(10))
    source: Mapped[str] = mapped_column(String(20))
    origin: Mapped[str] = mapped_column(String(10))
    position: Mapped[float] = mapped_column(Float)
    version: Mapped[int] = mapped_column(default=1)
    changed_by_both: Mapped[bool] = mapped_column(default=False)
    binned: Mapped[bool] = mapped_column(default=False)
    late: Mapped[str] = mapped_column(String(10), default="", server_default="")
    at: Mapped[int | None] = mapped_column(BigInteger)
    table_round: Mapped[TableRound] = relationship()
    author: Mapped[Attendee | None] = relationship()


class NoteVersion(TextVersion, Base):
    """A text a note has had: as sent, with the version the edit started from."""

    __tablename__ = "note_version"
    __table_args__ = (UniqueConstraint("note_id", "command_id"),)
    owner = "note_id"
    note_id: Mapped[str] = mapped_column(KEY, owned_by("note.id"))
    base_version: Mapped[int]
    author_id: Mapped[str | None] = mapped_column(KEY, ForeignKey("attendee.id", ondelete="SET NULL"))


class PendingIdea(Base):
    """An anonymous thought that waits for others, so that its number does not tell when it came."""

    __tablename__ = "pending_idea"
    __table_args__ = {"sqlite_with_rowid": False}  # a row number would tell the order of arrival
    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    session_id: Mapped[str] = mapped_column(KEY, owned_by("cafe_session.id"), index=True)
    table_round_id: Mapped[str] = mapped_column(KEY, owned_by("table_round.id"))
    text: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(String(10))
    source: Mapped[str] = mapped_column(String(20))


class Summary(LiveRow, Base):
    """The summary of a table's round; its id is the table round's. draft → shown → approved."""

    __tablename__ = "summary"
    session_id: Mapped[str] = mapped_column(KEY, owned_by("cafe_session.id"), index=True)
    text: Mapped[str] = mapped_column(Text, default="")
    state: Mapped[str] = mapped_column(String(10), default="draft")
    version: Mapped[int] = mapped_column(default=0)
    changed_by_both: Mapped[bool] = mapped_column(default=False, server_default=false())
    yes: Mapped[int] = mapped_column(default=0)
    change: Mapped[int] = mapped_column(default=0)
    table_round_id: Mapped[str] = mapped_column(KEY, owned_by("table_round.id"), unique=True)
    table_round: Mapped[TableRound] = relationship()


class SummaryVersion(TextVersion, Base):
    """A text a summary has had, as sent and as merged, so that two writers never lose one another's."""

    __tablename__ = "summary_version"
    owner = "summary_id"
    summary_id: Mapped[str] = mapped_column(KEY, owned_by("summary.id"), index=True)


class Nod(LiveRow, Base):
    """One person's answer to a shown summary: yes, or change this."""

    __tablename__ = "nod"
    __table_args__ = (UniqueConstraint("summary_id", "attendee_id"),)
    session_id: Mapped[str] = mapped_column(KEY, owned_by("cafe_session.id"), index=True)
    summary_id: Mapped[str] = mapped_column(KEY, owned_by("summary.id"))
    attendee_id: Mapped[str] = mapped_column(KEY, owned_by("attendee.id"))
    version: Mapped[int]
    answer: Mapped[str] = mapped_column(String(10))
    comment: Mapped[str] = mapped_column(Text, default="")
    attendee: Mapped[Attendee] = relationship()
    summary: Mapped[Summary] = relationship()
