"""Decimal numbers as people type them, and the one form they are kept in. Pure.

Kept is decimal text with a point, without leading or trailing zeros that say nothing: exact, and the same on
every machine.
"""

from __future__ import annotations

import re

# More would be no measurement of a municipality, and no longer exact in a spreadsheet.
MOST_WHOLE, MOST_DECIMALS = 12, 6
_SPACES = re.compile("[ \u00a0\u2009\u202f]")
_GROUPED = re.compile(r"[+-]?\d{1,3}(?: \d{3})+(?:[.,]\d+)?")
_PLAIN = re.compile(r"([+-]?)(\d*)(?:[.,](\d*))?", re.ASCII)


def canonical_number(typed: str) -> str | None:
    """Give the kept form of a number that somebody typed, or None when it is none or too large.

    Understood are a decimal comma or point, spaces between thousands and a typographic minus. "1.000" is one:
    a point is never taken for a thousands' sign.
    """
    text = _SPACES.sub(" ", typed.strip()).replace("−", "-").strip()
    if _GROUPED.fullmatch(text):
        text = text.replace(" ", "")
    found = _PLAIN.fullmatch(text)
    if found is None or not (found[2] or found[3]):
        return None
    whole, decimals = found[2].lstrip("0"), (found[3] or "").rstrip("0")
    if len(whole) > MOST_WHOLE or len(decimals) > MOST_DECIMALS:
        return None
    number = (whole or "0") + (f".{decimals}" if decimals else "")
    return f"-{number}" if found[1] == "-" and number != "0" else number
