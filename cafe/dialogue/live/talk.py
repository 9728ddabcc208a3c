"""Row types of what is said: notes, round summaries, nods."""

from __future__ import annotations

from collections.abc import Iterator

from cafe.dialogue.model import Nod, Note, NoteVersion, Summary, SummaryVersion
from cafe.dialogue.queries.seats import attendees_seated_at
from cafe.dialogue.queries.texts import texts_that_met
from cafe.dialogue.rooms import GUESTS, ORGANISERS, PERSON, TABLE, TOPIC, person, table, topic
from cafe.live.rows import RowType, field, register

AT_THE_TABLE = (TABLE, ORGANISERS)
OF_THE_TOPIC = (*AT_THE_TABLE, TOPIC)
READERS = (GUESTS, PERSON, TABLE, TOPIC, ORGANISERS)


def rooms_of_note(note: Note) -> Iterator[str]:
    """Show a note to the table's hosts, those who harvest its topic and the organisers.

    A signed idea also goes to the one who sent it.
    """
    yield ORGANISERS
    yield table(note.table_round.desk_id)
    yield topic(note.table_round.topic_id, note.session_id)
    if note.origin == "phone" and note.author_id:
        yield person(note.author_id)


def rooms_of_summary(summary: Summary) -> Iterator[str]:
    """Keep a draft at its table; shown, the people there see it too; approved, everyone does."""
    yield ORGANISERS
    yield table(summary.table_round.desk_id)
    yield topic(summary.table_round.topic_id, summary.session_id)
    if summary.state == "approved":
        yield GUESTS
    if summary.state == "shown":
        for attendee_id in attendees_seated_at(summary.table_round):
            yield person(attendee_id)


register(
    RowType(
        "note",
        Note,
        "A thought, noted at a table or sent from a phone.",
        rooms_of_note,
        (
            field("table_round_id", "string", "the table in a round", PERSON, *OF_THE_TOPIC),
            field("text", "string", "what was said, inline Markdown", PERSON, *OF_THE_TOPIC),
            field("kind", "string", "insight, idea, question, action or quote", PERSON, *OF_THE_TOPIC),
            field(
                "source",
                "string",
                "professional, lived_experience, relative or unspecified",
                PERSON,
                *OF_THE_TOPIC,
            ),
            field("origin", "string", "table, phone or paper", PERSON, *OF_THE_TOPIC),
            field("position", "number", "order within the round", *OF_THE_TOPIC),
            field("version", "integer", "counts the texts it has had", *OF_THE_TOPIC),
            field("changed_by_both", "boolean", "two edits met and both are in the text", *OF_THE_TOPIC),
            field(
                "met",
                "array of string",
                "the two texts that were merged, the earlier first; empty unless changed_by_both",
                *OF_THE_TOPIC,
                read=lambda n: texts_that_met(n, NoteVersion) if n.changed_by_both else [],
            ),
            field("binned", "boolean", "in the bin", PERSON, *OF_THE_TOPIC),
            field(
                "late",
                "string",
                "empty, or why it is late: round (its round had ended); host, edit, summary (a former host's "
                "note, other text of the note before it, or draft of the summary)",
                *OF_THE_TOPIC,
            ),
            field(
                "author",
                "string|null",
                "the name on a signed idea",
                TABLE,
                ORGANISERS,
                read=lambda n: n.author.display_name if n.origin == "phone" and n.author else None,
            ),
            field("at", "integer|null", "when, ms since 1970; null for an anonymous idea", *OF_THE_TOPIC),
        ),
    )
)

register(
    RowType(
        "summary",
        Summary,
        "The summary of a table's round, at most 600 characters; the id is the table round's.",
        rooms_of_summary,
        (
            field(
                "topic_id",
                "string|null",
                "the topic it is about",
                *READERS,
                read=lambda s: s.table_round.topic_id,
            ),
            field(
                "table", "integer", "the table's number", *READERS, read=lambda s: s.table_round.table.number
            ),
            field("round", "integer", "the round", *READERS, read=lambda s: s.table_round.round_number),
            field("text", "string", "the summary, inline Markdown", *READERS),
            field("state", "string", "draft, shown or approved", *READERS),
            field("version", "integer", "counts the texts it has had", *READERS),
            field("changed_by_both", "boolean", "two edits met and both are in the text", *OF_THE_TOPIC),
            field(
                "met",
                "array of string",
                "the two texts that were merged, the earlier first; empty unless changed_by_both",
                *OF_THE_TOPIC,
                read=lambda s: texts_that_met(s, SummaryVersion) if s.changed_by_both else [],
            ),
            field("yes", "integer", "how many have said yes", *OF_THE_TOPIC),
            field("change", "integer", "how many want something changed", *OF_THE_TOPIC),
        ),
    )
)

register(
    RowType(
        "nod",
        Nod,
        "A person's answer to a shown summary.",
        lambda row: (ORGANISERS, table(row.summary.table_round.desk_id), person(row.attendee_id)),
        (
            field("summary_id", "string", "the summary", PERSON, *AT_THE_TABLE),
            field("version", "integer", "the version that was answered", PERSON, *AT_THE_TABLE),
            field("answer", "string", "yes or change", PERSON, *AT_THE_TABLE),
            field("comment", "string", "what to change", PERSON, *AT_THE_TABLE),
        ),
    )
)
