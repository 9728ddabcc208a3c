"""Tables of the road out: streams with their counter, rows stamped with it, and tombstones."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from cafe.db import Base

KEY = String(36)


def owned_by(key: str) -> ForeignKey:
    """Tie a row to one it goes with: erased together."""
    return ForeignKey(key, ondelete="CASCADE")


class Stream(Base):
    """One sequence of changes: a café session, later a work plan or a board.

    `epoch` changes when the counter may have gone back (a restored backup), so that no client trusts a
    number from another life.
    """

    __tablename__ = "stream"
    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    epoch: Mapped[str] = mapped_column(KEY)
    seq: Mapped[int] = mapped_column(default=0)


class Tombstone(Base):
    """A row that has left a room: deleted, or no longer for those in it."""

    __tablename__ = "tombstone"
    __table_args__ = (Index("ix_tombstone_stream_seq", "stream_id", "seq"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    stream_id: Mapped[str] = mapped_column(KEY, ForeignKey("stream.id", ondelete="CASCADE"))
    seq: Mapped[int]
    room: Mapped[str] = mapped_column(String(100))
    row_type: Mapped[str] = mapped_column(String(30))
    row_id: Mapped[str] = mapped_column(KEY)


class LiveRow:
    """Mixed into every table whose rows live pages show.

    `seq` is the stream's counter at the row's last change, `rooms` the rooms that know the row.
    """

    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    seq: Mapped[int] = mapped_column(default=0)
    rooms: Mapped[str] = mapped_column(String(2000), default="")

    @declared_attr
    @classmethod
    def stream_id(cls) -> Mapped[str]:
        """Tell which stream the row belongs to."""
        return mapped_column(KEY, ForeignKey("stream.id", ondelete="CASCADE"), index=True)
