"""Making a file of the report in a process of its own, from the database or from what has been published.

It reads by itself: gathering and setting a thousand notes would keep the server from answering for a second.
"""

from __future__ import annotations

import base64
import logging
import re
from typing import Any

from cafe.aside import Json, Tell, do_as_asked, step_back

MODULE = "cafe.harvest.report.aside"
STYLESHEET = "css/report_print.css"
NOTES_ON_A_PAGE = 11
SET = 90  # of a hundred, when all pages are set and the file is written


def answer(task: Json, tell: Tell) -> Json:
    """Make the file that a task asks for, telling from time to time how many of a hundred parts are done."""
    # What the server has imported long ago is slow to import, so it comes after the process has stepped back.
    from flask_babel import force_locale  # noqa: PLC0415

    from cafe.app import create_app  # noqa: PLC0415
    from cafe.db import db  # noqa: PLC0415
    from cafe.settings import Settings  # noqa: PLC0415

    settings = Settings(database_url=task["database_url"], secret_key="not used", demo=task["demo"])  # noqa: S106
    app = create_app(settings)
    with app.test_request_context("/"), force_locale(task["language"]):
        with db.sessionmaker() as session:
            facts = _facts(session, task)
        return {"file": base64.b64encode(_file(facts, task, tell)).decode()}


def _facts(session: Any, task: Json) -> Any:
    from cafe.harvest.queries.report import report_of  # noqa: PLC0415
    from cafe.harvest.report.frozen import thaw  # noqa: PLC0415

    frozen = task.get("content")
    return thaw(frozen) if frozen else report_of(session, task["session_id"], approved_only=True)


def _file(facts: Any, task: Json, tell: Tell) -> bytes:
    from cafe.harvest.report.story import tell as tell_report  # noqa: PLC0415

    booklet = tell_report(facts, task.get("title", ""), task.get("edition", ""))
    tell(5)
    if task["format"] == "docx":
        from cafe.harvest.report.as_docx import booklet_as_docx  # noqa: PLC0415

        return booklet_as_docx(booklet)
    from cafe.harvest.report.page import as_document  # noqa: PLC0415

    document = as_document(booklet)
    tell(10)
    return _pdf(document, len(facts.notes), tell)


def _pdf(document: str, notes: int, tell: Tell) -> bytes:
    from cafe.settings import STATIC  # noqa: PLC0415
    from cafe.site.pdf_writer import write  # noqa: PLC0415

    watcher = _Pages(tell, 10 + notes / NOTES_ON_A_PAGE)
    progress = logging.getLogger("weasyprint.progress")
    progress.setLevel(logging.INFO)
    progress.addHandler(watcher)
    return write(document, STATIC / STYLESHEET)


class _Pages(logging.Handler):
    """Listens to the writer's own words about the page that it sets."""

    def __init__(self, tell: Tell, expected: float) -> None:
        super().__init__()
        self._tell, self._expected = tell, expected

    def emit(self, record: logging.LogRecord) -> None:
        page = re.search(r"Page (\d+)", record.getMessage())
        if page:
            self._tell(10 + int(min(1.0, int(page[1]) / self._expected) * (SET - 10)))


if __name__ == "__main__":
    step_back()
    do_as_asked(answer)
