"""What may be asked about voting with dots."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from cafe.commands import Command, Key, Line, command

MOST_CHOICES = 60
Dots = Annotated[dict[Key, Annotated[int, Field(ge=0, le=1000)]], Field(max_length=MOST_CHOICES)]


@command
class PrepareBallot(Command):
    """Prepare a vote on themes of the board, or change one that has not been opened.

    Each person has so many dots; several on one theme only where they may be stacked.
    """

    name = "prepare_ballot"
    session_id: Key
    ballot_id: Key
    question: Line
    dots: Annotated[int, Field(ge=1, le=10)] = 3
    stacked: bool = False
    theme_ids: Annotated[tuple[Key, ...], Field(min_length=2, max_length=MOST_CHOICES)]


@command
class OpenBallot(Command):
    """Open a vote, one at a time; during the harvest also one that was closed too early."""

    name = "open_ballot"
    session_id: Key
    ballot_id: Key


@command
class CloseBallot(Command):
    """Close a vote and count for the last time; everybody sees the result on their phone."""

    name = "close_ballot"
    session_id: Key
    ballot_id: Key


@command
class ShowOnWall(Command):
    """Show a vote on the projector, or take it down: the way to vote while it is open, then the result."""

    name = "show_on_wall"
    session_id: Key
    ballot_id: Key
    shown: bool


@command
class RemoveBallot(Command):
    """Remove a vote that has not been opened."""

    name = "remove_ballot"
    session_id: Key
    ballot_id: Key


@command
class CastDots(Command):
    """Give one's dots, in place of those given before; none at all takes the vote back."""

    name = "cast_dots"
    session_id: Key
    ballot_id: Key
    dots: Dots


@command
class EnterDots(Command):
    """Enter the dots of those at a table who have no phone, in place of what was entered before.

    For nobody, or without dots, the entry is taken back.
    """

    name = "enter_dots"
    session_id: Key
    ballot_id: Key
    table_id: Key
    people: Annotated[int, Field(ge=0, le=100)]
    dots: Dots


@command
class CountVotes(Command):
    """Tell how many have voted, and who has voted how it stands; asked by the server alone."""

    name = "count_votes"
    session_id: Key
