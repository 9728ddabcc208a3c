"""The report as a workbook: a sheet for each kind of thing, texts and numbers, never a formula."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

import xlsxwriter
from flask_babel import gettext

from cafe.harvest.report.facts import ReportFacts
from cafe.harvest.report.numbering import Numbering
from cafe.harvest.report.rests_on import ground_of
from cafe.harvest.report.words import KINDS, ORIGINS, SOURCES, said_sources
from cafe.harvest.report.xml_text import xml_text
from cafe.site.invented import said_invented

Cell: TypeAlias = str | int | float | None
Sheet: TypeAlias = tuple[str, Sequence[str], Iterable[Sequence[Cell]]]
WIDE, NARROW = 70, 14
LONGEST_CELL = 32_767  # what a cell of the format can hold


def facts_as_xlsx(facts: ReportFacts) -> bytes:
    """Give the report as a workbook in the reader's language."""
    return workbook(facts.occasion.session, facts.occasion.network, _sheets_of(facts))


def workbook(title: str, author: str, sheets_of: Iterable[Sheet]) -> bytes:
    """Give a workbook of sheets, each a name, a header and rows; each sheet of an example says so on top."""
    file = io.BytesIO()
    # A text that begins like a formula, a number or an address stays the text it is.
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(file, {"in_memory": True, **options}) as book:
        invented = said_invented()
        book.set_properties({"title": title, "author": author, "comments": invented})
        sheets = _Sheets(book, invented)
        for name, header, rows in sheets_of:
            sheets.add(name, header, rows)
    return file.getvalue()


class _Sheets:
    def __init__(self, book: Any, on_top: str) -> None:
        self._book = book
        self._on_top = on_top
        self._bold = book.add_format({"bold": True, "bottom": 1})
        self._text = book.add_format({"text_wrap": True, "valign": "top"})

    def add(self, name: str, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
        sheet = self._book.add_worksheet(name[:31])
        rows = list(rows)
        top = 1 if self._on_top else 0
        if self._on_top:
            sheet.write_string(0, 0, self._on_top)
        for column, title in enumerate(header):
            sheet.write_string(top, column, title, self._bold)
            longest = max((len(str(row[column] or "")) for row in rows), default=0)
            sheet.set_column(column, column, WIDE if longest > NARROW * 2 else NARROW)
        for number, row in enumerate(rows, start=top + 1):
            for column, cell in enumerate(row):
                if isinstance(cell, int | float):
                    sheet.write_number(number, column, cell, self._text)
                else:
                    sheet.write_string(number, column, xml_text(cell or "")[:LONGEST_CELL], self._text)
        sheet.freeze_panes(top + 1, 0)
        if rows:
            sheet.autofilter(top, 0, top + len(rows), len(header) - 1)


def _sheets_of(facts: ReportFacts) -> Iterable[Sheet]:
    numbering = Numbering(facts)
    yield (
        gettext("Conclusions"),
        (
            gettext("Topic"),
            gettext("Conclusion"),
            gettext("Text"),
            gettext("Themes"),
            gettext("Notes"),
            gettext("Tables"),
            gettext("Sources"),
        ),
        _conclusions(facts, numbering),
    )
    yield (
        gettext("Themes"),
        (gettext("Theme"), gettext("Notes"), gettext("Tables"), gettext("Sources")),
        _themes(facts, numbering),
    )
    yield (
        gettext("Votes"),
        (gettext("Question"), gettext("Choice"), gettext("Dots"), gettext("People")),
        ((b.question, choice.title, choice.dots, b.people) for b in facts.ballots for choice in b.choices),
    )
    yield (
        gettext("Next steps"),
        (gettext("What starts"), gettext("Who starts it"), gettext("When")),
        ((step.text, step.who, step.by_when) for step in facts.next_steps),
    )
    yield gettext("Notes"), _note_header(), _notes(facts, numbering)
    yield (
        gettext("Handed over"),
        (gettext("Table"), gettext("Round"), gettext("Text")),
        ((each.table, each.round, each.text) for each in facts.summaries),
    )
    yield (
        gettext("Tables without notes"),
        (gettext("Table"), gettext("Round")),
        ((each.table, each.round) for each in facts.empty),
    )
    yield gettext("Participants"), (gettext("Organisation"), gettext("People")), _people(facts)


def _conclusions(facts: ReportFacts, numbering: Numbering) -> Iterable[Sequence[Cell]]:
    letters = {topic.id: topic.letter for topic in facts.topics}
    titles = {theme.id: theme.title for theme in facts.themes}
    for each in facts.conclusions:
        ground = ground_of(numbering.notes, each.note_ids)
        yield (
            letters.get(each.topic_id or "", ""),
            each.title,
            each.text,
            ", ".join(titles[theme_id] for theme_id in each.theme_ids),
            ", ".join(str(numbering.numbers[note.id]) for note in ground.notes),
            len(ground.tables),
            said_sources(ground),
        )


def _themes(facts: ReportFacts, numbering: Numbering) -> Iterable[Sequence[Cell]]:
    for theme in facts.themes:
        ground = ground_of(numbering.notes, theme.note_ids)
        yield theme.title, len(ground.notes), len(ground.tables), said_sources(ground)


def _note_header() -> Sequence[str]:
    return (
        *(gettext("Number"), gettext("Table"), gettext("Round"), gettext("Topic"), gettext("Text")),
        *(gettext("Kind"), gettext("Source"), gettext("From"), gettext("Themes"), gettext("Important")),
        *(gettext("Left out because"), gettext("Read as one with"), "id"),
    )


def _notes(facts: ReportFacts, numbering: Numbering) -> Iterable[Sequence[Cell]]:
    letters = {topic.id: topic.letter for topic in facts.topics}
    bundles = {bundle.id: bundle.text for bundle in facts.bundles}
    for note in facts.notes:
        left_out = (note.reason or gettext("yes")) if note.left_out else ""
        yield (
            *(numbering.numbers[note.id], note.table, note.round, letters.get(note.topic_id or "", "")),
            note.text,
            str(KINDS.get(note.kind, note.kind)),
            str(SOURCES.get(note.source, note.source)),
            str(ORIGINS.get(note.origin, "")),
            ", ".join(theme.title for theme in facts.themes if note.id in theme.note_ids),
            gettext("yes") if note.important else "",
            left_out,
            bundles.get(note.bundle_id or "", ""),
            note.id,
        )


def _people(facts: ReportFacts) -> Iterable[Sequence[Cell]]:
    for each in facts.people.organisations:
        yield each.name, each.people
    if facts.people.others:
        yield gettext("Smaller organisations, and people who have not said"), facts.people.others
    yield gettext("All"), facts.people.total
