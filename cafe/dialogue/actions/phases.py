"""What else is to be done when a session comes to another phase, said by the domains that know."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy.orm import Session

from cafe.dialogue.model import CafeSession

Begin = Callable[[Session, CafeSession, int], None]
_begin: list[Begin] = []


def when_phase_begins(function: Begin) -> Begin:
    """Register what is done in the transaction that takes a session to another phase."""
    _begin.append(function)
    return function


def phase_begins(session: Session, cafe: CafeSession, now: int) -> None:
    """Do all that follows from the phase a session has just come to."""
    for function in _begin:
        function(session, cafe, now)
