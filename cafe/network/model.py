"""Networks and the organisations in them."""

from __future__ import annotations

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from cafe.db import Base
from cafe.live.model import KEY


class Network(Base):
    """A learning network: organisations that meet and learn from one another."""

    __tablename__ = "network"
    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    organisations: Mapped[list[Organisation]] = relationship(
        back_populates="network", cascade="all, delete-orphan", order_by="Organisation.name"
    )


class Organisation(Base):
    """A municipality, a health trust or another body, as a member or an organiser of its network."""

    __tablename__ = "organisation"
    __table_args__ = (UniqueConstraint("network_id", "name"),)
    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    network_id: Mapped[str] = mapped_column(KEY, ForeignKey("network.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(200))
    number: Mapped[str | None] = mapped_column(String(20))
    kind: Mapped[str] = mapped_column(String(30), default="municipality")
    role: Mapped[str] = mapped_column(String(20), default="member")
    network: Mapped[Network] = relationship(back_populates="organisations")
