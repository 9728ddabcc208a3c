"""What a table's host may ask for: notes, the round summary, and who has come."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from cafe.commands import Command, Key, NoteText, Storable, command

SUMMARY_LENGTH = 600


class NoteKind(StrEnum):
    """What kind of thought a note is."""

    INSIGHT = "insight"
    IDEA = "idea"
    QUESTION = "question"
    ACTION = "action"
    QUOTE = "quote"


class NoteSource(StrEnum):
    """Which knowledge a note comes from; neither is ranked above the other."""

    PROFESSIONAL = "professional"
    LIVED_EXPERIENCE = "lived_experience"
    RELATIVE = "relative"
    UNSPECIFIED = "unspecified"


Position = Annotated[float, Field(ge=-1e12, le=1e12, allow_inf_nan=False)]
Version = Annotated[int, Field(ge=0, description="the version the edit started from")]
BasedOn = Annotated[
    tuple[Key, ...],
    Field(
        max_length=50,
        description="own edits the text grew from that were not answered yet, newest first; "
        "the first that has arrived is what the edit started from, else `base_version`",
    ),
]
SummaryText = Annotated[str, StringConstraints(max_length=SUMMARY_LENGTH), Storable]


@command
class AddNote(Command):
    """Write a note down at a table; `position` orders the notes of the round."""

    name = "add_note"
    session_id: Key
    table_round_id: Key
    note_id: Key
    text: NoteText
    kind: NoteKind = NoteKind.INSIGHT
    source: NoteSource = NoteSource.UNSPECIFIED
    position: Position = 0
    transcribed: bool = False


@command
class EditNote(Command):
    """Change a note's text; when two edits meet, both are kept and the note says so."""

    name = "edit_note"
    session_id: Key
    note_id: Key
    base_version: Version
    based_on: BasedOn = ()
    text: NoteText


@command
class MarkNote(Command):
    """Say what kind of thought a note is and which knowledge it comes from."""

    name = "mark_note"
    session_id: Key
    note_id: Key
    kind: NoteKind
    source: NoteSource


@command
class MoveNote(Command):
    """Put a note elsewhere in the order."""

    name = "move_note"
    session_id: Key
    note_id: Key
    position: Position


@command
class DeleteNote(Command):
    """Put a note in the bin; hosts and organisers can take it out again."""

    name = "delete_note"
    session_id: Key
    note_id: Key


@command
class RestoreNote(Command):
    """Take a note out of the bin."""

    name = "restore_note"
    session_id: Key
    note_id: Key


@command
class WriteSummary(Command):
    """Write the summary of a table's round, at most 600 characters; what had been nodded to is open again."""

    name = "write_summary"
    session_id: Key
    table_round_id: Key
    base_version: Version
    based_on: BasedOn = ()
    text: SummaryText


@command
class ShowSummary(Command):
    """Show the summary to the people at the table and ask whether it is what was said."""

    name = "show_summary"
    session_id: Key
    table_round_id: Key
    version: Version


@command
class ApproveSummary(Command):
    """Hand the summary over: from now on every later group at the topic reads it."""

    name = "approve_summary"
    session_id: Key
    table_round_id: Key
    version: Version


@command
class MarkVisit(Command):
    """Say that someone has come to the table, or has not; where people were is kept apart from the plan."""

    name = "mark_visit"
    session_id: Key
    table_round_id: Key
    attendee_id: Key
    here: bool


@command
class MarkMissing(Command):
    """Say that somebody who should sit at the table is not there, or is after all; it frees no chair."""

    name = "mark_missing"
    session_id: Key
    table_round_id: Key
    attendee_id: Key
    missing: bool


@command
class MarkPresence(Command):
    """Say that a host's device is connected, or no longer is; asked by the server alone."""

    name = "mark_presence"
    session_id: Key
    attendee_id: Key
    connected: bool


@command
class ReleaseIdeas(Command):
    """Hand the anonymous ideas that wait to their tables, shuffled; asked by the server alone."""

    name = "release_ideas"
    session_id: Key
