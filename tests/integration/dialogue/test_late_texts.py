"""A replaced host's texts that were still on a phone: they arrive, marked, and change nothing that stands."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select

from cafe.commands import new_key
from cafe.db import db
from cafe.dialogue.commands.session import AssignHost, RoundDraft, SetRounds, SetTables, TableDraft
from cafe.dialogue.commands.table import AddNote, ApproveSummary, DeleteNote, EditNote, WriteSummary
from cafe.dialogue.lateness import MOST
from cafe.dialogue.model import FormerHost, Note, Summary
from cafe.errors import NotAllowed, TooLate
from tests.support.cafe import Hall, make_hall

OLD, NEW = 0, 2


@pytest.fixture
def hall(app: Flask) -> Hall:
    """Give a hall in its first round."""
    hall = make_hall(app)
    for _ in range(3):
        hall.advance()
    return hall


def replace_host(hall: Hall, by: int = NEW) -> None:
    """Name another host of the first table."""
    hall.do(AssignHost(session_id=hall.session_id, table_id=hall.tables[0], host_id=hall.attendees[by]))


def note(hall: Hall, text: str, *, round_number: int = 1, who: int = OLD) -> str:
    """Let somebody write a note at the first table; give its id."""
    key = new_key()
    place = hall.place(1, round_number)
    hall.do(
        AddNote(session_id=hall.session_id, table_round_id=place, note_id=key, text=text), hall.guest(who)
    )
    return key


def edit(hall: Hall, key: str, text: str, base: int, *based_on: str, who: int = OLD) -> str:
    """Let somebody edit a note; give the command's id."""
    command = EditNote(
        session_id=hall.session_id, note_id=key, base_version=base, based_on=based_on, text=text
    )
    hall.do(command, hall.guest(who))
    return command.id


def summarise(hall: Hall, text: str, base: int, *based_on: str, who: int = OLD) -> str:
    """Let somebody write the first round's summary at the first table; give the command's id."""
    command = WriteSummary(
        session_id=hall.session_id,
        table_round_id=hall.place(1),
        base_version=base,
        based_on=based_on,
        text=text,
    )
    hall.do(command, hall.guest(who))
    return command.id


def notes(hall: Hall) -> list[tuple[str, str]]:
    """Give the first table's notes of the first round in order: text and why late."""
    with hall.app.app_context(), db.sessionmaker() as session:
        query = select(Note).where(Note.table_round_id == hall.place(1), Note.binned.is_(False))
        rows = sorted(session.scalars(query), key=lambda row: (row.position, row.at or 0))
        return [(row.text, row.late) for row in rows]


def test_a_note_of_the_former_host_arrives_at_its_round_and_is_marked(hall: Hall) -> None:
    replace_host(hall)
    key = note(hall, "Written in the cellar")
    edit(hall, key, "Written in the cellar, without network", 1)
    assert notes(hall) == [("Written in the cellar, without network", "host")]


def test_an_edit_by_the_former_host_stands_beside_the_note_it_would_have_changed(hall: Hall) -> None:
    key = note(hall, "A place to go")
    replace_host(hall)
    edit(hall, key, "A place to meet", 1, who=NEW)
    first = edit(hall, key, "A warm place", 1)
    edit(hall, key, "A warm place to go", 1, first)
    assert notes(hall) == [("A place to meet", ""), ("A warm place to go", "edit")]


def test_a_draft_of_the_summary_becomes_a_note_and_what_was_handed_over_stays_so(hall: Hall) -> None:
    replace_host(hall)
    summarise(hall, "Homes first", 0, who=NEW)
    place = hall.place(1)
    hall.do(ApproveSummary(session_id=hall.session_id, table_round_id=place, version=1), hall.guest(NEW))
    first = summarise(hall, "Work", 0)
    summarise(hall, "Work, and then homes", 0, first)
    assert notes(hall) == [("Work, and then homes", "summary")]
    with hall.app.app_context(), db.sessionmaker() as session:
        summary = session.get_one(Summary, place)
        assert (summary.text, summary.state) == ("Homes first", "approved")


def test_the_former_host_deletes_nothing_and_writes_nowhere_else(hall: Hall) -> None:
    key = note(hall, "Kept")
    replace_host(hall)
    for command in (
        DeleteNote(session_id=hall.session_id, note_id=key),
        AddNote(
            session_id=hall.session_id, table_round_id=hall.place(2), note_id=new_key(), text="Elsewhere"
        ),
    ):
        with pytest.raises(NotAllowed):
            hall.do(command, hall.guest(OLD))
    with pytest.raises(TooLate):  # a round that began after the hosting had ended
        note(hall, "Later", round_number=2)
    assert notes(hall) == [("Kept", "")]


def test_what_was_hosted_before_the_replacement_is_no_door_back_in(hall: Hall) -> None:
    """Who hosted the first round and was replaced in the second hosts nothing at this table any more."""
    key = note(hall, "First round")
    hall.advance()
    hall.advance()
    replace_host(hall)
    edit(hall, key, "Something else", 1)
    assert notes(hall) == [("First round", ""), ("Something else", "edit")]


@pytest.mark.parametrize(("hours", "taken_in"), [(47, True), (49, False)])
def test_it_is_taken_in_for_two_days(hall: Hall, hours: int, taken_in: bool) -> None:
    replace_host(hall)
    with time_machine.travel(datetime.now(UTC) + timedelta(hours=hours)):
        if taken_in:
            note(hall, "From a phone charged at home")
        else:
            with pytest.raises(TooLate):
                note(hall, "Much too late")


def test_there_is_an_end_to_it(hall: Hall) -> None:
    replace_host(hall)
    with hall.app.app_context(), db.sessionmaker.begin() as session:
        session.get_one(FormerHost, (hall.tables[0], hall.attendees[OLD])).late = MOST - 1
    note(hall, "The last one")
    with pytest.raises(TooLate):
        note(hall, "One too many")


def test_a_host_who_comes_back_writes_as_before(hall: Hall) -> None:
    replace_host(hall)
    replace_host(hall, by=OLD)
    key = note(hall, "Back")
    edit(hall, key, "Back again", 1)
    assert notes(hall) == [("Back again", "")]


def test_a_cohost_who_is_taken_off_is_a_former_host_too(hall: Hall) -> None:
    both = {"host_id": hall.attendees[OLD], "cohost_id": hall.attendees[NEW]}
    hall.do(AssignHost(session_id=hall.session_id, table_id=hall.tables[0], **both))
    replace_host(hall, by=OLD)
    note(hall, "By the one beside", who=NEW)
    assert notes(hall) == [("By the one beside", "host")]


def test_a_note_that_comes_after_its_round_says_so(hall: Hall) -> None:
    hall.advance()  # people change tables: hosts finish their sentence
    note(hall, "Finished")
    hall.advance()
    note(hall, "Remembered")
    for _ in range(4):
        hall.advance()  # to the harvest and beyond
    note(hall, "From a phone that was dead")
    assert notes(hall) == [("Finished", ""), ("Remembered", "round"), ("From a phone that was dead", "round")]


def test_a_table_in_use_is_not_taken_away_from_under_its_host(hall: Hall) -> None:
    only = (TableDraft(id=hall.tables[1], seats=8),)
    with pytest.raises(TooLate):
        hall.do(SetTables(session_id=hall.session_id, tables=only))
    note(hall, "It was on the phone")
    assert notes(hall) == [("It was on the phone", "")]


def test_a_round_that_has_notes_is_not_taken_away(hall: Hall) -> None:
    hall.do(
        AddNote(session_id=hall.session_id, table_round_id=hall.place(1, 3), note_id=new_key(), text="Ahead"),
        hall.guest(OLD),
    )
    rounds = (RoundDraft(minutes=20), RoundDraft(minutes=20))
    with pytest.raises(TooLate):
        hall.do(SetRounds(session_id=hall.session_id, rounds=rounds))
