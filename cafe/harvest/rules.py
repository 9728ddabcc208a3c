"""Pure decisions of the harvest: citations, and what a file is called."""

from __future__ import annotations

import re
import secrets
import unicodedata

LONGEST_TEXT = 60_000

# A citation stands in square brackets: [#k3v…]; several in a row read as several.
CITATION = re.compile(r"\[#([A-Za-z0-9_-]{8,36})\]")


# Read from a wall and typed on a phone: small letters and digits that are not mistaken for one another.
_SYMBOLS = "23456789abcdefghjkmnpqrstvwxyz"


def new_slug() -> str:
    """Make the last part of a published page's address."""
    return "".join(secrets.choice(_SYMBOLS) for _ in range(10))


def cited(text: str) -> list[str]:
    """Give the ids of the notes a text cites, each once, in order."""
    return list(dict.fromkeys(CITATION.findall(text)))


def file_name(title: str, ending: str) -> str:
    """Name a file after a session, in letters that every system keeps."""
    spelt = title.lower().replace("ø", "o").replace("æ", "ae")
    plain = unicodedata.normalize("NFKD", spelt).encode("ascii", "ignore").decode()
    name = re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-")[:60]
    return f"{name or 'session'}.{ending}"
