"""Row types of what is published and of the report's files."""

from __future__ import annotations

from cafe.dialogue.rooms import GUESTS, ORGANISERS, WALL
from cafe.harvest.model import Publication, ReportFile
from cafe.live.rows import RowType, field, register

READERS = (GUESTS, WALL, ORGANISERS)

register(
    RowType(
        "publication",
        Publication,
        "The published page.",
        lambda row: (ORGANISERS,) if row.taken_down else READERS,
        (
            field("slug", "string", "the page is /published/<slug>", *READERS),
            field("title", "string", "its title", *READERS),
            field("audience", "string", "everyone or network", *READERS),
            field("edition", "integer", "counts how often it was published", *READERS),
            field("at", "integer", "when, ms since 1970", *READERS),
            field("taken_down", "boolean", "not to be read at present", *READERS),
        ),
    )
)

register(
    RowType(
        "report_file",
        ReportFile,
        "A file of the report that takes a while to make.",
        lambda row: (ORGANISERS,),
        (
            field("format", "string", "pdf", ORGANISERS),
            field("language", "string", "nb, nn, sv or en", ORGANISERS),
            field("asked_at", "integer", "when, ms since 1970", ORGANISERS),
            field("state", "string", "working, ready, cancelled or failed", ORGANISERS),
            field("progress", "integer", "how much is done, of a hundred", ORGANISERS),
        ),
    )
)
