"""Tables of the perspective compass."""

from __future__ import annotations

from sqlalchemy import BigInteger, ForeignKey, String, false
from sqlalchemy.orm import Mapped, mapped_column

from cafe.db import Base
from cafe.live.model import KEY, owned_by


class Wave(Base):
    """One round of answers of a team, for a unit if it names one; by a link, while it is open.

    The answers are `UnnamedAnswer`s about the wave, told apart by staff, lived_experience and relative; they
    wait sealed until it is closed. `shared` lets the organisers of the network see its picture.
    """

    __tablename__ = "compass_wave"
    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    team_id: Mapped[str] = mapped_column(KEY, owned_by("team.id"), index=True)
    unit_id: Mapped[str | None] = mapped_column(KEY, ForeignKey("unit.id", ondelete="SET NULL"))
    title: Mapped[str] = mapped_column(String(200))
    secret: Mapped[str] = mapped_column(String(40), unique=True)
    opened_on: Mapped[str] = mapped_column(String(10))
    closed_on: Mapped[str | None] = mapped_column(String(10))
    shared: Mapped[bool] = mapped_column(default=False, server_default=false())
    created_at: Mapped[int] = mapped_column(BigInteger)
