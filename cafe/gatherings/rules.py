"""Pure decisions of gatherings: codes one can read aloud and type."""

from __future__ import annotations

import secrets

from cafe.people.rules import SYMBOLS

CODE_LENGTH = 6


def new_code() -> str:
    """Make a join code: six symbols out of thirty."""
    return "".join(secrets.choice(SYMBOLS) for _ in range(CODE_LENGTH))


def same_name(one: str, other: str) -> bool:
    """Tell whether two names differ at most in capitals and spaces, Å and Ø included."""
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def typed_code(text: str) -> str:
    """Read a code as people type it: any case, spaces and hyphens anywhere."""
    return "".join(character for character in text.upper() if character.isalnum())
