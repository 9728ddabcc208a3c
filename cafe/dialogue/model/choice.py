"""Where people choose their table themselves: the tables to choose among, and who waits for a chair."""

from __future__ import annotations

from sqlalchemy import BigInteger
from sqlalchemy.orm import Mapped, mapped_column, relationship

from cafe.db import Base
from cafe.dialogue.model.people import Attendee
from cafe.dialogue.model.session import TableRound
from cafe.live.model import KEY, LiveRow, owned_by


class OpenTable(LiveRow, Base):
    """A table that can be chosen now: chairs free to anybody, and how many wait. Its id is the place's.

    It is counted once a second and not with each choice: a hall chooses within a minute, and every phone in
    it hears of each change. What decides is who sits there, and that is asked when somebody chooses.
    """

    __tablename__ = "open_table"
    session_id: Mapped[str] = mapped_column(KEY, owned_by("cafe_session.id"), index=True)
    table_round_id: Mapped[str] = mapped_column(KEY, owned_by("table_round.id"), unique=True)
    free: Mapped[int]
    waiting: Mapped[int] = mapped_column(default=0)
    table_round: Mapped[TableRound] = relationship()


class ChairWait(LiveRow, Base):
    """Somebody who waits for a chair at a full table. `offered_at` is when one became free for them."""

    __tablename__ = "chair_wait"
    session_id: Mapped[str] = mapped_column(KEY, owned_by("cafe_session.id"), index=True)
    attendee_id: Mapped[str] = mapped_column(KEY, owned_by("attendee.id"), unique=True)
    table_round_id: Mapped[str] = mapped_column(KEY, owned_by("table_round.id"), index=True)
    since: Mapped[int] = mapped_column(BigInteger)
    offered_at: Mapped[int | None] = mapped_column(BigInteger)
    attendee: Mapped[Attendee] = relationship()
    table_round: Mapped[TableRound] = relationship()
