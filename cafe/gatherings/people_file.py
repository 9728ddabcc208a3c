"""A list of people, from a file or pasted: what each line says, and what is wrong with it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cafe.commands import storable
from cafe.errors import BadInput
from cafe.gatherings.commands import Kind
from cafe.gatherings.people_words import Column, column_of, kind_of, yes_or_no
from cafe.gatherings.wishes_in_lists import NOTHING, Wished, wished
from cafe.gatherings.workbook import MOST_ROWS, is_workbook, rows_of_workbook
from cafe.i18n import Message, lazy

LONGEST = 200
MOST_TABLES = 250
MOST_PEOPLE = MOST_ROWS - 1
# Without titles a list is read as name, organisation, kind.
USUAL = (Column.NAME, Column.ORGANISATION, Column.KIND)
Row = Sequence[str]


@dataclass(frozen=True, kw_only=True)
class Line:
    """One person as the list has them; `number` is the line in the list, `table` a table's number."""

    number: int
    name: str
    organisation: str = ""
    kind: Kind | None = None
    table: int | None = None
    host: bool = False
    wished: Wished = NOTHING

    @property
    def key(self) -> tuple[str, str]:
        """Give what makes two lines the same person."""
        return (self.name.casefold(), self.organisation.casefold())


@dataclass(frozen=True, kw_only=True)
class Problem:
    """What is wrong on a line, and what to do about it."""

    number: int
    text: str
    message: Message


@dataclass(frozen=True, kw_only=True)
class PeopleList:
    """A list as read: those who can be taken up, and the lines that need another look."""

    people: tuple[Line, ...]
    problems: tuple[Problem, ...]


def text_of_file(data: bytes) -> str:
    """Turn a file into text with one person a line, cells apart by tabs. Raises BadInput."""
    if is_workbook(data):
        return as_text(rows_of_workbook(data))
    return _decoded(data)


def as_text(rows: Iterable[Row]) -> str:
    """Write rows as one line each, cells apart by tabs; what would break a line becomes a space."""
    return "\n".join("\t".join(" ".join(cell.split()) for cell in row).rstrip() for row in rows)


def _decoded(data: bytes) -> str:
    encodings = ["utf-16"] if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeError:
            continue
        if "\x00" not in text:
            return text
    raise BadInput(
        lazy(
            "This file cannot be read as a list. Save it as .csv or .xlsx, or copy the rows and paste them."
        ),
        field="file",
    )


def read_people(text: str) -> PeopleList:
    """Read a list: with titles in any of the four languages, or name, organisation and kind without."""
    rows = _rows(text)
    titles = [column_of(cell) for cell in rows[0][1]] if rows else []
    has_titles = Column.NAME in titles or Column.FIRST_NAME in titles
    columns: Sequence[Column | None] = titles if has_titles else USUAL
    people: list[Line] = []
    problems: list[Problem] = []
    seen: dict[tuple[str, str], int] = {}
    for number, cells in rows[1:] if has_titles else rows:
        read = _line(number, _named(columns, cells))
        shown = ", ".join(cell for cell in cells if cell)[:120]
        if isinstance(read, Line) and read.key in seen:
            same = lazy(
                "The same person is on line %(other)s. Remove one of the two lines.", other=seen[read.key]
            )
            problems.append(Problem(number=number, text=shown, message=same))
        elif isinstance(read, Line):
            seen[read.key] = number
            people.append(read)
        else:
            problems.append(Problem(number=number, text=shown, message=read))
    return PeopleList(people=tuple(people), problems=tuple(problems))


def _rows(text: str) -> list[tuple[int, list[str]]]:
    """Give the lines that hold something, with their numbers. Raises BadInput when there are too many."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = next((sign for sign in "\t;," if sign in first), ",")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    rows = []
    try:
        for cells in reader:
            trimmed = [" ".join(cell.split()) for cell in cells]
            if any(trimmed):
                rows.append((reader.line_num, trimmed))
            if len(rows) > MOST_PEOPLE + 1:
                raise BadInput(
                    lazy("The list has more than %(most)s lines. Import it in parts.", most=MOST_PEOPLE),
                    field="text",
                )
    except csv.Error:
        raise BadInput(
            lazy("Line %(number)s cannot be read. Look for a stray quotation mark.", number=reader.line_num),
            field="text",
        ) from None
    return rows


def _named(columns: Sequence[Column | None], cells: Row) -> dict[Column, str]:
    named: dict[Column, str] = {}
    for column, cell in zip(columns, cells, strict=False):
        if column is not None and cell and column not in named:
            named[column] = cell
    return named


def _line(number: int, cells: dict[Column, str]) -> Line | Message:
    """Give the person on a line, or what is wrong with it."""
    parts = [cells.get(Column.FIRST_NAME, ""), cells.get(Column.LAST_NAME, "")]
    name = cells.get(Column.NAME) or " ".join(part for part in parts if part)
    organisation = cells.get(Column.ORGANISATION, "")
    wrong = _wrong_text(name, organisation)
    if wrong is not None:
        return wrong
    kind_text = cells.get(Column.KIND, "")
    kind = kind_of(kind_text) if kind_text else None
    if kind_text and kind is None:
        return lazy(
            "“%(word)s” is not a kind we know. Write professional, lived experience, relative, leader, "
            "politician or other, or leave it empty.",
            word=kind_text[:40],
        )
    place = _hosting(cells)
    if not isinstance(place, tuple):
        return place
    wishes = wished(cells, has_kind=kind is not None)
    if not isinstance(wishes, Wished):
        return wishes
    return Line(
        number=number,
        name=name,
        organisation=organisation,
        kind=kind,
        table=place[0],
        host=place[1],
        wished=wishes,
    )


def _hosting(cells: dict[Column, str]) -> tuple[int | None, bool] | Message:
    """Give a table's number and whether the person hosts it, or what is wrong with that."""
    table_text = cells.get(Column.TABLE, "")
    host = yes_or_no(cells.get(Column.HOST, ""))
    if host is None:
        return lazy("We cannot tell whether this person hosts a table. Write yes, or leave it empty.")
    table = _table(table_text)
    if table_text and table is None:
        return lazy(
            "“%(word)s” is not a table's number. Write a number such as 4, or leave it empty.",
            word=table_text[:40],
        )
    if host and table is None:
        return lazy("This person hosts a table, but which? Write the table's number.")
    return table, host


def _wrong_text(name: str, organisation: str) -> Message | None:
    if not name:
        return lazy("There is no name on this line. Write one, or remove the line.")
    for text in (name, organisation):
        if len(text) > LONGEST:
            return lazy("A name here is longer than %(most)s characters. Shorten it.", most=LONGEST)
        try:
            storable(text)
        except ValueError:
            return lazy("There is a character here that cannot be stored. Write the line again.")
    return None


def _table(text: str) -> int | None:
    digits = text.strip().removesuffix(".0")
    number = int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 4 else 0  # noqa: PLR2004
    return number if 1 <= number <= MOST_TABLES else None
