"""Places in a Word file and links to them, which the library has no words for."""

from __future__ import annotations

import re
from itertools import count

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

_ids = count(1)
LONGEST_NAME = 40  # of a bookmark in Word


def add_bookmark(paragraph: Paragraph, anchor: str) -> None:
    """Make a paragraph a place that links lead to."""
    number = str(next(_ids))
    begin, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    begin.set(qn("w:id"), number)
    begin.set(qn("w:name"), bookmark_name(anchor))
    end.set(qn("w:id"), number)
    paragraph._p.append(begin)  # noqa: SLF001 - the library's way to what it lacks
    paragraph._p.append(end)  # noqa: SLF001 - the same


def add_link(paragraph: Paragraph, anchor: str, text: str, *, raised: bool = False) -> None:
    """Add a text that leads to a place in the same file."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), bookmark_name(anchor))
    # Two marks side by side would read as one number.
    run = paragraph.add_run(f"\u2009{text}" if raised else text)
    run.font.superscript = raised or None
    link.append(run._r)  # noqa: SLF001 - the same
    paragraph._p.append(link)  # noqa: SLF001 - the same


def bookmark_name(anchor: str) -> str:
    """Give an anchor as Word takes it: letters, digits and underlines, a letter first."""
    return re.sub(r"\W", "_", f"k_{anchor}")[:LONGEST_NAME]
