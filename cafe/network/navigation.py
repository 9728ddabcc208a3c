"""The navigation of a network and of a team, which every domain adds its own pages to.

A domain adds an entry where its views are imported:

    from cafe.network.navigation import Entry, team_entries

    team_entries.append(Entry(label=lazy("Compass"), endpoint="compass.waves", place=60))

`place` is where it stands among the others (Team 10, People 20, Plan 30, Measurements 40, Report 50,
Compass 60; Network 10, Organisations 20, and from 30 on what looks across the network). Who sees it is who
may open the page: the roles that the table of routes names for the endpoint. An entry whose route is not
there is left out. A page that needs more than the network's or the team's id gives `arguments`, such as
{"plan_id": …}; None leaves the entry out.

A view gives its template `network_nav(session, actor, network_id, "overview.board")` as `network_nav`, or
`team_nav(session, actor, team_id, "plans.plan")` as `team_nav`; the last word is the endpoint of the entry
that the page belongs to. The template extends `_network.html` or `_team.html`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from flask import current_app, url_for
from sqlalchemy.orm import Session

from cafe.actor import Actor, Role
from cafe.authorisation.rights import Roles
from cafe.authorisation.tables import ROUTES
from cafe.errors import NotFound
from cafe.i18n import Message, lazy
from cafe.network.model import Network, Team
from cafe.network.queries import roles_towards_network, roles_towards_team

Arguments = Callable[[Session, Actor, str], dict[str, str] | None]


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A page in the navigation of a network or a team."""

    label: Message
    endpoint: str
    place: int
    arguments: Arguments | None = None


@dataclass(frozen=True, kw_only=True)
class Item:
    """An entry as somebody sees it."""

    label: Message
    address: str
    here: bool


@dataclass(frozen=True, kw_only=True)
class NetworkNav:
    """The head of a network's pages; `organises` is on for its organisers."""

    network_id: str
    title: str
    organises: bool
    items: tuple[Item, ...]


@dataclass(frozen=True, kw_only=True)
class TeamNav:
    """The head of a team's pages; `in_team` is on for those in the team, `organises` for organisers."""

    team_id: str
    title: str
    organisation: str
    network_id: str
    network: str
    in_team: bool
    organises: bool
    items: tuple[Item, ...]


network_entries: list[Entry] = [
    Entry(label=lazy("The network"), endpoint="overview.network", place=10),
    Entry(label=lazy("Organisations"), endpoint="network.organisations", place=20),
]
team_entries: list[Entry] = [
    Entry(label=lazy("The team"), endpoint="overview.team", place=10),
    Entry(label=lazy("People"), endpoint="network.team_people", place=20),
]


def address_of(endpoint: str, **values: Any) -> str:
    """Give the address of a page; nothing while the app has no such page, and then there is no link."""
    return url_for(endpoint, **values) if endpoint in current_app.view_functions else ""


def network_nav(session: Session, actor: Actor, network_id: str, here: str) -> NetworkNav:
    """Give the navigation of a network as an actor sees it. Raises NotFound."""
    network = session.get(Network, network_id)
    if network is None:
        raise NotFound
    roles = roles_towards_network(session, actor, network_id) | actor.base_roles
    return NetworkNav(
        network_id=network.id,
        title=network.name,
        organises=Role.ORGANISER in roles,
        items=_items(session, actor, network_entries, ("network_id", network_id), roles, here),
    )


def team_nav(session: Session, actor: Actor, team_id: str, here: str) -> TeamNav:
    """Give the navigation of a team as an actor sees it. Raises NotFound."""
    team = session.get(Team, team_id)
    if team is None:
        raise NotFound
    roles = roles_towards_team(session, actor, team) | actor.base_roles
    return TeamNav(
        team_id=team.id,
        title=team.name,
        organisation=team.organisation.name,
        network_id=team.network_id,
        network=team.organisation.network.name,
        in_team=Role.TEAM in roles,
        organises=Role.ORGANISER in roles,
        items=_items(session, actor, team_entries, ("team_id", team_id), roles, here),
    )


def _items(
    session: Session,
    actor: Actor,
    entries: Iterable[Entry],
    about: tuple[str, str],
    roles: Roles,
    here: str,
) -> tuple[Item, ...]:
    found = []
    for entry in sorted(entries, key=lambda each: each.place):
        if entry.endpoint not in current_app.view_functions or not roles & ROUTES[entry.endpoint]:
            continue
        values: dict[str, Any] | None = dict([about])
        if entry.arguments:
            values = entry.arguments(session, actor, about[1])
        if values is not None:
            address = url_for(entry.endpoint, **values)
            found.append(Item(label=entry.label, address=address, here=entry.endpoint == here))
    return tuple(found)
