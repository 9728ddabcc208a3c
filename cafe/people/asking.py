"""A command from a socket: who shows what, and asks for what."""

from __future__ import annotations

from sqlalchemy.orm import Session

from cafe.commands import Command
from cafe.errors import SignedOut
from cafe.people.identity import Shown, actor_who_shows
from cafe.perform import Answer, perform_within
from cafe.together import together


def answer_to(shown: Shown, command: Command) -> Answer:
    """Do what is asked, together with what others ask at this moment. Raises a SafeError."""

    def work(session: Session) -> Answer:
        # In the transaction itself: a ticket that ends is refused from the next command on.
        actor = actor_who_shows(shown, session)
        if not (actor.user_id or actor.participant_ids or actor.wall_of):
            raise SignedOut
        return perform_within(session, actor, command)

    return together(work)
