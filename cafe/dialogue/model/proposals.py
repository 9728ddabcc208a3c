"""Plans of seats that only organisers see, until one is used."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, BigInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from cafe.db import Base
from cafe.live.model import KEY, owned_by


class SeatProposal(Base):
    """A plan that was asked for: planning, then ready, cancelled or failed; used ones are gone.

    `approach` is anew or again (from the seats that people have been told). `digest` tells whether people,
    tables or seats have changed since. `found` holds the ways to choose from, each with its plan and its
    figures, or why there is no plan; it may be large, and is read only when it is asked for.
    """

    __tablename__ = "seat_proposal"
    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    session_id: Mapped[str] = mapped_column(KEY, owned_by("cafe_session.id"), index=True)
    made_at: Mapped[int] = mapped_column(BigInteger)
    approach: Mapped[str] = mapped_column(String(10))
    only_arrived: Mapped[bool]
    seed: Mapped[int]
    state: Mapped[str] = mapped_column(String(10), default="planning")
    progress: Mapped[int] = mapped_column(default=0)
    digest: Mapped[str] = mapped_column(String(64))
    found: Mapped[dict[str, Any] | None] = mapped_column(JSON, deferred=True)
