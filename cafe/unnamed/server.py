"""What the server does by itself: answers that wait are let in when there are enough of them."""

from __future__ import annotations

from cafe.actor import SERVER
from cafe.db import db
from cafe.perform import perform
from cafe.unnamed.actions import due
from cafe.unnamed.commands import MixAnswers


def mix_due() -> None:
    """Let in the answers about everything of which enough wait."""
    with db.sessionmaker() as session:
        found = due(session)
    for about in found:
        perform(SERVER, MixAnswers(about=about))
