"""Teams in the world of the tests, who stands towards them in every way, and samples of their commands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cafe.actor import SERVER, Actor
from cafe.commands import Command, new_key
from cafe.network import commands as network
from cafe.people.commands import AddUser
from cafe.people.rules import new_secret

if TYPE_CHECKING:
    from tests.support.world import World

Sample = Callable[["World"], Command]
Arrange = Callable[["World"], None]
ONE_MORE = "one-more-user-16"


@dataclass
class Teams:
    """The network of the first hall with two teams, and who is in them; a team of another network.

    The team's plan is active, its next one a draft; the second team has a plan that is active.
    """

    network: str = ""
    organisation: str = ""
    team: str = ""
    second: str = ""
    elsewhere: str = ""
    plan: str = ""
    draft: str = ""
    second_plan: str = ""
    member: str = ""
    lead: str = ""
    leader: str = ""
    of_second: str = ""
    of_elsewhere: str = ""
    unit: str = ""
    contact: str = ""
    unit_elsewhere: str = ""

    def actors(self) -> dict[str, Actor]:
        """Give one actor for every way to stand towards the team."""
        return {
            "team member": Actor(user_id=self.member),
            "team lead": Actor(user_id=self.lead),
            "leader": Actor(user_id=self.leader),
            "member of another team": Actor(user_id=self.of_second),
            "member elsewhere": Actor(user_id=self.of_elsewhere),
        }


def with_teams(world: World) -> None:
    """Let two organisations of the first hall's network have a team, and one of the other hall's."""
    from cafe.db import db
    from cafe.gatherings.model import Gathering
    from cafe.gatherings.queries import organisations_of

    teams = world.teams
    with world.app.app_context(), db.sessionmaker() as session:
        teams.network = session.get_one(Gathering, world.hall.gathering_id).network_id
        other = session.get_one(Gathering, world.other.gathering_id).network_id
        first, second = organisations_of(session, world.hall.gathering_id)[:2]
        foreign = organisations_of(session, world.other.gathering_id)[0]
    teams.organisation = first.id
    teams.team = _team(world, teams.network, first.id, "The first team")
    teams.second = _team(world, teams.network, second.id, "The second team")
    teams.elsewhere = _team(world, other, foreign.id, "A team elsewhere")
    teams.member = _in_team(world, teams.team, network.Post.MEMBER)
    teams.lead = _in_team(world, teams.team, network.Post.LEAD)
    teams.leader = _in_team(world, teams.team, network.Post.LEADER)
    teams.of_second = _in_team(world, teams.second, network.Post.LEAD)
    teams.of_elsewhere = _in_team(world, teams.elsewhere, network.Post.LEAD)
    teams.unit, teams.contact = _unit(world, first.id)
    teams.unit_elsewhere, _ = _unit(world, foreign.id)


def _team(world: World, network_id: str, organisation_id: str, title: str) -> str:
    create = network.CreateTeam(
        network_id=network_id, new_team_id=new_key(), organisation_id=organisation_id, title=title
    )
    return str(world.hall.do(create, SERVER)["team_id"])


def _in_team(world: World, team_id: str, post: network.Post) -> str:
    user_id = new_key()
    email = f"{user_id.lower()}@example.org"
    world.hall.do(
        AddUser(new_user_id=user_id, email=email, display_name=f"The {post}", password="long enough words"),
        SERVER,
    )
    invite = network.InviteTeamMember(
        team_id=team_id,
        new_user_id=new_key(),
        email=email,
        display_name="Somebody",
        post=post,
        secret=new_secret(),
    )
    world.hall.do(invite, SERVER)
    return user_id


def _unit(world: World, organisation_id: str) -> tuple[str, str]:
    """Give an organisation a unit with a recovery contact, and their ids."""
    unit_id, contact_id = new_key(), new_key()
    where = {"organisation_id": organisation_id, "unit_id": unit_id}
    world.hall.do(network.SetUnit(**where, title="The day house"), SERVER)
    contact = network.SetContact(
        **where,
        contact_id=contact_id,
        kind=network.ContactKind.RECOVERY_CONTACT,
        display_name="Whom to turn to",
    )
    world.hall.do(contact, SERVER)
    return unit_id, contact_id


def _two_organise(world: World) -> None:
    """Let somebody more organise the network, who is nothing else in this world."""
    from cafe.db import unit_of_work
    from cafe.network.model import NetworkOrganiser
    from cafe.people.model import User

    with world.app.app_context(), unit_of_work() as session:
        session.add(User(id=ONE_MORE, email="one.more@example.org", name="One more", created_at=1))
        session.flush()
        session.add(NetworkOrganiser(network_id=world.teams.network, user_id=ONE_MORE))


def _somebody_new() -> dict[str, Any]:
    return {
        "new_user_id": new_key(),
        "email": f"{new_key().lower()}@example.org",
        "display_name": "A colleague",
        "secret": new_secret(),
    }


def _in_unit(w: World) -> dict[str, str]:
    return {"organisation_id": w.teams.organisation, "unit_id": w.teams.unit}


def team_samples() -> tuple[tuple[str, Sample, Arrange | None], ...]:
    """Give, for every command about a network and its teams, a valid sample and what has to happen first."""
    return (
        (
            "create_team",
            lambda w: network.CreateTeam(
                network_id=w.teams.network,
                new_team_id=new_key(),
                organisation_id=w.teams.organisation,
                title="Another team",
            ),
            None,
        ),
        (
            "invite_team_member",
            lambda w: network.InviteTeamMember(team_id=w.teams.team, **_somebody_new()),
            None,
        ),
        ("change_team", lambda w: network.ChangeTeam(team_id=w.teams.team, title="The team"), None),
        (
            "change_team_member",
            lambda w: network.ChangeTeamMember(
                team_id=w.teams.team, user_id=w.teams.member, post=network.Post.MEASUREMENT_LEAD
            ),
            None,
        ),
        (
            "set_own_function",
            lambda w: network.SetOwnFunction(team_id=w.teams.team, function=network.Function.PROFESSIONAL),
            None,
        ),
        (
            "remove_team_member",
            lambda w: network.RemoveTeamMember(team_id=w.teams.team, user_id=w.teams.member),
            None,
        ),
        *_network_samples(),
    )


def _network_samples() -> tuple[tuple[str, Sample, Arrange | None], ...]:
    return (
        (
            "change_network",
            lambda w: network.ChangeNetwork(network_id=w.teams.network, title="Another name", about="Ours"),
            None,
        ),
        (
            "invite_network_organiser",
            lambda w: network.InviteNetworkOrganiser(network_id=w.teams.network, **_somebody_new()),
            None,
        ),
        (
            "remove_network_organiser",
            lambda w: network.RemoveNetworkOrganiser(network_id=w.teams.network, user_id=ONE_MORE),
            _two_organise,
        ),
        (
            "add_network_organisation",
            lambda w: network.AddNetworkOrganisation(
                network_id=w.teams.network, organisation_id=new_key(), title=f"Organisation {new_key()}"
            ),
            None,
        ),
        (
            "change_organisation",
            lambda w: network.ChangeOrganisation(
                network_id=w.teams.network,
                organisation_id=w.teams.organisation,
                title="Another name",
                kind=network.OrganisationKind.HEALTH_TRUST,
                role=network.OrganisationRole.MEMBER,
                context="Two services become one this year",
            ),
            None,
        ),
        (
            "set_unit",
            lambda w: network.SetUnit(
                organisation_id=w.teams.organisation, unit_id=new_key(), title=f"Unit {new_key()}"
            ),
            None,
        ),
        ("remove_unit", lambda w: network.RemoveUnit(**_in_unit(w)), None),
        (
            "set_contact",
            lambda w: network.SetContact(
                **_in_unit(w), contact_id=new_key(), kind=network.ContactKind.HEAD, display_name="The head"
            ),
            None,
        ),
        (
            "remove_contact",
            lambda w: network.RemoveContact(**_in_unit(w), contact_id=w.teams.contact),
            None,
        ),
    )
