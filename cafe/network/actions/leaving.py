"""Whoever has lost a right has no page left open by it.

Their lines are closed once it is stored. What they may still see they open again by themselves, by their
rights of today; nobody else notices.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy.orm import Session

from cafe.db import on_commit
from cafe.live.peers import peers
from cafe.mail.actions import drop_letters

SHOWN_OUT = "shown_out"


def show_out(session: Session, user_id: str) -> None:
    """Close what somebody has open, as soon as this is stored; letters that wait may tell what is over."""
    drop_letters(session, user_id)
    session.info.setdefault(SHOWN_OUT, set()).add(user_id)


def _those_who_go(session: Session) -> Iterable[str]:
    return frozenset(session.info.pop(SHOWN_OUT, ()))


def _close(user_ids: Iterable[str]) -> None:
    for user_id in sorted(user_ids):
        peers.close_all_of(user_id)


on_commit(_those_who_go, _close)
