"""A session on both kinds of database: planned, run, noted."""

from __future__ import annotations

from flask import Flask

from cafe.commands import new_key
from cafe.dialogue.commands.guests import SendIdea
from cafe.dialogue.commands.table import AddNote
from tests.support.cafe import make_hall


def test_a_session_runs_through_its_phases(app: Flask) -> None:
    hall = make_hall(app)
    phases = [hall.advance()["phase"] for _ in range(9)]
    assert phases == [
        "check_in",
        "switching",
        "running",
        "switching",
        "running",
        "switching",
        "running",
        "harvest",
        "closed",
    ]


def test_a_host_writes_and_a_guest_sends(app: Flask) -> None:
    hall = make_hall(app)
    note = new_key()
    hall.do(
        AddNote(session_id=hall.session_id, table_round_id=hall.place(1), note_id=note, text="Æ, ø & å"),
        hall.guest(0),
    )
    hall.do(
        SendIdea(session_id=hall.session_id, table_round_id=hall.place(2), idea_id=new_key(), text="x"),
        hall.guest(5),
    )
