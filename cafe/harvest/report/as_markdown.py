"""The report as Markdown, to be read and to be worked on. Pure but for the words."""

from __future__ import annotations

from collections.abc import Iterator

from flask_babel import gettext

from cafe.harvest.export_markdown import escaped
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
    Thing,
    Voice,
    Voices,
    Ways,
    Words,
)
from cafe.harvest.rules import CITATION


def booklet_as_markdown(booklet: Booklet) -> bytes:
    """Give the report as Markdown in UTF-8. What people wrote as notes stands as quotations, line by line."""
    told = [_set(block) for block in booklet.blocks if not isinstance(block, Contents | Thing)]
    return ("\n\n".join(filter(None, (escaped(booklet.invented), *told))) + "\n").encode()


def _set(block: Block) -> str:  # noqa: C901, PLR0911 - a kind of block a line
    match block:
        case Cover():
            return "\n\n".join([f"# {escaped(block.title)}", escaped(block.over), *map(escaped, block.under)])
        case Heading():
            letter = f"{block.letter}: " if block.letter else ""
            return f"{'#' * block.level} {letter}{escaped(block.text)}"
        case Words():
            return escaped(block.text)
        case Ways():
            return escaped(block.in_words)
        case Prose():
            return CITATION.sub(lambda mark: _mark(block.numbers.get(mark[1])), block.text)
        case Voices():
            return "\n\n".join(_voice(voice) for voice in block.voices)
        case Handover():
            return _quoted(block.text)
        case Bars():
            return _table(
                block.caption, ("", block.unit), ((label, str(value)) for label, value in block.rows)
            )
        case Grid():
            return _table(block.caption, block.header, block.rows)
        case Contents() | Thing():
            return ""


def _mark(number: int | None) -> str:
    return "[?]" if number is None else f"[{number}]"


def _voice(voice: Voice) -> str:
    important = [gettext("important")] if voice.important else []
    themes = ", ".join(title for _anchor, title in voice.under)
    under = [gettext("Themes: %(names)s.", names=themes)] if themes else []
    links = [gettext("In the conclusion “%(title)s”", title=title) for _anchor, title in voice.leads_to]
    said = " · ".join([voice.origin, *important, *under, *voice.more, *links])
    return f"**{voice.number}** {escaped(said)}\n\n{_quoted(voice.text)}"


def _quoted(text: str) -> str:
    return "\n".join(f"> {escaped(line)}" for line in text.split("\n"))


def _table(
    caption: str, header: tuple[str, ...], rows: Iterator[tuple[str, ...]] | tuple[tuple[str, ...], ...]
) -> str:
    lines = [header, tuple("---" for _ in header), *rows]
    table = "\n".join("| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines)
    return f"**{escaped(caption)}**\n\n{table}"


def _cell(text: str) -> str:
    return text if text == "---" else escaped(text).replace("\n", " ")
