"""The board: themes and the notes under them, merged notes, and the steps taken, to be undone."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, BigInteger, Float, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from cafe.db import Base
from cafe.dialogue.model import Note, TextVersion
from cafe.live.model import KEY, LiveRow, owned_by


class Theme(LiveRow, Base):
    """A cluster of notes, across topics.

    One that was merged keeps its own notes and names the theme it is now part of in `merged_into`, so that it
    can be taken apart. A removed one keeps its notes too; those that are under no other wait to be placed.
    """

    __tablename__ = "theme"
    session_id: Mapped[str] = mapped_column(KEY, owned_by("cafe_session.id"), index=True)
    title: Mapped[str] = mapped_column(String(200))
    position: Mapped[float] = mapped_column(Float)
    merged_into: Mapped[str | None] = mapped_column(KEY, ForeignKey("theme.id", ondelete="SET NULL"))
    removed: Mapped[bool] = mapped_column(default=False)


class Placement(LiveRow, Base):
    """A note under a theme. A note may support several."""

    __tablename__ = "placement"
    __table_args__ = (UniqueConstraint("theme_id", "note_id"),)
    session_id: Mapped[str] = mapped_column(KEY, owned_by("cafe_session.id"), index=True)
    theme_id: Mapped[str] = mapped_column(KEY, owned_by("theme.id"))
    note_id: Mapped[str] = mapped_column(KEY, owned_by("note.id"), index=True)


class Bundle(LiveRow, Base):
    """Several notes of a topic read as one, with a text for all of them; the notes themselves stay.

    One that was taken apart has no notes any more and is kept for its text.
    """

    __tablename__ = "bundle"
    session_id: Mapped[str] = mapped_column(KEY, owned_by("cafe_session.id"), index=True)
    topic_id: Mapped[str | None] = mapped_column(KEY, owned_by("topic.id"), index=True)
    text: Mapped[str] = mapped_column(Text)
    version: Mapped[int] = mapped_column(default=0)
    changed_by_both: Mapped[bool] = mapped_column(default=False)
    taken_apart: Mapped[bool] = mapped_column(default=False)


class BundleVersion(TextVersion, Base):
    """A text a bundle has had, as sent and as merged."""

    __tablename__ = "bundle_version"
    owner = "bundle_id"
    bundle_id: Mapped[str] = mapped_column(KEY, owned_by("bundle.id"), index=True)


class Slip(LiveRow, Base):
    """What the harvest says of a note; its id is the note's, and there is none while nothing has been said.

    `left_out` says that an important note is deliberately not used, and `reason` why.
    """

    __tablename__ = "slip"
    session_id: Mapped[str] = mapped_column(KEY, owned_by("cafe_session.id"), index=True)
    note_id: Mapped[str] = mapped_column(KEY, owned_by("note.id"), unique=True)
    bundle_id: Mapped[str | None] = mapped_column(
        KEY, ForeignKey("bundle.id", ondelete="SET NULL"), index=True
    )
    important: Mapped[bool] = mapped_column(default=False)
    left_out: Mapped[bool] = mapped_column(default=False)
    reason: Mapped[str] = mapped_column(String(600), default="")
    note: Mapped[Note] = relationship()
    bundle: Mapped[Bundle | None] = relationship()


class BoardStep(LiveRow, Base):
    """A step on the board: what was done, in `details` for people, in `changes` for taking it back.

    `changes` lists what was before and after, field by field; a step is undone only where all of it still
    stands as it left it. `undoes` names the step that this one took back;
    with `by_hosts` the hosts of its topic see it.
    """

    __tablename__ = "board_step"
    session_id: Mapped[str] = mapped_column(KEY, owned_by("cafe_session.id"), index=True)
    topic_id: Mapped[str | None] = mapped_column(KEY, owned_by("topic.id"))
    at: Mapped[int] = mapped_column(BigInteger)
    author: Mapped[str] = mapped_column(String(200), default="")
    kind: Mapped[str] = mapped_column(String(20))
    details: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    changes: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list, deferred=True)
    undone: Mapped[bool] = mapped_column(default=False)
    undoes: Mapped[str | None] = mapped_column(KEY)
    by_hosts: Mapped[bool] = mapped_column(default=False)
