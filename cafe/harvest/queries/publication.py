"""What is published, edition by edition, and who may read it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
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


@dataclass(frozen=True, kw_only=True)
class Readable:
    """A published page by its title and address."""

    gathering_id: str
    session_id: str
    title: str
    slug: str


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
    return page.audience != "network" or _reads_of(session, actor, page.network_id)


def readable_of(session: Session, actor: Actor, gathering_ids: Collection[str]) -> list[Readable]:
    """Give the pages of gatherings that somebody may read, the first published first."""
    query = (
        select(Publication, Gathering.id, Gathering.network_id)
        .join(CafeSession, CafeSession.id == Publication.session_id)
        .join(Gathering, Gathering.id == CafeSession.gathering_id)
        .where(Gathering.id.in_(gathering_ids), Publication.taken_down.is_(False))
        .order_by(Publication.at, Publication.id)
    )
    found = session.execute(query).all()
    closed = {network_id for page, _, network_id in found if page.audience == "network"}
    hidden = {network_id for network_id in closed if not _reads_of(session, actor, network_id)}
    return [
        Readable(gathering_id=gathering_id, session_id=page.session_id, title=page.title, slug=page.slug)
        for page, gathering_id, network_id in found
        if page.audience != "network" or network_id not in hidden
    ]


def _reads_of(session: Session, actor: Actor, network_id: str) -> bool:
    """Tell whether somebody reads what is published for a network."""
    if roles_towards_network(session, actor, network_id):
        return True
    organised = select(Organising.gathering_id).where(Organising.user_id == actor.user_id)
    taken_part = select(Participant.gathering_id).where(Participant.id.in_(actor.participant_ids))
    own = select(Gathering.id).where(
        Gathering.network_id == network_id, or_(Gathering.id.in_(organised), Gathering.id.in_(taken_part))
    )
    return session.scalars(own.limit(1)).first() is not None
