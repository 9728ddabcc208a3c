"""Which measures a text tells of: those whose title stands in it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping


def told_of(texts: Iterable[str], titles: Mapping[str, Iterable[str]]) -> list[str]:
    """Give the ids whose title stands in a text as words of its own; a thing may have had several titles."""
    said = _flat("\n".join(texts))
    return [key for key, names in titles.items() if any(_names(said, _flat(name)) for name in names)]


def _names(said: str, name: str) -> bool:
    return bool(name) and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", said) is not None


def _flat(text: str) -> str:
    return " ".join(text.split()).casefold()
