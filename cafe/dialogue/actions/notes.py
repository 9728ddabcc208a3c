"""Notes: written, edited by several at once, ordered, binned, taken out again."""

from __future__ import annotations

from sqlalchemy import bindparam, select, union_all
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.dialogue.actions.found import note_of, table_round_of
from cafe.dialogue.commands.guests import SendIdea
from cafe.dialogue.commands.table import AddNote, DeleteNote, EditNote, MarkNote, MoveNote, RestoreNote
from cafe.dialogue.merging import merged
from cafe.dialogue.model import Attendee, Note, NoteVersion, PendingIdea
from cafe.dialogue.queries.roles import attendee_of
from cafe.errors import BadInput
from cafe.perform import Result, action

IDEA_POSITION = 1_000_000.0  # after what the hosts have written


def _author(session: Session, actor: Actor, session_id: str) -> Attendee | None:
    return attendee_of(session, actor, session_id)


_KNOWN = union_all(
    select(Note.id).where(Note.id == bindparam("note")),
    select(PendingIdea.id).where(PendingIdea.id == bindparam("note")),
)


def _must_be_new(session: Session, note_id: str) -> None:
    if session.connection().execute(_KNOWN, {"note": note_id}).first() is not None:
        raise BadInput(field="note_id")


@action(AddNote)
def add_note(session: Session, actor: Actor, command: AddNote, now: int) -> Result:
    """Write a note down at a table."""
    table_round = table_round_of(session, command.session_id, command.table_round_id)
    _must_be_new(session, command.note_id)
    author = _author(session, actor, command.session_id)
    note = Note(
        id=command.note_id,
        stream_id=command.session_id,
        session_id=command.session_id,
        table_round=table_round,
        author_id=author.id if author else None,
        text=command.text,
        kind=command.kind,
        source=command.source,
        origin="paper" if command.transcribed else "table",
        position=command.position,
        at=now,
    )
    session.add(note)
    return {"note_id": note.id, "version": 1}


@action(SendIdea)
def send_idea(session: Session, actor: Actor, command: SendIdea, now: int) -> Result:
    """Take a thought from a phone; without a name it waits for others and no author is written."""
    table_round = table_round_of(session, command.session_id, command.table_round_id)
    _must_be_new(session, command.idea_id)
    if command.anonymous:
        session.add(
            PendingIdea(
                id=command.idea_id,
                session_id=command.session_id,
                table_round_id=table_round.id,
                text=command.text,
                kind=command.kind,
                source=command.source,
            )
        )
        return {"note_id": command.idea_id}
    author = _author(session, actor, command.session_id)
    session.add(
        Note(
            id=command.idea_id,
            stream_id=command.session_id,
            session_id=command.session_id,
            table_round=table_round,
            author=author,
            text=command.text,
            kind=command.kind,
            source=command.source,
            origin="phone",
            position=IDEA_POSITION,
            at=now,
        )
    )
    return {"note_id": command.idea_id}


@action(EditNote)
def edit_note(session: Session, actor: Actor, command: EditNote, now: int) -> Result:
    """Change a note's text; an edit of an older version is merged and both texts are kept."""
    note = note_of(session, command.session_id, command.note_id)
    if command.base_version > note.version:
        raise BadInput(field="base_version")
    author = _author(session, actor, command.session_id)
    if note.version == 1:
        _keep_first(session, note, now)
    result = merged(_base_of(session, note, command), note.text, command.text)
    note.version += 1
    note.text = result.text
    note.changed_by_both = result.both
    session.add(
        NoteVersion(
            note_id=note.id,
            command_id=command.id,
            version=note.version,
            base_version=command.base_version,
            text=command.text,
            merged_text=note.text,
            author_id=author.id if author else None,
            at=now,
        )
    )
    return {"version": note.version, "merged": result.both}


def _keep_first(session: Session, note: Note, now: int) -> None:
    session.add(
        NoteVersion(
            note_id=note.id,
            command_id="first",
            version=1,
            base_version=0,
            text=note.text,
            merged_text=note.text,
            author_id=note.author_id,
            at=note.at or now,
        )
    )
    session.flush()


def _base_of(session: Session, note: Note, command: EditNote) -> str:
    """Give the text an edit started from: an own edit as it was sent, or a version of the note."""
    query = select(NoteVersion.command_id, NoteVersion.text).where(
        NoteVersion.note_id == note.id, NoteVersion.command_id.in_(command.based_on)
    )
    sent = {row.command_id: row.text for row in session.execute(query)} if command.based_on else {}
    newest = next((sent[key] for key in command.based_on if key in sent), None)
    return _text_at(session, note, command.base_version) if newest is None else newest


def _text_at(session: Session, note: Note, version: int) -> str:
    if version == note.version:
        return note.text
    query = select(NoteVersion.merged_text).where(
        NoteVersion.note_id == note.id, NoteVersion.version == version
    )
    return session.scalar(query) or ""


@action(MarkNote)
def mark_note(session: Session, _actor: Actor, command: MarkNote, _now: int) -> Result:
    """Set a note's kind and source."""
    note = note_of(session, command.session_id, command.note_id)
    note.kind = command.kind
    note.source = command.source
    return {}


@action(MoveNote)
def move_note(session: Session, _actor: Actor, command: MoveNote, _now: int) -> Result:
    """Put a note elsewhere in the order."""
    note_of(session, command.session_id, command.note_id).position = command.position
    return {}


@action(DeleteNote)
def delete_note(session: Session, _actor: Actor, command: DeleteNote, _now: int) -> Result:
    """Put a note in the bin."""
    note_of(session, command.session_id, command.note_id).binned = True
    return {}


@action(RestoreNote)
def restore_note(session: Session, _actor: Actor, command: RestoreNote, _now: int) -> Result:
    """Take a note out of the bin."""
    note_of(session, command.session_id, command.note_id).binned = False
    return {}
