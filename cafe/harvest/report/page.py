"""The report as HTML: its blocks, set by the templates that the page and the PDF file share."""

from __future__ import annotations

from markupsafe import Markup

from cafe.harvest.citations import render_numbered
from cafe.harvest.report.blocks import Booklet, Prose
from cafe.site.page import calmly


def prose_as_html(block: Prose) -> Markup:
    """Render what people wrote; its headings stand below those of the report, its marks lead to the annex."""
    html = render_numbered(block.text, block.numbers, anchor="note", top_heading=4)
    return Markup(html)  # noqa: S704 - sanitised by render_markdown


def as_document(booklet: Booklet) -> str:
    """Give the report as a whole HTML document that fetches nothing, for the PDF writer."""
    return calmly("harvest/report/_pdf.html", booklet=booklet, prose=prose_as_html)
