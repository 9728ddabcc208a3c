"""The budget of wrong codes: one for the whole deployment, because a hall full of phones shares one address.

Right codes cost nothing. When the budget is used up, typed codes wait for the next minute; the QR code, whose
secret cannot be guessed, goes on working.
"""

from __future__ import annotations

from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter

from cafe.errors import TooMany

FAILURES = parse("100 per minute")
_failures = FixedWindowRateLimiter(MemoryStorage())
_TYPED = "typed codes"


def require_guesses_left() -> None:
    """Refuse to look at a typed code when too many have been wrong just now. Raises TooMany."""
    if not _failures.test(FAILURES, _TYPED):
        raise TooMany


def count_wrong_guess() -> None:
    """Take one from the budget."""
    _failures.hit(FAILURES, _TYPED)


def forget_wrong_guesses() -> None:
    """Begin with a full budget, as after a start."""
    _failures.clear(FAILURES, _TYPED)
