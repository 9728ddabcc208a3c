"""What may be asked about who pays for a plan."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from cafe.commands import Command, Key, Line, TrimmedText, command
from cafe.plans.commands.goals import Position


class Currency(StrEnum):
    """The money of those who may pay."""

    NOK = "NOK"
    SEK = "SEK"
    EUR = "EUR"


@command
class SetFunding(Command):
    """Say where money comes from, or change it; what is not named stays."""

    name = "set_funding"
    plan_id: Key
    funding_id: Key
    source: Line
    amount: Annotated[int, Field(ge=0, le=10**12)] | None = None
    currency: Currency = Currency.NOK
    words: Annotated[TrimmedText, Field(max_length=500)] = ""
    position: Position | None = None


@command
class RemoveFunding(Command):
    """Take a source of money out; it can be put back."""

    name = "remove_funding"
    plan_id: Key
    funding_id: Key


@command
class RestoreFunding(Command):
    """Put a source of money back that was taken out."""

    name = "restore_funding"
    plan_id: Key
    funding_id: Key
