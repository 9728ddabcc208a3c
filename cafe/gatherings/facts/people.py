"""Who is on the list of a gathering, and how people get onto it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.days import said_weekday
from cafe.gatherings.model import Gathering, Participant
from cafe.gatherings.rules import takes_registrations
from cafe.network.model import Team
from cafe.network.queries import members_of


@dataclass(frozen=True, kw_only=True)
class Registration:
    """How people put themselves on the list: the secret of the link, and until when it takes them."""

    secret: str | None
    until: str | None
    said_until: str
    open: bool


@dataclass(frozen=True, kw_only=True)
class OwnPeople:
    """What a team sees when it registers its own: who of its organisation is on the list, who could be."""

    organisation: str
    team: str
    registered: tuple[str, ...]
    proposed: tuple[str, ...]


def registration_of(session: Session, gathering_id: str, today: str) -> Registration:
    """Tell how people register for a gathering."""
    gathering = session.get_one(Gathering, gathering_id)
    until = gathering.registration_until
    return Registration(
        secret=gathering.registration_secret,
        until=until,
        said_until=said_weekday(until),
        open=takes_registrations(until, today),
    )


def by_organisation(session: Session, gathering_id: str) -> list[tuple[str, int]]:
    """Count those on the list by organisation, by name; "" for those who have not said theirs."""
    people = session.scalars(select(Participant).where(Participant.gathering_id == gathering_id))
    counted = Counter(each.organisation.name if each.organisation else "" for each in people)
    return sorted(counted.items(), key=lambda each: (not each[0], each[0].casefold()))


def own_people(session: Session, gathering_id: str, team_id: str) -> OwnPeople:
    """Tell which of a team's own people are on a gathering's list."""
    team = session.get_one(Team, team_id)
    query = select(Participant.name).where(
        Participant.gathering_id == gathering_id, Participant.organisation_id == team.organisation_id
    )
    registered = sorted(session.scalars(query), key=str.casefold)
    known = {name.casefold() for name in registered}
    members = [member.user.name for member in members_of(session, team_id)]
    return OwnPeople(
        organisation=team.organisation.name,
        team=team.name,
        registered=tuple(registered),
        proposed=tuple(name for name in members if name.casefold() not in known),
    )
