"""The budget of failed sign-ins: per account and for the whole deployment, never per address on the net.

A whole hall shares one address, so counting by that would lock out those who did nothing. Who succeeds pays
nothing.
"""

from __future__ import annotations

from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter

from cafe.errors import TooMany
from cafe.i18n import lazy
from cafe.people.rules import hashed

PER_ACCOUNT = parse("10 per 5 minutes")
PER_DEPLOYMENT = parse("60 per minute")
_failures = FixedWindowRateLimiter(MemoryStorage())
_ALL = "sign-in"


def require_attempt(email: str) -> None:
    """Refuse to look at a password when too many have been wrong just now. Raises TooMany."""
    if not (_failures.test(PER_ACCOUNT, _key(email)) and _failures.test(PER_DEPLOYMENT, _ALL)):
        raise TooMany(lazy("Too many attempts just now. Wait a few minutes and try again."))


def note_failure(email: str) -> None:
    """Take one from the budgets."""
    _failures.hit(PER_ACCOUNT, _key(email))
    _failures.hit(PER_DEPLOYMENT, _ALL)


def forget_failures() -> None:
    """Begin with full budgets, as after a start."""
    _failures.storage.reset()


def _key(email: str) -> str:
    return hashed(email.strip().lower())
