"""Rows out: consolidated summaries and the publication, for organisers."""

from __future__ import annotations

from cafe.dialogue.rooms import GUESTS, ORGANISERS, WALL
from cafe.harvest.model import Consolidated, Publication
from cafe.live.rows import RowType, field, register

READERS = (GUESTS, WALL, ORGANISERS)

register(
    RowType(
        "consolidated",
        Consolidated,
        "The consolidated summary of a topic; without a topic, the introduction.",
        lambda row: (ORGANISERS,),
        (
            field("topic_id", "string|null", "the topic", ORGANISERS),
            field("text", "string", "Markdown; `[#id]` cites a note", ORGANISERS),
            field("version", "integer", "counts the texts it has had", ORGANISERS),
            field("changed_by_both", "boolean", "two edits met and both are in the text", ORGANISERS),
            field("approved", "boolean", "ready to be published", ORGANISERS),
        ),
    )
)

register(
    RowType(
        "publication",
        Publication,
        "The published page.",
        lambda row: (ORGANISERS,) if row.taken_down else READERS,
        (
            field("slug", "string", "the page is /published/<slug>", *READERS),
            field("title", "string", "its title", *READERS),
            field("edition", "integer", "counts how often it was published", *READERS),
            field("at", "integer", "when, ms since 1970", *READERS),
            field("taken_down", "boolean", "not to be read at present", *READERS),
        ),
    )
)
