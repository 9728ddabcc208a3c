"""Making a file of the report in a process of its own, from the database or from what has been published.

It reads by itself: gathering and setting a thousand notes would keep the server from answering for a second.
"""

from __future__ import annotations

import base64
import logging
import re

from flask_babel import force_locale
from sqlalchemy.orm import Session

from cafe.app import create_app
from cafe.aside import Json, Tell, do_as_asked, step_back
from cafe.db import db
from cafe.harvest.queries.report import report_of
from cafe.harvest.report.as_docx import booklet_as_docx
from cafe.harvest.report.as_xlsx import facts_as_xlsx
from cafe.harvest.report.facts import ReportFacts
from cafe.harvest.report.frozen import thaw
from cafe.harvest.report.page import as_document
from cafe.harvest.report.story import tell as tell_report
from cafe.settings import STATIC, Settings
from cafe.site.pdf_writer import write

STYLESHEET = "css/report_print.css"
FOR_ARCHIVES = "pdf/a-2a"  # tagged, with all its letters; aimed at, not validated
NOTES_ON_A_PAGE = 11
TOLD, SET = 10, 95  # of a hundred: when the text is there, and when all pages are set


def answer(task: Json, tell: Tell) -> Json:
    """Make the file that a task asks for, telling from time to time how many of a hundred parts are done."""
    settings = Settings(database_url=task["database_url"], secret_key="", demo=task["demo"])
    app = create_app(settings)
    with app.test_request_context("/"), force_locale(task["language"]):
        with db.sessionmaker() as session:
            facts = _facts(session, task)
        return {"file": base64.b64encode(_file(facts, task, tell)).decode()}


def _facts(session: Session, task: Json) -> ReportFacts:
    facts = thaw(task["content"]) if "content" in task else None
    return facts or report_of(session, task["session_id"], approved_only=True)


def _file(facts: ReportFacts, task: Json, tell: Tell) -> bytes:
    if task["format"] == "xlsx":
        return facts_as_xlsx(facts)
    booklet = tell_report(facts, task.get("title", ""), task.get("edition", ""))
    if task["format"] == "docx":
        return booklet_as_docx(booklet)
    document = as_document(booklet)
    tell(TOLD)
    return _pdf(document, len(facts.notes), tell)


def _pdf(document: str, notes: int, tell: Tell) -> bytes:
    progress = logging.getLogger("weasyprint.progress")
    progress.setLevel(logging.INFO)
    progress.addHandler(_Pages(tell, TOLD + notes / NOTES_ON_A_PAGE))
    return write(document, STATIC / STYLESHEET, FOR_ARCHIVES)


class _Pages(logging.Handler):
    """Listens to the writer's own words about the page that it sets.

    It sets all pages again once it knows their numbers, twice or more: each time half of what is left.
    """

    def __init__(self, tell: Tell, expected: float) -> None:
        super().__init__()
        self._tell, self._expected = tell, expected
        self._times = 0
        self._page = 0

    def emit(self, record: logging.LogRecord) -> None:
        page = re.search(r"Page (\d+)", record.getMessage())
        if page is None:
            return
        self._times += int(page[1]) < self._page
        self._page = int(page[1])
        done = 1 - 0.5**self._times * (1 - 0.5 * min(1.0, self._page / self._expected))
        self._tell(TOLD + int(done * (SET - TOLD)))


if __name__ == "__main__":
    step_back()
    do_as_asked(answer)
