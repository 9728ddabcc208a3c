"""Row types of goals, measures and cycles."""

from __future__ import annotations

from cafe.live.rows import RowType, field, register
from cafe.plans.model import Goal, Measure, PdsaCycle
from cafe.plans.rooms import READ, readers_of

FROM_THE_CAFE = (
    field("origin_kind", "string|null", "what it comes from: conclusion, theme or note", *READ),
    field("origin_session_id", "string|null", "the café session it comes from", *READ),
    field("origin_id", "string|null", "the conclusion, theme or note", *READ),
    field("origin_words", "string|null", "what it said then", *READ),
)

register(
    RowType(
        "goal",
        Goal,
        "A goal of the plan.",
        lambda row: readers_of(row.plan.state, taken_out=row.removed),
        (
            field("title", "string", "the goal in one line", *READ),
            field("kind", "string", "result or effect", *READ),
            field("status", "string", "as of measures", *READ),
            field("anchoring", "string", "the local or national plan it follows", *READ),
            field("anchoring_link", "string", "where that plan is", *READ),
            *FROM_THE_CAFE,
            field("position", "number", "order", *READ),
            field("removed", "boolean", "taken out, and can be put back", *READ),
        ),
        stream_kind="plan",
    )
)

register(
    RowType(
        "measure",
        Measure,
        "Something the team does, under a goal or beside them.",
        lambda row: readers_of(row.plan.state, taken_out=row.removed),
        (
            field("goal_id", "string|null", "the goal", *READ),
            field("title", "string", "what is done", *READ),
            field("kind", "string", "what sort of measure it is", *READ),
            field("responsible", "string", "who is responsible, in words", *READ),
            field("responsible_id", "string|null", "who of the team is responsible", *READ),
            field("due_on", "string|null", "the day it is due", *READ),
            field("due_gathering_id", "string|null", "the gathering it is due at", *READ),
            field("status", "string", "not_started, in_progress, paused, delayed, done or cancelled", *READ),
            field("status_at", "integer|null", "when the status was last set", *READ),
            field("users_took_part", "boolean|null", "service users took part; null: not said", *READ),
            *FROM_THE_CAFE,
            field("borrowed_from_id", "string|null", "the measure it was copied from", *READ),
            field("borrowed_from_team_id", "string|null", "whose that one is", *READ),
            field("position", "number", "order", *READ),
            field("removed", "boolean", "taken out, and can be put back", *READ),
        ),
        stream_kind="plan",
    )
)

register(
    RowType(
        "pdsa_cycle",
        PdsaCycle,
        "One turn of plan, do, study, act with a measure.",
        lambda row: readers_of(row.plan.state, taken_out=row.removed or row.measure.removed),
        (
            field("measure_id", "string", "the measure", *READ),
            field("starts_on", "string|null", "when it began", *READ),
            field("act", "string|null", "adopt, adapt or abandon; null: not yet", *READ),
            field("position", "number", "order", *READ),
            field("removed", "boolean", "taken out, and can be put back", *READ),
        ),
        stream_kind="plan",
    )
)
