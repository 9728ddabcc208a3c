"""Notes: written, edited by several at once, ordered, binned, taken out again."""

from __future__ import annotations

from sqlalchemy import Row, bindparam, select, union_all
from sqlalchemy.orm import Session
from sqlalchemy.orm.util import identity_key

from cafe.actor import Actor
from cafe.dialogue.actions.found import note_of, table_round_of
from cafe.dialogue.actions.late import LateText, ended_hosting, is_own_late_note, take_in
from cafe.dialogue.actions.texts import Edit, change
from cafe.dialogue.commands.guests import SendIdea
from cafe.dialogue.commands.table import AddNote, DeleteNote, EditNote, MarkNote, MoveNote, RestoreNote
from cafe.dialogue.lateness import Late, came_after
from cafe.dialogue.model import (
    Attendee,
    CafeSession,
    FormerHost,
    Note,
    NoteVersion,
    PendingIdea,
    TableRound,
)
from cafe.dialogue.queries.roles import attendee_of
from cafe.dialogue.rules import Phase
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


_STANDING = select(CafeSession.phase, CafeSession.round_number, CafeSession.counting_since).where(
    CafeSession.id == bindparam("session")
)


def _standing_of(session: Session, session_id: str) -> CafeSession | Row[str, int, int | None]:
    """Give where a session stands; read without the mapper unless this transaction has it in hand already."""
    in_hand = session.identity_map.get(identity_key(CafeSession, session_id))
    return in_hand or session.connection().execute(_STANDING, {"session": session_id}).one()


def _lateness(
    session: Session, table_round: TableRound, ended: FormerHost | None, now: int, *, from_paper: bool = False
) -> Late:
    if ended is not None:
        return Late.HOST
    cafe = _standing_of(session, table_round.session_id)
    after = came_after(
        table_round.round_number,
        phase=Phase(cafe.phase),
        present=cafe.round_number,
        counting_since=cafe.counting_since,
        now=now,
    )
    return Late.ROUND if after and not from_paper else Late.NO


@action(AddNote)
def add_note(session: Session, actor: Actor, command: AddNote, now: int) -> Result:
    """Write a note down at a table."""
    table_round = table_round_of(session, command.session_id, command.table_round_id)
    _must_be_new(session, command.note_id)
    ended = ended_hosting(session, actor, table_round, now)
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
        late=_lateness(session, table_round, ended, now, from_paper=command.transcribed),
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
            late=_lateness(session, table_round, None, now),
            at=now,
        )
    )
    return {"note_id": command.idea_id}


@action(EditNote)
def edit_note(session: Session, actor: Actor, command: EditNote, now: int) -> Result:
    """Change a note's text; an edit of an older version is merged and both texts are kept."""
    note = note_of(session, command.session_id, command.note_id)
    edit = Edit(
        command_id=command.id,
        base_version=command.base_version,
        based_on=command.based_on,
        text=command.text,
    )
    ended = ended_hosting(session, actor, note.table_round, now)
    if ended is not None and not is_own_late_note(note, ended):
        beside = LateText(
            edit=edit, why=Late.EDIT, kind=note.kind, source=note.source, position=note.position
        )
        return take_in(session, ended, note.table_round, beside, now)
    author = _author(session, actor, command.session_id)
    if note.version == 1:
        _keep_first(session, note, now)
    changed = change(
        session,
        note,
        NoteVersion,
        edit,
        now,
        base_version=command.base_version,
        author_id=author.id if author else None,
    )
    return {"version": note.version, "merged": changed.both}


def _keep_first(session: Session, note: Note, now: int) -> None:
    query = select(NoteVersion.id).where(NoteVersion.note_id == note.id, NoteVersion.version == 1)
    if session.scalars(query).first() is not None:
        return
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
