"""What may be asked of the organisations of a network, their units and whom to turn to there.

Where a command names an organisation and nothing wider, the rights are those towards that organisation: a
team sees to the units of its own, organisers to all of them.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from cafe.commands import Command, Key, Line, TrimmedText, command
from cafe.people.commands import Email

Number = Annotated[TrimmedText, Field(max_length=20)]
NoEmail = Annotated[str, StringConstraints(max_length=0)]


class OrganisationKind(StrEnum):
    """What kind of body an organisation is."""

    MUNICIPALITY = "municipality"
    HEALTH_TRUST = "health_trust"
    REGION = "region"
    STATE = "state"
    NGO = "ngo"
    COMPETENCE_CENTRE = "competence_centre"


class OrganisationRole(StrEnum):
    """What an organisation is in its network."""

    MEMBER = "member"
    ORGANISER = "organiser"


class ContactKind(StrEnum):
    """What somebody is in a unit."""

    HEAD = "head"
    RECOVERY_CONTACT = "recovery_contact"


@command
class AddNetworkOrganisation(Command):
    """Add an organisation to a network."""

    name = "add_network_organisation"
    network_id: Key
    organisation_id: Key
    title: Line
    kind: OrganisationKind = OrganisationKind.MUNICIPALITY
    number: Number = ""
    role: OrganisationRole = OrganisationRole.MEMBER


@command
class ChangeOrganisation(Command):
    """Change what an organisation is called and is, and what others should know of it now."""

    name = "change_organisation"
    network_id: Key
    organisation_id: Key
    title: Line
    kind: OrganisationKind
    number: Number = ""
    role: OrganisationRole
    context: Annotated[TrimmedText, Field(max_length=2000)] = ""


@command
class SetUnit(Command):
    """Name a unit of an organisation, a new one or another name for one there is."""

    name = "set_unit"
    organisation_id: Key
    unit_id: Key
    title: Line


@command
class RemoveUnit(Command):
    """Take a unit off the list, with whom to turn to there."""

    name = "remove_unit"
    organisation_id: Key
    unit_id: Key


@command
class SetContact(Command):
    """Name the head or a recovery contact of a unit; a new one, or change one there is."""

    name = "set_contact"
    organisation_id: Key
    unit_id: Key
    contact_id: Key
    kind: ContactKind
    display_name: Line
    email: Email | NoEmail = ""


@command
class RemoveContact(Command):
    """Take somebody off the list of whom to turn to in a unit."""

    name = "remove_contact"
    organisation_id: Key
    unit_id: Key
    contact_id: Key
