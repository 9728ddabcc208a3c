"""A session as a file to keep: Markdown to read, CSV for a spreadsheet, JSON for machines."""

from __future__ import annotations

from enum import StrEnum

from cafe.db import db
from cafe.harvest.export_csv import Separator, as_csv
from cafe.harvest.export_json import as_json
from cafe.harvest.export_markdown import as_markdown
from cafe.harvest.queries.record import record_of
from cafe.site.invented import is_invented, said_invented


class Format(StrEnum):
    """The kinds of file there are; the value is the file's ending."""

    MARKDOWN = "md"
    CSV = "csv"
    JSON = "json"


MEDIA_TYPES = {
    Format.MARKDOWN: "text/markdown; charset=utf-8",
    Format.CSV: "text/csv; charset=utf-8",
    Format.JSON: "application/json",
}


def export_session(session_id: str, format: str, *, separator: Separator = ",") -> bytes:  # noqa: A002
    """Give all that a session leaves behind as one file. Raises NotFound or ValueError."""
    wanted = Format(format)
    with db.sessionmaker() as session:
        record = record_of(session, session_id)
    match wanted:
        case Format.MARKDOWN:
            return as_markdown(record, said_invented())
        case Format.CSV:
            return as_csv(record, separator=separator)
        case Format.JSON:
            return as_json(record, invented=is_invented())
