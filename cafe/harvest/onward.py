"""Where a conclusion leads after the café: a measure, say. The domain that owns it registers here.

So does the domain that lets people take home what was published.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from cafe.actor import Actor


@dataclass(frozen=True, kw_only=True)
class Onward:
    """Something that came of a conclusion, theme or note: what it says, and its page where one may read it.

    `own` ones are what the reader has made of it.
    """

    words: str
    url: str | None = None
    own: bool = False


@dataclass(frozen=True, kw_only=True)
class TakingHome:
    """A way to take things of a page home: the address that is asked, and that of a list of them."""

    ask: str
    choose: str


# Give what came of things of a session that this reader may see, by the id of the conclusion, theme or note.
Finder = Callable[[Session, Actor, str], dict[str, list[Onward]]]
_finders: list[Finder] = []
# Tell how an actor may take things of a session's page home, or None when they may not.
Offer = Callable[[Session, Actor, str], TakingHome | None]
_offers: list[Offer] = []


def leads_onward(finder: Finder) -> Finder:
    """Register what else becomes of conclusions, themes and notes."""
    _finders.append(finder)
    return finder


def onward_from(session: Session, actor: Actor, session_id: str) -> dict[str, list[Onward]]:
    """Give all that came of a session's conclusions, themes and notes, by their ids."""
    found: dict[str, list[Onward]] = {}
    for finder in _finders:
        for thing_id, links in finder(session, actor, session_id).items():
            found.setdefault(thing_id, []).extend(links)
    return found


def lets_take_home(offer: Offer) -> Offer:
    """Register a way to take things home."""
    _offers.append(offer)
    return offer


def taking_home(session: Session, actor: Actor, session_id: str) -> TakingHome | None:
    """Give how somebody may take things of a session's page home, or None."""
    found = (offer(session, actor, session_id) for offer in _offers)
    return next((way for way in found if way is not None), None)


def forget(finders: Iterable[Finder]) -> None:
    """Take finders out again."""
    for finder in finders:
        _finders.remove(finder)
