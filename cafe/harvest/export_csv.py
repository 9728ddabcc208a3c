"""The export for spreadsheets: one line for each thing, told apart by the first column. Pure.

A spreadsheet runs a cell that begins with = + - @ (or blanks before one) as a formula. Such
a cell gets an apostrophe in front, and the column `guarded` names the cells that have got one: take the first
character of those away and the text is exactly what was written. UTF-8 with a byte order mark, for Excel.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Literal

from cafe.harvest.record import NoteFacts, SessionRecord
from cafe.harvest.report.facts import ReportFacts, ReportNote

Cell = str | int | float | bool | None
Line = Mapping[str, Cell]
Separator = Literal[",", ";"]
COLUMNS = (
    *("record", "id", "topic", "round", "table", "kind", "source", "origin", "state", "version"),
    *("at", "at_utc", "binned", "title", "text", "details", "guarded"),
)
# Full-width signs are formulas too in some spreadsheets, and some drop the blanks before a sign.
_STARTS_FORMULA = re.compile(r"[\t\r\n]|\s*[=+\-@＝＋－＠]")


def as_csv(record: SessionRecord, *, separator: Separator = ",") -> bytes:
    """Give everything as CSV; spreadsheets in Norwegian and Swedish expect a semicolon."""
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, COLUMNS, restval="", delimiter=separator, lineterminator="\r\n")
    writer.writeheader()
    for line in _lines(record):
        writer.writerow(_guarded(line))
    return file.getvalue().encode("utf-8-sig")


def unguarded(line: Mapping[str, str]) -> dict[str, str]:
    """Give a line as it was before it was made safe for spreadsheets."""
    guarded = line["guarded"].split()
    return {name: cell[1:] if name in guarded else cell for name, cell in line.items()}


def _guarded(line: Line) -> dict[str, str]:
    cells = {name: _written(cell) for name, cell in line.items()}
    names = [n for n, cell in cells.items() if isinstance(line[n], str) and _STARTS_FORMULA.match(cell)]
    return {**cells, **{name: f"'{cells[name]}" for name in names}, "guarded": " ".join(names)}


def _written(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return "" if cell is None else str(cell)


def _lines(record: SessionRecord) -> Iterator[Line]:
    facts = record.session
    yield {
        "record": "session",
        "id": facts.id,
        "kind": facts.mode,
        "state": facts.phase,
        **_time(facts.created_at),
        "title": facts.title,
        "text": facts.question,
    }
    yield {
        "record": "gathering",
        "title": facts.gathering,
        "text": facts.network,
        "details": " ".join(part for part in (facts.starts_on, facts.ends_on, facts.place) if part),
    }
    for topic in record.topics:
        yield {
            "record": "topic",
            "id": topic.id,
            "topic": topic.letter,
            "title": topic.title,
            "text": topic.question,
        }
    for round_ in record.rounds:
        minutes = f"minutes={round_.minutes}"
        yield {"record": "round", "round": round_.number, "text": round_.question, "details": minutes}
    for table in record.tables:
        details = f"seats={table.seats} accessible={_written(table.accessible)}"
        yield {
            "record": "table",
            "id": table.id,
            "topic": table.topic,
            "table": table.number,
            "details": details,
        }
    yield from _said(record)
    yield from _harvested(record)


def _said(record: SessionRecord) -> Iterator[Line]:
    written = {note.table_round_id for note in record.notes}
    for place in record.table_rounds:
        yield {
            "record": "table_round",
            "id": place.id,
            "topic": place.topic,
            "round": place.round,
            "table": place.table,
            "text": place.question,
            "details": "" if place.id in written else "no notes",
        }
    for note in record.notes:
        yield _note(note, binned=False)
    for note in record.binned_notes:
        yield _note(note, binned=True)
    for summary in record.summaries:
        yield {
            "record": "summary",
            "id": summary.table_round_id,
            "topic": summary.topic,
            "round": summary.round,
            "table": summary.table,
            "state": summary.state,
            "version": summary.version,
            "text": summary.text,
            "details": f"yes={summary.yes} change={summary.change}",
        }


def _note(note: NoteFacts, *, binned: bool) -> Line:
    return {
        "record": "note",
        "id": note.id,
        "topic": note.topic,
        "round": note.round,
        "table": note.table,
        "kind": note.kind,
        "source": note.source,
        "origin": note.origin,
        "version": note.version,
        **_time(note.at),
        "binned": binned,
        "text": note.text,
        "details": "changed by both" if note.changed_by_both else "",
    }


def _harvested(record: SessionRecord) -> Iterator[Line]:
    for text in record.consolidated:
        yield {
            "record": "consolidated",
            "id": text.id,
            "topic": text.topic,
            "state": "approved" if text.approved else "draft",
            "version": text.version,
            "text": text.text,
        }
    yield from _come_to(record.harvest)
    page = record.publication
    if page is not None:
        yield {
            "record": "publication",
            "id": page.slug,
            "state": "taken down" if page.taken_down else "published",
            "version": page.edition,
            **_time(page.at),
            "title": page.title,
        }


def _slip(note: ReportNote) -> Line | None:
    """Give what the harvest says of a note, if it says anything."""
    said = [name for name in ("important", "left_out") if getattr(note, name)]
    said += [f"bundle={note.bundle_id}"] if note.bundle_id else []
    return {"record": "slip", "id": note.id, "text": note.reason, "details": " ".join(said)} if said else None


def _come_to(facts: ReportFacts) -> Iterator[Line]:
    """Give themes, merged notes, what was said of notes, conclusions, votes and next steps."""
    letters = {topic.id: topic.letter for topic in facts.topics}
    for theme in facts.themes:
        yield {"record": "theme", "id": theme.id, "title": theme.title, "details": " ".join(theme.note_ids)}
    for bundle in facts.bundles:
        letter = letters.get(bundle.topic_id or "")
        yield {"record": "bundle", "id": bundle.id, "topic": letter, "text": bundle.text}
    yield from filter(None, map(_slip, facts.notes))
    for each in facts.conclusions:
        yield {
            "record": "conclusion",
            "id": each.id,
            "topic": letters.get(each.topic_id or ""),
            "title": each.title,
            "text": each.text,
            "details": " ".join(each.theme_ids),
        }
    votes = ((ballot, choice) for ballot in facts.ballots for choice in ballot.choices)
    for ballot, choice in votes:
        dots = f"dots={choice.dots} people={ballot.people}"
        yield {"record": "vote", "title": choice.title, "text": ballot.question, "details": dots}
    for step in facts.next_steps:
        details = " · ".join(part for part in (step.who, step.by_when) if part)
        yield {"record": "next_step", "id": step.conclusion_id, "text": step.text, "details": details}


def _time(at: int | None) -> dict[str, Cell]:
    if at is None:
        return {"at": None, "at_utc": None}
    moment = datetime.fromtimestamp(at / 1000, UTC)
    return {"at": at, "at_utc": moment.isoformat(timespec="seconds").replace("+00:00", "Z")}
