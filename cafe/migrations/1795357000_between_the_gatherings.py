"""Between the gatherings: networks with organisers, units and teams, work plans, series, compass and letters."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision: str = "1795357000"
down_revision: str | None = "1795350261"
branch_labels: tuple[str, ...] = ()
depends_on: str | None = None


def upgrade() -> None:
    """Make the tables; who organises a gathering organises its network from now on."""
    op.create_table(
        "has_answered",
        sa.Column("about", sa.String(length=36), nullable=False),
        sa.Column("who", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("about", "who", name=op.f("pk_has_answered")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "unnamed_answer",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("about", sa.String(length=36), nullable=False),
        sa.Column("group_key", sa.String(length=30), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unnamed_answer")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_unnamed_answer_about"), "unnamed_answer", ["about"], unique=False)
    op.create_table(
        "sealed_answer",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("about", sa.String(length=36), nullable=False),
        sa.Column("until_told", sa.Boolean(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sealed_answer")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_sealed_answer_about"), "sealed_answer", ["about"], unique=False)
    op.create_table(
        "letter",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("user_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("sent_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user_account.id"], name=op.f("fk_letter_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter")),
        sa.UniqueConstraint("key", name=op.f("uq_letter_key")),
    )
    op.create_index("ix_letter_state_due", "letter", ["state", "due_at"], unique=False)
    op.create_index(op.f("ix_letter_user_id"), "letter", ["user_id"], unique=False)
    op.create_table(
        "mail_choice",
        sa.Column("user_id", sa.String(length=36), nullable=False),
        sa.Column("digest", sa.Boolean(), nullable=False),
        sa.Column("language", sa.String(length=5), nullable=False),
        sa.Column("last_digest_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user_account.id"], name=op.f("fk_mail_choice_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_mail_choice")),
    )
    op.create_table(
        "network_organiser",
        sa.Column("network_id", sa.String(length=36), nullable=False),
        sa.Column("user_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["network_id"], ["network.id"], name=op.f("fk_network_organiser_network_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user_account.id"], name=op.f("fk_network_organiser_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("network_id", "user_id", name=op.f("pk_network_organiser")),
    )
    op.create_index(op.f("ix_network_organiser_user_id"), "network_organiser", ["user_id"], unique=False)
    op.create_table(
        "assignment",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("gathering_id", sa.String(length=36), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("when", sa.String(length=10), nullable=False),
        sa.Column("due_on", sa.String(length=10), nullable=True),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["gathering_id"], ["gathering.id"], name=op.f("fk_assignment_gathering_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignment")),
    )
    op.create_index(op.f("ix_assignment_gathering_id"), "assignment", ["gathering_id"], unique=False)
    op.create_table(
        "team",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("network_id", sa.String(length=36), nullable=False),
        sa.Column("organisation_id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["network_id"], ["network.id"], name=op.f("fk_team_network_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_team_organisation_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team")),
    )
    op.create_index(op.f("ix_team_network_id"), "team", ["network_id"], unique=False)
    op.create_index(op.f("ix_team_organisation_id"), "team", ["organisation_id"], unique=False)
    op.create_table(
        "unit",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("organisation_id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_unit_organisation_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit")),
    )
    op.create_index(op.f("ix_unit_organisation_id"), "unit", ["organisation_id"], unique=False)
    op.create_table(
        "attendance",
        sa.Column("participant_id", sa.String(length=36), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participant.id"],
            name=op.f("fk_attendance_participant_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("participant_id", "day", name=op.f("pk_attendance")),
    )
    op.create_table(
        "calendar_feed",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("user_id", sa.String(length=36), nullable=False),
        sa.Column("team_id", sa.String(length=36), nullable=True),
        sa.Column("secret_hash", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["team_id"], ["team.id"], name=op.f("fk_calendar_feed_team_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user_account.id"], name=op.f("fk_calendar_feed_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_feed")),
        sa.UniqueConstraint("secret_hash", name=op.f("uq_calendar_feed_secret_hash")),
    )
    op.create_index(op.f("ix_calendar_feed_team_id"), "calendar_feed", ["team_id"], unique=False)
    op.create_table(
        "reminder",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("team_id", sa.String(length=36), nullable=False),
        sa.Column("about", sa.String(length=20), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["team_id"], ["team.id"], name=op.f("fk_reminder_team_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminder")),
    )
    op.create_index(op.f("ix_reminder_team_id"), "reminder", ["team_id"], unique=False)
    op.create_index(op.f("ix_calendar_feed_user_id"), "calendar_feed", ["user_id"], unique=False)
    op.create_table(
        "commitment",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("gathering_id", sa.String(length=36), nullable=False),
        sa.Column("participant_id", sa.String(length=36), nullable=False),
        sa.Column("team_id", sa.String(length=36), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("done", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["gathering_id"], ["gathering.id"], name=op.f("fk_commitment_gathering_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participant.id"],
            name=op.f("fk_commitment_participant_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["team_id"], ["team.id"], name=op.f("fk_commitment_team_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_commitment")),
    )
    op.create_index(op.f("ix_commitment_gathering_id"), "commitment", ["gathering_id"], unique=False)
    op.create_index(op.f("ix_commitment_participant_id"), "commitment", ["participant_id"], unique=False)
    op.create_index(op.f("ix_commitment_team_id"), "commitment", ["team_id"], unique=False)
    op.create_table(
        "compass_wave",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("team_id", sa.String(length=36), nullable=False),
        sa.Column("unit_id", sa.String(length=36), nullable=True),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("secret", sa.String(length=40), nullable=False),
        sa.Column("opened_on", sa.String(length=10), nullable=False),
        sa.Column("closed_on", sa.String(length=10), nullable=True),
        sa.Column("shared", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["team_id"], ["team.id"], name=op.f("fk_compass_wave_team_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["unit.id"], name=op.f("fk_compass_wave_unit_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_compass_wave")),
        sa.UniqueConstraint("secret", name=op.f("uq_compass_wave_secret")),
    )
    op.create_index(op.f("ix_compass_wave_team_id"), "compass_wave", ["team_id"], unique=False)
    op.create_table(
        "contact",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("unit_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("email", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["unit.id"], name=op.f("fk_contact_unit_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
    )
    op.create_index(op.f("ix_contact_unit_id"), "contact", ["unit_id"], unique=False)
    op.create_table(
        "programme_item",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("gathering_id", sa.String(length=36), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("starts", sa.String(length=5), nullable=False),
        sa.Column("ends", sa.String(length=5), nullable=True),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("speaker", sa.String(length=200), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("session_id", sa.String(length=36), nullable=True),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["gathering_id"],
            ["gathering.id"],
            name=op.f("fk_programme_item_gathering_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["cafe_session.id"],
            name=op.f("fk_programme_item_session_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programme_item")),
    )
    op.create_index(op.f("ix_programme_item_gathering_id"), "programme_item", ["gathering_id"], unique=False)
    op.create_table(
        "submission",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("assignment_id", sa.String(length=36), nullable=False),
        sa.Column("team_id", sa.String(length=36), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("handed_in_at", sa.BigInteger(), nullable=True),
        sa.Column("feedback", sa.Text(), nullable=False),
        sa.Column("feedback_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["assignment_id"], ["assignment.id"], name=op.f("fk_submission_assignment_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["team_id"], ["team.id"], name=op.f("fk_submission_team_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_submission")),
        sa.UniqueConstraint("assignment_id", "team_id", name=op.f("uq_submission_assignment_id_team_id")),
    )
    op.create_index(op.f("ix_submission_team_id"), "submission", ["team_id"], unique=False)
    op.create_table(
        "team_member",
        sa.Column("team_id", sa.String(length=36), nullable=False),
        sa.Column("user_id", sa.String(length=36), nullable=False),
        sa.Column("post", sa.String(length=20), nullable=False),
        sa.Column("function", sa.String(length=30), nullable=True),
        sa.ForeignKeyConstraint(
            ["team_id"], ["team.id"], name=op.f("fk_team_member_team_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user_account.id"], name=op.f("fk_team_member_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("team_id", "user_id", name=op.f("pk_team_member")),
    )
    op.create_index(op.f("ix_team_member_user_id"), "team_member", ["user_id"], unique=False)
    op.create_table(
        "work_plan",
        sa.Column("team_id", sa.String(length=36), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("from_gathering_id", sa.String(length=36), nullable=True),
        sa.Column("to_gathering_id", sa.String(length=36), nullable=True),
        sa.Column("follows_id", sa.String(length=36), nullable=True),
        sa.Column("template", sa.String(length=30), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("submitted_at", sa.BigInteger(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("rooms", sa.String(length=2000), nullable=False),
        sa.Column("stream_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["follows_id"], ["work_plan.id"], name=op.f("fk_work_plan_follows_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["from_gathering_id"],
            ["gathering.id"],
            name=op.f("fk_work_plan_from_gathering_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["stream_id"], ["stream.id"], name=op.f("fk_work_plan_stream_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["team_id"], ["team.id"], name=op.f("fk_work_plan_team_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["to_gathering_id"],
            ["gathering.id"],
            name=op.f("fk_work_plan_to_gathering_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_work_plan")),
    )
    op.create_index(op.f("ix_work_plan_stream_id"), "work_plan", ["stream_id"], unique=False)
    op.create_index(op.f("ix_work_plan_team_id"), "work_plan", ["team_id"], unique=False)
    op.create_index(op.f("ix_work_plan_to_gathering_id"), "work_plan", ["to_gathering_id"], unique=False)
    op.create_table(
        "funding",
        sa.Column("plan_id", sa.String(length=36), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=True),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("words", sa.String(length=500), nullable=False),
        sa.Column("position", sa.Float(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("rooms", sa.String(length=2000), nullable=False),
        sa.Column("stream_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["work_plan.id"], name=op.f("fk_funding_plan_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["stream_id"], ["stream.id"], name=op.f("fk_funding_stream_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_funding")),
    )
    op.create_index(op.f("ix_funding_plan_id"), "funding", ["plan_id"], unique=False)
    op.create_index(op.f("ix_funding_stream_id"), "funding", ["stream_id"], unique=False)
    op.create_table(
        "goal",
        sa.Column("plan_id", sa.String(length=36), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("status", sa.String(length=12), nullable=False),
        sa.Column("anchoring", sa.String(length=300), nullable=False),
        sa.Column("anchoring_link", sa.String(length=500), nullable=False),
        sa.Column("position", sa.Float(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("origin_kind", sa.String(length=12), nullable=True),
        sa.Column("origin_session_id", sa.String(length=36), nullable=True),
        sa.Column("origin_id", sa.String(length=36), nullable=True),
        sa.Column("origin_words", sa.String(length=4000), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("rooms", sa.String(length=2000), nullable=False),
        sa.Column("stream_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["work_plan.id"], name=op.f("fk_goal_plan_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["stream_id"], ["stream.id"], name=op.f("fk_goal_stream_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goal")),
    )
    op.create_index(op.f("ix_goal_origin_id"), "goal", ["origin_id"], unique=False)
    op.create_index(op.f("ix_goal_origin_session_id"), "goal", ["origin_session_id"], unique=False)
    op.create_index(op.f("ix_goal_plan_id"), "goal", ["plan_id"], unique=False)
    op.create_index(op.f("ix_goal_stream_id"), "goal", ["stream_id"], unique=False)
    op.create_table(
        "pilot",
        sa.Column("plan_id", sa.String(length=36), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("starts_on", sa.String(length=10), nullable=True),
        sa.Column("ends_on", sa.String(length=10), nullable=True),
        sa.Column("ended", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Float(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("rooms", sa.String(length=2000), nullable=False),
        sa.Column("stream_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["work_plan.id"], name=op.f("fk_pilot_plan_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["stream_id"], ["stream.id"], name=op.f("fk_pilot_stream_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pilot")),
    )
    op.create_index(op.f("ix_pilot_plan_id"), "pilot", ["plan_id"], unique=False)
    op.create_index(op.f("ix_pilot_stream_id"), "pilot", ["stream_id"], unique=False)
    op.create_table(
        "plan_activity",
        sa.Column("plan_id", sa.String(length=36), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["work_plan.id"], name=op.f("fk_plan_activity_plan_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("plan_id", name=op.f("pk_plan_activity")),
    )
    op.create_table(
        "plan_answer",
        sa.Column("plan_id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("rooms", sa.String(length=2000), nullable=False),
        sa.Column("stream_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["work_plan.id"], name=op.f("fk_plan_answer_plan_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["stream_id"], ["stream.id"], name=op.f("fk_plan_answer_stream_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_answer")),
    )
    op.create_index(op.f("ix_plan_answer_plan_id"), "plan_answer", ["plan_id"], unique=False)
    op.create_index(op.f("ix_plan_answer_stream_id"), "plan_answer", ["stream_id"], unique=False)
    op.create_table(
        "plan_text",
        sa.Column("plan_id", sa.String(length=36), nullable=False),
        sa.Column("about_id", sa.String(length=36), nullable=False),
        sa.Column("field", sa.String(length=20), nullable=False),
        sa.Column("public", sa.Boolean(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_by_both", sa.Boolean(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("rooms", sa.String(length=2000), nullable=False),
        sa.Column("stream_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["work_plan.id"], name=op.f("fk_plan_text_plan_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["stream_id"], ["stream.id"], name=op.f("fk_plan_text_stream_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_text")),
        sa.UniqueConstraint("about_id", "field", name=op.f("uq_plan_text_about_id_field")),
    )
    op.create_index(op.f("ix_plan_text_plan_id"), "plan_text", ["plan_id"], unique=False)
    op.create_index(op.f("ix_plan_text_stream_id"), "plan_text", ["stream_id"], unique=False)
    op.create_table(
        "plan_version",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("plan_id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=10), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["work_plan.id"], name=op.f("fk_plan_version_plan_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_version")),
        sa.UniqueConstraint("plan_id", "number", name=op.f("uq_plan_version_plan_id_number")),
    )
    op.create_table(
        "sign_off",
        sa.Column("plan_id", sa.String(length=36), nullable=False),
        sa.Column("user_id", sa.String(length=36), nullable=True),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("rooms", sa.String(length=2000), nullable=False),
        sa.Column("stream_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["work_plan.id"], name=op.f("fk_sign_off_plan_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["stream_id"], ["stream.id"], name=op.f("fk_sign_off_stream_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user_account.id"], name=op.f("fk_sign_off_user_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_off")),
    )
    op.create_index(op.f("ix_sign_off_plan_id"), "sign_off", ["plan_id"], unique=False)
    op.create_index(op.f("ix_sign_off_stream_id"), "sign_off", ["stream_id"], unique=False)
    op.create_table(
        "status_report",
        sa.Column("plan_id", sa.String(length=36), nullable=False),
        sa.Column("gathering_id", sa.String(length=36), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("wants_help", sa.Boolean(), nullable=False),
        sa.Column("submitted_at", sa.BigInteger(), nullable=True),
        sa.Column("facts", sa.JSON(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("rooms", sa.String(length=2000), nullable=False),
        sa.Column("stream_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["gathering_id"], ["gathering.id"], name=op.f("fk_status_report_gathering_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["work_plan.id"], name=op.f("fk_status_report_plan_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["stream_id"], ["stream.id"], name=op.f("fk_status_report_stream_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_status_report")),
        sa.UniqueConstraint("plan_id", "gathering_id", name=op.f("uq_status_report_plan_id_gathering_id")),
    )
    op.create_index(op.f("ix_status_report_gathering_id"), "status_report", ["gathering_id"], unique=False)
    op.create_index(op.f("ix_status_report_plan_id"), "status_report", ["plan_id"], unique=False)
    op.create_index(op.f("ix_status_report_stream_id"), "status_report", ["stream_id"], unique=False)
    op.create_table(
        "measure",
        sa.Column("plan_id", sa.String(length=36), nullable=False),
        sa.Column("goal_id", sa.String(length=36), nullable=True),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("responsible", sa.String(length=200), nullable=False),
        sa.Column("responsible_id", sa.String(length=36), nullable=True),
        sa.Column("due_on", sa.String(length=10), nullable=True),
        sa.Column("due_gathering_id", sa.String(length=36), nullable=True),
        sa.Column("status", sa.String(length=12), nullable=False),
        sa.Column("status_at", sa.BigInteger(), nullable=True),
        sa.Column("users_took_part", sa.Boolean(), nullable=True),
        sa.Column("position", sa.Float(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("borrowed_from_id", sa.String(length=36), nullable=True),
        sa.Column("borrowed_from_team_id", sa.String(length=36), nullable=True),
        sa.Column("origin_kind", sa.String(length=12), nullable=True),
        sa.Column("origin_session_id", sa.String(length=36), nullable=True),
        sa.Column("origin_id", sa.String(length=36), nullable=True),
        sa.Column("origin_words", sa.String(length=4000), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("rooms", sa.String(length=2000), nullable=False),
        sa.Column("stream_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["borrowed_from_id"],
            ["measure.id"],
            name=op.f("fk_measure_borrowed_from_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["borrowed_from_team_id"],
            ["team.id"],
            name=op.f("fk_measure_borrowed_from_team_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["due_gathering_id"],
            ["gathering.id"],
            name=op.f("fk_measure_due_gathering_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["goal_id"], ["goal.id"], name=op.f("fk_measure_goal_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["work_plan.id"], name=op.f("fk_measure_plan_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["responsible_id"],
            ["user_account.id"],
            name=op.f("fk_measure_responsible_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["stream_id"], ["stream.id"], name=op.f("fk_measure_stream_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_measure")),
    )
    op.create_index(op.f("ix_measure_borrowed_from_id"), "measure", ["borrowed_from_id"], unique=False)
    op.create_index(op.f("ix_measure_due_gathering_id"), "measure", ["due_gathering_id"], unique=False)
    op.create_index(op.f("ix_measure_goal_id"), "measure", ["goal_id"], unique=False)
    op.create_index(op.f("ix_measure_origin_id"), "measure", ["origin_id"], unique=False)
    op.create_index(op.f("ix_measure_origin_session_id"), "measure", ["origin_session_id"], unique=False)
    op.create_index(op.f("ix_measure_plan_id"), "measure", ["plan_id"], unique=False)
    op.create_index(op.f("ix_measure_responsible_id"), "measure", ["responsible_id"], unique=False)
    op.create_index(op.f("ix_measure_stream_id"), "measure", ["stream_id"], unique=False)
    op.create_table(
        "plan_text_version",
        sa.Column("plan_text_id", sa.String(length=36), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("command_id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("merged_text", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["plan_text_id"],
            ["plan_text.id"],
            name=op.f("fk_plan_text_version_plan_text_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_text_version")),
    )
    op.create_index(
        op.f("ix_plan_text_version_plan_text_id"), "plan_text_version", ["plan_text_id"], unique=False
    )
    op.create_table(
        "score",
        sa.Column("plan_id", sa.String(length=36), nullable=False),
        sa.Column("report_id", sa.String(length=36), nullable=False),
        sa.Column("by", sa.String(length=10), nullable=False),
        sa.Column("value", sa.Float(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("rooms", sa.String(length=2000), nullable=False),
        sa.Column("stream_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["work_plan.id"], name=op.f("fk_score_plan_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["report_id"], ["status_report.id"], name=op.f("fk_score_report_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["stream_id"], ["stream.id"], name=op.f("fk_score_stream_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_score")),
        sa.UniqueConstraint("report_id", "by", name=op.f("uq_score_report_id_by")),
    )
    op.create_index(op.f("ix_score_plan_id"), "score", ["plan_id"], unique=False)
    op.create_index(op.f("ix_score_stream_id"), "score", ["stream_id"], unique=False)
    op.create_table(
        "indicator",
        sa.Column("plan_id", sa.String(length=36), nullable=False),
        sa.Column("goal_id", sa.String(length=36), nullable=True),
        sa.Column("measure_id", sa.String(length=36), nullable=True),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("unit", sa.String(length=60), nullable=False),
        sa.Column("direction", sa.String(length=4), nullable=False),
        sa.Column("baseline", sa.String(length=40), nullable=True),
        sa.Column("baseline_on", sa.String(length=10), nullable=True),
        sa.Column("target", sa.String(length=40), nullable=True),
        sa.Column("target_on", sa.String(length=10), nullable=True),
        sa.Column("frequency", sa.String(length=10), nullable=False),
        sa.Column("owner", sa.String(length=200), nullable=False),
        sa.Column("position", sa.Float(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("rooms", sa.String(length=2000), nullable=False),
        sa.Column("stream_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["goal_id"], ["goal.id"], name=op.f("fk_indicator_goal_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["measure_id"], ["measure.id"], name=op.f("fk_indicator_measure_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["work_plan.id"], name=op.f("fk_indicator_plan_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["stream_id"], ["stream.id"], name=op.f("fk_indicator_stream_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicator")),
    )
    op.create_index(op.f("ix_indicator_goal_id"), "indicator", ["goal_id"], unique=False)
    op.create_index(op.f("ix_indicator_measure_id"), "indicator", ["measure_id"], unique=False)
    op.create_index(op.f("ix_indicator_plan_id"), "indicator", ["plan_id"], unique=False)
    op.create_index(op.f("ix_indicator_stream_id"), "indicator", ["stream_id"], unique=False)
    op.create_table(
        "kind_word",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("team_id", sa.String(length=36), nullable=False),
        sa.Column("from_team_id", sa.String(length=36), nullable=False),
        sa.Column("measure_id", sa.String(length=36), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("seen", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["from_team_id"], ["team.id"], name=op.f("fk_kind_word_from_team_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["measure_id"], ["measure.id"], name=op.f("fk_kind_word_measure_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["team_id"], ["team.id"], name=op.f("fk_kind_word_team_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kind_word")),
    )
    op.create_index(op.f("ix_kind_word_team_id"), "kind_word", ["team_id"], unique=False)
    op.create_table(
        "pdsa_cycle",
        sa.Column("plan_id", sa.String(length=36), nullable=False),
        sa.Column("measure_id", sa.String(length=36), nullable=False),
        sa.Column("starts_on", sa.String(length=10), nullable=True),
        sa.Column("act", sa.String(length=10), nullable=True),
        sa.Column("position", sa.Float(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("rooms", sa.String(length=2000), nullable=False),
        sa.Column("stream_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["measure_id"], ["measure.id"], name=op.f("fk_pdsa_cycle_measure_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["work_plan.id"], name=op.f("fk_pdsa_cycle_plan_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["stream_id"], ["stream.id"], name=op.f("fk_pdsa_cycle_stream_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pdsa_cycle")),
    )
    op.create_index(op.f("ix_pdsa_cycle_measure_id"), "pdsa_cycle", ["measure_id"], unique=False)
    op.create_index(op.f("ix_pdsa_cycle_plan_id"), "pdsa_cycle", ["plan_id"], unique=False)
    op.create_index(op.f("ix_pdsa_cycle_stream_id"), "pdsa_cycle", ["stream_id"], unique=False)
    op.create_table(
        "status_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("measure_id", sa.String(length=36), nullable=False),
        sa.Column("before", sa.String(length=12), nullable=False),
        sa.Column("after", sa.String(length=12), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["measure_id"], ["measure.id"], name=op.f("fk_status_change_measure_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_status_change")),
    )
    op.create_index(op.f("ix_status_change_measure_id"), "status_change", ["measure_id"], unique=False)
    op.create_table(
        "measurement",
        sa.Column("plan_id", sa.String(length=36), nullable=False),
        sa.Column("indicator_id", sa.String(length=36), nullable=False),
        sa.Column("taken_on", sa.String(length=10), nullable=False),
        sa.Column("value", sa.String(length=40), nullable=False),
        sa.Column("words", sa.String(length=300), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("rooms", sa.String(length=2000), nullable=False),
        sa.Column("stream_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["indicator_id"], ["indicator.id"], name=op.f("fk_measurement_indicator_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["work_plan.id"], name=op.f("fk_measurement_plan_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["stream_id"], ["stream.id"], name=op.f("fk_measurement_stream_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_measurement")),
        sa.UniqueConstraint("indicator_id", "taken_on", name=op.f("uq_measurement_indicator_id_taken_on")),
    )
    op.create_index(op.f("ix_measurement_plan_id"), "measurement", ["plan_id"], unique=False)
    op.create_index(op.f("ix_measurement_stream_id"), "measurement", ["stream_id"], unique=False)
    op.create_table(
        "earlier_measurement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("measurement_id", sa.String(length=36), nullable=False),
        sa.Column("value", sa.String(length=40), nullable=False),
        sa.Column("words", sa.String(length=300), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["measurement_id"],
            ["measurement.id"],
            name=op.f("fk_earlier_measurement_measurement_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_earlier_measurement")),
    )
    op.create_index(
        op.f("ix_earlier_measurement_measurement_id"), "earlier_measurement", ["measurement_id"], unique=False
    )
    op.add_column("gathering", sa.Column("themes", sa.String(length=200), server_default="", nullable=False))
    op.add_column("gathering", sa.Column("registration_secret", sa.String(length=40), nullable=True))
    op.add_column("gathering", sa.Column("registration_until", sa.String(length=10), nullable=True))
    op.create_index(
        op.f("ix_gathering_registration_secret"), "gathering", ["registration_secret"], unique=True
    )
    op.add_column("network", sa.Column("about", sa.Text(), server_default="", nullable=False))
    op.add_column("organisation", sa.Column("context", sa.Text(), server_default="", nullable=False))
    op.execute(
        "INSERT INTO network_organiser (network_id, user_id) "
        "SELECT DISTINCT gathering.network_id, organising.user_id "
        "FROM organising JOIN gathering ON gathering.id = organising.gathering_id"
    )


def downgrade() -> None:
    """Remove the tables."""
    op.drop_index(op.f("ix_reminder_team_id"), table_name="reminder")
    op.drop_table("reminder")
    op.drop_column("organisation", "context")
    op.drop_column("network", "about")
    op.drop_index(op.f("ix_gathering_registration_secret"), table_name="gathering")
    op.drop_column("gathering", "registration_until")
    op.drop_column("gathering", "registration_secret")
    op.drop_column("gathering", "themes")
    op.drop_index(op.f("ix_earlier_measurement_measurement_id"), table_name="earlier_measurement")
    op.drop_table("earlier_measurement")
    op.drop_index(op.f("ix_measurement_stream_id"), table_name="measurement")
    op.drop_index(op.f("ix_measurement_plan_id"), table_name="measurement")
    op.drop_table("measurement")
    op.drop_index(op.f("ix_status_change_measure_id"), table_name="status_change")
    op.drop_table("status_change")
    op.drop_index(op.f("ix_pdsa_cycle_stream_id"), table_name="pdsa_cycle")
    op.drop_index(op.f("ix_pdsa_cycle_plan_id"), table_name="pdsa_cycle")
    op.drop_index(op.f("ix_pdsa_cycle_measure_id"), table_name="pdsa_cycle")
    op.drop_table("pdsa_cycle")
    op.drop_index(op.f("ix_kind_word_team_id"), table_name="kind_word")
    op.drop_table("kind_word")
    op.drop_index(op.f("ix_indicator_stream_id"), table_name="indicator")
    op.drop_index(op.f("ix_indicator_plan_id"), table_name="indicator")
    op.drop_index(op.f("ix_indicator_measure_id"), table_name="indicator")
    op.drop_index(op.f("ix_indicator_goal_id"), table_name="indicator")
    op.drop_table("indicator")
    op.drop_index(op.f("ix_score_stream_id"), table_name="score")
    op.drop_index(op.f("ix_score_plan_id"), table_name="score")
    op.drop_table("score")
    op.drop_index(op.f("ix_plan_text_version_plan_text_id"), table_name="plan_text_version")
    op.drop_table("plan_text_version")
    op.drop_index(op.f("ix_measure_stream_id"), table_name="measure")
    op.drop_index(op.f("ix_measure_responsible_id"), table_name="measure")
    op.drop_index(op.f("ix_measure_plan_id"), table_name="measure")
    op.drop_index(op.f("ix_measure_origin_session_id"), table_name="measure")
    op.drop_index(op.f("ix_measure_origin_id"), table_name="measure")
    op.drop_index(op.f("ix_measure_goal_id"), table_name="measure")
    op.drop_index(op.f("ix_measure_due_gathering_id"), table_name="measure")
    op.drop_index(op.f("ix_measure_borrowed_from_id"), table_name="measure")
    op.drop_table("measure")
    op.drop_index(op.f("ix_status_report_stream_id"), table_name="status_report")
    op.drop_index(op.f("ix_status_report_plan_id"), table_name="status_report")
    op.drop_index(op.f("ix_status_report_gathering_id"), table_name="status_report")
    op.drop_table("status_report")
    op.drop_index(op.f("ix_sign_off_stream_id"), table_name="sign_off")
    op.drop_index(op.f("ix_sign_off_plan_id"), table_name="sign_off")
    op.drop_table("sign_off")
    op.drop_table("plan_version")
    op.drop_index(op.f("ix_plan_text_stream_id"), table_name="plan_text")
    op.drop_index(op.f("ix_plan_text_plan_id"), table_name="plan_text")
    op.drop_table("plan_text")
    op.drop_index(op.f("ix_plan_answer_stream_id"), table_name="plan_answer")
    op.drop_index(op.f("ix_plan_answer_plan_id"), table_name="plan_answer")
    op.drop_table("plan_answer")
    op.drop_table("plan_activity")
    op.drop_index(op.f("ix_pilot_stream_id"), table_name="pilot")
    op.drop_index(op.f("ix_pilot_plan_id"), table_name="pilot")
    op.drop_table("pilot")
    op.drop_index(op.f("ix_goal_stream_id"), table_name="goal")
    op.drop_index(op.f("ix_goal_plan_id"), table_name="goal")
    op.drop_index(op.f("ix_goal_origin_session_id"), table_name="goal")
    op.drop_index(op.f("ix_goal_origin_id"), table_name="goal")
    op.drop_table("goal")
    op.drop_index(op.f("ix_funding_stream_id"), table_name="funding")
    op.drop_index(op.f("ix_funding_plan_id"), table_name="funding")
    op.drop_table("funding")
    op.drop_index(op.f("ix_work_plan_to_gathering_id"), table_name="work_plan")
    op.drop_index(op.f("ix_work_plan_team_id"), table_name="work_plan")
    op.drop_index(op.f("ix_work_plan_stream_id"), table_name="work_plan")
    op.drop_table("work_plan")
    op.drop_index(op.f("ix_team_member_user_id"), table_name="team_member")
    op.drop_table("team_member")
    op.drop_index(op.f("ix_submission_team_id"), table_name="submission")
    op.drop_table("submission")
    op.drop_index(op.f("ix_programme_item_gathering_id"), table_name="programme_item")
    op.drop_table("programme_item")
    op.drop_index(op.f("ix_contact_unit_id"), table_name="contact")
    op.drop_table("contact")
    op.drop_index(op.f("ix_compass_wave_team_id"), table_name="compass_wave")
    op.drop_table("compass_wave")
    op.drop_index(op.f("ix_commitment_team_id"), table_name="commitment")
    op.drop_index(op.f("ix_commitment_participant_id"), table_name="commitment")
    op.drop_index(op.f("ix_commitment_gathering_id"), table_name="commitment")
    op.drop_table("commitment")
    op.drop_index(op.f("ix_calendar_feed_user_id"), table_name="calendar_feed")
    op.drop_index(op.f("ix_calendar_feed_team_id"), table_name="calendar_feed")
    op.drop_table("calendar_feed")
    op.drop_table("attendance")
    op.drop_index(op.f("ix_unit_organisation_id"), table_name="unit")
    op.drop_table("unit")
    op.drop_index(op.f("ix_team_organisation_id"), table_name="team")
    op.drop_index(op.f("ix_team_network_id"), table_name="team")
    op.drop_table("team")
    op.drop_index(op.f("ix_assignment_gathering_id"), table_name="assignment")
    op.drop_table("assignment")
    op.drop_index(op.f("ix_network_organiser_user_id"), table_name="network_organiser")
    op.drop_table("network_organiser")
    op.drop_table("mail_choice")
    op.drop_index(op.f("ix_letter_user_id"), table_name="letter")
    op.drop_index("ix_letter_state_due", table_name="letter")
    op.drop_table("letter")
    op.drop_index(op.f("ix_sealed_answer_about"), table_name="sealed_answer")
    op.drop_table("sealed_answer")
    op.drop_index(op.f("ix_unnamed_answer_about"), table_name="unnamed_answer")
    op.drop_table("unnamed_answer")
    op.drop_table("has_answered")
