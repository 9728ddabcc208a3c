"""The agenda of a gathering: its programme, and what returns by itself."""

from __future__ import annotations

from flask.typing import ResponseReturnValue

from cafe.db import db
from cafe.gatherings.agenda import what_returns
from cafe.gatherings.facts import returning
from cafe.gatherings.facts.programme import programme_of
from cafe.gatherings.views.blueprint import gatherings
from cafe.gatherings.views.frame import framed
from cafe.people.identity import actor_of_request

__all__ = ["agenda", "returning"]


@gatherings.get("/gatherings/<gathering_id>/agenda")
def agenda(gathering_id: str) -> ResponseReturnValue:
    """Show the agenda."""
    with db.sessionmaker() as session:
        days = programme_of(session, gathering_id)
        parts = what_returns(session, gathering_id, actor_of_request())
    return framed("agenda", gathering_id, "agenda", days=days, parts=parts)
