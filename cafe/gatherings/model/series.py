"""What belongs to a gathering besides its sessions: programme, assignments, attendance, commitments."""

from __future__ import annotations

from sqlalchemy import BigInteger, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from cafe.db import Base
from cafe.live.model import KEY, owned_by


class ProgrammeItem(Base):
    """A point of the programme. `kind` is talk, cafe, work, break, showcase or other; times are HH:MM."""

    __tablename__ = "programme_item"
    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    gathering_id: Mapped[str] = mapped_column(KEY, owned_by("gathering.id"), index=True)
    day: Mapped[str] = mapped_column(String(10))
    starts: Mapped[str] = mapped_column(String(5))
    ends: Mapped[str | None] = mapped_column(String(5))
    kind: Mapped[str] = mapped_column(String(10), default="talk")
    title: Mapped[str] = mapped_column(String(200))
    speaker: Mapped[str] = mapped_column(String(200), default="")
    about: Mapped[str] = mapped_column(Text, default="")
    session_id: Mapped[str | None] = mapped_column(KEY, ForeignKey("cafe_session.id", ondelete="SET NULL"))
    removed: Mapped[bool] = mapped_column(default=False)


class Attendance(Base):
    """Somebody was at a gathering on a day."""

    __tablename__ = "attendance"
    participant_id: Mapped[str] = mapped_column(KEY, owned_by("participant.id"), primary_key=True)
    day: Mapped[str] = mapped_column(String(10), primary_key=True)


class Assignment(Base):
    """What teams are asked to do before or after a gathering."""

    __tablename__ = "assignment"
    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    gathering_id: Mapped[str] = mapped_column(KEY, owned_by("gathering.id"), index=True)
    title: Mapped[str] = mapped_column(String(200))
    about: Mapped[str] = mapped_column(Text, default="")
    when: Mapped[str] = mapped_column(String(10), default="before")
    due_on: Mapped[str | None] = mapped_column(String(10))
    removed: Mapped[bool] = mapped_column(default=False)


class Submission(Base):
    """What a team hands in for an assignment, and what it is told about it.

    `version` counts the texts; who writes says which one they saw. Nobody but the team sees a text that
    has not been handed in.
    """

    __tablename__ = "submission"
    __table_args__ = (UniqueConstraint("assignment_id", "team_id"),)
    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    assignment_id: Mapped[str] = mapped_column(KEY, owned_by("assignment.id"))
    team_id: Mapped[str] = mapped_column(KEY, owned_by("team.id"), index=True)
    text: Mapped[str] = mapped_column(Text, default="")
    version: Mapped[int] = mapped_column(default=0)
    handed_in_at: Mapped[int | None] = mapped_column(BigInteger)
    feedback: Mapped[str] = mapped_column(Text, default="")
    feedback_at: Mapped[int | None] = mapped_column(BigInteger)


class Commitment(Base):
    """What somebody will do in their own role after a gathering.

    Theirs alone, unless `team_id` says that they want their team to see it; then it returns on the agenda.
    """

    __tablename__ = "commitment"
    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    gathering_id: Mapped[str] = mapped_column(KEY, owned_by("gathering.id"), index=True)
    participant_id: Mapped[str] = mapped_column(KEY, owned_by("participant.id"), index=True)
    team_id: Mapped[str | None] = mapped_column(KEY, ForeignKey("team.id", ondelete="SET NULL"), index=True)
    text: Mapped[str] = mapped_column(Text)
    done: Mapped[bool] = mapped_column(default=False)
