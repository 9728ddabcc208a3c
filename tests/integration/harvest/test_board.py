"""The board: notes under themes, merged, split, taken apart, and every step taken back."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread

import pytest
from flask import Flask

from cafe.commands import Command, new_key
from cafe.dialogue.commands.table import DeleteNote, RestoreNote
from cafe.errors import BadInput, NotAllowed, NotFound, SafeError, TooLate
from cafe.harvest.commands import board as commands
from cafe.harvest.commands.texts import WriteConsolidated
from tests.support.board import BoardHall, harvest_hall


def refused(hall: BoardHall, name: str, error: type[SafeError], **data: object) -> None:
    with pytest.raises(error):
        hall.ask(name, **data)


def test_notes_are_placed_moved_and_taken_out_many_at_once(app: Flask) -> None:
    hall = harvest_hall(app, notes=5)
    one, two, three, four, five = hall.notes
    trust, time = hall.theme("Trust", one, two), hall.theme("Time")
    assert hall.board() == {"Trust": {one, two}, "Time": set(), None: {three, four, five}}
    assert hall.ask("place_notes", theme_id=time, note_ids=[two, three]) == {"notes": 2}
    assert hall.board() == {"Trust": {one, two}, "Time": {two, three}, None: {four, five}}
    hall.ask("place_notes", theme_id=time, note_ids=[one], from_theme_id=trust)
    assert hall.board() == {"Trust": {two}, "Time": {one, two, three}, None: {four, five}}
    hall.ask("unplace_notes", theme_id=time, note_ids=[one, two, five])
    assert hall.board() == {"Trust": {two}, "Time": {three}, None: {one, four, five}}


def test_a_merge_keeps_its_originals_and_is_taken_apart_into_them(app: Flask) -> None:
    hall = harvest_hall(app, notes=4)
    one, two, three, four = hall.notes
    trust, time, rest = (
        hall.theme("Trust", one, two),
        hall.theme("Time", two, three),
        hall.theme("Rest", four),
    )
    hall.ask("merge_themes", theme_id=trust, into_theme_id=time)
    hall.ask("merge_themes", theme_id=time, into_theme_id=rest)
    assert hall.board() == {"Rest": {one, two, three, four}, None: set()}
    refused(hall, "merge_themes", TooLate, theme_id=rest, into_theme_id=trust)
    refused(hall, "place_notes", TooLate, theme_id=trust, note_ids=[four])
    refused(hall, "remove_theme", TooLate, theme_id=trust)
    hall.ask("take_theme_apart", theme_id=time)
    assert hall.board() == {"Time": {one, two, three}, "Rest": {four}, None: set()}
    hall.ask("take_theme_apart", theme_id=trust)
    assert hall.board() == {"Trust": {one, two}, "Time": {two, three}, "Rest": {four}, None: set()}
    refused(hall, "merge_themes", BadInput, theme_id=trust, into_theme_id=trust)


def test_a_split_takes_notes_along_also_those_that_came_by_a_merge(app: Flask) -> None:
    hall = harvest_hall(app, notes=3)
    one, two, three = hall.notes
    trust, time = hall.theme("Trust", one), hall.theme("Time", two, three)
    hall.ask("merge_themes", theme_id=trust, into_theme_id=time)
    hall.ask("split_theme", theme_id=time, new_theme_id=new_key(), title="Both", note_ids=[one, two])
    assert hall.board() == {"Time": {three}, "Both": {one, two}, None: set()}
    again = {"theme_id": time, "title": "No", "note_ids": [one]}
    refused(hall, "split_theme", TooLate, new_theme_id=new_key(), **again)


def test_a_removed_theme_keeps_its_notes_and_comes_back_with_them(app: Flask) -> None:
    hall = harvest_hall(app, notes=2)
    one, two = hall.notes
    trust = hall.theme("Trust", one)
    hall.ask("remove_theme", theme_id=trust)
    assert hall.board() == {None: {one, two}}
    refused(hall, "place_notes", TooLate, theme_id=trust, note_ids=[two])
    hall.ask("restore_theme", theme_id=trust)
    assert hall.board() == {"Trust": {one}, None: {two}}


def test_a_bundle_is_placed_whole_and_a_binned_note_keeps_its_place(app: Flask) -> None:
    hall = harvest_hall(app, notes=3)
    one, two, three = hall.notes
    hall.bundle(one, two)
    trust = hall.theme("Trust", one, three)
    assert hall.board() == {"Trust": {one, two, three}, None: set()}
    hall.do(DeleteNote(session_id=hall.session_id, note_id=three))
    assert hall.board() == {"Trust": {one, two}, None: set()}
    hall.do(RestoreNote(session_id=hall.session_id, note_id=three))
    hall.ask("unplace_notes", theme_id=trust, note_ids=[two])
    assert hall.board() == {"Trust": {three}, None: {one, two}}


def test_undo_takes_the_step_back_and_undo_of_that_does_it_again(app: Flask) -> None:
    hall = harvest_hall(app, notes=3)
    one, two, _three = hall.notes
    suggestion = hall.suggestion(one, two)
    empty = hall.state()
    accepted = hall.do_step(
        "create_theme", theme_id=new_key(), title="T", note_ids=[one], suggestion_id=suggestion
    )
    refused(hall, "create_theme", TooLate, theme_id=new_key(), title="Twice", suggestion_id=suggestion)
    with_theme = hall.state()
    back = hall.do_step("undo_step", step_id=accepted)
    assert hall.state() == empty
    again = hall.do_step("undo_step", step_id=back)
    assert hall.state() == with_theme
    refused(hall, "undo_step", TooLate, step_id=back)
    hall.ask("undo_step", step_id=accepted)
    assert hall.state() == empty
    refused(hall, "undo_step", TooLate, step_id=again)
    refused(hall, "undo_step", NotFound, step_id=new_key())


def test_a_step_whose_things_have_changed_since_is_not_taken_back(app: Flask) -> None:
    hall = harvest_hall(app, notes=2)
    one, two = hall.notes
    trust = new_key()
    made = hall.do_step("create_theme", theme_id=trust, title="Trust", note_ids=[one])
    named = hall.do_step("rename_theme", theme_id=trust, title="Trust and time")
    before = hall.state()
    refused(hall, "undo_step", TooLate, step_id=made)
    assert hall.state() == before
    hall.ask("undo_step", step_id=named)
    hall.ask("place_notes", theme_id=trust, note_ids=[two])
    refused(hall, "undo_step", TooLate, step_id=made)


def test_nothing_is_written_down_where_nothing_has_changed(app: Flask) -> None:
    hall = harvest_hall(app, notes=1)
    trust = hall.theme("Trust", *hall.notes)
    steps = hall.steps()
    hall.ask("rename_theme", theme_id=trust, title="Trust")
    hall.ask("place_notes", theme_id=trust, note_ids=hall.notes)
    hall.ask("place_notes", theme_id=trust, note_ids=hall.notes, from_theme_id=trust)
    hall.ask("restore_theme", theme_id=trust)
    assert hall.steps() == steps
    assert [(step.kind, step.details, step.author) for step in steps] == [
        ("create", {"theme": "Trust", "notes": 1}, "Organiser")
    ]


def test_notes_and_themes_of_another_session_are_not_found(app: Flask) -> None:
    hall, other = harvest_hall(app, notes=1), harvest_hall(app, notes=1)
    theirs = other.theme("Theirs")
    refused(hall, "place_notes", NotFound, theme_id=theirs, note_ids=hall.notes)
    refused(hall, "create_theme", NotFound, theme_id=new_key(), title="T", note_ids=other.notes)
    with pytest.raises(NotAllowed):
        hall.do(commands.RemoveTheme(session_id=other.session_id, theme_id=theirs))


def at_once(hall: BoardHall, *asked: Command) -> list[Exception]:
    """Let several organisers ask at the same moment; give what was refused."""
    refusals: list[Exception] = []

    def ask(what: Command) -> None:
        try:
            hall.do(what)
        except SafeError as error:
            refusals.append(error)

    threads = [Thread(target=ask, args=(what,)) for what in asked]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return refusals


def test_two_organisers_at_once(app: Flask) -> None:
    hall = harvest_hall(app, notes=4)
    one, two, three, four = hall.notes
    trust, time = hall.theme("Trust", one), hall.theme("Time", two)
    sid = hall.session_id

    def place(theme: str, *notes: str) -> Command:
        return commands.PlaceNotes(session_id=sid, theme_id=theme, note_ids=notes)

    def merge(theme: str, into: str) -> Command:
        return commands.MergeThemes(session_id=sid, theme_id=theme, into_theme_id=into)

    assert at_once(hall, place(trust, three, four), place(time, three), place(trust, three)) == []
    assert hall.board() == {"Trust": {one, three, four}, "Time": {two, three}, None: set()}
    assert len(at_once(hall, merge(trust, time), merge(time, trust))) == 1
    together = hall.board()
    assert set().union(*together.values()) == set(hall.notes)
    assert len(together) == 2
    last = hall.steps()[-1].id
    undo: Callable[[], Command] = lambda: commands.UndoStep(session_id=sid, step_id=last)  # noqa: E731
    assert len(at_once(hall, undo(), undo())) == 1
    assert hall.board() == {"Trust": {one, three, four}, "Time": {two, three}, None: set()}
    hall.do(WriteConsolidated(session_id=sid, topic_id=None, base_version=0, text="Still here"))
