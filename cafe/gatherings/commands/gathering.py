"""What may be asked of a gathering."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from cafe.commands import Command, Key, Line, OptionalLine, Part, command
from cafe.network.commands import OrganisationKind
from cafe.people.commands import Email

Secret = Annotated[str, StringConstraints(min_length=20, max_length=100)]
Day = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")]


class Kind(StrEnum):
    """What somebody is, if they choose to say so; used for mixing only."""

    PROFESSIONAL = "professional"
    LIVED_EXPERIENCE = "lived_experience"
    RELATIVE = "relative"
    LEADER = "leader"
    POLITICIAN = "politician"
    OTHER = "other"


@command
class CreateGathering(Command):
    """Begin a gathering of a network; a network that does not exist yet is made."""

    name = "create_gathering"
    new_gathering_id: Key
    network: Line
    title: Line
    place: OptionalLine = ""
    themes: OptionalLine = ""
    starts_on: Day | None = None
    ends_on: Day | None = None
    ordinal: Annotated[int, Field(ge=1, le=999)] | None = None


@command
class ChangeGathering(Command):
    """Change a gathering: its name, themes, place and days, and whether its code lets people in."""

    name = "change_gathering"
    gathering_id: Key
    title: Line | None = None
    place: OptionalLine | None = None
    themes: OptionalLine | None = None
    starts_on: Day | None = None
    ends_on: Day | None = None
    join_open: bool | None = None


@command
class AddOrganisation(Command):
    """Add an organisation to the gathering's network; one of the same name is kept as it is."""

    name = "add_organisation"
    gathering_id: Key
    title: Line
    kind: OrganisationKind = OrganisationKind.MUNICIPALITY
    number: OptionalLine = ""
    member: bool = True


@command
class RegisterParticipant(Command):
    """Put somebody on the gathering's list of participants."""

    name = "register_participant"
    gathering_id: Key
    participant_id: Key
    display_name: Line
    organisation: OptionalLine = ""
    kind: Kind | None = None


class PersonDraft(Part):
    """Somebody on a list that is taken up; the id is the participant's."""

    display_name: Line
    organisation: OptionalLine = ""
    kind: Kind | None = None


@command
class RegisterPeople(Command):
    """Put a whole list of people on the gathering's list, all or nobody."""

    name = "register_people"
    gathering_id: Key
    people: Annotated[tuple[PersonDraft, ...], Field(min_length=1, max_length=2000)]


@command
class InviteOrganiser(Command):
    """Let somebody else organise the gathering; who has no account yet gets one, opened by the secret.

    With `of_network` they organise its network and all its gatherings; only who does so may say it.
    """

    name = "invite_organiser"
    gathering_id: Key
    new_user_id: Key
    email: Email
    display_name: Line
    secret: Secret
    of_network: bool = False


class Card(Part):
    """A personal card: the id is the participant's, the secret what its link carries."""

    secret: Secret


@command
class HandOutCards(Command):
    """Make personal links, each for one use; what was handed out before stays good."""

    name = "hand_out_cards"
    gathering_id: Key
    cards: Annotated[tuple[Card, ...], Field(min_length=1, max_length=2000)]


@command
class JoinGathering(Command):
    """Come in by code or QR: choose a name, and optionally say where one is from and what one is."""

    name = "join_gathering"
    gathering_id: Key
    participant_id: Key
    display_name: Line
    organisation_id: Key | None = None
    kind: Kind | None = None
