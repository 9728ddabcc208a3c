"""What a guest may ask for on a phone."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from cafe.commands import Command, Key, Line, NoteText, TrimmedText, command
from cafe.dialogue.commands.session import RoundNumber
from cafe.dialogue.commands.table import NoteKind, NoteSource


class HelpKind(StrEnum):
    """What somebody needs: a person, the way to a table, or help with the phone or the notes."""

    SOMEONE = "someone"
    TABLE = "table"
    TECHNICAL = "technical"


class NodAnswer(StrEnum):
    """The answer to "is this what we said?"."""

    YES = "yes"
    CHANGE = "change"


@command
class Rename(Command):
    """Choose another display name or alias."""

    name = "rename"
    session_id: Key
    display_name: Line


@command
class SitOut(Command):
    """Sit out a round without explaining, or join it again."""

    name = "sit_out"
    session_id: Key
    round: RoundNumber
    out: bool


@command
class TakeSeat(Command):
    """Say that one has found the table."""

    name = "take_seat"
    session_id: Key
    table_round_id: Key


@command
class AskForHelp(Command):
    """Ask the organisers for somebody, privately."""

    name = "ask_for_help"
    session_id: Key
    help_id: Key
    kind: HelpKind


@command
class WithdrawHelp(Command):
    """Take a call for help back."""

    name = "withdraw_help"
    session_id: Key
    help_id: Key


@command
class SendIdea(Command):
    """Send a thought from a phone to the table's notes, with or without a name.

    Without a name nothing ties the thought to the phone: it is numbered later, in a shuffled batch.
    """

    name = "send_idea"
    session_id: Key
    table_round_id: Key
    idea_id: Key
    text: NoteText
    kind: NoteKind = NoteKind.IDEA
    source: NoteSource = NoteSource.UNSPECIFIED
    anonymous: bool = False

    def leaves_no_trace(self) -> bool:
        """Tell whether nothing may tie this thought to its sender."""
        return self.anonymous


@command
class Nod(Command):
    """Answer whether the summary says what was said at the table."""

    name = "nod"
    session_id: Key
    table_round_id: Key
    answer: NodAnswer
    comment: Annotated[TrimmedText, Field(max_length=300)] = ""
