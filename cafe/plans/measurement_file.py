"""Measurements as a file for spreadsheets, out and in: what is written is read back to the same bytes. Pure.

A spreadsheet runs a cell that begins with = + - @ as a formula. Such a text gets an apostrophe in front, and
so does one that looks as if it had got one; reading takes one away again. Numbers stay numbers.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from cafe.commands import storable
from cafe.errors import BadInput
from cafe.i18n import Message, lazy
from cafe.plans.commands.indicators import FIRST_DAY, LAST_DAY, LONGEST_WORDS, one_line
from cafe.plans.commands.numbers import canonical_number
from cafe.plans.measurement_words import Column, Dialect, column_of

MOST_LINES = 20_000
# Full-width signs are formulas too in some spreadsheets, and some drop the blanks before a sign.
_GUARDED = re.compile(r"'*\s*[=+\-@＝＋－＠]")
_POINTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})", re.ASCII)
_WRITTEN = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_USUAL = (Column.DAY, Column.VALUE, Column.WORDS)
UNREADABLE = lazy("This file cannot be read as a list of measurements. Save it as .csv, or paste the lines.")


@dataclass(frozen=True, kw_only=True)
class Written:
    """A measurement as a line of the file; the indicator only where several are in it.

    `words` are None where the file says nothing of notes.
    """

    taken_on: str
    value: str
    words: str | None = ""
    indicator: str = ""
    indicator_id: str = ""


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line as read: what it holds, or what is wrong with it. `number` is the line in the file."""

    number: int
    text: str
    written: Written | None
    problem: Message | None = None


def as_file(lines: Iterable[Written], dialect: Dialect, *, several: bool) -> bytes:
    """Write measurements as a file; of one indicator or of several."""
    columns = [*((Column.INDICATOR, Column.ID) if several else ()), *_USUAL]
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=dialect.separator, lineterminator="\r\n")
    writer.writerow([dialect.titles[column] for column in columns])
    for line in lines:
        cells = {
            Column.INDICATOR: _guarded(line.indicator),
            Column.ID: _guarded(line.indicator_id),
            Column.DAY: line.taken_on,
            Column.VALUE: line.value.replace(".", dialect.decimal),
            Column.WORDS: _guarded(line.words or ""),
        }
        writer.writerow([cells[column] for column in columns])
    return file.getvalue().encode("utf-8-sig")


def _guarded(text: str) -> str:
    return f"'{text}" if _GUARDED.match(text) else text


def _unguarded(text: str) -> str:
    return text[1:] if text.startswith("'") and _GUARDED.match(text) else text


def text_of(data: bytes) -> str:
    """Give the text of a file. Raises BadInput for what is no text."""
    encodings = ["utf-16"] if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeError:
            continue
        if "\x00" not in text:
            return text
    raise BadInput(UNREADABLE, field="file")


def read_lines(text: str) -> list[Line]:
    """Read what a file says, line by line. Raises BadInput when it is no list or too long a one."""
    rows = _rows(text.removeprefix("\ufeff"))
    titles = [column_of(cell) for cell in rows[0][1]] if rows else []
    has_titles = Column.DAY in titles or Column.VALUE in titles
    columns: Sequence[Column | None] = titles if has_titles else _USUAL
    return [_line(number, columns, cells) for number, cells in (rows[1:] if has_titles else rows)]


def _rows(text: str) -> list[tuple[int, list[str]]]:
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = next((sign for sign in "\t;," if sign in first), ";")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    rows = []
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((reader.line_num, cells))
            if len(rows) > MOST_LINES:
                raise BadInput(
                    lazy("The file has more than %(most)s lines. Take it in in parts.", most=MOST_LINES),
                    field="file",
                )
    except csv.Error:
        raise BadInput(
            lazy("Line %(number)s cannot be read. Look for a stray quotation mark.", number=reader.line_num),
            field="file",
        ) from None
    return rows


def _line(number: int, columns: Sequence[Column | None], row: Sequence[str]) -> Line:
    cells: dict[Column, str] = {}
    for column, cell in zip(columns, row, strict=False):
        if column is not None and column not in cells:
            cells[column] = cell
    text = " · ".join(one_line(cell) for cell in row if cell.strip())[:120]
    read = _read(cells)
    if isinstance(read, Written):
        return Line(number=number, text=text, written=read)
    return Line(number=number, text=text, written=None, problem=read)


def _read(cells: dict[Column, str]) -> Written | Message:
    """Give what a line holds, or what is wrong with it."""
    day = day_of(cells.get(Column.DAY, ""))
    if day is None:
        return lazy("There is no day here that we can read. Write it as 2027-02-08 or 8.2.2027.")
    value = canonical_number(cells.get(Column.VALUE, ""))
    if value is None:
        return lazy("There is no number here that we can read. Write it as 12, 12,5 or 12.5.")
    words = _unguarded(one_line(cells.get(Column.WORDS, "")))
    if len(words) > LONGEST_WORDS:
        return lazy("The note is longer than %(most)s characters. Shorten it.", most=LONGEST_WORDS)
    try:
        storable(words)
    except ValueError:
        return lazy("There is a character here that cannot be stored. Write the line again.")
    return Written(
        taken_on=day,
        value=value,
        words=words if Column.WORDS in cells else None,
        indicator=_unguarded(one_line(cells.get(Column.INDICATOR, ""))),
        indicator_id=_unguarded(cells.get(Column.ID, "").strip()),
    )


def day_of(typed: str) -> str | None:
    """Read a day as the file or a Norwegian or Swedish spreadsheet writes it: 2027-02-08 or 8.2.2027."""
    text = typed.strip().removesuffix("T00:00:00").removesuffix(" 00:00:00")
    pointed = _POINTED.fullmatch(text)
    try:
        if pointed:
            day = date(int(pointed[3]), int(pointed[2]), int(pointed[1]))
        elif _WRITTEN.fullmatch(text):
            day = date.fromisoformat(text)
        else:
            return None
    except ValueError:
        return None
    return day.isoformat() if FIRST_DAY <= day <= LAST_DAY else None
