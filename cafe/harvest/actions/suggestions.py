"""Suggested themes: asked for, worked out elsewhere, answered by organisers one by one."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.aside import Json
from cafe.commands import new_key
from cafe.dialogue.actions.found import cafe_of
from cafe.dialogue.model import CafeSession, Note, TableRound, Topic
from cafe.errors import BadInput, NotFound, TooLate
from cafe.harvest.actions.hosts import bundle_notes
from cafe.harvest.board import standing_as
from cafe.harvest.commands.hosts import BundleNotes
from cafe.harvest.commands.suggestions import (
    BundleSuggestion,
    CancelSuggestions,
    DismissSuggestion,
    SuggestThemes,
)
from cafe.harvest.model import Placement, Slip, Suggestion, SuggestionRun
from cafe.harvest.queries.themes import facts_of_themes
from cafe.harvest.suggested import DUPLICATES, Standing, drafts
from cafe.i18n import lazy
from cafe.live.stamp import lock_stream
from cafe.perform import Result, action
from cafe.themes.aside import task_to_suggest
from cafe.themes.model import Language
from cafe.workshop import Wanted

WORKING, READY, CANCELLED, FAILED = "working", "ready", "cancelled", "failed"
OPEN, ACCEPTED, DISMISSED = "open", "accepted", "dismissed"
# Of notes that show no language of their own, where no others show one either.
LANGUAGE = Language.BOKMAL
ANSWERED = lazy("Somebody has answered this proposal already.")


def wanted_by(session: Session) -> Wanted:
    """Give what this transaction asks for; it is done once the transaction has been stored."""
    wanted: Wanted = session.info.setdefault("suggestions", Wanted())
    return wanted


@action(SuggestThemes)
def suggest_themes(session: Session, _actor: Actor, command: SuggestThemes, now: int) -> Result:
    """Ask for proposals; what nobody has answered goes."""
    cafe = cafe_of(session, command.session_id)
    if session.get(SuggestionRun, command.run_id) is not None:
        raise BadInput(field="run_id")
    notes = _notes_to_look_at(session, cafe, command)
    if not notes:
        raise TooLate(lazy("There are no notes to look at yet."))
    _put_away(session, cafe)
    session.add(
        SuggestionRun(
            id=command.run_id,
            stream_id=cafe.id,
            session_id=cafe.id,
            topic_id=command.topic_id,
            only_unplaced=command.only_unplaced,
            asked_at=now,
            state=WORKING,
            progress=0,
            notes=len(notes),
        )
    )
    wanted_by(session).tasks[command.run_id] = task_to_suggest(notes, LANGUAGE)
    return {"run_id": command.run_id, "notes": len(notes)}


def _notes_to_look_at(session: Session, cafe: CafeSession, command: SuggestThemes) -> list[tuple[str, str]]:
    """Give ids and texts of the notes outside the bin. Raises NotFound for another session's topic."""
    query = select(Note.id, Note.text).where(Note.session_id == cafe.id, Note.binned.is_(False))
    if command.topic_id is not None:
        topic = session.get(Topic, command.topic_id)
        if topic is None or topic.session_id != cafe.id:
            raise NotFound
        query = query.join(TableRound, Note.table_round).where(TableRound.topic_id == topic.id)
    placed = _placed(session, cafe) if command.only_unplaced else set()
    return [(key, text) for key, text in session.execute(query.order_by(Note.id)) if key not in placed]


def _placed(session: Session, cafe: CafeSession) -> set[str]:
    """Give the notes that stand under a theme on the board."""
    themes = facts_of_themes(session, cafe.id)
    standing = {theme for theme in themes if standing_as(theme, themes) is not None}
    query = select(Placement.note_id, Placement.theme_id).where(Placement.session_id == cafe.id)
    return {note for note, theme in session.execute(query) if theme in standing}


def _put_away(session: Session, cafe: CafeSession) -> None:
    """End the search that goes on, and forget proposals without an answer. What was answered stays."""
    for suggestion in session.scalars(select(Suggestion).where(Suggestion.session_id == cafe.id)):
        if suggestion.state == OPEN:
            session.delete(suggestion)
    session.flush()
    answered = set(session.scalars(select(Suggestion.run_id).where(Suggestion.session_id == cafe.id)))
    for run in session.scalars(select(SuggestionRun).where(SuggestionRun.session_id == cafe.id)):
        if run.state == WORKING:
            wanted_by(session).unwanted.add(run.id)
        if run.id not in answered:
            session.delete(run)


@action(CancelSuggestions)
def cancel_suggestions(session: Session, _actor: Actor, command: CancelSuggestions, _now: int) -> Result:
    """Stop a search that goes on; one that has ended stays as it is."""
    cafe_of(session, command.session_id)
    run = session.get(SuggestionRun, command.run_id)
    if run is None or run.session_id != command.session_id:
        raise NotFound
    if run.state == WORKING:
        run.state = CANCELLED
        wanted_by(session).unwanted.add(run.id)
    return {}


@action(DismissSuggestion)
def dismiss_suggestion(session: Session, _actor: Actor, command: DismissSuggestion, _now: int) -> Result:
    """Put a proposal away, or lay it out again. Raises TooLate where something has come of it."""
    suggestion = _suggestion_of(session, command.session_id, command.suggestion_id)
    if suggestion.state == ACCEPTED:
        raise TooLate(ANSWERED)
    left = [note for note in suggestion.note_ids if note not in set(command.note_ids)]
    if command.dismissed and command.note_ids and left:
        suggestion.note_ids = left
    else:
        suggestion.state = DISMISSED if command.dismissed else OPEN
    return {}


@action(BundleSuggestion)
def bundle_suggestion(session: Session, actor: Actor, command: BundleSuggestion, now: int) -> Result | None:
    """Read near-duplicates as one, as the hosts of their topic could."""
    suggestion = _suggestion_of(session, command.session_id, command.suggestion_id)
    if suggestion.kind != DUPLICATES:
        raise BadInput(field="suggestion_id")
    if suggestion.state != OPEN:
        raise TooLate(ANSWERED)
    first = session.get(Note, command.note_ids[0])
    if first is None or first.session_id != command.session_id:
        raise NotFound
    bundled = BundleNotes(
        id=command.id,
        session_id=command.session_id,
        topic_id=first.table_round.topic_id,
        bundle_id=command.bundle_id,
        note_ids=command.note_ids,
        text=command.text,
    )
    result = bundle_notes(session, actor, bundled, now)
    suggestion.state = ACCEPTED
    return result


def _suggestion_of(session: Session, session_id: str, suggestion_id: str) -> Suggestion:
    cafe_of(session, session_id)
    suggestion = session.get(Suggestion, suggestion_id)
    if suggestion is None or suggestion.session_id != session_id:
        raise NotFound
    return suggestion


def note_progress(session: Session, run_id: str, percent: int) -> bool:
    """Write down how far a search is; tell whether anybody still wants it."""
    run = _working(session, run_id)
    if run is not None:
        run.progress = percent
    return run is not None


def note_found(session: Session, run_id: str, found: Json) -> None:
    """Lay the proposals out, or say that there are none, unless nobody wants them any more."""
    run = _working(session, run_id)
    if run is None:
        return
    run.state, run.progress = (READY if "themes" in found else FAILED), 100
    for draft in drafts(found, _standing(session, run.session_id)):
        session.add(
            Suggestion(
                id=new_key(),
                stream_id=run.stream_id,
                session_id=run.session_id,
                run_id=run.id,
                kind=draft.kind,
                title=draft.title,
                words=list(draft.words),
                note_ids=list(draft.note_ids),
                closeness=draft.closeness,
                position=draft.position,
                state=OPEN,
            )
        )


def _standing(session: Session, session_id: str) -> dict[str, Standing]:
    """Give the topic and bundle of each note outside the bin."""
    query = select(Note.id, TableRound.topic_id, Slip.bundle_id).join(TableRound, Note.table_round)
    query = query.outerjoin(Slip, Slip.note_id == Note.id)
    there = query.where(Note.session_id == session_id, Note.binned.is_(False))
    return {
        note: Standing(topic_id=topic, bundle_id=bundle) for note, topic, bundle in session.execute(there)
    }


def _working(session: Session, run_id: str) -> SuggestionRun | None:
    """Give a search that goes on, with its stream locked."""
    of = session.scalar(select(SuggestionRun.stream_id).where(SuggestionRun.id == run_id))
    if of is None:
        return None
    lock_stream(session, of)
    run = session.get(SuggestionRun, run_id, populate_existing=True)
    return run if run is not None and run.state == WORKING else None


def forget_half_done(session: Session) -> None:
    """After a start nothing is being looked for, whatever the last process wrote."""
    half_done = select(SuggestionRun).where(SuggestionRun.state == WORKING)
    for run in session.scalars(half_done.order_by(SuggestionRun.stream_id)):
        lock_stream(session, run.stream_id)
        run.state = FAILED
