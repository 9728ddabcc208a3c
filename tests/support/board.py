"""A hall at the harvest, with notes and a board."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from cafe.commands import new_key
from cafe.dialogue.commands.table import AddNote
from cafe.harvest.board import ThemeFacts, board_of
from cafe.perform import parse
from tests.support.cafe import Hall, make_hall


class BoardHall(Hall):
    """A hall whose notes are on the board, in the order in which they were written."""

    notes: list[str]
    made: list[str]
    states: dict[str, Any]

    def new_theme(self) -> str:
        """Make an id for a theme, and remember the order."""
        self.made.append(new_key())
        return self.made[-1]

    def ask(self, name: str, **data: object) -> dict[str, object]:
        """Ask for something of the board by its name."""
        return self.do(parse(name, new_key(), {"session_id": self.session_id, **data}))

    def do_step(self, name: str, **data: object) -> str:
        """Ask for something of the board, and give the id of the step it became."""
        step_id = new_key()
        self.do(parse(name, step_id, {"session_id": self.session_id, **data}))
        return step_id

    def theme(self, title: str, *notes: str) -> str:
        """Make a theme."""
        theme_id = new_key()
        self.ask("create_theme", theme_id=theme_id, title=title, note_ids=notes)
        return theme_id

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Open the database to look."""
        from cafe.db import db

        with self.app.app_context(), db.sessionmaker() as session:
            yield session

    def board(self, *, titles: bool = True) -> dict[str | None, set[str]]:
        """Give the notes under each theme on the board by its title or id, and by None those under none."""
        from cafe.dialogue.model import Note
        from cafe.harvest.model import Placement, Theme

        with self.reading() as session:
            themes = session.scalars(select(Theme).where(Theme.session_id == self.session_id)).all()
            placed = session.execute(select(Placement.theme_id, Placement.note_id)).all()
            notes = session.scalars(select(Note.id).where(Note.id.in_(self.notes), Note.binned.is_(False)))
            facts = [
                ThemeFacts(id=t.id, position=t.position, merged_into=t.merged_into, removed=t.removed)
                for t in themes
            ]
            known = {theme.id for theme in themes}
            board = board_of(facts, [(theme, note) for theme, note in placed if theme in known], notes)
            named = {theme.id: theme.title if titles else theme.id for theme in themes}
        columns: dict[str | None, set[str]] = {named[key]: set(ids) for key, ids in board.columns.items()}
        return {**columns, None: set(board.unplaced)}

    def state(self) -> dict[tuple[str, str], dict[str, Any]]:
        """Give all that the board's rows say, by table and id."""
        from cafe.harvest.actions.steps import MODELS, facts_of

        found: dict[tuple[str, str], dict[str, Any]] = {}
        with self.reading() as session:
            for name, model in MODELS.items():
                rows: Any = session.scalars(select(model).where(model.stream_id == self.session_id))
                found |= {(name, row.id): facts_of(row) for row in rows}
        return found

    def state_of(self, table: str, **facts: object) -> list[str]:
        """Give the ids of the rows of a table that say so."""
        rows = ((key, row) for (name, key), row in self.state().items() if name == table)
        return [key for key, row in rows if all(row[name] == value for name, value in facts.items())]

    def steps(self) -> list[Any]:
        """Give the steps taken, in order."""
        from cafe.harvest.model import BoardStep

        query = select(BoardStep).where(BoardStep.session_id == self.session_id).order_by(BoardStep.at)
        with self.reading() as session:
            found = list(session.scalars(query.options(undefer(BoardStep.changes))))
            session.expunge_all()
        return [Step(step) for step in found]

    def bundle(self, *notes: str) -> str:
        """Let notes be read as one."""
        from cafe.db import unit_of_work
        from cafe.dialogue.model import Note
        from cafe.harvest.model import Bundle, Slip

        own = {"stream_id": self.session_id, "session_id": self.session_id}
        bundle_id = new_key()
        with self.app.app_context(), unit_of_work() as session:
            session.add(Bundle(id=bundle_id, topic_id=self.topics[0], text="As one", version=1, **own))
            session.flush()
            for note in notes:
                row = session.get_one(Note, note)
                session.add(Slip(id=note, note=row, note_id=note, bundle_id=bundle_id, **own))
        return bundle_id

    def suggestion(self, *notes: str) -> str:
        """Let a theme have been suggested."""
        from cafe.db import unit_of_work
        from cafe.harvest.model import Suggestion, SuggestionRun

        own = {"stream_id": self.session_id, "session_id": self.session_id}
        run, suggestion = new_key(), new_key()
        with self.app.app_context(), unit_of_work() as session:
            session.add(SuggestionRun(id=run, asked_at=1, state="ready", progress=100, **own))
            session.flush()
            session.add(
                Suggestion(id=suggestion, run_id=run, kind="theme", note_ids=list(notes), position=0, **own)
            )
        return suggestion


class Step:
    """A step, readable after its session is closed, and equal to the same step read again."""

    def __init__(self, row: Any) -> None:
        self.id, self.kind, self.details, self.author = row.id, row.kind, row.details, row.author
        self.changes, self.undone, self.undoes, self.at = row.changes, row.undone, row.undoes, row.at

    def __eq__(self, other: object) -> bool:
        """Compare all that is said."""
        return isinstance(other, Step) and vars(self) == vars(other)

    __hash__ = None  # type: ignore[assignment]


def harvest_hall(app: Flask, *, notes: int) -> BoardHall:
    """Make a hall past its last round, with notes at two tables."""
    made = make_hall(app)
    hall = BoardHall(**vars(made))
    while hall.advance()["phase"] != "harvest":
        pass
    hall.notes = [new_key() for _ in range(notes)]
    for number, note in enumerate(hall.notes):
        place = hall.place(1 + number % 2)
        hall.do(AddNote(session_id=hall.session_id, table_round_id=place, note_id=note, text=f"N {number}"))
    return hall
