"""What other domains put on a team's page: kind words, what is due, the compass, reports.

A domain registers a function where its views are imported:

    from cafe.network.parts import Part, team_parts

    @team_parts.append
    def kind_words(session: Session, actor: Actor, team_id: str, roles: Roles) -> Part | None:
        ...
        return Part(template="plans/_kind_words.html", place=10, facts=words)

The template is included with `part` in its context and makes one `<section>` with a heading of the second
degree; `part.facts` is whatever the function gave. It has to ask `roles` (those towards the team) itself who
sees it: the page is open to the whole network. None, or nothing to tell, leaves the part out. Kind words
stand at 10, above everything; what a team has under way from 20 on; what is asked for more rarely from 50 on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.authorisation.rights import Roles


@dataclass(frozen=True, kw_only=True)
class Part:
    """A part of a team's page: its template, where it stands, and what it tells."""

    template: str
    place: int
    facts: Any


PartFinder = Callable[[Session, Actor, str, Roles], Part | None]
team_parts: list[PartFinder] = []


def parts_for(session: Session, actor: Actor, team_id: str, roles: Roles) -> list[Part]:
    """Give the parts of a team's page that somebody sees, in their order."""
    found = (finder(session, actor, team_id, roles) for finder in team_parts)
    return sorted((part for part in found if part is not None), key=lambda part: part.place)
