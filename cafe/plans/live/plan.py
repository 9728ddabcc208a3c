"""Row types of the plan itself and its texts."""

from __future__ import annotations

from cafe.dialogue.queries.texts import texts_that_met
from cafe.live.rows import RowType, field, register
from cafe.plans.model import Funding, Pilot, PlanAnswer, PlanText, PlanTextVersion, SignOff, WorkPlan
from cafe.plans.rooms import READ, SCORES, TEAM, readers_of
from cafe.plans.rules import may_be_read_by_others

register(
    RowType(
        "plan",
        WorkPlan,
        "A team's work plan for the period between two gatherings.",
        lambda row: readers_of(row.state),
        (
            field("team_id", "string", "the team", *READ),
            field("title", "string", "what it is called", *READ),
            field("from_gathering_id", "string|null", "the gathering its period begins with", *READ),
            field("to_gathering_id", "string|null", "the gathering its period ends with", *READ),
            field("template", "string", "the template it began with, or empty", *READ),
            field("state", "string", "draft, submitted, active or reported", *READ),
            field("version", "integer", "the number of its last version, 0 before the first", *READ),
            field("submitted_at", "integer|null", "when it was handed in", *READ),
        ),
        stream_kind="plan",
    )
)

register(
    RowType(
        "plan_text",
        PlanText,
        "A text of the plan or of something in it, which several may write at once.",
        lambda row: readers_of(row.plan.state, taken_out=not row.public),
        (
            field("about_id", "string", "the plan, goal, measure, cycle, pilot or report", *READ),
            field("field", "string", "the name of the text", *READ),
            field("text", "string", "Markdown", *READ),
            field("version", "integer", "counts the texts it has had", *READ),
            field("changed_by_both", "boolean", "two edits met and both are in the text", TEAM),
            field(
                "met",
                "array of string",
                "the two texts that were merged; empty unless changed_by_both",
                TEAM,
                read=lambda row: texts_that_met(row, PlanTextVersion) if row.changed_by_both else [],
            ),
        ),
        stream_kind="plan",
    )
)

register(
    RowType(
        "sign_off",
        SignOff,
        "A leader stands by a version of the plan.",
        lambda row: readers_of(row.plan.state),
        (
            field("name", "string", "the leader", *READ),
            field("version", "integer", "the version", *READ),
            field("at", "integer", "when", *READ),
        ),
        stream_kind="plan",
    )
)

register(
    RowType(
        "funding",
        Funding,
        "Where money for the plan comes from.",
        lambda row: readers_of(row.plan.state, taken_out=row.removed),
        (
            field("source", "string", "who pays", *READ),
            field("amount", "integer|null", "how much, in whole units", *READ),
            field("currency", "string", "NOK, SEK or EUR", *READ),
            field("words", "string", "for what, until when", *READ),
            field("position", "number", "order", *READ),
            field("removed", "boolean", "taken out, and can be put back", *READ),
        ),
        stream_kind="plan",
    )
)

register(
    RowType(
        "pilot",
        Pilot,
        "Something that is tried for a time.",
        lambda row: readers_of(row.plan.state, taken_out=row.removed),
        (
            field("title", "string", "what is tried", *READ),
            field("starts_on", "string|null", "first day", *READ),
            field("ends_on", "string|null", "last day", *READ),
            field("ended", "boolean", "it is over", *READ),
            field("position", "number", "order", *READ),
            field("removed", "boolean", "taken out, and can be put back", *READ),
        ),
        stream_kind="plan",
    )
)

register(
    RowType(
        "plan_answer",
        PlanAnswer,
        "What an organiser tells the team about its plan.",
        lambda row: SCORES if may_be_read_by_others(row.plan.state) else (TEAM,),
        (
            field("name", "string", "the organiser", *SCORES),
            field("text", "string", "Markdown", *SCORES),
            field("at", "integer", "when", *SCORES),
        ),
        stream_kind="plan",
    )
)
