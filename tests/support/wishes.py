"""Wishes as organisers state them in tests."""

from __future__ import annotations

from cafe.dialogue.commands.wishes import AddWish, WishKind
from tests.support.cafe import Hall


def wish(
    hall: Hall, kind: WishKind, person: int, *, other: int | None = None, topic: int | None = None
) -> str:
    """State a wish about the nth person, from 0; give its id."""
    command = AddWish(
        session_id=hall.session_id,
        kind=kind,
        attendee_id=hall.attendees[person],
        other_id=None if other is None else hall.attendees[other],
        topic_id=None if topic is None else hall.topics[topic],
    )
    return str(hall.do(command)["wish_id"])


def say_kind(hall: Hall, person: int, kind: str) -> None:
    """Let the nth person have said their background."""
    from cafe.db import unit_of_work
    from cafe.gatherings.model import Participant

    with hall.app.app_context(), unit_of_work() as session:
        session.get_one(Participant, hall.participants[person]).kind = kind
