"""The teams of the demonstration: one in each organisation, with units and whom to turn to there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select

from cafe.actor import Actor
from cafe.commands import new_key
from cafe.demo import people
from cafe.demo.telling import BEFORE, Teller, invented
from cafe.network.commands.organisations import ContactKind, SetContact, SetUnit
from cafe.network.commands.teams import CreateTeam, Function, InviteTeamMember, Post
from cafe.network.model import Organisation
from cafe.people.rules import new_secret

MEMBERS = (
    (Post.LEAD, Function.COORDINATOR),
    (Post.LEADER, Function.HEAD),
    (Post.MEASUREMENT_LEAD, Function.PROFESSIONAL),
    (Post.MEMBER, Function.LIVED_EXPERIENCE_CONSULTANT),
    (Post.MEMBER, Function.LIVED_EXPERIENCE_CONSULTANT),
)
SMALL = 4  # every so many teams has one person with lived experience only


@dataclass(frozen=True, kw_only=True)
class DemoTeam:
    """A team: its organisation, and its members as actors with their names."""

    id: str
    organisation: str
    organisation_id: str
    members: tuple[Actor, ...]
    names: tuple[str, ...]

    @property
    def lead(self) -> Actor:
        """Give who coordinates the team."""
        return self.members[0]

    @property
    def leader(self) -> Actor:
        """Give who heads the service."""
        return self.members[1]


def tell_teams(teller: Teller, network_id: str) -> list[DemoTeam]:
    """Begin the teams of all member organisations, by name."""
    query = select(Organisation).where(Organisation.network_id == network_id, Organisation.role == "member")
    members = sorted(teller.session.scalars(query), key=lambda each: each.name)
    names = people.names(teller.chance)
    return [_team(teller, each, number, names) for number, each in enumerate(members)]


def _team(teller: Teller, organisation: Organisation, number: int, names: Iterator[str]) -> DemoTeam:
    team = new_key()
    create = CreateTeam(
        network_id=organisation.network_id,
        new_team_id=team,
        organisation_id=organisation.id,
        title=f"Forbedringsteamet i {organisation.name}",
    )
    teller.do(create, days_ago=BEFORE + 30)
    posts = MEMBERS[:-1] if number % SMALL == 0 else MEMBERS
    called = [next(names) for _ in posts]
    actors = []
    for place, ((post, function), name) in enumerate(zip(posts, called, strict=True)):
        invite = InviteTeamMember(
            team_id=team,
            new_user_id=new_key(),
            email=f"team{number}.{place}@example.org",
            display_name=name,
            post=post,
            function=function,
            secret=new_secret(),
        )
        actors.append(Actor(user_id=teller.do(invite, days_ago=BEFORE + 30)["user_id"]))
    _units(teller, organisation, number, called)
    return DemoTeam(
        id=team,
        organisation=organisation.name,
        organisation_id=organisation.id,
        members=tuple(actors),
        names=tuple(called),
    )


def _units(teller: Teller, organisation: Organisation, number: int, called: list[str]) -> None:
    for place, title in enumerate(invented()["units"][: 2 + number % 4]):
        unit = SetUnit(organisation_id=organisation.id, unit_id=new_key(), title=title)
        teller.do(unit, days_ago=BEFORE)
        kinds = [ContactKind.HEAD] if place % 3 else [ContactKind.HEAD, ContactKind.RECOVERY_CONTACT]
        for kind in kinds:
            contact = SetContact(
                organisation_id=organisation.id,
                unit_id=unit.unit_id,
                contact_id=new_key(),
                kind=kind,
                display_name=called[(place + len(kind)) % len(called)],
            )
            teller.do(contact, days_ago=BEFORE)
