"""Row types of the session's shape: the session itself, topics, rounds, tables, announcements."""

from __future__ import annotations

from cafe.dialogue.model import Announcement, CafeSession, CafeTable, Round, TableRound, Topic
from cafe.dialogue.queries.topics import tables_of
from cafe.dialogue.rooms import EVERYWHERE, HOSTS, ORGANISERS, PERSON, TABLE, WALL, person, table
from cafe.live.rows import RowType, field, register

register(
    RowType(
        "session",
        CafeSession,
        "The café session and its clock.",
        lambda row: EVERYWHERE,
        (
            field("title", "string", "what the session is called", *EVERYWHERE),
            field("mode", "string", "what moves between rounds", *EVERYWHERE),
            field("question", "string", "the question, where one is for all tables", *EVERYWHERE),
            field(
                "phase",
                "string",
                "draft, check_in, switching, running, harvest, closed, published",
                *EVERYWHERE,
            ),
            field(
                "round",
                "integer",
                "the present round, or the one people go to",
                *EVERYWHERE,
                read=lambda r: r.round_number,
            ),
            field(
                "rounds", "integer", "how many rounds there are", *EVERYWHERE, read=lambda r: len(r.rounds_)
            ),
            field("step", "integer", "counts the transitions", *EVERYWHERE),
            field("deadline", "integer|null", "when the round or change ends, ms since 1970", *EVERYWHERE),
            field("paused_left", "integer|null", "what was left when it was paused, ms", *EVERYWHERE),
            field(
                "counting_since",
                "integer|null",
                "when the present phase or round began, was paused or went on, ms since 1970",
                ORGANISERS,
            ),
            field("switch_minutes", "integer", "minutes for a change of tables", *EVERYWHERE),
            field("seats", "integer", "seats a table has unless it says otherwise", ORGANISERS),
            field("home_table_last", "boolean", "the last round is at the first one's table", *EVERYWHERE),
        ),
    )
)

register(
    RowType(
        "topic",
        Topic,
        "A topic with its letter and colour.",
        lambda row: EVERYWHERE,
        (
            field("letter", "string", "A for the first topic", *EVERYWHERE),
            field(
                "position", "integer", "place in the list, from 0; the colour follows from it", *EVERYWHERE
            ),
            field("title", "string", "what it is called", *EVERYWHERE),
            field("question", "string", "its question", *EVERYWHERE),
            field(
                "tables", "array of integer", "the tables it is at, by number", *EVERYWHERE, read=tables_of
            ),
        ),
    )
)

register(
    RowType(
        "round",
        Round,
        "A round.",
        lambda row: EVERYWHERE,
        (
            field("number", "integer", "from 1", *EVERYWHERE),
            field("minutes", "integer", "its length", *EVERYWHERE),
            field("question", "string", "its question, where each round has one", *EVERYWHERE),
        ),
    )
)

register(
    RowType(
        "table",
        CafeTable,
        "A table in the hall.",
        lambda row: (WALL, ORGANISERS, HOSTS, table(row.id)),
        (
            field("number", "integer", "the number on the table", WALL, ORGANISERS, HOSTS, TABLE),
            field("seats", "integer", "how many can sit there, the host included", WALL, ORGANISERS, TABLE),
            field("accessible", "boolean", "reachable by wheelchair", ORGANISERS, TABLE),
            field(
                "topic_id", "string|null", "its topic unless a round says otherwise", WALL, ORGANISERS, TABLE
            ),
        ),
    )
)

register(
    RowType(
        "table_round",
        TableRound,
        "One table in one round.",
        # A host's own phone knows the way to the table before anybody's seat is planned.
        lambda row: (WALL, ORGANISERS, HOSTS, table(row.desk_id), *map(person, filter(None, row.hosts))),
        (
            field("table_id", "string", "the table", WALL, ORGANISERS, HOSTS, TABLE, PERSON),
            field(
                "desk_id",
                "string",
                "the table where its question began and under which its host writes; else the table itself",
                ORGANISERS,
                TABLE,
            ),
            field("table", "integer", "the table's number", PERSON, TABLE, read=lambda r: r.table.number),
            field("seats", "integer", "how many can sit at the table", TABLE, read=lambda r: r.table.seats),
            field(
                "round",
                "integer",
                "the round",
                WALL,
                ORGANISERS,
                HOSTS,
                TABLE,
                PERSON,
                read=lambda r: r.round_number,
            ),
            field("topic_id", "string|null", "its topic", WALL, ORGANISERS, HOSTS, TABLE, PERSON),
            field(
                "question",
                "string",
                "a question of its own, else empty",
                WALL,
                ORGANISERS,
                HOSTS,
                TABLE,
                PERSON,
            ),
            field("host_id", "string|null", "the host, an attendee", ORGANISERS, TABLE),
            field("cohost_id", "string|null", "the co-host, an attendee", ORGANISERS, TABLE),
            field(
                "host",
                "string|null",
                "the host's name",
                WALL,
                ORGANISERS,
                HOSTS,
                TABLE,
                read=lambda r: r.host.display_name if r.host else None,
            ),
        ),
    )
)

register(
    RowType(
        "announcement",
        Announcement,
        "What an organiser has announced.",
        lambda row: EVERYWHERE,
        (
            field("text", "string", "the announcement", *EVERYWHERE),
            field("at", "integer", "when, ms since 1970", *EVERYWHERE),
        ),
    )
)
