"""Edits made without network one after the other, while somebody else edits the same text."""

from __future__ import annotations

import pytest
from flask import Flask

from cafe.commands import new_key
from cafe.db import db
from cafe.dialogue.commands.table import AddNote, EditNote, WriteSummary
from cafe.dialogue.model import Note, NoteVersion, Summary
from cafe.dialogue.queries.texts import texts_that_met
from tests.support.cafe import Hall, make_hall


def note_in(hall: Hall, text: str) -> str:
    """Let the host of the first table write a note; give its id."""
    note = new_key()
    place = hall.place(1)
    hall.do(AddNote(session_id=hall.session_id, table_round_id=place, note_id=note, text=text), hall.guest(0))
    return note


def edit(hall: Hall, note: str, text: str, base: int, based_on: tuple[str, ...] = ()) -> str:
    """Edit a note as its host; give the command's id."""
    command = EditNote(
        session_id=hall.session_id, note_id=note, base_version=base, based_on=based_on, text=text
    )
    hall.do(command, hall.guest(0))
    return command.id


def test_an_edit_that_grew_from_an_own_edit_takes_nobody_elses_words_away(app: Flask) -> None:
    hall = make_hall(app)
    note = note_in(hall, "Young people need a place")
    edit(hall, note, "Young people here need a place", 1)  # a co-host, meanwhile
    first = edit(hall, note, "Young people need a place to go", 1)
    edit(hall, note, "Young people need a warm place to go", 1, (first,))
    with app.app_context(), db.sessionmaker() as session:
        row = session.get_one(Note, note)
        assert row.text == "Young people here need a warm place to go"
        assert row.changed_by_both
        assert texts_that_met(row, NoteVersion) == [
            "Young people here need a place to go",
            "Young people need a warm place to go",
        ]


@pytest.mark.parametrize("arrived", [True, False])
def test_an_edit_names_all_it_grew_from_and_the_newest_that_arrived_counts(
    app: Flask,
    arrived: bool,
) -> None:
    hall = make_hall(app)
    note = note_in(hall, "One")
    first = edit(hall, note, "One two", 1) if arrived else new_key()
    edit(hall, note, "One two three", 1, (new_key(), first))
    with app.app_context(), db.sessionmaker() as session:
        assert session.get_one(Note, note).text == "One two three"


def test_drafts_of_a_summary_in_a_row_are_one_text(app: Flask) -> None:
    hall = make_hall(app)
    place = hall.place(1)
    sent: tuple[str, ...] = ()
    for text in ("We", "We need", "We need homes first"):
        command = WriteSummary(
            session_id=hall.session_id, table_round_id=place, base_version=0, based_on=sent, text=text
        )
        hall.do(command, hall.guest(0))
        sent = (command.id, *sent)
    with app.app_context(), db.sessionmaker() as session:
        assert session.get_one(Summary, place).text == "We need homes first"
