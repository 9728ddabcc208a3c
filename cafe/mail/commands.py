"""What may be asked of the outbox."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from cafe.commands import Command, Key, command


class Fate(StrEnum):
    """What came of a letter that was to be sent."""

    SENT = "sent"
    NOT_YET = "not_yet"
    REFUSED = "refused"


@command
class TakeLetters(Command):
    """Take letters that are due out of the outbox, to send them; nobody else takes them meanwhile."""

    name = "take_letters"
    most: Annotated[int, Field(ge=1, le=200)] = 50


@command
class MarkLetter(Command):
    """Say what came of a letter that was taken."""

    name = "mark_letter"
    letter_id: Key
    fate: Fate
