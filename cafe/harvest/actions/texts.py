"""What happens when something is asked of the texts that the notes come to."""

from __future__ import annotations

from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.commands import new_key
from cafe.dialogue.actions.found import cafe_of
from cafe.dialogue.actions.texts import Edit, change
from cafe.dialogue.model import Topic
from cafe.errors import BadInput, NotFound, TooLate
from cafe.harvest.commands.texts import ApproveConsolidated, WriteConsolidated
from cafe.harvest.model import Consolidated, ConsolidatedVersion
from cafe.harvest.queries.texts import consolidated_of, uncitable
from cafe.i18n import lazy
from cafe.perform import Result, action


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
