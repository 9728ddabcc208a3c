"""Exports agree with the database, note by note, also where texts try to get out of their cell or fence."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from cafe.commands import new_key
from cafe.db import db
from cafe.dialogue.commands.table import AddNote, DeleteNote, WriteSummary
from cafe.dialogue.model import Note
from cafe.harvest.commands.texts import WriteConsolidated
from cafe.harvest.export_csv import unguarded
from cafe.harvest.exports import export_session
from tests.support.cafe import Hall, make_hall

HOSTILE = (
    '=HYPERLINK("http://example.org";"x")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "'already an apostrophe",
    "＝1+1",
    "one\r\ntwo\nthree\rfour",
    '"quoted", comma; semicolon',
    "```\nout of the fence\n````\n# A heading",
    "~~~~\n<script>alert(1)</script>",
    "  spaces at both ends  ",
    "\n\nempty lines around\n\n",
    "Æøå, 日本語, 👩‍👩‍👧 and e\u0301, \u2028 and \u202eright to left",
    "[link](javascript:alert(1)) [#abcdefgh]",
    "## Table 9: no notes in round 1",
)


def written_hall(app: Flask) -> Hall:
    hall = make_hall(app)
    for number, text in enumerate(HOSTILE):
        place = hall.place(1 + number % 2, 1 + number % 2)
        note = AddNote(
            session_id=hall.session_id,
            table_round_id=place,
            note_id=new_key(),
            text=text,
            position=number,
            transcribed=number == 3,
        )
        hall.do(note)
        if number == 4:
            hall.do(DeleteNote(session_id=hall.session_id, note_id=note.note_id))
    hall.do(
        WriteSummary(
            session_id=hall.session_id,
            table_round_id=hall.place(1),
            base_version=0,
            text="=sum\n```\nof it",
        )
    )
    hall.do(
        WriteConsolidated(
            session_id=hall.session_id, topic_id=hall.topics[0], base_version=0, text="# T\n```\nx"
        )
    )
    return hall


def notes_in_database(app: Flask, hall: Hall) -> dict[str, Any]:
    with app.app_context(), db.sessionmaker() as session:
        notes = session.scalars(select(Note).where(Note.session_id == hall.session_id))
        return {
            note.id: {
                "text": note.text,
                "kind": note.kind,
                "source": note.source,
                "origin": note.origin,
                "at": note.at,
                "binned": note.binned,
                "table": note.table_round.table.number,
                "round": note.table_round.round_number,
                "topic": note.table_round.topic.letter if note.table_round.topic else None,
            }
            for note in notes
        }


def exported(app: Flask, hall: Hall, format_: str, **options: Any) -> str:
    with app.app_context():
        return export_session(hall.session_id, format_, **options).decode("utf-8-sig")


def test_json_holds_every_note_exactly(app: Flask) -> None:
    hall = written_hall(app)
    whole = json.loads(exported(app, hall, "json"))
    wanted = notes_in_database(app, hall)
    found = {
        note["id"]: {
            **{name: note[name] for name in wanted[note["id"]] if name != "binned"},
            "binned": binned,
        }
        for binned, notes in ((False, whole["notes"]), (True, whole["binned_notes"]))
        for note in notes
    }
    assert found == wanted
    assert {note["text"] for note in found.values()} == set(HOSTILE)
    assert whole["summaries"][0]["text"] == "=sum\n```\nof it"
    assert whole["consolidated"][0]["text"] == "# T\n```\nx"


@pytest.mark.parametrize("separator", [",", ";"])
def test_csv_holds_every_note_exactly_and_runs_nothing(app: Flask, separator: str) -> None:
    hall = written_hall(app)
    file = io.StringIO(exported(app, hall, "csv", separator=separator), newline="")
    lines = list(csv.DictReader(file, delimiter=separator))
    for line in lines:
        for name, cell in line.items():
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝")), (name, cell)
    notes = {line["id"]: line for line in map(unguarded, lines) if line["record"] == "note"}
    wanted = notes_in_database(app, hall)
    assert notes.keys() == wanted.keys()
    for note_id, note in wanted.items():
        line = notes[note_id]
        assert line["text"] == note["text"]
        assert (line["kind"], line["source"], line["origin"]) == (
            note["kind"],
            note["source"],
            note["origin"],
        )
        assert (line["table"], line["round"], line["topic"]) == (
            str(note["table"]),
            str(note["round"]),
            note["topic"],
        )
        assert line["at"] == str(note["at"])
        assert line["binned"] == ("yes" if note["binned"] else "no")


def test_csv_says_what_excel_needs(app: Flask) -> None:
    hall = make_hall(app)
    with app.app_context():
        assert export_session(hall.session_id, "csv").startswith(b"\xef\xbb\xbfrecord,id,topic")


def taken_out(document: str) -> list[str]:
    """Read the fenced texts back as CommonMark does: a fence is closed by one at least as long."""
    texts: list[str] = []
    rest = document
    while opening := re.search(r"^(`{3,})(\w*)\n", rest, re.MULTILINE):
        rest = rest[opening.end() :]
        closing = re.search(rf"^`{{{len(opening[1])},}}[ \t]*$", rest, re.MULTILINE)
        assert closing
        texts.append(rest[: closing.start() - 1])
        rest = rest[closing.end() :]
    return texts


def test_markdown_holds_every_text_exactly_and_none_breaks_out(app: Flask) -> None:
    hall = written_hall(app)
    document = exported(app, hall, "md")
    texts = taken_out(document)
    assert set(HOSTILE) <= set(texts)
    assert {"=sum\n```\nof it", "# T\n```\nx"} <= set(texts)
    outside = document
    for text in sorted(texts, key=len, reverse=True):
        outside = outside.replace(f"\n{text}\n", "\n")
    assert "out of the fence" not in outside
    assert "### Table 1: no notes in round 2" in outside
    assert "### Table 2, round 2" in outside


def test_nobody_is_named(app: Flask) -> None:
    hall = written_hall(app)
    for format_ in ("md", "csv", "json"):
        assert "Person " not in exported(app, hall, format_)
