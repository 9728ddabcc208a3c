"""Pure decisions about secrets and times."""

from __future__ import annotations

import hashlib
import secrets

from cafe.clock import MINUTE

SIGN_IN_LASTS = 10 * MINUTE
DAY = 24 * 60 * MINUTE
INVITATION_LASTS = 7 * DAY
CARD_LASTS = 60 * DAY


def new_secret() -> str:
    """Make a secret for a ticket or a link: 192 bits, URL-safe."""
    return secrets.token_urlsafe(24)


def hashed(secret: str) -> str:
    """Give what is stored of a secret; it is random enough to need no salt."""
    return hashlib.sha256(secret.encode()).hexdigest()
