"""Gatherings, who organises them and who takes part."""

from __future__ import annotations

from sqlalchemy import BigInteger, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from cafe.db import Base
from cafe.live.model import KEY
from cafe.network.model import Network, Organisation


class Gathering(Base):
    """One meeting of a network. `join_secret` is what the QR carries, `join_code` what one types."""

    __tablename__ = "gathering"
    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    network_id: Mapped[str] = mapped_column(KEY, ForeignKey("network.id", ondelete="CASCADE"), index=True)
    title: Mapped[str] = mapped_column(String(200))
    ordinal: Mapped[int | None]
    place: Mapped[str] = mapped_column(String(200), default="")
    themes: Mapped[str] = mapped_column(String(200), default="")
    starts_on: Mapped[str | None] = mapped_column(String(10))
    ends_on: Mapped[str | None] = mapped_column(String(10))
    join_code: Mapped[str] = mapped_column(String(6), unique=True)
    join_secret: Mapped[str] = mapped_column(String(40), unique=True)
    join_open: Mapped[bool] = mapped_column(default=True)
    # People may put themselves on the list beforehand, by a link of its own, until a day.
    registration_secret: Mapped[str | None] = mapped_column(String(40), index=True, unique=True)
    registration_until: Mapped[str | None] = mapped_column(String(10))
    created_at: Mapped[int] = mapped_column(BigInteger)
    network: Mapped[Network] = relationship()


class Organising(Base):
    """A user organises a gathering."""

    __tablename__ = "organising"
    gathering_id: Mapped[str] = mapped_column(
        KEY, ForeignKey("gathering.id", ondelete="CASCADE"), primary_key=True
    )
    user_id: Mapped[str] = mapped_column(
        KEY, ForeignKey("user_account.id", ondelete="CASCADE"), primary_key=True
    )


class Participant(Base):
    """Someone who takes part, under the name they chose. Organisation and kind are optional."""

    __tablename__ = "participant"
    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    gathering_id: Mapped[str] = mapped_column(KEY, ForeignKey("gathering.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    organisation_id: Mapped[str | None] = mapped_column(
        KEY, ForeignKey("organisation.id", ondelete="SET NULL")
    )
    kind: Mapped[str | None] = mapped_column(String(20))
    gathering: Mapped[Gathering] = relationship()
    organisation: Mapped[Organisation | None] = relationship()
