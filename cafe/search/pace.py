"""How often one person may search: as quickly as anybody types, and no quicker."""

from __future__ import annotations

from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter

from cafe.actor import Actor
from cafe.errors import TooMany
from cafe.i18n import lazy

SEARCHES = parse("120 per minute")
_searches = FixedWindowRateLimiter(MemoryStorage())


def require_pace(actor: Actor) -> None:
    """Count a search. Raises TooMany when somebody's have been too many in this minute."""
    if not _searches.hit(SEARCHES, actor.user_id or " ".join(actor.participant_ids)):
        raise TooMany(lazy("Too many attempts just now. Wait a few minutes and try again."))


def forget_pace() -> None:
    """Begin with nobody having searched, as after a start."""
    _searches.storage.reset()
