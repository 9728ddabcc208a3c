"""The harvest: the board, voting, suggested themes, conclusions, editions and the report's files."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision: str = "1795345636"
down_revision: str | None = "1795337500"
branch_labels: tuple[str, ...] = ()
depends_on: str | None = None

# Those who host a topic's tables see what was written there, also in sessions from before this.
OF_PLACES = ("note", "summary")
FOR_HOSTS = ("cafe_table", "table_round")
OF_A_TOPIC = (
    "UPDATE {table} SET rooms = rooms || ' topic/' || "
    "(SELECT COALESCE(topic_id, session_id) FROM table_round WHERE id = {table}.table_round_id)"
)
OF_ALL_HOSTS = "UPDATE {table} SET rooms = rooms || ' hosts'"


def upgrade() -> None:
    """Add the tables, and let the hosts of old sessions into their harvest."""
    op.create_table(
        "ballot",
        sa.Column("session_id", sa.String(length=36), nullable=False),
        sa.Column("question", sa.String(length=200), nullable=False),
        sa.Column("dots", sa.Integer(), nullable=False),
        sa.Column("stacked", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("on_wall", sa.Boolean(), nullable=False),
        sa.Column("opened_at", sa.BigInteger(), nullable=True),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("rooms", sa.String(length=2000), nullable=False),
        sa.Column("stream_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["cafe_session.id"], name=op.f("fk_ballot_session_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["stream_id"], ["stream.id"], name=op.f("fk_ballot_stream_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ballot")),
    )
    op.create_index(op.f("ix_ballot_session_id"), "ballot", ["session_id"], unique=False)
    op.create_index(op.f("ix_ballot_stream_id"), "ballot", ["stream_id"], unique=False)
    op.create_table(
        "report_file",
        sa.Column("session_id", sa.String(length=36), nullable=False),
        sa.Column("format", sa.String(length=10), nullable=False),
        sa.Column("language", sa.String(length=5), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("progress", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("rooms", sa.String(length=2000), nullable=False),
        sa.Column("stream_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["cafe_session.id"], name=op.f("fk_report_file_session_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["stream_id"], ["stream.id"], name=op.f("fk_report_file_stream_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_file")),
    )
    op.create_index(op.f("ix_report_file_session_id"), "report_file", ["session_id"], unique=False)
    op.create_index(op.f("ix_report_file_stream_id"), "report_file", ["stream_id"], unique=False)
    op.create_table(
        "theme",
        sa.Column("session_id", sa.String(length=36), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("position", sa.Float(), nullable=False),
        sa.Column("merged_into", sa.String(length=36), nullable=True),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("rooms", sa.String(length=2000), nullable=False),
        sa.Column("stream_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["merged_into"], ["theme.id"], name=op.f("fk_theme_merged_into"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["cafe_session.id"], name=op.f("fk_theme_session_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["stream_id"], ["stream.id"], name=op.f("fk_theme_stream_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_theme")),
    )
    op.create_index(op.f("ix_theme_session_id"), "theme", ["session_id"], unique=False)
    op.create_index(op.f("ix_theme_stream_id"), "theme", ["stream_id"], unique=False)
    op.create_table(
        "board_step",
        sa.Column("session_id", sa.String(length=36), nullable=False),
        sa.Column("topic_id", sa.String(length=36), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("author", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.Column("undoes", sa.String(length=36), nullable=True),
        sa.Column("by_hosts", sa.Boolean(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("rooms", sa.String(length=2000), nullable=False),
        sa.Column("stream_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["cafe_session.id"], name=op.f("fk_board_step_session_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["stream_id"], ["stream.id"], name=op.f("fk_board_step_stream_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["topic_id"], ["topic.id"], name=op.f("fk_board_step_topic_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_board_step")),
    )
    op.create_index(op.f("ix_board_step_session_id"), "board_step", ["session_id"], unique=False)
    op.create_index(op.f("ix_board_step_stream_id"), "board_step", ["stream_id"], unique=False)
    op.create_table(
        "bundle",
        sa.Column("session_id", sa.String(length=36), nullable=False),
        sa.Column("topic_id", sa.String(length=36), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_by_both", sa.Boolean(), nullable=False),
        sa.Column("taken_apart", sa.Boolean(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("rooms", sa.String(length=2000), nullable=False),
        sa.Column("stream_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["cafe_session.id"], name=op.f("fk_bundle_session_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["stream_id"], ["stream.id"], name=op.f("fk_bundle_stream_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["topic_id"], ["topic.id"], name=op.f("fk_bundle_topic_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bundle")),
    )
    op.create_index(op.f("ix_bundle_session_id"), "bundle", ["session_id"], unique=False)
    op.create_index(op.f("ix_bundle_stream_id"), "bundle", ["stream_id"], unique=False)
    op.create_index(op.f("ix_bundle_topic_id"), "bundle", ["topic_id"], unique=False)
    op.create_table(
        "choice",
        sa.Column("session_id", sa.String(length=36), nullable=False),
        sa.Column("ballot_id", sa.String(length=36), nullable=False),
        sa.Column("theme_id", sa.String(length=36), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("position", sa.Float(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("rooms", sa.String(length=2000), nullable=False),
        sa.Column("stream_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["ballot_id"], ["ballot.id"], name=op.f("fk_choice_ballot_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["cafe_session.id"], name=op.f("fk_choice_session_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["stream_id"], ["stream.id"], name=op.f("fk_choice_stream_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["theme_id"], ["theme.id"], name=op.f("fk_choice_theme_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_choice")),
        sa.UniqueConstraint("ballot_id", "theme_id", name=op.f("uq_choice_ballot_id_theme_id")),
    )
    op.create_index(op.f("ix_choice_session_id"), "choice", ["session_id"], unique=False)
    op.create_index(op.f("ix_choice_stream_id"), "choice", ["stream_id"], unique=False)
    op.create_table(
        "conclusion",
        sa.Column("session_id", sa.String(length=36), nullable=False),
        sa.Column("topic_id", sa.String(length=36), nullable=True),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_by_both", sa.Boolean(), nullable=False),
        sa.Column("approved_by_hosts", sa.Boolean(), nullable=False),
        sa.Column("approved", sa.Boolean(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Float(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("rooms", sa.String(length=2000), nullable=False),
        sa.Column("stream_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["cafe_session.id"], name=op.f("fk_conclusion_session_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["stream_id"], ["stream.id"], name=op.f("fk_conclusion_stream_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["topic_id"], ["topic.id"], name=op.f("fk_conclusion_topic_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conclusion")),
    )
    op.create_index(op.f("ix_conclusion_session_id"), "conclusion", ["session_id"], unique=False)
    op.create_index(op.f("ix_conclusion_stream_id"), "conclusion", ["stream_id"], unique=False)
    op.create_index(op.f("ix_conclusion_topic_id"), "conclusion", ["topic_id"], unique=False)
    op.create_table(
        "edition",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("publication_id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("correction", sa.Text(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["publication_id"], ["publication.id"], name=op.f("fk_edition_publication_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_edition")),
        sa.UniqueConstraint("publication_id", "number", name=op.f("uq_edition_publication_id_number")),
    )
    op.create_table(
        "suggestion_run",
        sa.Column("session_id", sa.String(length=36), nullable=False),
        sa.Column("topic_id", sa.String(length=36), nullable=True),
        sa.Column("only_unplaced", sa.Boolean(), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("progress", sa.Integer(), nullable=False),
        sa.Column("notes", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("rooms", sa.String(length=2000), nullable=False),
        sa.Column("stream_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["cafe_session.id"], name=op.f("fk_suggestion_run_session_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["stream_id"], ["stream.id"], name=op.f("fk_suggestion_run_stream_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["topic_id"], ["topic.id"], name=op.f("fk_suggestion_run_topic_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suggestion_run")),
    )
    op.create_index(op.f("ix_suggestion_run_session_id"), "suggestion_run", ["session_id"], unique=False)
    op.create_index(op.f("ix_suggestion_run_stream_id"), "suggestion_run", ["stream_id"], unique=False)
    op.create_table(
        "tally",
        sa.Column("session_id", sa.String(length=36), nullable=False),
        sa.Column("ballot_id", sa.String(length=36), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("dots", sa.JSON(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("rooms", sa.String(length=2000), nullable=False),
        sa.Column("stream_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["ballot_id"], ["ballot.id"], name=op.f("fk_tally_ballot_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["cafe_session.id"], name=op.f("fk_tally_session_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["stream_id"], ["stream.id"], name=op.f("fk_tally_stream_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tally")),
        sa.UniqueConstraint("ballot_id", name=op.f("uq_tally_ballot_id")),
    )
    op.create_index(op.f("ix_tally_session_id"), "tally", ["session_id"], unique=False)
    op.create_index(op.f("ix_tally_stream_id"), "tally", ["stream_id"], unique=False)
    op.create_table(
        "basis",
        sa.Column("session_id", sa.String(length=36), nullable=False),
        sa.Column("conclusion_id", sa.String(length=36), nullable=False),
        sa.Column("theme_id", sa.String(length=36), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("rooms", sa.String(length=2000), nullable=False),
        sa.Column("stream_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["conclusion_id"], ["conclusion.id"], name=op.f("fk_basis_conclusion_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["cafe_session.id"], name=op.f("fk_basis_session_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["stream_id"], ["stream.id"], name=op.f("fk_basis_stream_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["theme_id"], ["theme.id"], name=op.f("fk_basis_theme_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_basis")),
        sa.UniqueConstraint("conclusion_id", "theme_id", name=op.f("uq_basis_conclusion_id_theme_id")),
    )
    op.create_index(op.f("ix_basis_session_id"), "basis", ["session_id"], unique=False)
    op.create_index(op.f("ix_basis_stream_id"), "basis", ["stream_id"], unique=False)
    op.create_index(op.f("ix_basis_theme_id"), "basis", ["theme_id"], unique=False)
    op.create_table(
        "bundle_version",
        sa.Column("bundle_id", sa.String(length=36), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("command_id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("merged_text", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["bundle_id"], ["bundle.id"], name=op.f("fk_bundle_version_bundle_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bundle_version")),
    )
    op.create_index(op.f("ix_bundle_version_bundle_id"), "bundle_version", ["bundle_id"], unique=False)
    op.create_table(
        "conclusion_version",
        sa.Column("conclusion_id", sa.String(length=36), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("command_id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("merged_text", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conclusion_id"],
            ["conclusion.id"],
            name=op.f("fk_conclusion_version_conclusion_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conclusion_version")),
    )
    op.create_index(
        op.f("ix_conclusion_version_conclusion_id"), "conclusion_version", ["conclusion_id"], unique=False
    )
    op.create_table(
        "next_step",
        sa.Column("session_id", sa.String(length=36), nullable=False),
        sa.Column("conclusion_id", sa.String(length=36), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("who", sa.String(length=200), nullable=False),
        sa.Column("by_when", sa.String(length=200), nullable=False),
        sa.Column("position", sa.Float(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("rooms", sa.String(length=2000), nullable=False),
        sa.Column("stream_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["conclusion_id"], ["conclusion.id"], name=op.f("fk_next_step_conclusion_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["cafe_session.id"], name=op.f("fk_next_step_session_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["stream_id"], ["stream.id"], name=op.f("fk_next_step_stream_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_next_step")),
    )
    op.create_index(op.f("ix_next_step_session_id"), "next_step", ["session_id"], unique=False)
    op.create_index(op.f("ix_next_step_stream_id"), "next_step", ["stream_id"], unique=False)
    op.create_table(
        "suggestion",
        sa.Column("session_id", sa.String(length=36), nullable=False),
        sa.Column("run_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("words", sa.JSON(), nullable=False),
        sa.Column("note_ids", sa.JSON(), nullable=False),
        sa.Column("closeness", sa.Float(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("theme_id", sa.String(length=36), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("rooms", sa.String(length=2000), nullable=False),
        sa.Column("stream_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id"], ["suggestion_run.id"], name=op.f("fk_suggestion_run_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["cafe_session.id"], name=op.f("fk_suggestion_session_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["stream_id"], ["stream.id"], name=op.f("fk_suggestion_stream_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["theme_id"], ["theme.id"], name=op.f("fk_suggestion_theme_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suggestion")),
    )
    op.create_index(op.f("ix_suggestion_run_id"), "suggestion", ["run_id"], unique=False)
    op.create_index(op.f("ix_suggestion_session_id"), "suggestion", ["session_id"], unique=False)
    op.create_index(op.f("ix_suggestion_stream_id"), "suggestion", ["stream_id"], unique=False)
    op.create_table(
        "vote",
        sa.Column("session_id", sa.String(length=36), nullable=False),
        sa.Column("ballot_id", sa.String(length=36), nullable=False),
        sa.Column("attendee_id", sa.String(length=36), nullable=True),
        sa.Column("table_id", sa.String(length=36), nullable=True),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("dots", sa.JSON(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("rooms", sa.String(length=2000), nullable=False),
        sa.Column("stream_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["attendee_id"], ["attendee.id"], name=op.f("fk_vote_attendee_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["ballot_id"], ["ballot.id"], name=op.f("fk_vote_ballot_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["cafe_session.id"], name=op.f("fk_vote_session_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["stream_id"], ["stream.id"], name=op.f("fk_vote_stream_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["table_id"], ["cafe_table.id"], name=op.f("fk_vote_table_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vote")),
        sa.UniqueConstraint("ballot_id", "attendee_id", name=op.f("uq_vote_ballot_id_attendee_id")),
        sa.UniqueConstraint("ballot_id", "table_id", name=op.f("uq_vote_ballot_id_table_id")),
    )
    op.create_index(op.f("ix_vote_session_id"), "vote", ["session_id"], unique=False)
    op.create_index(op.f("ix_vote_stream_id"), "vote", ["stream_id"], unique=False)
    op.create_table(
        "placement",
        sa.Column("session_id", sa.String(length=36), nullable=False),
        sa.Column("theme_id", sa.String(length=36), nullable=False),
        sa.Column("note_id", sa.String(length=36), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("rooms", sa.String(length=2000), nullable=False),
        sa.Column("stream_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["note_id"], ["note.id"], name=op.f("fk_placement_note_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["cafe_session.id"], name=op.f("fk_placement_session_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["stream_id"], ["stream.id"], name=op.f("fk_placement_stream_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["theme_id"], ["theme.id"], name=op.f("fk_placement_theme_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_placement")),
        sa.UniqueConstraint("theme_id", "note_id", name=op.f("uq_placement_theme_id_note_id")),
    )
    op.create_index(op.f("ix_placement_note_id"), "placement", ["note_id"], unique=False)
    op.create_index(op.f("ix_placement_session_id"), "placement", ["session_id"], unique=False)
    op.create_index(op.f("ix_placement_stream_id"), "placement", ["stream_id"], unique=False)
    op.create_table(
        "slip",
        sa.Column("session_id", sa.String(length=36), nullable=False),
        sa.Column("note_id", sa.String(length=36), nullable=False),
        sa.Column("bundle_id", sa.String(length=36), nullable=True),
        sa.Column("important", sa.Boolean(), nullable=False),
        sa.Column("left_out", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(length=600), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("rooms", sa.String(length=2000), nullable=False),
        sa.Column("stream_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["bundle_id"], ["bundle.id"], name=op.f("fk_slip_bundle_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["note_id"], ["note.id"], name=op.f("fk_slip_note_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["session_id"], ["cafe_session.id"], name=op.f("fk_slip_session_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["stream_id"], ["stream.id"], name=op.f("fk_slip_stream_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_slip")),
        sa.UniqueConstraint("note_id", name=op.f("uq_slip_note_id")),
    )
    op.create_index(op.f("ix_slip_bundle_id"), "slip", ["bundle_id"], unique=False)
    op.create_index(op.f("ix_slip_session_id"), "slip", ["session_id"], unique=False)
    op.create_index(op.f("ix_slip_stream_id"), "slip", ["stream_id"], unique=False)
    op.add_column(
        "consolidated",
        sa.Column("approved_by_hosts", sa.Boolean(), server_default=sa.false(), nullable=False),
    )
    op.add_column(
        "publication", sa.Column("audience", sa.String(length=10), server_default="everyone", nullable=False)
    )
    for table in OF_PLACES:
        op.execute(OF_A_TOPIC.format(table=table))
    op.execute("UPDATE consolidated SET rooms = rooms || ' topic/' || COALESCE(topic_id, session_id)")
    for table in FOR_HOSTS:
        op.execute(OF_ALL_HOSTS.format(table=table))


def downgrade() -> None:
    """Forget them. Rooms that nobody stands in any more do no harm."""
    op.drop_column("publication", "audience")
    op.drop_column("consolidated", "approved_by_hosts")
    op.drop_index(op.f("ix_slip_stream_id"), table_name="slip")
    op.drop_index(op.f("ix_slip_session_id"), table_name="slip")
    op.drop_index(op.f("ix_slip_bundle_id"), table_name="slip")
    op.drop_table("slip")
    op.drop_index(op.f("ix_placement_stream_id"), table_name="placement")
    op.drop_index(op.f("ix_placement_session_id"), table_name="placement")
    op.drop_index(op.f("ix_placement_note_id"), table_name="placement")
    op.drop_table("placement")
    op.drop_index(op.f("ix_vote_stream_id"), table_name="vote")
    op.drop_index(op.f("ix_vote_session_id"), table_name="vote")
    op.drop_table("vote")
    op.drop_index(op.f("ix_suggestion_stream_id"), table_name="suggestion")
    op.drop_index(op.f("ix_suggestion_session_id"), table_name="suggestion")
    op.drop_index(op.f("ix_suggestion_run_id"), table_name="suggestion")
    op.drop_table("suggestion")
    op.drop_index(op.f("ix_next_step_stream_id"), table_name="next_step")
    op.drop_index(op.f("ix_next_step_session_id"), table_name="next_step")
    op.drop_table("next_step")
    op.drop_index(op.f("ix_conclusion_version_conclusion_id"), table_name="conclusion_version")
    op.drop_table("conclusion_version")
    op.drop_index(op.f("ix_bundle_version_bundle_id"), table_name="bundle_version")
    op.drop_table("bundle_version")
    op.drop_index(op.f("ix_basis_theme_id"), table_name="basis")
    op.drop_index(op.f("ix_basis_stream_id"), table_name="basis")
    op.drop_index(op.f("ix_basis_session_id"), table_name="basis")
    op.drop_table("basis")
    op.drop_index(op.f("ix_tally_stream_id"), table_name="tally")
    op.drop_index(op.f("ix_tally_session_id"), table_name="tally")
    op.drop_table("tally")
    op.drop_index(op.f("ix_suggestion_run_stream_id"), table_name="suggestion_run")
    op.drop_index(op.f("ix_suggestion_run_session_id"), table_name="suggestion_run")
    op.drop_table("suggestion_run")
    op.drop_table("edition")
    op.drop_index(op.f("ix_conclusion_topic_id"), table_name="conclusion")
    op.drop_index(op.f("ix_conclusion_stream_id"), table_name="conclusion")
    op.drop_index(op.f("ix_conclusion_session_id"), table_name="conclusion")
    op.drop_table("conclusion")
    op.drop_index(op.f("ix_choice_stream_id"), table_name="choice")
    op.drop_index(op.f("ix_choice_session_id"), table_name="choice")
    op.drop_table("choice")
    op.drop_index(op.f("ix_bundle_topic_id"), table_name="bundle")
    op.drop_index(op.f("ix_bundle_stream_id"), table_name="bundle")
    op.drop_index(op.f("ix_bundle_session_id"), table_name="bundle")
    op.drop_table("bundle")
    op.drop_index(op.f("ix_board_step_stream_id"), table_name="board_step")
    op.drop_index(op.f("ix_board_step_session_id"), table_name="board_step")
    op.drop_table("board_step")
    op.drop_index(op.f("ix_theme_stream_id"), table_name="theme")
    op.drop_index(op.f("ix_theme_session_id"), table_name="theme")
    op.drop_table("theme")
    op.drop_index(op.f("ix_report_file_stream_id"), table_name="report_file")
    op.drop_index(op.f("ix_report_file_session_id"), table_name="report_file")
    op.drop_table("report_file")
    op.drop_index(op.f("ix_ballot_stream_id"), table_name="ballot")
    op.drop_index(op.f("ix_ballot_session_id"), table_name="ballot")
    op.drop_table("ballot")
