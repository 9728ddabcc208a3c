"""Who may join which rooms of a stream: found by the domain that owns the kind of stream."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.errors import NotAllowed, NotFound
from cafe.live.model import Stream


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What a client asks to see: a stream, in which capacity, and at which table."""

    stream_id: str
    capacity: str
    table_id: str | None = None


@dataclass(frozen=True, kw_only=True)
class Audience:
    """What a client may see: rooms; and whose device it is, where its presence is shown to organisers."""

    rooms: tuple[str, ...]
    person: str | None = None
    presents: bool = False


Finder = Callable[[Session, Actor, Wish], Audience]
_finders: dict[str, Finder] = {}
# Asked by every phone that comes back.
_KIND = select(Stream.kind).where(Stream.id == bindparam("stream"))


def finds_audience(stream_kind: str) -> Callable[[Finder], Finder]:
    """Register how the audience of a kind of stream is found. The finder raises NotAllowed."""

    def decorate(finder: Finder) -> Finder:
        _finders[stream_kind] = finder
        return finder

    return decorate


def audience_of(session: Session, actor: Actor, wish: Wish) -> Audience:
    """Give what the actor may see. Raises NotFound for no such stream, NotAllowed for no right to it."""
    kind = session.connection().execute(_KIND, {"stream": wish.stream_id}).scalar()
    if kind is None:
        raise NotFound
    audience = _finders[kind](session, actor, wish)
    if not audience.rooms:
        raise NotAllowed
    return audience
