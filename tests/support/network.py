"""A network of a few people, on either kind of database."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from flask import Flask
from flask.testing import FlaskClient

from cafe.actor import SERVER, Actor
from cafe.clock import now_ms
from cafe.commands import Command, new_key
from cafe.db import unit_of_work
from cafe.network import commands as network
from cafe.network.model import Network, NetworkOrganiser
from cafe.people.model import User
from cafe.people.rules import new_secret
from cafe.perform import Result, perform


@dataclass
class Place:
    """A network with an organiser, and what is done in it."""

    app: Flask
    id: str = field(default_factory=new_key)
    organiser: Actor = SERVER

    def do(self, command: Command, actor: Actor | None = None) -> Result:
        with self.app.app_context():
            return perform(actor or self.organiser, command).result

    def user(self, name: str = "Somebody") -> Actor:
        """Give somebody who has taken up an account; no password fits, which saves making one."""
        key = new_key()
        email = f"{key.lower()}@example.org"
        with self.app.app_context(), unit_of_work() as session:
            session.add(User(id=key, email=email, name=name, password_hash="none", created_at=now_ms()))
        return Actor(user_id=key)

    def second_organiser(self) -> Actor:
        user = self.user("The second organiser")
        self.do(network.InviteNetworkOrganiser(network_id=self.id, **invited(user)))
        return user

    def organisation(self, title: str = "Sandnes") -> str:
        key = new_key()
        self.do(network.AddNetworkOrganisation(network_id=self.id, organisation_id=key, title=title))
        return key

    def team(self, organisation_id: str, title: str = "Sandnes") -> str:
        key = new_key()
        begin = network.CreateTeam(
            network_id=self.id, new_team_id=key, organisation_id=organisation_id, title=title
        )
        self.do(begin)
        return key

    def takes_in(
        self,
        team_id: str,
        post: network.Post = network.Post.MEMBER,
        function: network.Function | None = None,
        name: str = "Somebody",
    ) -> Actor:
        """Give somebody who is in a team now."""
        user = self.user(name)
        self.do(
            network.InviteTeamMember(team_id=team_id, post=post, function=function, **invited(user)),
        )
        return user

    def unit(self, organisation_id: str, title: str) -> str:
        key = new_key()
        self.do(network.SetUnit(organisation_id=organisation_id, unit_id=key, title=title))
        return key

    def contact(self, organisation_id: str, unit_id: str, kind: network.ContactKind) -> str:
        key = new_key()
        named = network.SetContact(
            organisation_id=organisation_id,
            unit_id=unit_id,
            contact_id=key,
            kind=kind,
            display_name="Whom to turn to",
        )
        self.do(named)
        return key

    def browser(self, actor: Actor) -> FlaskClient:
        """Give a browser in which somebody has signed in."""
        client = self.app.test_client()
        with client.session_transaction() as cookie:
            cookie["_user_id"] = f"{actor.user_id}.0.{new_key()}"
            cookie["_fresh"] = True
        return client


def invited(user: Actor) -> dict[str, Any]:
    """Give what an invitation of somebody with an account holds."""
    return {
        "new_user_id": new_key(),
        "email": f"{str(user.user_id).lower()}@example.org",
        "display_name": "Somebody",
        "secret": new_secret(),
    }


def make_network(app: Flask, name: str = "A network") -> Place:
    """Begin a network with one organiser."""
    place = Place(app)
    place.organiser = place.user("The organiser")
    with app.app_context(), unit_of_work() as session:
        session.add(Network(id=place.id, name=name))
        session.flush()
        session.add(NetworkOrganiser(network_id=place.id, user_id=str(place.organiser.user_id)))
    return place
