"""Row types of suggested themes, for organisers."""

from __future__ import annotations

from cafe.dialogue.rooms import ORGANISERS
from cafe.harvest.model import Suggestion, SuggestionRun
from cafe.live.rows import RowType, field, register

register(
    RowType(
        "suggestion_run",
        SuggestionRun,
        "One search for themes.",
        lambda row: (ORGANISERS,),
        (
            field("topic_id", "string|null", "the topic that was looked at; null for all", ORGANISERS),
            field("only_unplaced", "boolean", "only notes under no theme were looked at", ORGANISERS),
            field("asked_at", "integer", "when, ms since 1970", ORGANISERS),
            field("state", "string", "working, ready, cancelled or failed", ORGANISERS),
            field("progress", "integer", "how much is done, of a hundred", ORGANISERS),
            field("notes", "integer", "how many notes were looked at", ORGANISERS),
        ),
    )
)

register(
    RowType(
        "suggestion",
        Suggestion,
        "A proposal to accept, change or dismiss.",
        lambda row: (ORGANISERS,),
        (
            field("run_id", "string", "the search it comes from", ORGANISERS),
            field("kind", "string", "theme, duplicates or different", ORGANISERS),
            field("title", "string", "a name for it", ORGANISERS),
            field("words", "array of string", "the words that made the group", ORGANISERS),
            field("note_ids", "array of string", "its notes, the most central first", ORGANISERS),
            field("closeness", "number|null", "how close they hang together, 0 to 1", ORGANISERS),
            field("position", "integer", "order within its kind", ORGANISERS),
            field("state", "string", "open, accepted or dismissed", ORGANISERS),
            field("theme_id", "string|null", "the theme that came of it", ORGANISERS),
        ),
    )
)
