"""What happens when something is asked about publishing."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.commands import new_key
from cafe.dialogue.actions.found import cafe_of
from cafe.dialogue.actions.harvesters import say_who_harvests
from cafe.dialogue.rules import Phase
from cafe.errors import BadInput, NotFound, TooLate
from cafe.harvest.commands.publication import Publish, Unpublish
from cafe.harvest.model import Publication
from cafe.harvest.queries.texts import publication_content
from cafe.harvest.rules import new_slug
from cafe.i18n import lazy
from cafe.perform import Result, action

PUBLISHABLE = (Phase.HARVEST, Phase.CLOSED, Phase.PUBLISHED)


@action(Publish)
def publish(session: Session, _actor: Actor, command: Publish, now: int) -> Result:
    """Publish what is approved; what is not stays out."""
    cafe = cafe_of(session, command.session_id)
    if cafe.phase not in PUBLISHABLE:
        raise TooLate(lazy("The rounds are still going on. Publish after the last round."))
    content = publication_content(session, cafe)
    if not content["topics"]:
        raise BadInput(lazy("No summary is approved yet. Approve at least one, then publish."))
    page = session.scalars(select(Publication).where(Publication.session_id == cafe.id)).first()
    if page is None:
        page = Publication(
            id=new_key(),
            stream_id=cafe.id,
            session_id=cafe.id,
            slug=new_slug(),
            edition=0,
            title="",
            at=now,
            content={},
        )
        session.add(page)
    page.title, page.content, page.at = command.title, content, now
    page.edition += 1
    page.taken_down = False
    if cafe.phase == Phase.CLOSED:
        cafe.phase = Phase.PUBLISHED
        say_who_harvests(session, cafe, Phase.CLOSED)
        cafe.step += 1
    return {"slug": page.slug, "edition": page.edition}


@action(Unpublish)
def unpublish(session: Session, _actor: Actor, command: Unpublish, _now: int) -> Result:
    """Take the page down; publishing again puts it back at the same address."""
    cafe = cafe_of(session, command.session_id)
    page = session.scalars(select(Publication).where(Publication.session_id == cafe.id)).first()
    if page is None:
        raise NotFound
    page.taken_down = True
    page.content = {}
    if cafe.phase == Phase.PUBLISHED:
        cafe.phase = Phase.CLOSED
        say_who_harvests(session, cafe, Phase.PUBLISHED)
        cafe.step += 1
    return {}
