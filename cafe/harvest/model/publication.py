"""What has been published, edition by edition, and the files made of the report."""

from __future__ import annotations

from sqlalchemy import JSON, BigInteger, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from cafe.db import Base
from cafe.live.model import KEY, LiveRow, owned_by


class Publication(LiveRow, Base):
    """What may be read: a frozen copy of all that is approved. `audience` is everyone or network."""

    __tablename__ = "publication"
    session_id: Mapped[str] = mapped_column(KEY, owned_by("cafe_session.id"), unique=True)
    slug: Mapped[str] = mapped_column(String(40), unique=True)
    title: Mapped[str] = mapped_column(String(200))
    content: Mapped[dict[str, object]] = mapped_column(JSON, deferred=True)
    audience: Mapped[str] = mapped_column(String(10), default="everyone", server_default="everyone")
    edition: Mapped[int] = mapped_column(default=1)
    at: Mapped[int] = mapped_column(BigInteger)
    taken_down: Mapped[bool] = mapped_column(default=False)


class Edition(Base):
    """An edition as it was published, kept when a later one corrects it; `correction` says what changed."""

    __tablename__ = "edition"
    __table_args__ = (UniqueConstraint("publication_id", "number"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    publication_id: Mapped[str] = mapped_column(KEY, owned_by("publication.id"))
    number: Mapped[int]
    at: Mapped[int] = mapped_column(BigInteger)
    title: Mapped[str] = mapped_column(String(200))
    correction: Mapped[str] = mapped_column(Text, default="")
    content: Mapped[dict[str, object]] = mapped_column(JSON, deferred=True)


class LookedAt(LiveRow, Base):
    """Somebody has looked at a delicate passage. The id follows from its sentence: another one asks anew."""

    __tablename__ = "looked_at"
    session_id: Mapped[str] = mapped_column(KEY, owned_by("cafe_session.id"), index=True)
    looked: Mapped[bool] = mapped_column(default=True)


class ReportFile(Base):
    """A file of the report that takes a while to make: working, then ready, cancelled or failed."""

    __tablename__ = "report_file"
    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    session_id: Mapped[str] = mapped_column(KEY, owned_by("cafe_session.id"), index=True)
    format: Mapped[str] = mapped_column(String(10))
    language: Mapped[str] = mapped_column(String(5))
    asked_at: Mapped[int] = mapped_column(BigInteger)
    state: Mapped[str] = mapped_column(String(10), default="working")
    progress: Mapped[int] = mapped_column(default=0)
    content: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
