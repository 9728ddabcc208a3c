"""What happens when something is asked of the board: notes under themes."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.commands import new_key
from cafe.dialogue.actions.found import cafe_of
from cafe.dialogue.model import Note
from cafe.errors import BadInput, NotFound, TooLate
from cafe.harvest.actions.found import standing_theme, theme_of
from cafe.harvest.actions.steps import Changes, write_step
from cafe.harvest.board import joined_in
from cafe.harvest.commands.board import CreateTheme, PlaceNotes, SplitTheme, UnplaceNotes
from cafe.harvest.model import Placement, Slip, Suggestion, Theme
from cafe.harvest.queries.themes import facts_of_themes
from cafe.i18n import lazy
from cafe.perform import Result, action


@action(CreateTheme)
def create_theme(session: Session, actor: Actor, command: CreateTheme, now: int) -> Result:
    """Make a theme, with notes under it."""
    cafe_of(session, command.session_id)
    changes = Changes(session, command.session_id)
    notes = _with_bundles(session, command.session_id, command.note_ids)
    _new_theme(changes, command.theme_id, command.title)
    _place(changes, command.theme_id, notes)
    if command.suggestion_id is not None:
        suggestion = session.get(Suggestion, command.suggestion_id)
        if suggestion is None or suggestion.session_id != command.session_id:
            raise NotFound
        if suggestion.state != "open":
            raise TooLate(lazy("Somebody has answered this proposal already."))
        session.flush()  # the proposal names a theme that is to be there
        changes.change(suggestion, state="accepted", theme_id=command.theme_id)
    details = {"theme": command.title, "notes": len(notes)}
    kind = "create" if command.suggestion_id is None else "accept"
    write_step(changes, actor, command.id, now, kind, details)
    return {"theme_id": command.theme_id, "notes": len(notes)}


@action(PlaceNotes)
def place_notes(session: Session, actor: Actor, command: PlaceNotes, now: int) -> Result:
    """Put notes under a theme, out of another where one is named."""
    cafe_of(session, command.session_id)
    theme = standing_theme(session, command.session_id, command.theme_id)
    changes = Changes(session, command.session_id)
    notes = _with_bundles(session, command.session_id, command.note_ids)
    details: dict[str, object] = {"theme": theme.title}
    if command.from_theme_id not in {None, command.theme_id}:
        left = theme_of(session, command.session_id, str(command.from_theme_id))
        details["from"] = left.title
        _unplace(changes, left, notes, but=theme.id)
    moved = {change["before"]["note_id"] for change in changes.written}
    moved |= _place(changes, theme.id, notes)
    details["notes"] = len(moved)
    write_step(changes, actor, command.id, now, "move" if "from" in details else "place", details)
    return {"notes": len(moved)}


@action(UnplaceNotes)
def unplace_notes(session: Session, actor: Actor, command: UnplaceNotes, now: int) -> Result:
    """Take notes out of a theme and of what was merged into it."""
    cafe_of(session, command.session_id)
    theme = theme_of(session, command.session_id, command.theme_id)
    changes = Changes(session, command.session_id)
    _unplace(changes, theme, _with_bundles(session, command.session_id, command.note_ids))
    count = len({change["before"]["note_id"] for change in changes.written})
    write_step(changes, actor, command.id, now, "unplace", {"theme": theme.title, "notes": count})
    return {"notes": count}


@action(SplitTheme)
def split_theme(session: Session, actor: Actor, command: SplitTheme, now: int) -> Result:
    """Make a new theme of some of a theme's notes."""
    cafe_of(session, command.session_id)
    theme = standing_theme(session, command.session_id, command.theme_id)
    changes = Changes(session, command.session_id)
    notes = _with_bundles(session, command.session_id, command.note_ids)
    _unplace(changes, theme, notes)
    left = {change["before"]["note_id"] for change in changes.written}
    if not left:
        raise TooLate(lazy("These notes are no longer under the theme. Nothing was changed."))
    _new_theme(changes, command.new_theme_id, command.title, after=theme.position)
    _place(changes, command.new_theme_id, left)
    details = {"theme": command.title, "from": theme.title, "notes": len(left)}
    write_step(changes, actor, command.id, now, "split", details)
    return {"theme_id": command.new_theme_id, "notes": len(left)}


def _new_theme(changes: Changes, theme_id: str, title: str, *, after: float | None = None) -> None:
    session = changes.session
    if session.get(Theme, theme_id) is not None:
        raise BadInput(field="theme_id")
    positions = select(Theme.position).where(Theme.session_id == changes.session_id)
    if after is None:
        position = (session.scalar(select(func.max(positions.subquery().c.position))) or 0.0) + 1
    else:
        behind = session.scalars(positions.where(Theme.position > after).order_by(Theme.position)).first()
        position = after + 1 if behind is None else (after + behind) / 2
    changes.add(Theme, theme_id, title=title, position=position, merged_into=None, removed=False)
    session.flush()  # what names it comes after it, whatever the order of tables


def _with_bundles(session: Session, session_id: str, note_ids: Iterable[str]) -> set[str]:
    """Give the notes, and with one that is read in a bundle all of that bundle. Raises NotFound."""
    wanted = set(note_ids)
    query = select(Note.id).where(Note.session_id == session_id, Note.id.in_(wanted))
    if set(session.scalars(query)) != wanted:
        raise NotFound
    bundles = select(Slip.bundle_id).where(Slip.note_id.in_(wanted), Slip.bundle_id.is_not(None))
    return wanted | set(session.scalars(select(Slip.note_id).where(Slip.bundle_id.in_(bundles))))


def _together(changes: Changes, theme_id: str) -> set[str]:
    return joined_in(theme_id, facts_of_themes(changes.session, changes.session_id))


def _place(changes: Changes, theme_id: str, note_ids: Iterable[str]) -> set[str]:
    """Put notes under a theme that are not there yet; give those."""
    there = select(Placement.note_id).where(Placement.theme_id.in_(_together(changes, theme_id)))
    new = set(note_ids) - set(changes.session.scalars(there))
    for note_id in sorted(new):
        changes.add(Placement, new_key(), theme_id=theme_id, note_id=note_id)
    return new


def _unplace(changes: Changes, theme: Theme, note_ids: Iterable[str], *, but: str = "") -> None:
    """Take notes out of a theme and what was merged into it; what is under `but` stays there."""
    together = _together(changes, theme.id) - (_together(changes, but) if but else set())
    query = select(Placement).where(Placement.theme_id.in_(together), Placement.note_id.in_(set(note_ids)))
    for placement in changes.session.scalars(query.order_by(Placement.id)):
        changes.delete(placement)
    changes.session.flush()
