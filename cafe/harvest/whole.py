"""A conclusion's title and text as one text, so that edits of both meet in the same way. Pure.

As in static/js/conclusions/whole.js: change both together.
"""

from __future__ import annotations

from dataclasses import dataclass

LONGEST_TITLE = 200
BETWEEN = "\n\n"


@dataclass(kw_only=True)
class Whole:
    """A conclusion as the merge sees it; `text` holds the title, an empty line and the text."""

    id: str
    text: str
    version: int
    changed_by_both: bool


def joined(title: str, text: str) -> str:
    """Give title and text as one."""
    return f"{title}{BETWEEN}{text}"


def parted(whole: str) -> tuple[str, str]:
    """Give title and text. What is more than a title can be stays, at the beginning of the text."""
    title, between, text = whole.partition(BETWEEN)
    line, rest, more = title.partition("\n")
    if rest:
        text = f"{more}{between}{text}"
    if len(line) <= LONGEST_TITLE:
        return line, text
    at = line.rfind(" ", 0, LONGEST_TITLE + 1)
    at = at if at > 0 else LONGEST_TITLE
    over = line[at:].lstrip()
    return line[:at], f"{over}{BETWEEN}{text}" if text else over
