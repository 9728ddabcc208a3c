"""Plans of seats that are looked at before they are used."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from cafe.commands import Command, Key, command
from cafe.rotation import Preference, Strategy


class Approach(StrEnum):
    """Whether everybody is seated anew, or again from the seats that people have been told."""

    ANEW = "anew"
    AGAIN = "again"


class Way(StrEnum):
    """The ways to choose from: the first two where people are seated anew, the others where again."""

    NEW_FACES = Preference.NEW_FACES
    FEWER_COLLEAGUES = Preference.FEWER_COLLEAGUES
    FEWEST_MOVES = Strategy.FEWEST_MOVES
    FEWEST_REPEATS = Strategy.FEWEST_REPEATS


class Progress(StrEnum):
    """How far a proposal is."""

    PLANNING = "planning"
    READY = "ready"
    CANCELLED = "cancelled"
    FAILED = "failed"


@command
class ProposeSeats(Command):
    """Have a plan worked out for the rounds that have not begun; nobody's seat changes by it."""

    name = "propose_seats"
    session_id: Key
    new_proposal_id: Key
    approach: Approach = Approach.ANEW
    only_arrived: bool = False
    seed: Annotated[int, Field(ge=1, le=1_000_000)] = 1


@command
class CancelProposal(Command):
    """Stop working a plan out, or put a finished one away."""

    name = "cancel_proposal"
    session_id: Key
    proposal_id: Key


@command
class UseProposal(Command):
    """Give everybody the seats of a proposal; refused if people, tables or seats have changed since."""

    name = "use_proposal"
    session_id: Key
    proposal_id: Key
    way: Way


@command
class SwapSeats(Command):
    """Let two people change places in a round that has not ended; both seats are kept by later plans."""

    name = "swap_seats"
    session_id: Key
    round: Annotated[int, Field(ge=1, le=8)]
    attendee_id: Key
    other_id: Key
