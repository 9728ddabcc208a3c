"""What happens when something is asked of the harvest."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.commands import new_key
from cafe.dialogue.actions.found import cafe_of
from cafe.dialogue.actions.texts import Edit, change
from cafe.dialogue.model import Topic
from cafe.dialogue.rules import Phase
from cafe.errors import BadInput, NotFound, TooLate
from cafe.harvest.commands import ApproveConsolidated, Publish, Unpublish, WriteConsolidated
from cafe.harvest.model import Consolidated, ConsolidatedVersion, Publication
from cafe.harvest.queries.texts import consolidated_of, publication_content, uncitable
from cafe.harvest.rules import new_slug
from cafe.i18n import lazy
from cafe.perform import Result, action

PUBLISHABLE = (Phase.HARVEST, Phase.CLOSED, Phase.PUBLISHED)


@action(WriteConsolidated)
def write_consolidated(session: Session, _actor: Actor, command: WriteConsolidated, now: int) -> Result:
    """Write a topic's consolidated summary; nothing two people wrote at once is dropped."""
    cafe = cafe_of(session, command.session_id)
    text = consolidated_of(session, cafe.id, command.topic_id)
    if text is None:
        if command.topic_id is not None:
            topic = session.get(Topic, command.topic_id)
            if topic is None or topic.session_id != cafe.id:
                raise NotFound
        text = Consolidated(
            id=new_key(),
            stream_id=cafe.id,
            session_id=cafe.id,
            topic_id=command.topic_id,
            text="",
            version=0,
            changed_by_both=False,
        )
        session.add(text)
    edit = Edit(command_id=command.id, base_version=command.base_version, text=command.text)
    changed = change(session, text, ConsolidatedVersion, edit, now)
    if changed.text:
        text.approved = False
    return {"version": text.version, "merged": changed.both}


@action(ApproveConsolidated)
def approve_consolidated(session: Session, _actor: Actor, command: ApproveConsolidated, _now: int) -> Result:
    """Approve a text as it was read; every note it cites must exist."""
    cafe = cafe_of(session, command.session_id)
    text = consolidated_of(session, cafe.id, command.topic_id)
    if text is None or not text.text.strip():
        raise NotFound(lazy("There is nothing to approve here yet. Write the summary first."))
    if text.version != command.version:
        raise TooLate(lazy("Somebody has just changed the summary. Read it again first."))
    missing = uncitable(session, cafe.id, text.text)
    if missing:
        raise BadInput(
            lazy(
                "%(count)s of the notes cited here cannot be found. Remove or replace them.",
                count=len(missing),
            ),
            field="text",
        )
    text.approved = True
    return {}


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
        cafe.step += 1
    return {}
