"""What happens when something is asked of the texts that the notes come to."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.commands import new_key
from cafe.dialogue.actions.found import cafe_of
from cafe.dialogue.actions.session import written_about_topics
from cafe.dialogue.actions.texts import Edit, change
from cafe.dialogue.model import Topic
from cafe.dialogue.queries.roles import has_hosts
from cafe.errors import BadInput, NotFound, TooLate
from cafe.harvest.commands.hosts import ApproveByHosts
from cafe.harvest.commands.texts import ApproveConsolidated, WriteConsolidated
from cafe.harvest.model import Conclusion, Consolidated, ConsolidatedVersion
from cafe.harvest.queries.texts import consolidated_of, uncitable
from cafe.i18n import lazy
from cafe.perform import Result, action


@written_about_topics
def is_written_about(session: Session, topic_id: str) -> bool:
    """Tell whether a topic has a summary or a conclusion, which would be erased with it."""
    summaries = select(Consolidated.id).where(Consolidated.topic_id == topic_id, Consolidated.version > 0)
    conclusions = select(Conclusion.id).where(Conclusion.topic_id == topic_id)
    return session.scalars(summaries.union_all(conclusions).limit(1)).first() is not None


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
        text.approved = text.approved_by_hosts = False
    return {"version": text.version, "merged": changed.both}


@action(ApproveByHosts)
def approve_by_hosts(session: Session, _actor: Actor, command: ApproveByHosts, _now: int) -> Result:
    """Let the hosts of a topic stand by its text as they read it."""
    cafe = cafe_of(session, command.session_id)
    text = _as_read(session, cafe.id, command.topic_id, command.version)
    text.approved_by_hosts = True
    return {}


@action(ApproveConsolidated)
def approve_consolidated(session: Session, _actor: Actor, command: ApproveConsolidated, _now: int) -> Result:
    """Approve a text as it was read; every note it cites must exist."""
    cafe = cafe_of(session, command.session_id)
    text = _as_read(session, cafe.id, command.topic_id, command.version)
    hosts_asked = text.approved_by_hosts or command.without_hosts
    if not hosts_asked and has_hosts(session, cafe.id, command.topic_id):
        raise TooLate(lazy("Its hosts have not approved the summary yet. Ask them, or approve without them."))
    text.approved = True
    return {}


def _as_read(session: Session, session_id: str, topic_id: str | None, version: int) -> Consolidated:
    """Give a text to be approved. Raises a SafeError where it has changed, or cites what is gone."""
    text = consolidated_of(session, session_id, topic_id)
    if text is None or not text.text.strip():
        raise NotFound(lazy("There is nothing to approve here yet. Write the summary first."))
    if text.version != version:
        raise TooLate(lazy("Somebody has just changed the summary. Read it again first."))
    missing = uncitable(session, session_id, text.text)
    if missing:
        raise BadInput(
            lazy(
                "%(count)s of the notes cited here cannot be found. Remove or replace them.",
                count=len(missing),
            ),
            field="text",
        )
    return text
