"""Several networks on one server: nobody reaches into another one, whatever ids they name."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask

from cafe.actor import Role
from cafe.authorisation import roles_towards
from cafe.commands import Command, new_key
from cafe.db import db
from cafe.errors import SafeError
from cafe.network import commands as network
from cafe.network.commands import ContactKind, OrganisationKind, OrganisationRole, Post
from tests.integration.road.test_commands import everything_stored
from tests.support.network import Place, invited, make_network


class Side:
    """A network with something of everything."""

    def __init__(self, app: Flask, name: str) -> None:
        self.place: Place = make_network(app, f"Network {name}")
        self.network = self.place.id
        self.organisation = self.place.organisation(f"Organisation {name}")
        self.unit = self.place.unit(self.organisation, f"Unit {name}")
        self.contact = self.place.contact(self.organisation, self.unit, ContactKind.HEAD)
        self.team = self.place.team(self.organisation, f"Team {name}")
        self.lead = self.place.takes_in(self.team, Post.LEAD, name=f"Lead {name}")
        self.member = self.place.takes_in(self.team, name=f"Member {name}")
        self.second = self.place.second_organiser()


def _changed(network_id: str, organisation_id: str) -> network.ChangeOrganisation:
    return network.ChangeOrganisation(
        network_id=network_id,
        organisation_id=organisation_id,
        title="Taken over",
        kind=OrganisationKind.MUNICIPALITY,
        role=OrganisationRole.MEMBER,
    )


def _contact(organisation_id: str, unit_id: str, contact_id: str) -> network.SetContact:
    return network.SetContact(
        organisation_id=organisation_id,
        unit_id=unit_id,
        contact_id=contact_id,
        kind=ContactKind.HEAD,
        display_name="Taken over",
    )


def _team(network_id: str, organisation_id: str, team_id: str) -> network.CreateTeam:
    return network.CreateTeam(
        network_id=network_id, organisation_id=organisation_id, new_team_id=team_id, title="Taken over"
    )


# Every field of every command, naming something of the other network beside one's own and alone.
REACHES: dict[str, Callable[[Side, Side], Command]] = {
    "network": lambda _own, other: network.ChangeNetwork(network_id=other.network, title="Taken over"),
    "organiser": lambda own, other: network.InviteNetworkOrganiser(
        network_id=other.network, **invited(own.place.organiser)
    ),
    "remove theirs": lambda _own, other: network.RemoveNetworkOrganiser(
        network_id=other.network, user_id=str(other.second.user_id)
    ),
    "remove theirs from own": lambda own, other: network.RemoveNetworkOrganiser(
        network_id=own.network, user_id=str(other.second.user_id)
    ),
    "add to theirs": lambda _own, other: network.AddNetworkOrganisation(
        network_id=other.network, organisation_id=new_key(), title="New"
    ),
    "add theirs": lambda own, other: network.AddNetworkOrganisation(
        network_id=own.network, organisation_id=other.organisation, title="New"
    ),
    "organisation": lambda _own, other: _changed(other.network, other.organisation),
    "organisation by own network": lambda own, other: _changed(own.network, other.organisation),
    "organisation by their network": lambda own, other: _changed(other.network, own.organisation),
    "unit": lambda _own, other: network.SetUnit(
        organisation_id=other.organisation, unit_id=new_key(), title="New"
    ),
    "unit by own organisation": lambda own, other: network.SetUnit(
        organisation_id=own.organisation, unit_id=other.unit, title="Taken over"
    ),
    "remove unit": lambda own, other: network.RemoveUnit(
        organisation_id=own.organisation, unit_id=other.unit
    ),
    "contact": lambda _own, other: _contact(other.organisation, other.unit, new_key()),
    "contact by own organisation": lambda own, other: _contact(own.organisation, other.unit, new_key()),
    "contact by own unit": lambda own, other: _contact(own.organisation, own.unit, other.contact),
    "remove contact": lambda own, other: network.RemoveContact(
        organisation_id=own.organisation, unit_id=own.unit, contact_id=other.contact
    ),
    "remove contact by their unit": lambda own, other: network.RemoveContact(
        organisation_id=own.organisation, unit_id=other.unit, contact_id=other.contact
    ),
    "team": lambda _own, other: _team(other.network, other.organisation, new_key()),
    "team in their organisation": lambda own, other: _team(own.network, other.organisation, new_key()),
    "team in their network": lambda own, other: _team(other.network, own.organisation, new_key()),
    "team anew": lambda own, other: _team(own.network, own.organisation, other.team),
    "name": lambda _own, other: network.ChangeTeam(team_id=other.team, title="Taken over"),
    "invite": lambda own, other: network.InviteTeamMember(team_id=other.team, **invited(own.member)),
    "post": lambda _own, other: network.ChangeTeamMember(
        team_id=other.team, user_id=str(other.member.user_id), post=Post.LEAD
    ),
    "post by own team": lambda own, other: network.ChangeTeamMember(
        team_id=own.team, user_id=str(other.member.user_id), post=Post.LEAD
    ),
    "own function there": lambda _own, other: network.SetOwnFunction(team_id=other.team),
    "take out": lambda _own, other: network.RemoveTeamMember(
        team_id=other.team, user_id=str(other.member.user_id)
    ),
    "take out by own team": lambda own, other: network.RemoveTeamMember(
        team_id=own.team, user_id=str(other.member.user_id)
    ),
}


def test_no_command_reaches_into_another_network(app: Flask) -> None:
    own, other = Side(app, "own"), Side(app, "other")
    before = everything_stored(app)
    for make in REACHES.values():
        for actor in (own.place.organiser, own.lead, own.member):
            with pytest.raises(SafeError):
                own.place.do(make(own, other), actor)
    assert everything_stored(app) == before


def test_an_organisation_beside_something_wider_opens_nothing(app: Flask) -> None:
    """Else whoever organises one network would count as an organiser of the other that they name."""
    own, other = Side(app, "own"), Side(app, "other")
    alone = {"organisation_id": own.organisation}
    with app.app_context(), db.sessionmaker() as session:
        assert Role.ORGANISER in roles_towards(session, own.place.organiser, alone)
        for wider in ({"network_id": other.network}, {"team_id": other.team}):
            found = roles_towards(session, own.place.organiser, {**alone, **wider})
            assert found == own.place.organiser.base_roles


def pages_of(side: Side) -> list[str]:
    network, team = f"/networks/{side.network}", f"/teams/{side.team}"
    return [
        network,
        f"{network}/organisations",
        f"/organisations/{side.organisation}",
        team,
        f"{team}/people",
    ]


def test_no_page_shows_anything_of_another_network(sqlite_app: Flask) -> None:
    own, other = Side(sqlite_app, "own"), Side(sqlite_app, "other")
    inside, theirs = pages_of(own), pages_of(other)
    for actor in (own.place.organiser, own.lead, own.member):
        browser = own.place.browser(actor)
        for path in ("/home", *inside):
            page = browser.get(path, follow_redirects=True)
            assert (page.status_code, " other" in page.text) == (200, False), path
        for path in theirs:
            page = browser.get(path)
            assert (page.status_code, " other" in page.text) == (403, False), path
