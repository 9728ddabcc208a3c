"""What was said at a gathering, where it can be read: the domain that publishes it registers here."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from sqlalchemy.orm import Session

from cafe.actor import Actor


@dataclass(frozen=True, kw_only=True)
class PublishedPage:
    """A page that a café session of a gathering has come to."""

    gathering_id: str
    session_id: str
    title: str
    address: str


# Give the pages of gatherings that this reader may open, in the order they were published.
Finder = Callable[[Session, Actor, Collection[str]], list[PublishedPage]]
published_finders: list[Finder] = []


def published_pages(session: Session, actor: Actor, gathering_ids: Collection[str]) -> list[PublishedPage]:
    """Give what gatherings have published, as far as this reader may open it."""
    return [page for finder in published_finders for page in finder(session, actor, gathering_ids)]
