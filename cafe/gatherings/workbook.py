"""Reading the cells of a spreadsheet file, which may be anything: a zip bomb, a broken file, a picture."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from cafe.errors import BadInput
from cafe.i18n import lazy

# A list of 2,000 people with six columns unpacks to less than 1 MB.
MOST_ROWS = 2_001
MOST_COLUMNS = 30
MOST_MEMBERS = 100
# Sheets and their texts are read bit by bit; all other members are read whole into memory.
MOST_STREAMED = 3_000_000
MOST_WHOLE = 400_000
MOST_RATIO = 60
SMALL = 100_000

UNREADABLE = lazy(
    "This spreadsheet cannot be read. Save it again as .xlsx or .csv, or copy the rows and paste them."
)
TOO_LARGE = lazy(
    "This spreadsheet is too large for a list of people. Copy the rows that matter and paste them."
)
Row = list[str]


def is_workbook(data: bytes) -> bool:
    """Tell whether a file is packed as spreadsheets are."""
    return data.startswith(b"PK\x03\x04")


def rows_of_workbook(data: bytes) -> list[Row]:
    """Give the cells of the first sheet that is shown; formulas are text. Raises BadInput."""
    _require_harmless(data)
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
        try:
            return list(_rows(book))
        finally:
            book.close()
    except DefusedXmlException:
        raise BadInput(UNREADABLE, field="file") from None
    except (
        ParseError,
        InvalidFileException,
        zipfile.BadZipFile,
        ValueError,
        TypeError,
        KeyError,
        IndexError,
        AttributeError,
        OSError,
        EOFError,
        NotImplementedError,
        RuntimeError,
    ):
        # A damaged workbook makes the reader stumble anywhere.
        raise BadInput(UNREADABLE, field="file") from None


def _require_harmless(data: bytes) -> None:
    """Look at the sizes the file itself states; unpacking stops at them, so they cannot lie upwards."""
    try:
        members = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise BadInput(UNREADABLE, field="file") from None
    if len(members) > MOST_MEMBERS or any(_is_excessive(member) for member in members):
        raise BadInput(TOO_LARGE, field="file")
    if len({member.header_offset for member in members}) != len(members):
        raise BadInput(UNREADABLE, field="file")  # members that overlap, as some bombs do
    if sum(member.file_size for member in members) > 2 * MOST_STREAMED:
        raise BadInput(TOO_LARGE, field="file")


def _is_excessive(member: zipfile.ZipInfo) -> bool:
    streamed = member.filename.startswith("xl/worksheets/") or member.filename == "xl/sharedStrings.xml"
    if member.file_size > (MOST_STREAMED if streamed else MOST_WHOLE):
        return True
    return member.file_size > SMALL and member.file_size > MOST_RATIO * max(1, member.compress_size)


def _rows(book: object) -> Iterator[Row]:
    for sheet in book.worksheets:  # type: ignore[attr-defined]
        if sheet.sheet_state != "visible":
            continue
        found = False
        for row in sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True):
            cells = [_text(value) for value in row]
            found = found or any(cells)
            yield cells
        if found:
            return


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
