"""Good news on a team's own page: another one has borrowed a measure of theirs."""

from __future__ import annotations

from sqlalchemy.orm import Session

from cafe.actor import Actor, Role
from cafe.authorisation.rights import Roles
from cafe.network.parts import Part, team_parts
from cafe.plans.queries.sharing import kind_words

FIRST = 10


def good_news(session: Session, _actor: Actor, team_id: str, roles: Roles) -> Part | None:
    """Give what a team has not seen yet, to the team alone."""
    words = kind_words(session, team_id) if Role.TEAM in roles else []
    if not words:
        return None
    return Part(template="plans/_kind_words.html", place=FIRST, facts={"team_id": team_id, "words": words})


team_parts.append(good_news)
