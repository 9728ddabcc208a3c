"""What pages and actions ask of gatherings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from cafe.actor import Actor, Role
from cafe.authorisation import finds_roles
from cafe.errors import NotFound
from cafe.gatherings.model import Gathering, Organising, Participant
from cafe.gatherings.rules import next_ordinal
from cafe.network.model import NetworkOrganiser, Organisation, Team
from cafe.network.queries import (
    networks_organised_by,
    organises_network,
    roles_towards_network,
    teams_of_user,
)
from cafe.people.model import User

# Give the id of the session that a participant belongs in now, if any; the domain of sessions knows.
SessionFinder = Callable[[Session, str], str | None]
session_finders: list[SessionFinder] = []
# Give the sessions of a gathering, id → title, in their order.
SessionTitles = Callable[[Session, str], dict[str, str]]
session_titlers: list[SessionTitles] = []
# Give the participants who have come into a café session, by session.
Arrivals = Callable[[Session, str], dict[str, set[str]]]
arrival_finders: list[Arrivals] = []


def session_titles(session: Session, gathering_id: str) -> dict[str, str]:
    """Give the café sessions of a gathering: id → title, in their order."""
    return {key: title for titler in session_titlers for key, title in titler(session, gathering_id).items()}


def organises(session: Session, user_id: str, gathering_id: str) -> bool:
    """Tell whether a user organises a gathering, by itself or with its network."""
    if session.get(Organising, (gathering_id, user_id)) is not None:
        return True
    gathering = session.get(Gathering, gathering_id)
    return gathering is not None and organises_network(session, user_id, gathering.network_id)


@finds_roles("gathering_id")
def roles_in_gathering(session: Session, actor: Actor, target: Mapping[str, Any]) -> frozenset[Role]:
    """Give the roles towards `gathering_id`. Raises NotFound when there is no such gathering."""
    gathering_id = target["gathering_id"]
    gathering = session.get(Gathering, gathering_id)
    if gathering is None:
        raise NotFound
    roles = set(roles_towards_network(session, actor, gathering.network_id))
    if actor.user_id and organises(session, actor.user_id, gathering_id):
        roles.add(Role.ORGANISER)
    if any(p.gathering_id == gathering_id for p in participants_of(session, actor)):
        roles.add(Role.GUEST)
    return frozenset(roles)


def participants_of(session: Session, actor: Actor) -> list[Participant]:
    """Give the places an actor has in gatherings, the one whose ticket came last first."""
    found = select(Participant).where(Participant.id.in_(actor.participant_ids))
    by_id = {participant.id: participant for participant in session.scalars(found)}
    return [by_id[held] for held in actor.participant_ids if held in by_id]


def gatherings_of(session: Session, user_id: str) -> list[Gathering]:
    """Give the gatherings a user organises, the newest first."""
    mine = select(Organising.gathering_id).where(Organising.user_id == user_id)
    networks = select(NetworkOrganiser.network_id).where(NetworkOrganiser.user_id == user_id)
    query = select(Gathering).where(or_(Gathering.id.in_(mine), Gathering.network_id.in_(networks)))
    return list(session.scalars(query.order_by(Gathering.starts_on.desc(), Gathering.created_at.desc())))


def gatherings_seen_by(session: Session, user_id: str) -> list[Gathering]:
    """Give the gatherings a user organises or comes to with their team, the newest first."""
    member_of = {team.network_id for team in teams_of_user(session, user_id)}
    of_networks = session.scalars(select(Gathering).where(Gathering.network_id.in_(member_of)))
    found = {each.id: each for each in (*gatherings_of(session, user_id), *of_networks)}
    return sorted(found.values(), key=lambda each: (each.starts_on or "", each.created_at), reverse=True)


def series_of(session: Session, network_id: str) -> list[Gathering]:
    """Give the gatherings of a network in their order: by day, and by number while there is no day."""
    found = session.scalars(select(Gathering).where(Gathering.network_id == network_id))
    return sorted(found, key=lambda each: (each.starts_on or "9999", each.ordinal or 0, each.created_at))


def neighbours(session: Session, gathering: Gathering) -> tuple[Gathering | None, Gathering | None]:
    """Give the gatherings of the same network before and after one."""
    series = series_of(session, gathering.network_id)
    here = next(number for number, each in enumerate(series) if each.id == gathering.id)
    before = series[here - 1] if here > 0 else None
    return before, series[here + 1] if here + 1 < len(series) else None


def next_ordinals(session: Session, user_id: str) -> list[tuple[str, str, int]]:
    """Propose, for each network a user organises (id, name), the number of its next gathering."""
    found = networks_organised_by(session, user_id)
    return [
        (each.id, each.name, next_ordinal(gathering.ordinal for gathering in series_of(session, each.id)))
        for each in found
    ]


def gathering_by_registration(session: Session, secret: str) -> Gathering | None:
    """Give the gathering that the secret of a registration's link is for, or None."""
    if not secret:
        return None
    return session.scalars(select(Gathering).where(Gathering.registration_secret == secret)).first()


def gathering_by_code(session: Session, code: str) -> Gathering | None:
    """Give the gathering that a typed code opens now, or None."""
    query = select(Gathering).where(Gathering.join_code == code, Gathering.join_open.is_(True))
    return session.scalars(query).first()


def gathering_by_secret(session: Session, secret: str) -> Gathering | None:
    """Give the gathering that a scanned QR opens now, or None."""
    query = select(Gathering).where(Gathering.join_secret == secret, Gathering.join_open.is_(True))
    return session.scalars(query).first()


def organisations_of(session: Session, gathering_id: str) -> list[Organisation]:
    """Give the organisations of a gathering's network, by name."""
    network = select(Gathering.network_id).where(Gathering.id == gathering_id).scalar_subquery()
    query = select(Organisation).where(Organisation.network_id == network)
    return list(session.scalars(query.order_by(Organisation.name)))


def participants_in(session: Session, gathering_id: str) -> list[Participant]:
    """Give everyone on a gathering's list, by name."""
    query = select(Participant).where(Participant.gathering_id == gathering_id)
    return list(session.scalars(query.order_by(func.lower(Participant.name), Participant.id)))


def session_to_go_to(session: Session, participant_id: str) -> str | None:
    """Give the session that a participant belongs in now, or None while there is none."""
    found = (finder(session, participant_id) for finder in session_finders)
    return next((session_id for session_id in found if session_id is not None), None)


def own_participant(session: Session, actor: Actor, gathering_id: str) -> Participant | None:
    """Give the actor's own place in a gathering, or None."""
    own = participants_of(session, actor)
    return next((participant for participant in own if participant.gathering_id == gathering_id), None)


def newest_own_gathering(session: Session, actor: Actor) -> Gathering | None:
    """Give the gathering whose ticket the browser got last, or None."""
    own = participants_of(session, actor)
    return own[0].gathering if own else None


def gathering_title(session: Session, gathering_id: str) -> str:
    """Give what a gathering is called. Raises NotFound."""
    gathering = session.get(Gathering, gathering_id)
    if gathering is None:
        raise NotFound
    return gathering.title


def organisers_of(session: Session, gathering_id: str) -> list[User]:
    """Give those who organise a gathering, by itself or with its network, by name."""
    mine = select(Organising.user_id).where(Organising.gathering_id == gathering_id)
    network = select(Gathering.network_id).where(Gathering.id == gathering_id).scalar_subquery()
    with_it = select(NetworkOrganiser.user_id).where(NetworkOrganiser.network_id == network)
    query = select(User).where(or_(User.id.in_(mine), User.id.in_(with_it)))
    return list(session.scalars(query.order_by(User.name, User.id)))


def arrivals_in(session: Session, gathering_id: str) -> dict[str, set[str]]:
    """Give, for each café session of a gathering, the participants who have come into it."""
    return {key: people for each in arrival_finders for key, people in each(session, gathering_id).items()}


def begins_gatherings(session: Session, user_id: str) -> bool:
    """Tell whether a user is offered to begin a gathering: organisers are, and who is in no team yet."""
    return bool(gatherings_of(session, user_id) or networks_organised_by(session, user_id)) or not (
        teams_of_user(session, user_id)
    )


def organises_network_of(session: Session, user_id: str, gathering_id: str) -> bool:
    """Tell whether a user organises the whole network of a gathering."""
    return organises_network(session, user_id, session.get_one(Gathering, gathering_id).network_id)


def require_same_network(session: Session, gathering_id: str, team_id: str) -> None:
    """Raise NotFound unless a team is in the network of a gathering."""
    team, gathering = session.get(Team, team_id), session.get(Gathering, gathering_id)
    if team is None or gathering is None or team.network_id != gathering.network_id:
        raise NotFound
