"""What is published, edition by edition, and who may read it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, undefer

from cafe.actor import Actor
from cafe.dialogue.model import CafeSession
from cafe.errors import NotFound
from cafe.gatherings.model import Gathering, Organising, Participant
from cafe.harvest.model import Edition, Publication
from cafe.harvest.report.facts import ReportFacts
from cafe.harvest.report.frozen import thaw
from cafe.network.queries import roles_towards_network


@dataclass(frozen=True, kw_only=True)
class EditionLine:
    """An edition in the list of them."""

    number: int
    at: int
    correction: str
    is_readable: bool


@dataclass(frozen=True, kw_only=True)
class Page:
    """A published page as it is read: the newest edition, or an earlier one.

    `facts` is None for what was published in the first form, which only `content` tells.
    """

    slug: str
    session_id: str
    network_id: str
    network: str
    audience: str
    title: str
    number: int
    newest: int
    at: int
    correction: str
    content: Mapping[str, Any]
    facts: ReportFacts | None
    editions: tuple[EditionLine, ...]


def published_page(session: Session, slug: str, number: int | None = None) -> Page:
    """Give what is published at an address. Raises NotFound: never was, taken down, or no such edition."""
    query = select(Publication).where(Publication.slug == slug, Publication.taken_down.is_(False))
    page = session.scalars(query.options(undefer(Publication.content))).first()
    if page is None:
        raise NotFound
    editions = select(Edition).where(Edition.publication_id == page.id).order_by(Edition.number)
    known = {
        edition.number: edition for edition in session.scalars(editions.options(undefer(Edition.content)))
    }
    wanted = known.get(number) if number is not None else None
    if number is not None and number != page.edition and (wanted is None or not wanted.content):
        raise NotFound
    shown = wanted if wanted is not None and number != page.edition else page
    cafe = session.get_one(CafeSession, page.session_id)
    newest = known.get(page.edition)
    return Page(
        slug=page.slug,
        session_id=page.session_id,
        network_id=cafe.gathering.network_id,
        network=cafe.gathering.network.name,
        audience=page.audience,
        title=shown.title,
        number=page.edition if number is None else number,
        newest=page.edition,
        at=shown.at,
        correction=shown.correction if isinstance(shown, Edition) else newest.correction if newest else "",
        content=shown.content,
        facts=thaw(shown.content),
        editions=tuple(
            EditionLine(
                number=each.number, at=each.at, correction=each.correction, is_readable=bool(each.content)
            )
            for each in known.values()
        ),
    )


def page_of_session(session: Session, session_id: str) -> Page:
    """Give the newest edition of what a session has published. Raises NotFound as for an address."""
    return published_page(session, slug_of(session, session_id))


def slug_of(session: Session, session_id: str) -> str:
    """Give the address of what a session has published. Raises NotFound: never was, or taken down."""
    query = select(Publication.slug).where(Publication.session_id == session_id)
    slug = session.scalars(query.where(Publication.taken_down.is_(False))).first()
    if slug is None:
        raise NotFound
    return slug


def may_read(session: Session, actor: Actor, page: Page) -> bool:
    """Tell whether somebody may read a page: everyone, or who belongs to its network."""
    if page.audience != "network":
        return True
    network_id = page.network_id
    if roles_towards_network(session, actor, network_id):
        return True
    organised = select(Organising.gathering_id).where(Organising.user_id == actor.user_id)
    taken_part = select(Participant.gathering_id).where(Participant.id.in_(actor.participant_ids))
    own = select(Gathering.id).where(
        Gathering.network_id == network_id, or_(Gathering.id.in_(organised), Gathering.id.in_(taken_part))
    )
    return session.scalars(own.limit(1)).first() is not None
