"""Running a café session: its clock, what is announced, and who needs help."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from cafe.commands import Command, Key, TrimmedText, command


class HelpState(StrEnum):
    """What has become of a call for help."""

    OPEN = "open"
    TAKEN = "taken"
    DONE = "done"


Step = Annotated[
    int, Field(ge=0, description="the step the one who asks saw; another step means: already done")
]


@command
class Advance(Command):
    """Go on to what comes next: open the doors, go to the tables, start, end a round, harvest, close."""

    name = "advance"
    session_id: Key
    from_step: Step


class Ending(StrEnum):
    """Where a café can be ended early."""

    HARVEST = "harvest"
    CLOSED = "closed"


@command
class Finish(Command):
    """End the café before its last round: on to the harvest, or closed at once. Nothing written is lost."""

    name = "finish"
    session_id: Key
    from_step: Step
    phase: Ending


@command
class Pause(Command):
    """Stop the countdown."""

    name = "pause"
    session_id: Key
    from_step: Step


@command
class Resume(Command):
    """Let the countdown go on where it was stopped."""

    name = "resume"
    session_id: Key
    from_step: Step


@command
class Extend(Command):
    """Give the present round, or the present change of tables, more minutes (or fewer)."""

    name = "extend"
    session_id: Key
    from_step: Step
    minutes: Annotated[int, Field(ge=-30, le=30)]


@command
class Announce(Command):
    """Show a message on every phone and on the wall; an empty text takes it down."""

    name = "announce"
    session_id: Key
    text: Annotated[TrimmedText, Field(max_length=300)]


@command
class AnswerHelp(Command):
    """Say that somebody is on the way to a call for help, or that it is done."""

    name = "answer_help"
    session_id: Key
    help_id: Key
    state: HelpState
