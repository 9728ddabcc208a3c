"""Tables of the search: what each text can be found by, and how far each scope is indexed."""

from __future__ import annotations

from sqlalchemy import Index, String, Text, UniqueConstraint
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlalchemy.orm import Mapped, mapped_column

from cafe.db import Base
from cafe.live.model import KEY, owned_by


class SearchDocument(Base):
    """A text as it is found: its kind and id, the stream it belongs to, the version that was read, its terms.

    In an embedded database a virtual table `search_terms` over `terms` follows by triggers.
    """

    __tablename__ = "search_document"
    __table_args__ = (
        UniqueConstraint("kind", "document_id"),
        Index("ix_search_document_scope_kind", "scope", "kind"),
        Index(
            "ix_search_document_terms",
            "terms",
            postgresql_using="gin",
            postgresql_with={"gin_pending_list_limit": 256},
        ).ddl_if(dialect="postgresql"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    document_id: Mapped[str] = mapped_column(KEY)
    scope: Mapped[str] = mapped_column(KEY, owned_by("stream.id"))
    version: Mapped[int]
    terms: Mapped[str] = mapped_column(Text().with_variant(TSVECTOR(), "postgresql"))


class SearchScope(Base):
    """Where a stream stood when all of it was last indexed."""

    __tablename__ = "search_scope"
    scope: Mapped[str] = mapped_column(KEY, owned_by("stream.id"), primary_key=True)
    epoch: Mapped[str] = mapped_column(KEY)
    seq: Mapped[int]
