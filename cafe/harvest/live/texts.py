"""Row types of what the notes come to: consolidated summaries, conclusions, next steps."""

from __future__ import annotations

from cafe.dialogue.queries.texts import texts_that_met
from cafe.dialogue.rooms import HOSTS, ORGANISERS, TOPIC, topic
from cafe.harvest.model import Basis, Conclusion, ConclusionVersion, Consolidated, NextStep
from cafe.live.rows import RowType, field, register

TOGETHER = (ORGANISERS, TOPIC)
HARVEST = (ORGANISERS, HOSTS)

register(
    RowType(
        "consolidated",
        Consolidated,
        "The consolidated summary of a topic; without one, the introduction, or all of it.",
        lambda row: (ORGANISERS, topic(row.topic_id, row.session_id)),
        (
            field("topic_id", "string|null", "the topic", *TOGETHER),
            field("text", "string", "Markdown; `[#id]` cites a note", *TOGETHER),
            field("version", "integer", "counts the texts it has had", *TOGETHER),
            field("changed_by_both", "boolean", "two edits met and both are in the text", *TOGETHER),
            field("approved_by_hosts", "boolean", "the hosts of the topic stand by it", *TOGETHER),
            field("approved", "boolean", "ready to be published", *TOGETHER),
        ),
    )
)

register(
    RowType(
        "conclusion",
        Conclusion,
        "What the café came to on one point.",
        lambda row: HARVEST,
        (
            field("topic_id", "string|null", "its topic; null goes across topics", *HARVEST),
            field("title", "string", "the point in one line", *HARVEST),
            field("text", "string", "Markdown; `[#id]` cites a note", *HARVEST),
            field("version", "integer", "counts the texts it has had", *HARVEST),
            field("changed_by_both", "boolean", "two edits met and both are in the text", *HARVEST),
            field(
                "met",
                "array of string",
                "the two texts that were merged, titles on top; empty unless changed_by_both",
                *HARVEST,
                read=lambda row: texts_that_met(row, ConclusionVersion) if row.changed_by_both else [],
            ),
            field("approved_by_hosts", "boolean", "hosts stand by it", *HARVEST),
            field("approved", "boolean", "ready to be published", *HARVEST),
            field("without_hosts", "boolean", "approved without waiting for its hosts", *HARVEST),
            field("removed", "boolean", "taken out, and can be put back", *HARVEST),
            field("position", "number", "order among the conclusions", *HARVEST),
        ),
    )
)

register(
    RowType(
        "basis",
        Basis,
        "A theme that a conclusion rests on.",
        lambda row: HARVEST,
        (
            field("conclusion_id", "string", "the conclusion", *HARVEST),
            field("theme_id", "string", "the theme", *HARVEST),
        ),
    )
)

register(
    RowType(
        "next_step",
        NextStep,
        "What starts after the café.",
        lambda row: HARVEST,
        (
            field("conclusion_id", "string|null", "the conclusion it follows from", *HARVEST),
            field("text", "string", "what starts", *HARVEST),
            field("who", "string", "who starts it", *HARVEST),
            field("by_when", "string", "until when, in words", *HARVEST),
            field("position", "number", "order among the next steps", *HARVEST),
        ),
    )
)
