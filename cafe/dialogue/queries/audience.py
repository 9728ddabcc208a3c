"""Which rooms of a café session an actor may stand in."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sqlalchemy.orm import Session

from cafe.actor import Actor, Role
from cafe.authorisation import roles_towards
from cafe.dialogue import rooms
from cafe.dialogue.model import Attendee
from cafe.dialogue.queries.roles import attendee_of, harvests, topics_hosted
from cafe.errors import NotAllowed
from cafe.live.audience import Audience, Wish, finds_audience

More = Callable[[Session, Attendee], Iterable[str]]
_more: list[More] = []


def adds_rooms(finder: More) -> More:
    """Register how rooms are found that follow from what somebody has done, by the domain that knows."""
    _more.append(finder)
    return finder


@finds_audience("cafe")
def cafe_audience(session: Session, actor: Actor, wish: Wish) -> Audience:  # noqa: PLR0911 - a capacity a line
    """Give the rooms for the capacity asked for. Raises NotAllowed when the actor has no right to it."""
    roles = roles_towards(session, actor, {"session_id": wish.stream_id, "table_id": wish.table_id})
    attendee = attendee_of(session, actor, wish.stream_id)
    match wish.capacity:
        case "organiser" if Role.ORGANISER in roles:
            return Audience(rooms=(rooms.ORGANISERS,))
        case "wall" if roles & {Role.WALL, Role.ORGANISER}:
            return Audience(rooms=(rooms.WALL,))
        case "host" if wish.table_id and attendee is not None and Role.HOST in roles:
            at_table = (*_own(session, attendee), rooms.table(wish.table_id))
            return Audience(rooms=at_table, person=attendee.id, presents=True)
        case "host" if wish.table_id and Role.ORGANISER in roles:
            return Audience(rooms=(rooms.GUESTS, rooms.table(wish.table_id)))
        case "host" if wish.table_id and attendee is not None and Role.FORMER_HOST in roles:
            # A guest like others now, whose device may still hold what was written at the table.
            return Audience(rooms=_own(session, attendee), person=attendee.id)
        case "harvester" if attendee is not None and (hosted := topics_hosted(session, attendee.id)):
            return Audience(rooms=_at_the_harvest(session, attendee, hosted), person=attendee.id)
        case "guest" if attendee is not None:
            return Audience(rooms=_own(session, attendee), person=attendee.id)
        case _:
            raise NotAllowed


def _own(session: Session, attendee: Attendee) -> tuple[str, ...]:
    """Give the rooms of somebody who takes part, whatever else they are."""
    more = (room for finder in _more for room in finder(session, attendee))
    return (rooms.GUESTS, rooms.person(attendee.id), *more)


def _at_the_harvest(session: Session, attendee: Attendee, hosted: set[str | None]) -> tuple[str, ...]:
    """Give the rooms of somebody who hosted tables; before the rounds are over they wait as a guest."""
    own = _own(session, attendee)
    topics = [topic_id for topic_id in hosted if harvests(session, attendee, topic_id)]
    if not topics:
        return (*own, rooms.BEFORE_HARVEST)
    return (*own, rooms.HOSTS, *sorted(rooms.topic(topic_id, attendee.session_id) for topic_id in topics))
