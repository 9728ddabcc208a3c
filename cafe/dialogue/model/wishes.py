"""What organisers have been told that the seating should heed."""

from __future__ import annotations

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from cafe.db import Base
from cafe.dialogue.model.people import Attendee
from cafe.dialogue.model.session import Topic
from cafe.live.model import KEY, LiveRow, owned_by


class Wish(LiveRow, Base):
    """A wish about where somebody sits: `kind` says which, with another person or a topic where it takes one.

    Its id follows from what it says, so that the same wish cannot stand twice. Sitting out is kept with
    the attendee, a seat set by hand with the seat.
    """

    __tablename__ = "wish"
    session_id: Mapped[str] = mapped_column(KEY, owned_by("cafe_session.id"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    attendee_id: Mapped[str] = mapped_column(KEY, owned_by("attendee.id"), index=True)
    other_id: Mapped[str | None] = mapped_column(KEY, owned_by("attendee.id"), index=True)
    topic_id: Mapped[str | None] = mapped_column(KEY, owned_by("topic.id"), index=True)
    attendee: Mapped[Attendee] = relationship(foreign_keys=[attendee_id])
    other: Mapped[Attendee | None] = relationship(foreign_keys=[other_id])
    topic: Mapped[Topic | None] = relationship()
