"""What sockets ask for: who shows what, and may therefore do or see what."""

from __future__ import annotations

from sqlalchemy.orm import Session

from cafe.commands import Command
from cafe.db import db
from cafe.errors import SignedOut
from cafe.live.audience import Audience, Wish, audience_of
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


def audience_for(shown: Shown, wish: Wish) -> Audience:
    """Tell what may be seen by who shows this, by what the database holds now. Raises a SafeError."""
    with db.sessionmaker() as session:
        return audience_of(session, actor_who_shows(shown, session), wish)
