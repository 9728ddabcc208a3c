"""What may be asked of the teams of a network."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

from cafe.commands import Command, Key, Line, command
from cafe.people.commands import Email

Secret = Annotated[str, StringConstraints(min_length=20, max_length=100)]


class Post(StrEnum):
    """What somebody does in a team."""

    LEAD = "lead"
    MEASUREMENT_LEAD = "measurement_lead"
    LEADER = "leader"
    MEMBER = "member"


class Function(StrEnum):
    """What somebody in a team is employed or appointed as, if they want it said."""

    COORDINATOR = "coordinator"
    HEAD = "head"
    RECOVERY_CONTACT = "recovery_contact"
    LIVED_EXPERIENCE_CONSULTANT = "lived_experience_consultant"
    USER_REPRESENTATIVE = "user_representative"
    PROFESSIONAL = "professional"
    OTHER = "other"


@command
class CreateTeam(Command):
    """Begin the team of an organisation of the network."""

    name = "create_team"
    network_id: Key
    new_team_id: Key
    organisation_id: Key
    title: Line


@command
class InviteTeamMember(Command):
    """Take somebody into a team; who has no account yet gets one, opened by the secret."""

    name = "invite_team_member"
    team_id: Key
    new_user_id: Key
    email: Email
    display_name: Line
    post: Post = Post.MEMBER
    function: Function | None = None
    secret: Secret


@command
class ChangeTeam(Command):
    """Change what a team is called."""

    name = "change_team"
    team_id: Key
    title: Line


@command
class ChangeTeamMember(Command):
    """Change what somebody does in a team, and what they are employed or appointed as."""

    name = "change_team_member"
    team_id: Key
    user_id: Key
    post: Post
    function: Function | None = None


@command
class SetOwnFunction(Command):
    """Say what one is employed or appointed as oneself, or that it should not be said."""

    name = "set_own_function"
    team_id: Key
    function: Function | None = None


@command
class RemoveTeamMember(Command):
    """Take somebody out of a team; what they could open by it is closed at once."""

    name = "remove_team_member"
    team_id: Key
    user_id: Key
