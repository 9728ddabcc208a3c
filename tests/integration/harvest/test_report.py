"""The report agrees with the database, note by note, in every format and every language."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from flask import Flask
from flask_babel import force_locale
from openpyxl import load_workbook
from pypdf import PdfReader
from sqlalchemy import select

from cafe.db import db, unit_of_work
from cafe.dialogue.model import Note
from cafe.harvest.actions.report import task_for
from cafe.harvest.board import board_of
from cafe.harvest.exports import export_session
from cafe.harvest.model import Placement, Theme
from cafe.harvest.queries.report import report_of
from cafe.harvest.queries.themes import facts_of_themes
from cafe.harvest.report.as_docx import booklet_as_docx
from cafe.harvest.report.as_json import facts_as_json
from cafe.harvest.report.as_markdown import booklet_as_markdown
from cafe.harvest.report.as_xlsx import facts_as_xlsx
from cafe.harvest.report.blocks import Booklet
from cafe.harvest.report.facts import ReportFacts
from cafe.harvest.report.frozen import freeze, thaw
from cafe.harvest.report.page import as_document
from cafe.harvest.report.story import tell
from cafe.harvest.views.report import quick_file
from cafe.i18n import LANGUAGES
from cafe.report_maker import FOR_ARCHIVES, answer
from tests.support.apps import app_on, forget
from tests.support.cafe import Hall, make_hall
from tests.support.harvest import Harvested, harvest_of

HOSTILE = (
    "In the bin",
    '=HYPERLINK("http://example.org";"x")',
    "+1+1",
    "@SUM(A1)",
    "one\r\ntwo\nthree",
    '"quoted", comma; semicolon | pipe',
    "```\nout of the fence\n# A heading",
    "<script>alert(1)</script> & <b>bold</b>",
    "Æøå, 日本語, 👩‍👩‍👧 and e\u0301",
    "\u202eright to left",
    "[link](javascript:alert(1)) [#abcdefgh]",
    "Kvardagsmeistringsgruppeleiarsamlinga",
    "https://example.org/?a=1&b=2",
    "12345678901234567890",
    "long " * 790,
)
# The PDF writer does not close its file of colours.
leaves_its_colours_open = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
EVERY_LANGUAGE = [code for code, _ in LANGUAGES]


@dataclass(frozen=True)
class Made:
    """A harvested hall, and what its report says."""

    hall: Hall
    harvested: Harvested
    facts: ReportFacts

    def told(self, language: str) -> Booklet:
        with self.hall.app.test_request_context("/"), force_locale(language):
            return tell(self.facts, "What we came to")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    app = app_on(f"sqlite:///{tmp_path_factory.mktemp('report') / 'cafe.db'}")
    yield _make(app)
    forget(app)


def _make(app: Flask) -> Made:
    hall = make_hall(app)
    while hall.phase() != "harvest":
        hall.advance()
    harvested = harvest_of(hall, HOSTILE)
    with app.app_context(), db.sessionmaker() as session:
        return Made(hall, harvested, report_of(session, hall.session_id, approved_only=True))


def squeezed(text: str) -> str:
    """Give a text as a layout may leave it: blanks are blanks."""
    return " ".join(text.replace("\u00a0", " ").split())


def test_the_facts_are_the_database(app: Flask) -> None:
    made = _make(app)
    with app.app_context(), db.sessionmaker() as session:
        query = select(Note).where(Note.session_id == made.hall.session_id)
        stored = {note.id: note for note in session.scalars(query)}
        themes = {theme.id: theme.title for theme in session.scalars(select(Theme))}
    assert {note.id: note.text for note in made.facts.notes} == {
        key: note.text for key, note in stored.items() if not note.binned
    }
    assert {note.id for note in stored.values() if note.binned} == {made.harvested.notes[0]}
    board = {theme.id: theme for theme in made.facts.themes}
    assert set(board) == set(made.harvested.themes[:2])
    assert all(theme.title == themes[theme.id] for theme in board.values())
    under_merged = {note_id for number, note_id in enumerate(made.harvested.notes) if number % 3 == 2}
    assert under_merged - {made.harvested.notes[0]} <= set(board[made.harvested.themes[1]].note_ids)
    assert [each.dots for each in made.facts.ballots[0].choices] == [11, 4]
    assert [(each.important, each.left_out) for each in made.facts.notes].count((True, False)) == 1
    assert set(made.facts.conclusions[0].note_ids) > set(made.facts.conclusions[1].note_ids)


def test_what_is_frozen_can_be_taken_up_again(made: Made) -> None:
    assert thaw(json.loads(json.dumps(freeze(made.facts)))) == made.facts
    assert json.loads(facts_as_json(made.facts)) == json.loads(json.dumps(freeze(made.facts)))


def test_a_table_without_notes_is_named(made: Made) -> None:
    held = made.facts.occasion.rounds_held
    written = {(note.table, note.round) for note in made.facts.notes}
    assert {(place.table, place.round) for place in made.facts.empty} == {
        (table, number) for table in (1, 2) for number in range(1, held + 1)
    } - written
    for language, words in (("nb", "ingen notater i runde 3"), ("en", "no notes in round 3")):
        assert words in booklet_as_markdown(made.told(language)).decode()


@pytest.mark.parametrize("language", EVERY_LANGUAGE)
def test_markdown_holds_every_note(made: Made, language: str) -> None:
    text = booklet_as_markdown(made.told(language)).decode()
    quoted = "\n".join(line[2:] for line in text.split("\n") if line.startswith("> "))
    plain = squeezed(re.sub(r"\\(.)", r"\1", unescape(quoted)))
    for note in made.facts.notes:
        assert squeezed(note.text) in plain
    assert len(re.findall(r"^\*\*\d+\*\* ", text, re.MULTILINE)) >= len(made.facts.notes)


@pytest.mark.parametrize("language", EVERY_LANGUAGE)
def test_the_page_holds_every_note_and_nothing_of_its_markup(made: Made, language: str) -> None:
    with made.hall.app.test_request_context("/"), force_locale(language):
        html = as_document(made.told(language))
    assert f'<html lang="{language}">' in html
    quotes = _Quotes()
    quotes.feed(html)
    said = [squeezed(text) for text in quotes.said]
    for note in made.facts.notes:
        assert squeezed(note.text) in said
    assert "<script" not in html
    assert "javascript:" not in re.sub(r"<blockquote>.*?</blockquote>", "", html, flags=re.DOTALL)


class _Quotes(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "blockquote":
            self._inside = True
            self.said.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside &= tag != "blockquote"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.said[-1] += data


@pytest.mark.parametrize("language", EVERY_LANGUAGE)
def test_word_holds_every_note_in_styles_of_its_own(made: Made, language: str) -> None:
    with made.hall.app.test_request_context("/"), force_locale(language):
        word = Document(io.BytesIO(booklet_as_docx(made.told(language))))
    voices = [squeezed(p.text) for p in word.paragraphs if p.style is not None and p.style.name == "Voice"]
    for note in made.facts.notes:
        assert any(voice.endswith(squeezed(note.text)) for voice in voices)
    levels = {p.style.name for p in word.paragraphs if p.style is not None}
    assert {"Title", "Heading 1", "Heading 2", "Heading 3", "Voice", "Origin"} <= levels
    assert word.core_properties.language.startswith(language)
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    assert [theme.title for theme in made.facts.themes if theme.title not in cells] == []
    assert {"11", "4"} <= set(cells)


@pytest.mark.parametrize("language", EVERY_LANGUAGE)
def test_excel_holds_every_note_as_text(made: Made, language: str) -> None:
    with made.hall.app.test_request_context("/"), force_locale(language):
        book = load_workbook(io.BytesIO(facts_as_xlsx(made.facts)))
    sheets = {sheet.title: [list(row) for row in sheet.rows] for sheet in book}
    notes = next(rows for rows in sheets.values() if rows[0][-1].value == "id")
    by_id = {row[-1].value: row for row in notes[1:]}
    assert set(by_id) == {note.id for note in made.facts.notes}
    for note in made.facts.notes:
        cell = by_id[note.id][4]
        assert cell.value == note.text.replace("\r\n", "\n")
        assert cell.data_type == "s"
    assert len(sheets) == 8


def test_every_file_of_the_demo_says_that_it_is_invented(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    said = "An example: the people and what they say are invented."
    app = made.hall.app
    demo = replace(app.extensions["cafe_settings"], demo=True)
    monkeypatch.setitem(app.extensions, "cafe_settings", demo)
    with app.test_request_context("/"), force_locale("en"):
        booklet = tell(made.facts)
        word = Document(io.BytesIO(booklet_as_docx(booklet)))
        book = load_workbook(io.BytesIO(facts_as_xlsx(made.facts)))
        assert said in as_document(booklet)
        for text in (quick_file(made.facts, "md"), export_session(made.hall.session_id, "md")):
            assert text.decode().startswith("An example")
        for data in (quick_file(made.facts, "json"), export_session(made.hall.session_id, "json")):
            assert json.loads(data)["invented"] is True
    assert said in [paragraph.text for paragraph in word.paragraphs]
    assert {sheet["A1"].value for sheet in book} == {said}


@leaves_its_colours_open
def test_the_file_is_made_by_itself_from_the_database_alone(made: Made) -> None:
    import base64

    told: list[int] = []
    with made.hall.app.app_context():
        task = task_for(session_id=made.hall.session_id, format="pdf", language="sv")
    pdf = base64.b64decode(answer(json.loads(json.dumps(task)), told.append)["file"])
    assert pdf.startswith(b"%PDF-")
    assert told == sorted(told)
    assert told[-1] > 10
    text = squeezed(_text_of(pdf))
    assert "Alla anteckningar" in text
    for note in made.facts.notes:
        if note.text.isascii():
            assert re.sub(r"\s", "", note.text) in re.sub(r"\s", "", text)


def _text_of(pdf: bytes) -> str:
    text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    return text.replace("\0", "")  # the reader gives letters of two bytes with the empty one


@leaves_its_colours_open
def test_the_pdf_says_what_it_is_to_a_screen_reader(made: Made, tmp_path: Path) -> None:
    from cafe.settings import STATIC
    from cafe.site.pdf_writer import write

    with made.hall.app.test_request_context("/"), force_locale("nn"):
        file = tmp_path / "report.pdf"
        file.write_bytes(write(as_document(made.told("nn")), STATIC / "css/report_print.css", FOR_ARCHIVES))
    pdf = PdfReader(file)
    assert pdf.metadata is not None
    assert pdf.metadata.title == "What we came to"
    catalog: Any = pdf.root_object
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"].startswith("nn")
    assert len(pdf.outline) > 1
    assert b"pdfaid" in catalog["/Metadata"].get_data()


def test_the_files_to_keep_hold_the_harvest_too(made: Made) -> None:
    import csv

    from cafe.harvest.export_csv import unguarded

    with made.hall.app.app_context():
        read = {
            name: export_session(made.hall.session_id, name).decode("utf-8-sig")
            for name in ("csv", "json", "md")
        }
    lines = [unguarded(line) for line in csv.DictReader(io.StringIO(read["csv"], newline=""))]
    kept = {
        kind: [line for line in lines if line["record"] == kind]
        for kind in ("theme", "conclusion", "vote", "next_step", "bundle", "slip")
    }
    assert [line["title"] for line in kept["theme"]] == [theme.title for theme in made.facts.themes]
    assert [line["text"] for line in kept["conclusion"]] == [each.text for each in made.facts.conclusions]
    assert [line["details"] for line in kept["vote"]] == ["dots=11 people=5", "dots=4 people=5"]
    assert [len(kept[kind]) for kind in ("next_step", "bundle", "slip")] == [1, 1, 4]
    harvest = json.loads(read["json"])["harvest"]
    assert [each["text"] for each in harvest["conclusions"]] == [each.text for each in made.facts.conclusions]
    assert all(each.text in read["md"] for each in made.facts.conclusions)


def test_the_report_puts_notes_where_the_board_has_them(app: Flask) -> None:
    made = _make(app)
    sid = made.hall.session_id
    with app.app_context(), unit_of_work() as session:
        # Part of a theme that is on the board, and taken off it: what the board shows is nothing of it.
        session.get_one(Theme, made.harvested.themes[2]).removed = True
    with app.app_context(), db.sessionmaker() as session:
        facts = report_of(session, sid, approved_only=True)
        under = [
            (placement.theme_id, placement.note_id)
            for placement in session.scalars(select(Placement).where(Placement.session_id == sid))
        ]
        board = board_of(facts_of_themes(session, sid).values(), under, [note.id for note in facts.notes])
    assert {theme.id: theme.note_ids for theme in facts.themes} == board.columns
