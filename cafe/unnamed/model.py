"""Tables of answers without a name. Nothing ties an answer to who gave it or to when."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from cafe.db import Base
from cafe.live.model import KEY


class UnnamedAnswer(Base):
    """What somebody answered: `about` an evaluation or a wave, `group` what tells answers apart, if anything.

    The id is made when the answer is mixed with others: no phone has ever seen it. There is no author, no
    time and no order of arrival.
    """

    __tablename__ = "unnamed_answer"
    __table_args__ = {"sqlite_with_rowid": False}  # a row number would tell the order of arrival
    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    about: Mapped[str] = mapped_column(KEY, index=True)
    group: Mapped[str] = mapped_column("group_key", String(30), default="")
    answers: Mapped[dict[str, Any]] = mapped_column(JSON)


class SealedAnswer(Base):
    """An answer that waits for others, unreadable without the server's key.

    Its row is written beside that of who has answered, and journals, pages that are free and old backups
    keep both; what they keep of the answer is noise, all of one length.
    """

    __tablename__ = "sealed_answer"
    __table_args__ = {"sqlite_with_rowid": False}
    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    about: Mapped[str] = mapped_column(KEY, index=True)
    until_told: Mapped[bool]
    sealed: Mapped[bytes] = mapped_column(LargeBinary)


class HasAnswered(Base):
    """That somebody has answered, so that nobody does twice. What they answered stands nowhere beside it.

    `who` is keyed with the server's secret: who has the database and a person's id finds nothing by it.
    """

    __tablename__ = "has_answered"
    __table_args__ = {"sqlite_with_rowid": False}
    about: Mapped[str] = mapped_column(KEY, primary_key=True)
    who: Mapped[str] = mapped_column(String(64), primary_key=True)
