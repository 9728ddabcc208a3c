"""What a file of the demo says of itself: its places are real, its people and what they say are not."""

from __future__ import annotations

from flask_babel import gettext

from cafe.people.identity import settings


def is_invented() -> bool:
    """Tell whether everything on this server is an example."""
    return settings().demo


def said_invented() -> str:
    """Give the sentence that every file of an example bears, or nothing."""
    return str(gettext("An example: the people and what they say are invented.")) if is_invented() else ""
