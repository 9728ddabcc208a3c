"""The words that people see, from the product's own catalogues: a test presses what stands on the button."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from babel.support import NullTranslations, Translations

from cafe.settings import PACKAGE

PLACEHOLDER = re.compile(r"\{(\w+)\}|%\((\w+)\)s")


@lru_cache
def _catalogue(language: str) -> NullTranslations:
    return Translations.load(PACKAGE / "translations", [language])


@dataclass(frozen=True)
class Words:
    """One language's words."""

    language: str

    def __call__(self, english: str, **values: object) -> str:
        """Give a text as this language has it, with its placeholders filled in."""
        return _filled(_catalogue(self.language).ugettext(english), values)

    def several(self, one: str, other: str, count: int, **values: object) -> str:
        """Give a text that depends on a number."""
        text = _catalogue(self.language).ungettext(one, other, count)
        return _filled(text, {"count": count, "num": count, **values})


def _filled(text: str, values: dict[str, object]) -> str:
    return PLACEHOLDER.sub(lambda match: str(values[match[1] or match[2]]), text)
