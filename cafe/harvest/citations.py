"""Citations in a text: small numbered marks that lead to the notes beneath. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

from cafe.harvest.rules import CITATION, cited
from cafe.markdown import render_markdown

BEFORE_LINKS = 172  # after backslashes and code, before references, which also stand in brackets


def render_cited(text: str, *, known: Collection[str], anchor: str, top_heading: int = 3) -> str:
    """Render a text whose citations lead to `#<anchor>-<number>`; numbers follow the order of citing.

    A cited note that is not among `known` gets a question mark instead of a number.
    """
    return render_numbered(text, numbered(text, known), anchor=anchor, top_heading=top_heading)


def render_numbered(text: str, numbers: Mapping[str, int], *, anchor: str, top_heading: int = 3) -> str:
    """Render a text whose citations carry the numbers given and lead to `#<anchor>-<number>`."""
    return render_markdown(text, top_heading=top_heading, extensions=[_Citations(numbers, anchor)])


def numbered(text: str, known: Collection[str]) -> dict[str, int]:
    """Give the known notes that a text cites their numbers, from 1."""
    return {note_id: number for number, note_id in enumerate((i for i in cited(text) if i in known), 1)}


class _Citations(Extension):
    def __init__(self, numbers: Mapping[str, int], anchor: str) -> None:
        self.numbers = numbers
        self.anchor = anchor
        super().__init__()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        md.inlinePatterns.register(_Citation(self, md), "citation", BEFORE_LINKS)


class _Citation(InlineProcessor):
    def __init__(self, marks: _Citations, md: Markdown) -> None:
        self.marks = marks
        super().__init__(f" ?{CITATION.pattern}", md)  # the mark stands close to its word

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: ARG002, N802
        number = self.marks.numbers.get(m[1])
        mark = Element("sup")
        if number is None:
            SubElement(mark, "span", {"class": "cite cite--unknown"}).text = "?"
        else:
            link = {"class": "cite", "href": f"#{self.marks.anchor}-{number}"}
            SubElement(mark, "a", link).text = str(number)
        return mark, m.start(0), m.end(0)
