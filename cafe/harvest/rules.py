"""Pure decisions of the harvest: citations."""

from __future__ import annotations

import re

# A citation stands in square brackets: [#k3v…]; several in a row read as several.
CITATION = re.compile(r"\[#([A-Za-z0-9_-]{8,36})\]")


def cited(text: str) -> list[str]:
    """Give the ids of the notes a text cites, each once, in order."""
    return list(dict.fromkeys(CITATION.findall(text)))
