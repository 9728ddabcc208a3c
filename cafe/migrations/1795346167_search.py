"""What texts are found by. Nothing is indexed here: who searches first has it done."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "1795346167"
down_revision: str | None = "1795345636"
branch_labels: tuple[str, ...] = ()
depends_on: str | None = None

# The terms are words of letters, digits and _ with spaces between, and are taken as they are.
FOLLOWS = (
    """
    CREATE VIRTUAL TABLE search_terms USING fts5(
        terms, content='search_document', content_rowid='id', detail='none', tokenize="ascii tokenchars '_'"
    )
    """,
    """
    CREATE TRIGGER search_document_added AFTER INSERT ON search_document BEGIN
        INSERT INTO search_terms(rowid, terms) VALUES (new.id, new.terms);
    END
    """,
    """
    CREATE TRIGGER search_document_removed AFTER DELETE ON search_document BEGIN
        INSERT INTO search_terms(search_terms, rowid, terms) VALUES ('delete', old.id, old.terms);
    END
    """,
    """
    CREATE TRIGGER search_document_changed AFTER UPDATE ON search_document BEGIN
        INSERT INTO search_terms(search_terms, rowid, terms) VALUES ('delete', old.id, old.terms);
        INSERT INTO search_terms(rowid, terms) VALUES (new.id, new.terms);
    END
    """,
)


def upgrade() -> None:
    op.create_table(
        "search_document",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("document_id", sa.String(length=36), nullable=False),
        sa.Column("scope", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("terms", sa.Text().with_variant(postgresql.TSVECTOR(), "postgresql"), nullable=False),
        sa.ForeignKeyConstraint(
            ["scope"], ["stream.id"], name=op.f("fk_search_document_scope"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_document")),
        sa.UniqueConstraint("kind", "document_id", name=op.f("uq_search_document_kind_document_id")),
    )
    op.create_index("ix_search_document_scope_kind", "search_document", ["scope", "kind"])
    op.create_table(
        "search_scope",
        sa.Column("scope", sa.String(length=36), nullable=False),
        sa.Column("epoch", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["scope"], ["stream.id"], name=op.f("fk_search_scope_scope"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("scope", name=op.f("pk_search_scope")),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.create_index(
            "ix_search_document_terms",
            "search_document",
            ["terms"],
            postgresql_using="gin",
            # Who searches right after indexing goes through what is not sorted in yet: let it be little (kB).
            postgresql_with={"gin_pending_list_limit": 256},
        )
    else:
        for statement in FOLLOWS:
            op.execute(statement)


def downgrade() -> None:
    if op.get_bind().dialect.name != "postgresql":
        op.execute("DROP TABLE search_terms")
    op.drop_table("search_scope")
    op.drop_table("search_document")
