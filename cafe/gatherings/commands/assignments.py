"""What may be asked of the assignments of a gathering."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from cafe.commands import Command, Key, Line, LongText, command
from cafe.gatherings.commands.gathering import Day
from cafe.gatherings.commands.programme import About


class When(StrEnum):
    """Whether an assignment is for the time before its gathering or after it."""

    BEFORE = "before"
    AFTER = "after"


@command
class SetAssignment(Command):
    """Ask the teams for something before or after a gathering, or change what is asked."""

    name = "set_assignment"
    gathering_id: Key
    assignment_id: Key
    title: Line
    about: About = ""
    when: When = When.BEFORE
    due_on: Day | None = None


@command
class RemoveAssignment(Command):
    """Take an assignment away; what was written for it is kept and comes back with it."""

    name = "remove_assignment"
    gathering_id: Key
    assignment_id: Key


@command
class RestoreAssignment(Command):
    """Put back an assignment that was taken away."""

    name = "restore_assignment"
    gathering_id: Key
    assignment_id: Key


@command
class HandIn(Command):
    """Write a team's answer to an assignment; with `ready` the organisers see it from now on.

    Refused when somebody else has changed the text since `base_version`.
    """

    name = "hand_in"
    team_id: Key
    assignment_id: Key
    base_version: Annotated[int, Field(ge=0)]
    text: LongText
    ready: bool = True


@command
class GiveFeedback(Command):
    """Tell a team what the organisers think of what it has handed in.

    `instead_of` is what had been said when one began to write; what somebody has said since is kept above.
    """

    name = "give_feedback"
    gathering_id: Key
    submission_id: Key
    text: About
    instead_of: About = ""
