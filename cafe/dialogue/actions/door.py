"""Somebody stands at the door with a new phone."""

from __future__ import annotations

from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.dialogue.actions.found import attendee_in, cafe_of
from cafe.dialogue.commands.door import HandOverPlace
from cafe.people.actions import issue_link
from cafe.people.commands import Purpose
from cafe.people.rules import TRANSFER_LASTS
from cafe.perform import Result, action


@action(HandOverPlace)
def hand_over_place(session: Session, _actor: Actor, command: HandOverPlace, now: int) -> Result:
    """Make a link that works once and soon ends; using it ends the place on every other phone."""
    attendee = attendee_in(session, cafe_of(session, command.session_id).id, command.attendee_id)
    issue_link(session, Purpose.TICKET, attendee.participant_id, now + TRANSFER_LASTS, secret=command.secret)
    return {"attendee_id": attendee.id}
