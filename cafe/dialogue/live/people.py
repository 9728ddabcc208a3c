"""Row types of people: attendees, seats, visits, calls for help, hosts' presence."""

from __future__ import annotations

from cafe.dialogue.model import Attendee, HelpCall, HostPresence, Seat, Visit
from cafe.dialogue.rooms import ORGANISERS, PERSON, TABLE, WALL, person, table
from cafe.live.rows import RowType, field, register

register(
    RowType(
        "attendee",
        Attendee,
        "A person in the session, for organisers and that person; the wall counts who has come.",
        lambda row: (ORGANISERS, WALL, person(row.id)),
        (
            field(
                "name",
                "string",
                "the name or alias they go by",
                ORGANISERS,
                PERSON,
                read=lambda r: r.display_name,
            ),
            field(
                "organisation",
                "string|null",
                "where they are from, if they said so",
                ORGANISERS,
                PERSON,
                read=lambda r: r.participant.organisation.name if r.participant.organisation else None,
            ),
            field(
                "kind",
                "string|null",
                "what they are, if they said so",
                ORGANISERS,
                PERSON,
                read=lambda r: r.participant.kind,
            ),
            field("arrival", "string", "expected, arrived or away", ORGANISERS, WALL, PERSON),
            field("sitting_out", "array of integer", "rounds they sit out", ORGANISERS, PERSON),
            field("by_phone", "boolean", "they have the page on a phone", ORGANISERS),
        ),
        beside=("participant",),
    )
)

register(
    RowType(
        "seat",
        Seat,
        "Where a person is to sit in a round. A phone holds its own for the whole day.",
        lambda row: (ORGANISERS, WALL, table(row.table_round.desk_id), person(row.attendee_id)),
        (
            field(
                "round",
                "integer",
                "the round",
                PERSON,
                TABLE,
                WALL,
                ORGANISERS,
                read=lambda r: r.round_number,
            ),
            field(
                "table",
                "integer",
                "the table's number",
                PERSON,
                WALL,
                read=lambda r: r.table_round.table.number,
            ),
            field(
                "table_id",
                "string",
                "the table",
                PERSON,
                TABLE,
                ORGANISERS,
                read=lambda r: r.table_round.table_id,
            ),
            field("table_round_id", "string", "the table in that round", PERSON, TABLE, ORGANISERS),
            field("topic_id", "string|null", "its topic", PERSON, read=lambda r: r.table_round.topic_id),
            field(
                "question",
                "string",
                "the table's own question, else empty",
                PERSON,
                read=lambda r: r.table_round.question,
            ),
            field(
                "host",
                "string|null",
                "the host's name",
                PERSON,
                read=lambda r: r.table_round.host.display_name if r.table_round.host else None,
            ),
            field(
                "hosting",
                "boolean",
                "this person hosts or co-hosts there",
                PERSON,
                TABLE,
                read=lambda r: r.attendee_id in {r.table_round.host_id, r.table_round.cohost_id},
            ),
            field("attendee_id", "string", "who", TABLE, ORGANISERS),
            field("name", "string", "their name", TABLE, WALL, read=lambda r: r.attendee.display_name),
            field(
                "arrival",
                "string",
                "expected, arrived or away",
                TABLE,
                WALL,
                read=lambda r: r.attendee.arrival,
            ),
            field("pinned", "boolean", "set by hand", ORGANISERS),
            field(
                "was_table",
                "integer|null",
                "the table that was told first, if it has changed",
                PERSON,
                WALL,
                ORGANISERS,
            ),
            field("missing", "boolean", "the host says that they are not there", TABLE, ORGANISERS),
        ),
    )
)

register(
    RowType(
        "visit",
        Visit,
        "Where a person really was.",
        lambda row: (ORGANISERS, table(row.table_round.desk_id), person(row.attendee_id)),
        (
            field("attendee_id", "string", "who", TABLE, ORGANISERS),
            field("name", "string", "their name", TABLE, read=lambda r: r.attendee.display_name),
            field("table_round_id", "string", "the table in a round", PERSON, TABLE, ORGANISERS),
        ),
    )
)

register(
    RowType(
        "help_call",
        HelpCall,
        "A private call for somebody.",
        lambda row: (ORGANISERS, person(row.attendee_id)),
        (
            field("attendee_id", "string", "who called", ORGANISERS),
            field("name", "string", "their name", ORGANISERS, read=lambda r: r.attendee.display_name),
            field("kind", "string", "someone, table or technical", PERSON, ORGANISERS),
            field("state", "string", "open, taken or done", PERSON, ORGANISERS),
            field("at", "integer", "when, ms since 1970", PERSON, ORGANISERS),
        ),
    )
)

register(
    RowType(
        "host_presence",
        HostPresence,
        "Whether a host's device is connected; the id is the attendee's.",
        lambda row: (ORGANISERS,),
        (
            field("connected", "boolean", "a device of the host is connected", ORGANISERS),
            field("since", "integer", "since when, ms since 1970", ORGANISERS),
        ),
    )
)
