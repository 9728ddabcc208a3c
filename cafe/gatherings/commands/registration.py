"""What may be asked before a gathering by those who will come, and for them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from cafe.commands import Command, Key, Line, Part, command
from cafe.gatherings.commands.gathering import Day, Kind, Secret


@command
class OpenRegistration(Command):
    """Let people put themselves on the list by a link, up to and including a day."""

    name = "open_registration"
    gathering_id: Key
    until: Day


@command
class CloseRegistration(Command):
    """Take no more registrations; who is on the list stays on it, and the link can be opened again."""

    name = "close_registration"
    gathering_id: Key


@command
class RegisterOneself(Command):
    """Put oneself on the list, by the secret of the registration's link."""

    name = "register_oneself"
    registration_secret: Secret
    participant_id: Key
    display_name: Line
    organisation_id: Key | None = None
    kind: Kind | None = None


class TeamPerson(Part):
    """Somebody whom a team registers; the id is the participant's."""

    display_name: Line
    kind: Kind | None = None


@command
class RegisterFromTeam(Command):
    """Put people of the team's own organisation on the list of a gathering of its network."""

    name = "register_from_team"
    team_id: Key
    gathering_id: Key
    people: Annotated[tuple[TeamPerson, ...], Field(min_length=1, max_length=100)]
