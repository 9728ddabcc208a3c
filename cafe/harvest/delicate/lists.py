"""Lists of words as patterns. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable


def listed(text: str) -> str:
    """Make a pattern of what stands between upright strokes, on as many lines as it takes."""
    return "|".join(re.sub(r"\s+", r"\\s+", entry.strip()) for entry in text.split("|"))


def any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    """Match any of these as whole words, in capitals or not."""
    return re.compile(rf"(?<![\w-])(?:{'|'.join(patterns)})(?![\w-])", re.IGNORECASE)
