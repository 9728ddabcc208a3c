"""Tables of the reminders."""

from __future__ import annotations

from sqlalchemy import BigInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from cafe.db import Base
from cafe.live.model import KEY, owned_by


class Reminder(Base):
    """Organisers have reminded a team, kindly: `about` plan, report, assignments or measures."""

    __tablename__ = "reminder"
    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    team_id: Mapped[str] = mapped_column(KEY, owned_by("team.id"), index=True)
    about: Mapped[str] = mapped_column(String(20))
    at: Mapped[int] = mapped_column(BigInteger)
