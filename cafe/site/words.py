"""The words a page's JavaScript needs, in the reader's language, from the one catalogue."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from flask_babel import get_translations

from cafe.settings import STATIC

Words = dict[str, str | list[str]]
Id = str | tuple[str, str]

# Babel's own reader loses texts in templates inside templates, and those would stay English. House rule
# instead: t( and n( are followed by texts in double quotes, which a test holds every call to.
_TEXT = r'"(?:[^"\\\n]|\\.)*"'
CALL = re.compile(rf"(?<![\w.$])(?:t\(\s*({_TEXT})\s*[,)]|n\(\s*({_TEXT}),\s*({_TEXT}),)")
COMMENT = re.compile(r"^[ \t]*(?:/?\*|//).*$", re.MULTILINE)


def messages_in(source: str) -> Iterator[tuple[int, Id]]:
    """Give the texts that JavaScript asks for, with their lines: one, or one for one and one for many."""
    code = COMMENT.sub("", source)
    for call in CALL.finditer(code):
        text, one, other = (json.loads(group) if group else "" for group in call.groups())
        yield code.count("\n", 0, call.start()) + 1, text or (one, other)


@lru_cache(maxsize=256)
def _messages_of(file: Path) -> tuple[Id, ...]:
    return tuple(message for _line, message in messages_in(file.read_text(encoding="utf-8")))


def words_for(modules: list[str]) -> Words:
    """Give the translations of every message in the given JavaScript files."""
    catalogue = get_translations()
    words: Words = {}
    for module in modules:
        for message in _messages_of(STATIC / module):
            if isinstance(message, str):
                words[message] = catalogue.ugettext(message)
            else:
                one, other = message
                words[one] = [catalogue.ungettext(one, other, 1), catalogue.ungettext(one, other, 2)]
    return words
