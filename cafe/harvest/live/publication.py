"""The row type of what is published."""

from __future__ import annotations

from cafe.dialogue.rooms import GUESTS, ORGANISERS, WALL
from cafe.harvest.model import LookedAt, Publication
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
        "looked_at",
        LookedAt,
        "A passage that may name somebody, or tell of somebody's health, has been looked at.",
        lambda row: (ORGANISERS,),
        (field("looked", "boolean", "it has; false where this was taken back", ORGANISERS),),
    )
)
