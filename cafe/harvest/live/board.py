"""Row types of the board: themes, what is under them, merged notes, what was done."""

from __future__ import annotations

from cafe.dialogue.rooms import HOSTS, ORGANISERS, TOPIC, topic
from cafe.harvest.model import BoardStep, Bundle, Placement, Slip, Theme
from cafe.live.rows import RowType, field, register

BOARD = (ORGANISERS, HOSTS)
TOGETHER = (ORGANISERS, TOPIC)

register(
    RowType(
        "theme",
        Theme,
        "A cluster of notes, across topics.",
        lambda row: BOARD,
        (
            field("title", "string", "what it is about", *BOARD),
            field("position", "number", "order on the board", *BOARD),
            field("merged_into", "string|null", "the theme it is now part of", *BOARD),
            field("removed", "boolean", "taken off the board, and can be put back", *BOARD),
        ),
    )
)

register(
    RowType(
        "placement",
        Placement,
        "A note under a theme; a note may support several.",
        lambda row: BOARD,
        (
            field("theme_id", "string", "the theme", *BOARD),
            field("note_id", "string", "the note", *BOARD),
        ),
    )
)

register(
    RowType(
        "bundle",
        Bundle,
        "Several notes of a topic read as one; the notes stay.",
        lambda row: (ORGANISERS, topic(row.topic_id, row.session_id)),
        (
            field("topic_id", "string|null", "the topic of its notes", *TOGETHER),
            field("text", "string", "one text for all of them, inline Markdown", *TOGETHER),
            field("version", "integer", "counts the texts it has had", *TOGETHER),
            field("changed_by_both", "boolean", "two edits met and both are in the text", *TOGETHER),
            field("taken_apart", "boolean", "its notes stand for themselves again", *TOGETHER),
        ),
    )
)

register(
    RowType(
        "slip",
        Slip,
        "What the harvest says of a note; the id is the note's. A note without one has nothing said of it.",
        lambda row: (ORGANISERS, topic(row.note.table_round.topic_id, row.session_id)),
        (
            field("bundle_id", "string|null", "the bundle it is read in", *TOGETHER),
            field("important", "boolean", "marked as important", *TOGETHER),
            field("left_out", "boolean", "deliberately not used in a conclusion", *TOGETHER),
            field("reason", "string", "why it is left out", *TOGETHER),
        ),
        beside=("note",),
    )
)

register(
    RowType(
        "board_step",
        BoardStep,
        "A step on the board, which can be undone while what it changed still stands so.",
        lambda row: (ORGANISERS, topic(row.topic_id, row.session_id)) if row.by_hosts else (ORGANISERS,),
        (
            field("topic_id", "string|null", "the topic, where it is about one", *TOGETHER),
            field("at", "integer", "when, ms since 1970", *TOGETHER),
            field("author", "string", "who did it, by name", *TOGETHER),
            field("kind", "string", "what was done", *TOGETHER),
            field("details", "object", "what it is about, for people", *TOGETHER),
            field("undone", "boolean", "has been taken back", *TOGETHER),
            field("undoes", "string|null", "the step that this one took back", *TOGETHER),
        ),
    )
)
