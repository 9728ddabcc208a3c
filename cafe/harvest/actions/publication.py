"""What happens when something is asked about publishing."""

from __future__ import annotations

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.commands import new_key
from cafe.dialogue.actions.found import cafe_of
from cafe.dialogue.actions.harvesters import say_who_harvests
from cafe.dialogue.actions.phases import phase_begins
from cafe.dialogue.model import CafeSession
from cafe.dialogue.rules import Phase
from cafe.errors import BadInput, NotFound, TooLate
from cafe.harvest.check import check
from cafe.harvest.commands.publication import LookAt, Publish, Unpublish
from cafe.harvest.model import Edition, LookedAt, Publication
from cafe.harvest.queries.delicate import looked_at, marks_of
from cafe.harvest.queries.report import report_of
from cafe.harvest.report.facts import ReportFacts
from cafe.harvest.report.frozen import freeze
from cafe.harvest.rules import new_slug
from cafe.i18n import lazy
from cafe.perform import Result, action

PUBLISHABLE = (Phase.HARVEST, Phase.CLOSED, Phase.PUBLISHED)


@action(Publish)
def publish(session: Session, _actor: Actor, command: Publish, now: int) -> Result:
    """Publish what is approved; what is not stays out. The edition before stays to be read."""
    cafe = cafe_of(session, command.session_id)
    if cafe.phase not in PUBLISHABLE:
        raise TooLate(lazy("The rounds are still going on. Publish after the last round."))
    facts = report_of(session, cafe.id, approved_only=True)
    _check(session, cafe, facts, looked=command.looked_at)
    page = _page_of(session, cafe.id) or _new_page(session, cafe, now)
    page.title, page.content, page.at = command.title, freeze(facts), now
    page.audience = command.audience
    page.edition += 1
    page.taken_down = False
    session.add(
        Edition(
            publication_id=page.id,
            number=page.edition,
            at=now,
            title=command.title,
            correction=command.correction,
            content=page.content,
        )
    )
    if cafe.phase == Phase.CLOSED:
        cafe.phase = Phase.PUBLISHED
        say_who_harvests(session, cafe, Phase.CLOSED)
        phase_begins(session, cafe, now)
        cafe.step += 1
    return {"slug": page.slug, "edition": page.edition}


@action(Unpublish)
def unpublish(session: Session, _actor: Actor, command: Unpublish, _now: int) -> Result:
    """Take the page down; publishing again puts it back at the same address.

    No copy stays, of no edition: a name may be the reason, and must not come back with the next one.
    """
    cafe = cafe_of(session, command.session_id)
    page = _page_of(session, cafe.id)
    if page is None:
        raise NotFound
    page.taken_down = True
    page.content = {}
    session.execute(
        update(Edition).where(Edition.publication_id == page.id).values(content={}, title="", correction="")
    )
    if cafe.phase == Phase.PUBLISHED:
        cafe.phase = Phase.CLOSED
        say_who_harvests(session, cafe, Phase.PUBLISHED)
        cafe.step += 1
    return {}


@action(LookAt)
def look_at(session: Session, _actor: Actor, command: LookAt, _now: int) -> Result:
    """Remember that passages have been looked at."""
    cafe = cafe_of(session, command.session_id)
    known = {
        row.id: row for row in session.scalars(select(LookedAt).where(LookedAt.id.in_(command.passage_ids)))
    }
    for passage_id in dict.fromkeys(command.passage_ids):
        row = known.get(passage_id)
        if row is None:
            session.add(LookedAt(id=passage_id, stream_id=cafe.id, session_id=cafe.id, looked=command.looked))
        elif row.session_id != cafe.id:
            raise NotFound
        else:
            row.looked = command.looked
    return {}


def _check(session: Session, cafe: CafeSession, facts: ReportFacts, *, looked: bool) -> None:
    """Refuse what is not ready to be read by others."""
    if not facts.conclusions and not any(topic.text for topic in facts.topics):
        raise BadInput(lazy("Nothing is approved yet. Approve a conclusion or a summary, then publish."))
    found = check(facts)
    if found.missing:
        raise BadInput(
            lazy(
                "%(count)s of the notes cited here cannot be found. Remove or replace them.",
                count=len(found.missing),
            )
        )
    if found.unsettled:
        raise BadInput(
            lazy(
                "%(count)s important notes are neither used nor left out. Settle them first.",
                count=len(found.unsettled),
            )
        )
    if not looked:
        seen = looked_at(session, cafe.id)
        if any(mark.id not in seen for mark in marks_of(session, cafe, facts)):
            raise BadInput(
                lazy("Some passages may name somebody. Look at them, then publish."), field="looked_at"
            )


def _page_of(session: Session, session_id: str) -> Publication | None:
    return session.scalars(select(Publication).where(Publication.session_id == session_id)).first()


def _new_page(session: Session, cafe: CafeSession, now: int) -> Publication:
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
    session.flush()
    return page
