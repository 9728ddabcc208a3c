"""What happens when hosts or organisers confer about the notes of a topic."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import Actor, Role
from cafe.authorisation import roles_towards
from cafe.dialogue.actions.found import cafe_of, note_of
from cafe.dialogue.actions.harvesters import follows_topics
from cafe.dialogue.actions.texts import Edit, change
from cafe.dialogue.model import CafeSession, Note
from cafe.errors import BadInput, NotFound
from cafe.harvest.actions.slips import slip_of
from cafe.harvest.actions.steps import Changes, write_step
from cafe.harvest.commands.hosts import (
    AddToBundle,
    BundleNotes,
    LeaveOut,
    MarkImportant,
    TakeBundleApart,
    TakeOutOfBundle,
    WriteBundle,
)
from cafe.harvest.model import Bundle, BundleVersion, Slip
from cafe.i18n import lazy
from cafe.live.stamp import touch
from cafe.perform import Result, action

OfTopic = BundleNotes | AddToBundle | TakeOutOfBundle | TakeBundleApart


@action(MarkImportant)
def mark_important(session: Session, actor: Actor, command: MarkImportant, _now: int) -> Result:
    """Mark a note as important, or take the mark away."""
    cafe = cafe_of(session, command.session_id)
    (note,) = _notes_for(session, actor, cafe, command.topic_id, [command.note_id])
    slip_of(session, note).important = command.important
    return {}


@action(LeaveOut)
def leave_out(session: Session, actor: Actor, command: LeaveOut, _now: int) -> Result:
    """Leave a note out on purpose, with the reason, or take that back."""
    cafe = cafe_of(session, command.session_id)
    (note,) = _notes_for(session, actor, cafe, command.topic_id, [command.note_id])
    if command.left_out and not command.reason:
        raise BadInput(lazy("Say why it is left out, so that others understand it."), field="reason")
    slip = slip_of(session, note)
    slip.left_out, slip.reason = command.left_out, command.reason if command.left_out else ""
    return {}


@action(BundleNotes)
def bundle_notes(session: Session, actor: Actor, command: BundleNotes, now: int) -> Result:
    """Read several notes as one, under one text."""
    cafe = cafe_of(session, command.session_id)
    notes = _notes_of(session, cafe, command.topic_id, command.note_ids)
    if session.get(Bundle, command.bundle_id) is not None:
        raise BadInput(field="bundle_id")
    bundle = Bundle(
        id=command.bundle_id,
        stream_id=cafe.id,
        session_id=cafe.id,
        topic_id=command.topic_id,
        text="",
        version=0,
        changed_by_both=False,
        taken_apart=False,
    )
    session.add(bundle)
    session.flush()
    change(
        session, bundle, BundleVersion, Edit(command_id=command.id, base_version=0, text=command.text), now
    )
    changes = Changes(session, cafe.id)
    elsewhere = _put_into(changes, bundle, notes)
    _write_down(changes, actor, command, now, "bundle")
    return {"version": bundle.version, "elsewhere": elsewhere}


@action(AddToBundle)
def add_to_bundle(session: Session, actor: Actor, command: AddToBundle, now: int) -> Result:
    """Put more notes into a bundle; whoever adds to one that was taken apart wants it to stand."""
    cafe = cafe_of(session, command.session_id)
    bundle = _bundle_of(session, cafe, command.topic_id, command.bundle_id)
    notes = _notes_of(session, cafe, command.topic_id, command.note_ids)
    changes = Changes(session, cafe.id)
    changes.change(bundle, taken_apart=False)
    elsewhere = _put_into(changes, bundle, notes)
    _write_down(changes, actor, command, now, "bundle")
    return {"elsewhere": elsewhere}


@action(TakeOutOfBundle)
def take_out_of_bundle(session: Session, actor: Actor, command: TakeOutOfBundle, now: int) -> Result:
    """Let notes stand for themselves again; a bundle without notes keeps its text."""
    cafe = cafe_of(session, command.session_id)
    changes = Changes(session, cafe.id)
    for note in _notes_for(session, actor, cafe, command.topic_id, command.note_ids):
        changes.change(slip_of(session, note), bundle_id=None)
    _write_down(changes, actor, command, now, "unbundle")
    return {}


@action(TakeBundleApart)
def take_bundle_apart(session: Session, actor: Actor, command: TakeBundleApart, now: int) -> Result:
    """Let all notes of a bundle stand for themselves again, and keep its text."""
    cafe = cafe_of(session, command.session_id)
    bundle = _bundle_of(session, cafe, command.topic_id, command.bundle_id)
    changes = Changes(session, cafe.id)
    for slip in session.scalars(select(Slip).where(Slip.bundle_id == bundle.id)).all():
        changes.change(slip, bundle_id=None)
    changes.change(bundle, taken_apart=True)
    _write_down(changes, actor, command, now, "unbundle")
    return {}


@action(WriteBundle)
def write_bundle(session: Session, _actor: Actor, command: WriteBundle, now: int) -> Result:
    """Write the text of a bundle; nothing two people wrote at once is dropped."""
    cafe = cafe_of(session, command.session_id)
    bundle = _bundle_of(session, cafe, command.topic_id, command.bundle_id)
    edit = Edit(command_id=command.id, base_version=command.base_version, text=command.text)
    changed = change(session, bundle, BundleVersion, edit, now)
    return {"version": bundle.version, "merged": changed.both}


@follows_topics
def leave_bundles_of_other_topics(session: Session, notes: Sequence[Note]) -> None:
    """Let what is said of notes go with them; a bundle is within a topic, and they come out of it."""
    for slip in session.scalars(select(Slip).where(Slip.note_id.in_([note.id for note in notes]))):
        if slip.bundle is not None and slip.bundle.topic_id != slip.note.table_round.topic_id:
            slip.bundle_id = None
        touch(slip)


def _notes_for(
    session: Session, actor: Actor, cafe: CafeSession, topic_id: str | None, note_ids: Sequence[str]
) -> list[Note]:
    """Give notes of a topic; to organisers those of any topic."""
    if Role.ORGANISER in roles_towards(session, actor, {"session_id": cafe.id}):
        return [note_of(session, cafe.id, note_id) for note_id in dict.fromkeys(note_ids)]
    return _notes_of(session, cafe, topic_id, note_ids)


def _notes_of(
    session: Session, cafe: CafeSession, topic_id: str | None, note_ids: Sequence[str]
) -> list[Note]:
    """Give notes of a topic, each once, in order. Raises NotFound where one is none of them."""
    notes = [note_of(session, cafe.id, note_id) for note_id in dict.fromkeys(note_ids)]
    if any(note.table_round.topic_id != topic_id for note in notes):
        raise NotFound
    return notes


def _bundle_of(session: Session, cafe: CafeSession, topic_id: str | None, bundle_id: str) -> Bundle:
    bundle = session.get(Bundle, bundle_id)
    if bundle is None or bundle.session_id != cafe.id or bundle.topic_id != topic_id:
        raise NotFound
    return bundle


def _put_into(changes: Changes, bundle: Bundle, notes: Sequence[Note]) -> list[str]:
    """Put notes into a bundle; give those that are in another one, and stay there."""
    elsewhere = []
    for note in notes:
        slip = slip_of(changes.session, note)
        if slip.bundle_id not in {None, bundle.id}:
            elsewhere.append(note.id)
        else:
            changes.change(slip, bundle_id=bundle.id)
    return elsewhere


def _write_down(changes: Changes, actor: Actor, command: OfTopic, now: int, kind: str) -> None:
    """Write a step down, which organisers can take back and the topic's hosts see."""
    notes = sum(change["table"] == "slip" for change in changes.written)
    write_step(
        changes, actor, command.id, now, kind, {"notes": notes}, topic_id=command.topic_id, by_hosts=True
    )
