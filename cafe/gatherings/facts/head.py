"""The head of a gathering's pages: where it stands in its series, and the pages that somebody may open."""

from __future__ import annotations

from dataclasses import dataclass

from flask import current_app, url_for
from sqlalchemy.orm import Session

from cafe.actor import Actor, Role
from cafe.authorisation import roles_towards
from cafe.authorisation.rights import Roles
from cafe.authorisation.tables import ROUTES
from cafe.clock import day_of, now_ms
from cafe.errors import NotFound
from cafe.gatherings.facts.gathering import GatheringRow, gathering_row
from cafe.gatherings.model import Gathering
from cafe.gatherings.published import PublishedPage, published_pages
from cafe.gatherings.queries import neighbours
from cafe.gatherings.rules import takes_registrations
from cafe.i18n import Message, lazy
from cafe.network.queries import roles_towards_network, teams_of_user

SECTIONS = (
    ("gatherings.show", lazy("Preparation")),
    ("gatherings.people", lazy("People")),
    ("gatherings.programme", lazy("Programme")),
    ("gatherings.assignments", lazy("Assignments")),
    ("gatherings.attendance", lazy("Attendance")),
    ("gatherings.agenda", lazy("Agenda")),
    ("gatherings.commitments", lazy("What I will do")),
    ("gatherings.evaluation", lazy("Evaluation")),
)


@dataclass(frozen=True, kw_only=True)
class Section:
    """A page of a gathering in its local navigation."""

    label: Message
    address: str
    here: bool


@dataclass(frozen=True, kw_only=True)
class Neighbour:
    """The gathering before or after in the series, and the page of it that the reader may open."""

    title: str
    address: str


@dataclass(frozen=True, kw_only=True)
class Head:
    """What every page of a gathering shows above: `before` and `after` are the neighbours in the series.

    `own_teams` are those of the reader; each may register its people while the gathering takes registrations.
    `published` are the pages that its café sessions have come to.
    """

    row: GatheringRow
    network_id: str
    network_address: str | None
    before: Neighbour | None
    after: Neighbour | None
    sections: tuple[Section, ...]
    organises: bool
    guest: bool
    own_teams: tuple[tuple[str, str], ...]
    takes_registrations: bool
    published: tuple[PublishedPage, ...]


def head_of(session: Session, actor: Actor, gathering_id: str, here: str) -> Head:
    """Give the head of a gathering's pages as an actor sees it. Raises NotFound."""
    gathering = session.get(Gathering, gathering_id)
    if gathering is None:
        raise NotFound
    roles = roles_towards(session, actor, {"gathering_id": gathering_id})
    before, after = neighbours(session, gathering)
    # Who organises this gathering alone has no part in its network, and may open nothing else of it.
    in_network = roles_towards_network(session, actor, gathering.network_id)
    return Head(
        row=gathering_row(gathering),
        network_id=gathering.network_id,
        network_address=_network_address(gathering.network_id) if in_network else None,
        before=_neighbour(before, in_network),
        after=_neighbour(after, in_network),
        sections=tuple(
            Section(label=label, address=url_for(endpoint, gathering_id=gathering_id), here=endpoint == here)
            for endpoint, label in SECTIONS
            if roles & ROUTES[endpoint]
        ),
        organises=Role.ORGANISER in roles,
        guest=Role.GUEST in roles,
        own_teams=tuple(_own_teams(session, actor, gathering.network_id)),
        takes_registrations=takes_registrations(gathering.registration_until, day_of(now_ms())),
        published=tuple(published_pages(session, actor, [gathering_id])),
    )


def _own_teams(session: Session, actor: Actor, network_id: str) -> list[tuple[str, str]]:
    """Give the teams of a network that somebody is in: id and name."""
    mine = teams_of_user(session, actor.user_id) if actor.user_id else []
    return [(team.id, team.name) for team in mine if team.network_id == network_id]


def _neighbour(gathering: Gathering | None, in_network: Roles) -> Neighbour | None:
    if gathering is None or not in_network:
        return None
    page = "gatherings.show" if Role.ORGANISER in in_network else "gatherings.programme"
    return Neighbour(title=gathering.title, address=url_for(page, gathering_id=gathering.id))


def _network_address(network_id: str) -> str | None:
    if "overview.network" not in current_app.view_functions:
        return None
    return url_for("overview.network", network_id=network_id)
