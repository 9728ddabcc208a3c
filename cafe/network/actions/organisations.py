"""What happens when something is asked of the organisations of a network and of their units."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.errors import BadInput, NotFound
from cafe.i18n import lazy
from cafe.network.commands import (
    AddNetworkOrganisation,
    ChangeOrganisation,
    RemoveContact,
    RemoveUnit,
    SetContact,
    SetUnit,
)
from cafe.network.model import Contact, Organisation, Unit
from cafe.network.rules import same_name
from cafe.perform import Result, action

# Higher domains send again what shows an organisation's name: those who sit at tables.
Renamed = Callable[[Session, str], None]
on_renamed: list[Renamed] = []

TAKEN = lazy("There is already an organisation with this name in the network.")
UNIT_TAKEN = lazy("There is already a unit with this name.")


@action(AddNetworkOrganisation)
def add_network_organisation(
    session: Session, _actor: Actor, command: AddNetworkOrganisation, _now: int
) -> Result:
    """Add an organisation. Raises BadInput for a name that is there already."""
    _require_free_name(session, command.network_id, command.title, None)
    if session.get(Organisation, command.organisation_id) is not None:
        raise BadInput(field="organisation_id")
    organisation = Organisation(
        id=command.organisation_id,
        network_id=command.network_id,
        name=command.title,
        kind=command.kind,
        number=command.number or None,
        role=command.role,
    )
    session.add(organisation)
    return {"organisation_id": organisation.id}


@action(ChangeOrganisation)
def change_organisation(session: Session, _actor: Actor, command: ChangeOrganisation, _now: int) -> Result:
    """Change an organisation. Raises NotFound for one of another network, BadInput for a taken name."""
    organisation = session.get(Organisation, command.organisation_id)
    if organisation is None or organisation.network_id != command.network_id:
        raise NotFound
    _require_free_name(session, command.network_id, command.title, organisation.id)
    renamed = organisation.name != command.title
    organisation.name = command.title
    organisation.kind = command.kind
    organisation.number = command.number or None
    organisation.role = command.role
    organisation.context = command.context
    for tell in on_renamed if renamed else ():
        tell(session, organisation.id)
    return {}


def _require_free_name(session: Session, network_id: str, title: str, own_id: str | None) -> None:
    others = select(Organisation).where(Organisation.network_id == network_id)
    if any(same_name(each.name, title) and each.id != own_id for each in session.scalars(others)):
        raise BadInput(TAKEN, field="title")


@action(SetUnit)
def set_unit(session: Session, _actor: Actor, command: SetUnit, _now: int) -> Result:
    """Name a unit. Raises BadInput for a name that is taken, or an id that is another organisation's."""
    units = session.scalars(select(Unit).where(Unit.organisation_id == command.organisation_id)).all()
    if any(same_name(each.name, command.title) and each.id != command.unit_id for each in units):
        raise BadInput(UNIT_TAKEN, field="title")
    unit = session.get(Unit, command.unit_id)
    if unit is None:
        unit = Unit(id=command.unit_id, organisation_id=command.organisation_id)
        session.add(unit)
    if unit.organisation_id != command.organisation_id:
        raise BadInput(field="unit_id")
    unit.name = command.title
    return {"unit_id": unit.id}


@action(RemoveUnit)
def remove_unit(session: Session, _actor: Actor, command: RemoveUnit, _now: int) -> Result:
    """Take a unit off the list. Raises NotFound for one of another organisation."""
    session.delete(_unit(session, command.organisation_id, command.unit_id))
    return {}


@action(SetContact)
def set_contact(session: Session, _actor: Actor, command: SetContact, _now: int) -> Result:
    """Name whom to turn to. Raises NotFound for a unit, BadInput for a contact of somewhere else."""
    unit = _unit(session, command.organisation_id, command.unit_id)
    contact = session.get(Contact, command.contact_id)
    if contact is None:
        contact = Contact(id=command.contact_id, unit_id=unit.id)
        session.add(contact)
    if contact.unit_id != unit.id:
        raise BadInput(field="contact_id")
    contact.kind, contact.name, contact.email = command.kind, command.display_name, command.email
    return {"contact_id": contact.id}


@action(RemoveContact)
def remove_contact(session: Session, _actor: Actor, command: RemoveContact, _now: int) -> Result:
    """Take somebody off the list. Raises NotFound for somebody of another unit."""
    unit = _unit(session, command.organisation_id, command.unit_id)
    contact = session.get(Contact, command.contact_id)
    if contact is None or contact.unit_id != unit.id:
        raise NotFound
    session.delete(contact)
    return {}


def _unit(session: Session, organisation_id: str, unit_id: str) -> Unit:
    unit = session.get(Unit, unit_id)
    if unit is None or unit.organisation_id != organisation_id:
        raise NotFound
    return unit
