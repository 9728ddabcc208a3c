"""Which rooms of a work plan an actor may stand in."""

from __future__ import annotations

from sqlalchemy.orm import Session

from cafe.actor import Actor, Role
from cafe.authorisation import roles_towards
from cafe.errors import NotAllowed
from cafe.live.audience import Audience, Wish, finds_audience
from cafe.plans.rooms import NETWORK, ORGANISERS, TEAM


@finds_audience("plan")
def plan_audience(session: Session, actor: Actor, wish: Wish) -> Audience:
    """Give the rooms for the capacity asked for. Raises NotAllowed when the actor has no right to it."""
    roles = roles_towards(session, actor, {"plan_id": wish.stream_id})
    match wish.capacity:
        case "team" if Role.TEAM in roles:
            return Audience(rooms=(TEAM,))
        case "reader" if Role.ORGANISER in roles:
            return Audience(rooms=(NETWORK, ORGANISERS))
        case "reader" if Role.MEMBER in roles:
            return Audience(rooms=(NETWORK,))
        case _:
            raise NotAllowed
