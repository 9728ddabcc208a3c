"""Plans as a file in one of the formats, in the present language."""

from __future__ import annotations

from cafe.harvest.report.as_docx import booklet_as_docx
from cafe.harvest.report.as_xlsx import workbook
from cafe.harvest.report.blocks import Booklet
from cafe.harvest.report.page import as_document
from cafe.plans.export.data import plans_as_json
from cafe.plans.export.sheets import Plans, sheets_of
from cafe.plans.export.story import tell_network, tell_plan
from cafe.settings import STATIC
from cafe.site.pdf_writer import write

STYLESHEET = "css/report_print.css"
FOR_ARCHIVES = "pdf/a-2a"  # tagged, with all its letters; aimed at, not validated


def file_of(format: str, title: str, plans: Plans, today: str, *, alone: bool) -> bytes:  # noqa: A002 - its name
    """Give plans as a file: one plan `alone`, or all of a network under a title."""
    if format == "json":
        return plans_as_json(title, plans, today)
    if format == "xlsx":
        return workbook(title, "Kafédialog", sheets_of(plans))
    booklet = _booklet(title, plans, today, alone=alone)
    if format == "docx":
        return booklet_as_docx(booklet)
    return write(as_document(booklet), STATIC / STYLESHEET, FOR_ARCHIVES)


def _booklet(title: str, plans: Plans, today: str, *, alone: bool) -> Booklet:
    if alone:
        facts, reports = plans[0]
        return tell_plan(facts, reports, today)
    return tell_network(title, plans, today)
