"""The conclusions that a network has published, in the words they were published in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.dialogue.model import CafeSession
from cafe.gatherings.model import Gathering
from cafe.harvest.model import Publication
from cafe.harvest.report.frozen import FORM
from cafe.harvest.things import Thing, conclusion_as_thing
from cafe.search.terms import has, terms_of, wanted

MOST_PAGES = 300
Key = tuple[str, int, int]


@dataclass(frozen=True, kw_only=True)
class PublishedConclusion:
    """A conclusion on a published page, and what it can be found by."""

    slug: str
    page: str
    thing: Thing
    terms: str


# An edition never changes, and one page holds thousands of notes: what it concludes is read once.
_read: dict[Key, list[PublishedConclusion]] = {}


def find_conclusions(session: Session, network_id: str, words: str) -> list[PublishedConclusion]:
    """Give the published conclusions of a network that have all the words in some form, the newest first.

    What has been written since is not looked at: it is not published. Whoever asks belongs to the network.
    """
    looked_for = wanted(words)
    if not looked_for:
        return []
    return [each for each in _published_in(session, network_id) if has(each.terms, looked_for)]


def _published_in(session: Session, network_id: str) -> list[PublishedConclusion]:
    query = (
        select(Publication.id, Publication.edition, Publication.at, Publication.slug, Publication.title)
        .join(CafeSession, Publication.session_id == CafeSession.id)
        .join(Gathering, CafeSession.gathering_id == Gathering.id)
        .where(Gathering.network_id == network_id, Publication.taken_down.is_(False))
        .order_by(Publication.at.desc(), Publication.id)
    )
    found = []
    for row in session.execute(query):
        key = (row.id, row.edition, row.at)
        if key not in _read:
            if len(_read) >= MOST_PAGES:
                _read.clear()
            content = session.scalars(select(Publication.content).where(Publication.id == row.id)).one()
            _read[key] = _conclusions(content, row.slug, row.title)
        found += _read[key]
    return found


def _conclusions(content: dict[str, Any], slug: str, page: str) -> list[PublishedConclusion]:
    if content.get("form") != FORM:
        return []
    things = [conclusion_as_thing(each["id"], each["title"], each["text"]) for each in content["conclusions"]]
    return [
        PublishedConclusion(slug=slug, page=page, thing=thing, terms=terms_of(thing.words))
        for thing in things
    ]
