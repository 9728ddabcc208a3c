"""Taking a step on the board back: exactly, or not at all."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.dialogue.actions.found import cafe_of
from cafe.dialogue.model import Note
from cafe.errors import NotFound, TooLate
from cafe.harvest.actions.steps import MODELS, Changes, Facts, facts_of, write_step
from cafe.harvest.board import goes_round
from cafe.harvest.commands.board import UndoStep
from cafe.harvest.model import Basis, BoardStep, Bundle, Choice, Placement, Slip, Suggestion, Theme
from cafe.harvest.queries.themes import facts_of_themes
from cafe.i18n import lazy
from cafe.live.model import LiveRow
from cafe.perform import Result, action


@action(UndoStep)
def undo_step(session: Session, actor: Actor, command: UndoStep, now: int) -> Result:
    """Take a step back where all it changed still stands as it left it."""
    cafe_of(session, command.session_id)
    step = session.get(BoardStep, command.step_id)
    if step is None or step.session_id != command.session_id:
        raise NotFound
    if step.undone:
        raise TooLate(lazy("This step has been taken back already."))
    changes = TakingBack(session, step).take_back()
    _mark_undone(session, step)
    details = {**step.details, "step": step.kind if step.undoes is None else step.details["step"]}
    write_step(
        changes,
        actor,
        command.id,
        now,
        "undo" if step.kind != "undo" else "redo",
        details,
        undoes=step.id,
        topic_id=step.topic_id,
        by_hosts=step.by_hosts,
    )
    return {}


def _mark_undone(session: Session, step: BoardStep) -> None:
    """Say of a step that it is taken back, of the one it took back that it holds again, and so on."""
    undone, marked = True, step
    while True:
        marked.undone = undone
        before = session.get(BoardStep, marked.undoes) if marked.undoes else None
        if before is None:
            return
        undone, marked = not undone, before


def _changed_since() -> TooLate:
    return TooLate(
        lazy("What this step changed has been changed again since. Take the later step back first.")
    )


class TakingBack:
    """The taking back of one step. What it needs to know of many rows is read at once."""

    def __init__(self, session: Session, step: BoardStep) -> None:
        self.changes = Changes(session, step.session_id)
        self.session = session
        self.step = step
        self.rows: dict[tuple[str, str], LiveRow] = {}
        for table, model in MODELS.items():
            ids = {change["id"] for change in step.changes if change["table"] == table}
            if ids:
                found = session.scalars(select(model).where(model.id.in_(ids)))
                self.rows |= {(table, row.id): row for row in found}
        again = [change["before"] for change in step.changes if change["after"] is None]
        self.notes = set(session.scalars(select(Note.id).where(Note.id.in_(_named(again, "note_id")))))
        under = select(Placement.theme_id, Placement.note_id).where(
            Placement.theme_id.in_(_named(again, "theme_id"))
        )
        self.placed = {(theme, note) for theme, note in session.execute(under)}

    def take_back(self) -> Changes:
        """Take all of it back. Raises TooLate where something does not stand as the step left it."""
        for change in reversed(self.step.changes):
            row = self.rows.get((change["table"], change["id"]))
            before, after = change["before"], change["after"]
            if (row is None) != (after is None):
                raise _changed_since()
            if row is None:
                self._make_again(MODELS[change["table"]], change["id"], before)
            elif before is None:
                self._unmake(row, after)
            else:
                self._set_again(row, before, after)
        return self.changes

    def _make_again(self, model: type[LiveRow], row_id: str, facts: Facts) -> None:
        beside: dict[str, Any] = {}
        if "note_id" in facts and facts["note_id"] not in self.notes:
            raise _changed_since()
        if model is Placement:
            gone = self.session.get(Theme, facts["theme_id"]) is None
            if gone or (facts["theme_id"], facts["note_id"]) in self.placed:
                raise _changed_since()
        if model is Slip:
            # Whose room it goes to is asked before it is stored.
            beside["note"] = self.session.get(Note, facts["note_id"])
        self.changes.add(model, row_id, **facts, **beside)
        if model is not Placement:
            self.session.flush()  # what names it comes after it, whatever the order of tables

    def _unmake(self, row: LiveRow, facts: Facts) -> None:
        if isinstance(row, Theme | Bundle):
            self.session.flush()
        if facts_of(row) != facts or self._is_used(row):
            raise _changed_since()
        self.changes.delete(row)

    def _set_again(self, row: LiveRow, before: Facts, after: Facts) -> None:
        if any(getattr(row, name) != value for name, value in after.items()):
            raise _changed_since()
        into = before.get("merged_into")
        if into is not None:
            themes = facts_of_themes(self.session, self.step.session_id)
            if into not in themes or goes_round(row.id, into, themes):
                raise _changed_since()
        if isinstance(row, Slip) and before.get("bundle_id") is not None:
            self._must_stand(row, before["bundle_id"])
        named = ((Theme, before.get("theme_id")), (Bundle, before.get("bundle_id")))
        if any(key is not None and self.session.get(model, key) is None for model, key in named):
            raise _changed_since()
        self.changes.change(row, **before)

    def _must_stand(self, slip: Slip, bundle_id: str) -> None:
        """Let a note back only into a bundle that stands and is of its topic. Raises TooLate."""
        bundle = self.session.get(Bundle, bundle_id)
        if bundle is None or bundle.taken_apart or bundle.topic_id != slip.note.table_round.topic_id:
            raise _changed_since()

    def _is_used(self, row: LiveRow) -> bool:
        """Tell whether something else has come to rest on a theme or a bundle, which would go with it."""
        uses: tuple[Select[str], ...] = ()
        if isinstance(row, Theme):
            uses = (
                select(Placement.id).where(Placement.theme_id == row.id),
                select(Theme.id).where(Theme.merged_into == row.id),
                select(Basis.id).where(Basis.theme_id == row.id),
                select(Choice.id).where(Choice.theme_id == row.id),
                select(Suggestion.id).where(Suggestion.theme_id == row.id),
            )
        elif isinstance(row, Bundle):
            uses = (select(Slip.id).where(Slip.bundle_id == row.id),)
        return any(self.session.scalars(query).first() is not None for query in uses)


def _named(facts: list[Facts], name: str) -> set[str]:
    return {each[name] for each in facts if each.get(name) is not None}
