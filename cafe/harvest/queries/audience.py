"""Rooms of a session that follow from the harvest."""

from __future__ import annotations

from sqlalchemy.orm import Session

from cafe.dialogue.model import Attendee
from cafe.dialogue.queries.audience import adds_rooms
from cafe.dialogue.rooms import counted
from cafe.harvest.queries.voting import ballots_voted_in


@adds_rooms
def where_votes_are_counted(session: Session, attendee: Attendee) -> list[str]:
    """Let somebody see how the votes stand in which they have voted."""
    return [counted(ballot_id) for ballot_id in ballots_voted_in(session, attendee.id)]
