"""Showing what was found: words that were looked for are marked, a long text is cut around them. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cafe.search.terms import has, terms_of, wanted

AROUND = 90  # characters before the first word that was found
LONGEST = 240

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Piece:
    """A part of a text; `marked` ones are words that were looked for."""

    text: str
    marked: bool = False


def marked(text: str, words: str) -> list[Piece]:
    """Give a text in pieces, the words that were looked for marked in whatever form they have."""
    groups = [[group] for group in wanted(words)]
    pieces: list[Piece] = []
    at = 0
    for word in _WORD.finditer(text):
        terms = terms_of(word[0])
        if any(has(terms, group) for group in groups):
            if word.start() > at:
                pieces.append(Piece(text[at : word.start()]))
            pieces.append(Piece(word[0], marked=True))
            at = word.end()
    return [*pieces, Piece(text[at:])] if at < len(text) else pieces


def excerpt(text: str, words: str) -> list[Piece]:
    """Give the part of a text around the first word that was found, marked, on one line."""
    line = " ".join(text.split())
    pieces = marked(line, words)
    before = len(pieces[0].text) if pieces and not pieces[0].marked else 0
    begin = 0 if before <= AROUND else line.rfind(" ", 0, before - AROUND // 2) + 1
    end = len(line) if len(line) - begin <= LONGEST else line.rfind(" ", begin, begin + LONGEST)
    end = end if end > begin else begin + LONGEST
    part = marked(line[begin:end], words)
    opening = [Piece("… ")] if begin else []
    closing = [Piece(" …")] if end < len(line) else []
    return [*opening, *part, *closing]
