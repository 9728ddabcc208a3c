"""The report as a Word file: headings, lists and tables in named styles that a municipality can restyle."""

from __future__ import annotations

import io

from docx import Document
from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from flask_babel import gettext

from cafe.harvest.report.blocks import (
    Bars,
    Block,
    Booklet,
    Contents,
    Cover,
    Grid,
    Handover,
    Heading,
    Prose,
    Voice,
    Voices,
    Ways,
    Words,
)
from cafe.harvest.report.docx_links import add_bookmark, add_link
from cafe.harvest.report.docx_prose import add_prose
from cafe.harvest.report.page import prose_as_html
from cafe.harvest.report.xml_text import xml_text

LANGUAGES = {"nb": "nb-NO", "nn": "nn-NO", "sv": "sv-SE", "en": "en-GB"}
VOICE, ORIGIN, QUIET = "Voice", "Origin", "Quiet"
LOWEST_HEADING = 9


def booklet_as_docx(booklet: Booklet) -> bytes:
    """Give the report as a Word file."""
    word = Document()
    _prepare(word, booklet)
    if booklet.invented:
        word.add_paragraph(xml_text(booklet.invented), style=QUIET)
    for block in booklet.blocks:
        _add(word, block)
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def _prepare(word: Word, booklet: Booklet) -> None:
    language = LANGUAGES.get(booklet.language, "nb-NO")
    word.core_properties.title = xml_text(booklet.title)
    word.core_properties.author = "Kafédialog"
    word.core_properties.language = language
    for name, base in ((VOICE, "Quote"), (ORIGIN, "Normal"), (QUIET, "Normal")):
        style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = word.styles[base]
        if base == "Normal":
            style.font.size = Pt(9)
            style.font.color.rgb = RGBColor(0x44, 0x44, 0x44)
    defaults = word.styles.element.find(qn("w:docDefaults"))
    for spoken in defaults.iter(qn("w:lang")):
        spoken.set(qn("w:val"), language)


def _add(word: Word, block: Block) -> None:  # noqa: C901 - a kind of block a line
    match block:
        case Cover():
            _add_cover(word, block)
        case Contents():
            for anchor, letter, text in block.entries:
                add_link(word.add_paragraph(style="List Bullet"), anchor, _lettered(letter, text))
        case Heading():
            _add_heading(word, block)
        case Words():
            word.add_paragraph(xml_text(block.text), style=QUIET if block.quiet else None)
        case Ways():
            _add_ways(word, block)
        case Prose():
            add_prose(word, prose_as_html(block))
        case Voices():
            for voice in block.voices:
                _add_voice(word, voice, anchored=block.all_notes)
        case Handover():
            word.add_paragraph(xml_text(block.text), style="Intense Quote")
        case Bars():
            rows = tuple((label, str(value)) for label, value in block.rows)
            _add_table(word, block.caption, (gettext("Choice"), block.unit), rows)
        case Grid():
            _add_table(word, block.caption, block.header, block.rows)


def _add_ways(word: Word, block: Ways) -> None:
    before, after = block.around
    paragraph = word.add_paragraph(xml_text(before), style=QUIET)
    for number, (anchor, words) in enumerate(block.ways):
        if number:
            paragraph.add_run(", ")
        add_link(paragraph, anchor, xml_text(words))
    paragraph.add_run(xml_text(after))


def _lettered(letter: str | None, text: str) -> str:
    return xml_text(f"{letter}: {text}" if letter else text)


def _add_cover(word: Word, cover: Cover) -> None:
    if cover.over:
        word.add_paragraph(xml_text(cover.over), style=QUIET)
    word.add_paragraph(xml_text(cover.title), style="Title")
    for line in cover.under:
        word.add_paragraph(xml_text(line), style="Subtitle")


def _add_heading(word: Word, heading: Heading) -> None:
    level = min(heading.level - 1, LOWEST_HEADING)
    paragraph = word.add_heading(_lettered(heading.letter, heading.text), level=level)
    paragraph.paragraph_format.page_break_before = level == 1
    add_bookmark(paragraph, heading.anchor)


def _add_voice(word: Word, voice: Voice, *, anchored: bool) -> None:
    paragraph = word.add_paragraph(style=VOICE)
    if anchored:
        add_bookmark(paragraph, f"note-{voice.number}")
        paragraph.add_run(f"{voice.number}\u2002").bold = True
    else:
        add_link(paragraph, f"note-{voice.number}", f"{voice.number}")
        paragraph.add_run("\u2002")
    paragraph.add_run(xml_text(voice.text))
    important = [gettext("important")] if voice.important else []
    origin = word.add_paragraph(xml_text(" · ".join([voice.origin, *important, *voice.more])), style=ORIGIN)
    for anchor, title in voice.under:
        origin.add_run(" · ")
        add_link(origin, anchor, xml_text(title))
    for anchor, title in voice.leads_to:
        origin.add_run(" · ")
        add_link(origin, anchor, xml_text(gettext("In the conclusion “%(title)s”", title=title)))


def _add_table(word: Word, caption: str, header: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
    word.add_paragraph(xml_text(caption), style="Caption")
    table = word.add_table(rows=1, cols=len(header), style="Table Grid")
    for cell, text in zip(table.rows[0].cells, header, strict=True):
        cell.paragraphs[0].add_run(xml_text(text)).bold = True
    repeated = OxmlElement("w:tblHeader")  # read out as the header, and repeated on each page
    table.rows[0]._tr.get_or_add_trPr().append(repeated)  # noqa: SLF001 - the library's way to what it lacks
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = xml_text(text)
    word.add_paragraph()
