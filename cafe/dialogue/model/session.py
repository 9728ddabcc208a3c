"""The session and its shape: topics, rounds, tables, and what each table is about in each round."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, BigInteger, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from cafe.db import Base
from cafe.gatherings.model import Gathering
from cafe.live.model import KEY, LiveRow, owned_by

if TYPE_CHECKING:
    from cafe.dialogue.model.people import Attendee  # people sit at tables, so it imports this module


class CafeSession(LiveRow, Base):
    """One café dialogue; its id is also that of its stream.

    `step` counts the transitions, so that two who press "next" at once advance once. `deadline` is the end
    of the present round or change, `paused_left` what was left of it when it was paused;
    `counting_since` when it began, was paused or went on. Milliseconds. `put_aside` keeps the rounds that the
    present mode has no use for, should another be chosen.
    """

    __tablename__ = "cafe_session"
    gathering_id: Mapped[str] = mapped_column(KEY, owned_by("gathering.id"), index=True)
    title: Mapped[str] = mapped_column(String(200))
    mode: Mapped[str] = mapped_column(String(20))
    home_table_last: Mapped[bool] = mapped_column(default=False)
    seats: Mapped[int] = mapped_column(default=6)
    switch_minutes: Mapped[int] = mapped_column(default=2)
    question: Mapped[str] = mapped_column(Text, default="")
    phase: Mapped[str] = mapped_column(String(20), default="draft")
    round_number: Mapped[int] = mapped_column(default=0)
    step: Mapped[int] = mapped_column(default=0)
    deadline: Mapped[int | None] = mapped_column(BigInteger)
    paused_left: Mapped[int | None] = mapped_column(BigInteger)
    counting_since: Mapped[int | None] = mapped_column(BigInteger)
    seed: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[int] = mapped_column(BigInteger)
    put_aside: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list, server_default="[]")
    gathering: Mapped[Gathering] = relationship()
    topics: Mapped[list[Topic]] = relationship(order_by="Topic.position")
    rounds_: Mapped[list[Round]] = relationship(order_by="Round.number")
    tables: Mapped[list[CafeTable]] = relationship(order_by="CafeTable.number")


class Topic(LiveRow, Base):
    """A topic: its letter and colour follow from its position, the same everywhere."""

    __tablename__ = "topic"
    session_id: Mapped[str] = mapped_column(KEY, owned_by("cafe_session.id"), index=True)
    position: Mapped[int]
    title: Mapped[str] = mapped_column(String(200))
    question: Mapped[str] = mapped_column(Text, default="")

    @property
    def letter(self) -> str:
        """Give the topic's letter: A for the first."""
        return chr(ord("A") + self.position)


class Round(LiveRow, Base):
    """A round: its length in minutes, and its question where each round has one."""

    __tablename__ = "round"
    __table_args__ = (UniqueConstraint("session_id", "number"),)
    session_id: Mapped[str] = mapped_column(KEY, owned_by("cafe_session.id"))
    number: Mapped[int]
    minutes: Mapped[int]
    question: Mapped[str] = mapped_column(Text, default="")


class CafeTable(LiveRow, Base):
    """A table in the hall. `topic_id` is what it is about unless a round says otherwise."""

    __tablename__ = "cafe_table"
    __table_args__ = (UniqueConstraint("session_id", "number"),)
    session_id: Mapped[str] = mapped_column(KEY, owned_by("cafe_session.id"))
    number: Mapped[int]
    seats: Mapped[int]
    accessible: Mapped[bool] = mapped_column(default=False)
    topic_id: Mapped[str | None] = mapped_column(KEY, ForeignKey("topic.id", ondelete="SET NULL"))


class TableRound(LiveRow, Base):
    """One table in one round: its topic, question, host and co-host. Everything said hangs on it.

    `desk_id` is the table where its question began, and under which its host writes all day: the table
    itself, except where questions walk. It is no foreign key; who removes a table sees to it.
    """

    __tablename__ = "table_round"
    __table_args__ = (UniqueConstraint("table_id", "round_number"),)
    session_id: Mapped[str] = mapped_column(KEY, owned_by("cafe_session.id"), index=True)
    table_id: Mapped[str] = mapped_column(KEY, owned_by("cafe_table.id"))
    desk_id: Mapped[str] = mapped_column(KEY, index=True, server_default="")
    round_number: Mapped[int]
    topic_id: Mapped[str | None] = mapped_column(KEY, ForeignKey("topic.id", ondelete="SET NULL"))
    question: Mapped[str] = mapped_column(Text, default="")
    host_id: Mapped[str | None] = mapped_column(KEY, ForeignKey("attendee.id", ondelete="SET NULL"))
    cohost_id: Mapped[str | None] = mapped_column(KEY, ForeignKey("attendee.id", ondelete="SET NULL"))
    table: Mapped[CafeTable] = relationship()
    topic: Mapped[Topic | None] = relationship()
    host: Mapped[Attendee | None] = relationship(foreign_keys=[host_id])

    @property
    def hosts(self) -> tuple[str | None, str | None]:
        """Give the host and the co-host."""
        return self.host_id, self.cohost_id


class Announcement(LiveRow, Base):
    """What an organiser has announced to everyone."""

    __tablename__ = "announcement"
    session_id: Mapped[str] = mapped_column(KEY, owned_by("cafe_session.id"), index=True)
    text: Mapped[str] = mapped_column(Text)
    at: Mapped[int] = mapped_column(BigInteger)
