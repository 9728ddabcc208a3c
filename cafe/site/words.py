"""The words a page's JavaScript needs, in the reader's language, from the one catalogue."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from babel.messages.extract import extract_from_file
from flask_babel import get_translations

from cafe.settings import STATIC

KEYWORDS = {"t": None, "n": (1, 2)}
Words = dict[str, str | list[str]]


@lru_cache(maxsize=256)
def _messages_in(file: Path) -> tuple[str | tuple[str, ...], ...]:
    found = extract_from_file("javascript", file, keywords=KEYWORDS, options={"parse_template_string": True})
    return tuple(message for _line, message, _comments, _context in found)


def words_for(modules: list[str]) -> Words:
    """Give the translations of every message in the given JavaScript files."""
    catalogue = get_translations()
    words: Words = {}
    for module in modules:
        for message in _messages_in(STATIC / module):
            if isinstance(message, str):
                words[message] = catalogue.ugettext(message)
            else:
                one, other = message[0], message[1]
                words[one] = [catalogue.ungettext(one, other, 1), catalogue.ungettext(one, other, 2)]
    return words
