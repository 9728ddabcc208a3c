"""Voting: ballots of themes, what people gave their dots to, and the counts."""

from __future__ import annotations

from sqlalchemy import JSON, BigInteger, Float, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from cafe.db import Base
from cafe.live.model import KEY, LiveRow, owned_by


class Ballot(LiveRow, Base):
    """A vote with dots: `dots` for each, several on one choice only where `stacked`. draft → open → closed.

    `on_wall` shows it on the projector.
    """

    __tablename__ = "ballot"
    session_id: Mapped[str] = mapped_column(KEY, owned_by("cafe_session.id"), index=True)
    question: Mapped[str] = mapped_column(String(200), default="")
    dots: Mapped[int]
    stacked: Mapped[bool] = mapped_column(default=False)
    state: Mapped[str] = mapped_column(String(10), default="draft")
    on_wall: Mapped[bool] = mapped_column(default=False)
    opened_at: Mapped[int | None] = mapped_column(BigInteger)
    closed_at: Mapped[int | None] = mapped_column(BigInteger)


class Choice(LiveRow, Base):
    """A theme as it is voted on, under the name it had when the vote was opened."""

    __tablename__ = "choice"
    __table_args__ = (UniqueConstraint("ballot_id", "theme_id"),)
    session_id: Mapped[str] = mapped_column(KEY, owned_by("cafe_session.id"), index=True)
    ballot_id: Mapped[str] = mapped_column(KEY, owned_by("ballot.id"))
    theme_id: Mapped[str] = mapped_column(KEY, owned_by("theme.id"))
    title: Mapped[str] = mapped_column(String(200))
    position: Mapped[float] = mapped_column(Float)
    ballot: Mapped[Ballot] = relationship()


class Vote(LiveRow, Base):
    """One person's dots, or those entered for a whole table: `people` says for how many.

    `dots` maps choices to dots. Only who cast them ever sees them.
    """

    __tablename__ = "vote"
    __table_args__ = (
        UniqueConstraint("ballot_id", "attendee_id"),
        UniqueConstraint("ballot_id", "table_id"),
    )
    session_id: Mapped[str] = mapped_column(KEY, owned_by("cafe_session.id"), index=True)
    ballot_id: Mapped[str] = mapped_column(KEY, owned_by("ballot.id"))
    attendee_id: Mapped[str | None] = mapped_column(KEY, owned_by("attendee.id"), index=True)
    table_id: Mapped[str | None] = mapped_column(KEY, owned_by("cafe_table.id"))
    people: Mapped[int] = mapped_column(default=1)
    dots: Mapped[dict[str, int]] = mapped_column(JSON)
    ballot: Mapped[Ballot] = relationship()


class Tally(LiveRow, Base):
    """The count of a ballot, whose id it has; counted anew at most once a second while the vote is open.

    `papers` were given in, for `people` people; `at_tables` of these are in entries for whole tables.
    """

    __tablename__ = "tally"
    session_id: Mapped[str] = mapped_column(KEY, owned_by("cafe_session.id"), index=True)
    ballot_id: Mapped[str] = mapped_column(KEY, owned_by("ballot.id"), unique=True)
    papers: Mapped[int] = mapped_column(default=0)
    people: Mapped[int] = mapped_column(default=0)
    at_tables: Mapped[int] = mapped_column(default=0)
    dots: Mapped[dict[str, int]] = mapped_column(JSON, default=dict)
    ballot: Mapped[Ballot] = relationship()


class Turnout(LiveRow, Base):
    """How many have voted, for who may not see more while the vote is open; its id is the ballot's."""

    __tablename__ = "turnout"
    session_id: Mapped[str] = mapped_column(KEY, owned_by("cafe_session.id"), index=True)
    ballot_id: Mapped[str] = mapped_column(KEY, owned_by("ballot.id"), unique=True)
    people: Mapped[int] = mapped_column(default=0)
