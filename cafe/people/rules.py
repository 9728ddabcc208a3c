"""Pure decisions about secrets and times."""

from __future__ import annotations

import hashlib
import secrets

from cafe.clock import MINUTE

SIGN_IN_LASTS = 10 * MINUTE
DAY = 24 * 60 * MINUTE
INVITATION_LASTS = 7 * DAY
CARD_LASTS = 60 * DAY
TRANSFER_LASTS = 10 * MINUTE

# 30 symbols: no 0, 1, I, L, O (mistaken for one another) and no U (so that few codes are words).
SYMBOLS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
# Two more than a join code has, which tells the two apart. 39 bits are enough for ten minutes under the
# budget of wrong codes.
TRANSFER_LENGTH = 8


def new_secret() -> str:
    """Make a secret for a ticket or a link: 192 bits, URL-safe."""
    return secrets.token_urlsafe(24)


def hashed(secret: str) -> str:
    """Give what is stored of a secret; it is random enough to need no salt."""
    return hashlib.sha256(secret.encode()).hexdigest()


def new_transfer_code() -> str:
    """Make a code that takes a place along to another phone: short enough to be typed."""
    return "".join(secrets.choice(SYMBOLS) for _ in range(TRANSFER_LENGTH))


def typed_transfer_code(text: str) -> str:
    """Read a transfer code as people type it; a secret of another length stays as it is."""
    typed = "".join(character for character in text.upper() if character.isalnum())
    return typed if len(typed) == TRANSFER_LENGTH else text.strip()
