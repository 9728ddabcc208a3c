"""Where a conclusion leads after the café: a measure, say. The domain that owns it registers here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from cafe.actor import Actor


@dataclass(frozen=True, kw_only=True)
class Onward:
    """Something that came of a conclusion or a note: what it says, and its page."""

    words: str
    url: str


# Give what came of things of a session that this reader may see, by the id of the conclusion or note.
Finder = Callable[[Session, Actor, str], dict[str, list[Onward]]]
_finders: list[Finder] = []


def leads_onward(finder: Finder) -> Finder:
    """Register what else becomes of conclusions and notes."""
    _finders.append(finder)
    return finder


def onward_from(session: Session, actor: Actor, session_id: str) -> dict[str, list[Onward]]:
    """Give all that came of a session's conclusions and notes, by their ids."""
    found: dict[str, list[Onward]] = {}
    for finder in _finders:
        for thing_id, links in finder(session, actor, session_id).items():
            found.setdefault(thing_id, []).extend(links)
    return found


def forget(finders: Iterable[Finder]) -> None:
    """Take finders out again."""
    for finder in finders:
        _finders.remove(finder)
