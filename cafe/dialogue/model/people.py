"""People in a session: who is expected and has come, where they sit, where they were, and calls for help."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, BigInteger, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from cafe.db import Base
from cafe.dialogue.model.session import TableRound
from cafe.gatherings.model import Participant
from cafe.live.model import KEY, LiveRow, owned_by


class Attendee(LiveRow, Base):
    """A participant in one session. `sitting_out` lists rounds; nobody is asked why.

    `chairs_left` are the seats of somebody who is away, for the case that they come after all; `told` gives,
    by round, the table that they were told where that seat was taken away.
    """

    __tablename__ = "attendee"
    __table_args__ = (UniqueConstraint("session_id", "participant_id"),)
    session_id: Mapped[str] = mapped_column(KEY, owned_by("cafe_session.id"))
    participant_id: Mapped[str] = mapped_column(KEY, owned_by("participant.id"), index=True)
    arrival: Mapped[str] = mapped_column(String(10), default="expected")
    by_phone: Mapped[bool] = mapped_column(default=False)
    sitting_out: Mapped[list[int]] = mapped_column(JSON, default=list)
    chairs_left: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    told: Mapped[dict[str, int]] = mapped_column(JSON, default=dict)
    participant: Mapped[Participant] = relationship()

    @property
    def display_name(self) -> str:
        """Give the name this person goes by."""
        return self.participant.name


class Seat(LiveRow, Base):
    """Where somebody is to sit in a round. `pinned` was set by hand and is kept by later plans.

    `was_table` is the number of the table that they were told first, if they have been moved since. `missing`
    is what the host says of somebody who is not there: a hint to the organisers, which frees no chair.
    """

    __tablename__ = "seat"
    __table_args__ = (UniqueConstraint("attendee_id", "round_number"),)
    session_id: Mapped[str] = mapped_column(KEY, owned_by("cafe_session.id"), index=True)
    attendee_id: Mapped[str] = mapped_column(KEY, owned_by("attendee.id"))
    round_number: Mapped[int]
    table_round_id: Mapped[str] = mapped_column(KEY, owned_by("table_round.id"), index=True)
    pinned: Mapped[bool] = mapped_column(default=False)
    was_table: Mapped[int | None]
    missing: Mapped[bool] = mapped_column(default=False)
    attendee: Mapped[Attendee] = relationship()
    table_round: Mapped[TableRound] = relationship()


class Visit(LiveRow, Base):
    """Where somebody really was in a round, as they or the host said; the plan is kept apart."""

    __tablename__ = "visit"
    __table_args__ = (UniqueConstraint("attendee_id", "table_round_id"),)
    session_id: Mapped[str] = mapped_column(KEY, owned_by("cafe_session.id"), index=True)
    attendee_id: Mapped[str] = mapped_column(KEY, owned_by("attendee.id"))
    table_round_id: Mapped[str] = mapped_column(KEY, owned_by("table_round.id"), index=True)
    attendee: Mapped[Attendee] = relationship()
    table_round: Mapped[TableRound] = relationship()


class HelpCall(LiveRow, Base):
    """A private call for somebody; only organisers and the one who called see it."""

    __tablename__ = "help_call"
    session_id: Mapped[str] = mapped_column(KEY, owned_by("cafe_session.id"), index=True)
    attendee_id: Mapped[str] = mapped_column(KEY, owned_by("attendee.id"))
    kind: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(10), default="open")
    at: Mapped[int] = mapped_column(BigInteger)
    attendee: Mapped[Attendee] = relationship()


class HostPresence(LiveRow, Base):
    """Whether a host's device is connected, and since when; its id is the attendee's."""

    __tablename__ = "host_presence"
    session_id: Mapped[str] = mapped_column(KEY, owned_by("cafe_session.id"), index=True)
    connected: Mapped[bool] = mapped_column(default=False)
    since: Mapped[int] = mapped_column(BigInteger)


class FormerHost(Base):
    """Somebody who has hosted a table and no longer does, since when, and which round was the last one.

    What was written before that may still be on the way; `late` counts what has come since.
    """

    __tablename__ = "former_host"
    table_id: Mapped[str] = mapped_column(KEY, owned_by("cafe_table.id"), primary_key=True)
    attendee_id: Mapped[str] = mapped_column(KEY, owned_by("attendee.id"), primary_key=True, index=True)
    last_round: Mapped[int]
    since: Mapped[int] = mapped_column(BigInteger)
    late: Mapped[int] = mapped_column(default=0)
