"""What people wrote in Markdown, in a Word file: from HTML that is safe to show to paragraphs and runs."""

from __future__ import annotations

from html.parser import HTMLParser

from docx.document import Document as Word
from docx.text.paragraph import Paragraph

from cafe.harvest.report.docx_links import add_link
from cafe.harvest.report.xml_text import xml_text

HEADINGS = {f"h{level}": level for level in range(1, 7)}
DEEPEST_LIST = 3  # list styles of the file


def add_prose(word: Word, html: str) -> None:
    """Add a text as paragraphs, lists and headings in the file's own styles."""
    reader = _Reader(word)
    reader.feed(html)
    reader.close()


class _Reader(HTMLParser):
    def __init__(self, word: Word) -> None:
        super().__init__(convert_charrefs=True)
        self._word = word
        self._paragraph: Paragraph | None = None
        self._lists: list[str] = []
        self._open: list[str] = []
        self._link: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open.append(tag)
        match tag:
            case "ul" | "ol":
                self._lists.append(tag)
            case "br":
                self._open.pop()
                self._here().add_run().add_break()
            case "hr":
                self._open.pop()
            case "a":
                self._link = dict(attrs).get("href")
            case "p" | "li" | "pre" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                # A paragraph that opens a list item is the item's own.
                is_item_text = tag == "p" and self._open[-2:-1] == ["li"] and self._is_fresh()
                if not is_item_text:
                    self._paragraph = self._word.add_paragraph(style=self._style(tag))

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass
        if tag in {"ul", "ol"} and self._lists:
            self._lists.pop()
        if tag == "a":
            self._link = None
        if tag in {"p", "li", "pre", *HEADINGS} and not (tag == "p" and "li" in self._open):
            self._paragraph = None

    def handle_data(self, data: str) -> None:
        if self._paragraph is None and not data.strip():
            return
        text = xml_text(data) if "pre" in self._open else xml_text(data).replace("\n", " ")
        if self._link is not None and self._link.startswith("#"):
            add_link(self._here(), self._link[1:], text, raised="sup" in self._open)
            return
        run = self._here().add_run(text)
        run.bold = "strong" in self._open or None
        run.italic = "em" in self._open or None
        run.font.superscript = "sup" in self._open or None
        if self._link is not None:
            run.add_text(f" ({self._link})" if self._link != data else "")

    def _here(self) -> Paragraph:
        if self._paragraph is None:
            self._paragraph = self._word.add_paragraph()
        return self._paragraph

    def _is_fresh(self) -> bool:
        return self._paragraph is not None and not self._paragraph.text

    def _style(self, tag: str) -> str | None:
        if tag in HEADINGS:
            # As deep as on the page, where the report's own title is the first level.
            return f"Heading {HEADINGS[tag] - 1 or 1}"
        if self._lists:
            name = "List Number" if self._lists[-1] == "ol" else "List Bullet"
            depth = min(len(self._lists), DEEPEST_LIST)
            return name if depth == 1 else f"{name} {depth}"
        return "Quote" if "blockquote" in self._open else None
