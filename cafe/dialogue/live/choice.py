"""Row types of choosing: the tables that can be chosen, and one's own waiting."""

from __future__ import annotations

from cafe.dialogue.model import ChairWait, OpenTable
from cafe.dialogue.rooms import EVERYWHERE, ORGANISERS, PERSON, person
from cafe.live.rows import RowType, field, register

register(
    RowType(
        "open_table",
        OpenTable,
        "A table that can be chosen now, where people choose for themselves; the id is the table round's. "
        "Counted about once a second.",
        lambda row: EVERYWHERE,
        (
            field("round", "integer", "the round", *EVERYWHERE, read=lambda r: r.table_round.round_number),
            field("table", "integer", "its number", *EVERYWHERE, read=lambda r: r.table_round.table.number),
            field("topic_id", "string|null", "its topic", *EVERYWHERE, read=lambda r: r.table_round.topic_id),
            field(
                "question",
                "string",
                "a question of its own, else empty",
                *EVERYWHERE,
                read=lambda r: r.table_round.question,
            ),
            field(
                "host",
                "string|null",
                "the host's name",
                *EVERYWHERE,
                read=lambda r: r.table_round.host.display_name if r.table_round.host else None,
            ),
            field(
                "accessible",
                "boolean",
                "reachable by wheelchair",
                *EVERYWHERE,
                read=lambda r: r.table_round.table.accessible,
            ),
            field(
                "seats", "integer", "all its chairs", *EVERYWHERE, read=lambda r: r.table_round.table.seats
            ),
            field("free", "integer", "chairs that anybody may take", *EVERYWHERE),
            field("waiting", "integer", "how many wait for a chair", *EVERYWHERE),
        ),
    )
)

register(
    RowType(
        "chair_wait",
        ChairWait,
        "Somebody who waits for a chair at a full table.",
        lambda row: (ORGANISERS, person(row.attendee_id)),
        (
            field("table_round_id", "string", "the table in a round", PERSON, ORGANISERS),
            field(
                "offered_at",
                "integer|null",
                "since when a chair is kept for them, ms since 1970",
                PERSON,
                ORGANISERS,
            ),
            field("attendee_id", "string", "who waits", ORGANISERS),
        ),
    )
)
