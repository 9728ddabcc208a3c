"""What somebody wrote who has hosted a table: it is taken in beside what stands, marked."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import Actor, Role
from cafe.authorisation import roles_towards
from cafe.commands import new_key
from cafe.dialogue.actions.texts import Edit, change
from cafe.dialogue.lateness import Late, may_still_come
from cafe.dialogue.model import FormerHost, Note, NoteVersion, TableRound
from cafe.dialogue.queries.roles import attendee_of, former_host
from cafe.errors import TooLate
from cafe.i18n import lazy
from cafe.perform import Result


@dataclass(frozen=True, kw_only=True)
class LateText:
    """A text that may not change what stands, and so becomes a note of its own."""

    edit: Edit
    why: Late
    kind: str
    source: str
    position: float


def ended_hosting(session: Session, actor: Actor, table_round: TableRound, now: int) -> FormerHost | None:
    """Give the end of the actor's hosting here, counting one more text; None for who may write as always.

    Raises TooLate when it has been over for too long.
    """
    attendee = attendee_of(session, actor, table_round.session_id)
    ended = former_host(session, attendee.id, table_round.desk_id) if attendee else None
    if ended is None:
        return None
    towards = {"session_id": table_round.session_id}
    if actor.user_id and Role.ORGANISER in roles_towards(session, actor, towards):
        return None
    if not may_still_come(
        since=ended.since,
        come=ended.late,
        last_round=ended.last_round,
        round_number=table_round.round_number,
        now=now,
    ):
        raise TooLate(
            lazy("Somebody else hosts this table now, and this came too late. Copy it and give it to them.")
        )
    ended.late += 1
    return ended


def is_own_late_note(note: Note, ended: FormerHost) -> bool:
    """Tell whether a note came late from this very person, who may go on changing it."""
    return note.author_id == ended.attendee_id and note.late in {Late.HOST, Late.EDIT, Late.SUMMARY}


def take_in(session: Session, ended: FormerHost, table_round: TableRound, late: LateText, now: int) -> Result:
    """Put a late text beside what stands, in the note that an earlier draft of it made or in a new one."""
    if not late.edit.text.strip():
        return {}
    note = _of_an_earlier_draft(session, ended, late.edit)
    if note is None:
        note = Note(
            id=new_key(),
            stream_id=table_round.session_id,
            session_id=table_round.session_id,
            table_round=table_round,
            author_id=ended.attendee_id,
            text=late.edit.text,
            version=1,
            kind=late.kind,
            source=late.source,
            origin="table",
            position=late.position,
            late=late.why,
            at=now,
        )
        session.add(note)
    edit = Edit(
        command_id=late.edit.command_id,
        base_version=note.version,
        text=late.edit.text,
        based_on=late.edit.based_on,
    )
    change(session, note, NoteVersion, edit, now, base_version=note.version, author_id=ended.attendee_id)
    return {"note_id": note.id, "version": note.version, "late": True}


def _of_an_earlier_draft(session: Session, ended: FormerHost, edit: Edit) -> Note | None:
    query = (
        select(Note)
        .join(NoteVersion, NoteVersion.note_id == Note.id)
        .where(NoteVersion.command_id.in_(edit.based_on), Note.late != "")
        .where(Note.author_id == ended.attendee_id)
    )
    return session.scalars(query).first() if edit.based_on else None
