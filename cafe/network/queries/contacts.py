"""Whom to turn to: organisations with their units, and how far the register of contacts reaches."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from cafe.actor import Actor, Role
from cafe.errors import NotFound
from cafe.i18n import Message
from cafe.network.commands import ContactKind, OrganisationKind, OrganisationRole
from cafe.network.model import Contact, Network, Organisation, Team, Unit
from cafe.network.queries.belonging import roles_towards_organisation
from cafe.network.rules import Coverage, Covered, coverage
from cafe.network.words import CONTACT_KINDS, ORGANISATION_KINDS


@dataclass(frozen=True, kw_only=True)
class ContactFacts:
    """Somebody of a unit whom others may turn to."""

    id: str
    kind: str
    said: Message
    name: str
    email: str


@dataclass(frozen=True, kw_only=True)
class UnitFacts:
    """A unit and whom to turn to there."""

    id: str
    name: str
    contacts: tuple[ContactFacts, ...]


@dataclass(frozen=True, kw_only=True)
class OrganisationLine:
    """An organisation as a line of its network's list."""

    id: str
    name: str
    kind: Message
    organises: bool
    context: str
    teams: tuple[tuple[str, str], ...]
    coverage: Coverage


@dataclass(frozen=True, kw_only=True)
class OrganisationsFacts:
    """The organisations of a network; coverage counts the units of those that take part."""

    about: str
    lines: tuple[OrganisationLine, ...]
    coverage: Coverage
    without_units: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class OrganisationFacts:
    """Everything the page of an organisation shows; `may_edit` is on for organisers and its own team."""

    id: str
    network_id: str
    line: OrganisationLine
    kind: str
    number: str
    role: str
    units: tuple[UnitFacts, ...]
    may_edit: bool
    organises: bool


def organisations_facts(session: Session, network_id: str) -> OrganisationsFacts:
    """Give the organisations of a network with their coverage, by name. Raises NotFound."""
    network = session.get(Network, network_id)
    if network is None:
        raise NotFound
    found = sorted(network.organisations, key=lambda each: (each.name.casefold(), each.id))
    units = _units_by_organisation(session, network_id)
    teams = _teams_by_organisation(session, network_id)
    lines = tuple(_line(each, units.get(each.id, []), teams.get(each.id, [])) for each in found)
    taking_part = [each for each in found if each.role == OrganisationRole.MEMBER]
    return OrganisationsFacts(
        about=network.about,
        lines=lines,
        coverage=coverage(
            unit for each in taking_part for unit in _covered(units.get(each.id, []), each.name)
        ),
        without_units=tuple(each.name for each in taking_part if not units.get(each.id)),
    )


def organisation_facts(session: Session, actor: Actor, organisation_id: str) -> OrganisationFacts:
    """Give what the page of an organisation shows. Raises NotFound."""
    organisation = session.get(Organisation, organisation_id)
    if organisation is None:
        raise NotFound
    units = _units_by_organisation(session, organisation.network_id).get(organisation.id, [])
    teams = _teams_by_organisation(session, organisation.network_id).get(organisation.id, [])
    roles = roles_towards_organisation(session, actor, organisation)
    return OrganisationFacts(
        id=organisation.id,
        network_id=organisation.network_id,
        line=_line(organisation, units, teams),
        kind=organisation.kind,
        number=organisation.number or "",
        role=organisation.role,
        units=tuple(_unit(each) for each in units),
        may_edit=bool(roles & {Role.TEAM, Role.ORGANISER}),
        organises=Role.ORGANISER in roles,
    )


def _units_by_organisation(session: Session, network_id: str) -> dict[str, list[Unit]]:
    query = select(Unit).join(Organisation).where(Organisation.network_id == network_id)
    found: dict[str, list[Unit]] = {}
    units = session.scalars(query.options(selectinload(Unit.contacts)))
    for unit in sorted(units, key=lambda each: (each.name.casefold(), each.id)):
        found.setdefault(unit.organisation_id, []).append(unit)
    return found


def _teams_by_organisation(session: Session, network_id: str) -> dict[str, list[Team]]:
    found: dict[str, list[Team]] = {}
    query = select(Team).where(Team.network_id == network_id).order_by(Team.name, Team.id)
    for team in session.scalars(query):
        found.setdefault(team.organisation_id, []).append(team)
    return found


def _line(organisation: Organisation, units: list[Unit], teams: list[Team]) -> OrganisationLine:
    return OrganisationLine(
        id=organisation.id,
        name=organisation.name,
        kind=ORGANISATION_KINDS[OrganisationKind(organisation.kind)],
        organises=organisation.role == OrganisationRole.ORGANISER,
        context=organisation.context,
        teams=tuple((team.id, team.name) for team in teams),
        coverage=coverage(_covered(units)),
    )


def _covered(units: Iterable[Unit], of: str = "") -> list[Covered]:
    return [
        Covered(
            name=f"{of}: {unit.name}" if of else unit.name,
            contact=_has(unit.contacts, ContactKind.RECOVERY_CONTACT),
            head=_has(unit.contacts, ContactKind.HEAD),
        )
        for unit in units
    ]


def _has(contacts: Iterable[Contact], kind: ContactKind) -> bool:
    return any(contact.kind == kind for contact in contacts)


def _unit(unit: Unit) -> UnitFacts:
    by_kind = sorted(unit.contacts, key=lambda each: (each.kind != ContactKind.HEAD, each.name.casefold()))
    return UnitFacts(
        id=unit.id,
        name=unit.name,
        contacts=tuple(
            ContactFacts(
                id=each.id,
                kind=each.kind,
                said=CONTACT_KINDS[ContactKind(each.kind)],
                name=each.name,
                email=each.email,
            )
            for each in by_kind
        ),
    )
