"""What the server does by itself at the harvest: votes are counted."""

from __future__ import annotations

from cafe.actor import SERVER
from cafe.db import db
from cafe.harvest.commands.voting import CountVotes
from cafe.harvest.queries.voting import sessions_to_count
from cafe.perform import perform


def count_votes() -> None:
    """Count open votes anew, once for all who have voted since the last look."""
    with db.sessionmaker() as session:
        due = sessions_to_count(session)
    for session_id in due:
        perform(SERVER, CountVotes(session_id=session_id))
