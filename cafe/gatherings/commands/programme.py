"""What may be asked of the programme of a gathering."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from cafe.commands import Command, Key, Line, OptionalLine, TrimmedText, command
from cafe.gatherings.commands.gathering import Day

Clock = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
About = Annotated[TrimmedText, Field(max_length=4000)]


class ItemKind(StrEnum):
    """What a point of a programme is; a showcase tells what came of a pilot."""

    TALK = "talk"
    CAFE = "cafe"
    WORK = "work"
    SHOWCASE = "showcase"
    BREAK = "break"
    OTHER = "other"


@command
class SetProgrammeItem(Command):
    """Put a point into the programme, or change the one that has this id."""

    name = "set_programme_item"
    gathering_id: Key
    item_id: Key
    day: Day
    starts: Clock
    ends: Clock | None = None
    kind: ItemKind = ItemKind.TALK
    title: Line
    speaker: OptionalLine = ""
    about: About = ""
    session_id: Key | None = None


@command
class RemoveProgrammeItem(Command):
    """Take a point out of the programme; it can be put back."""

    name = "remove_programme_item"
    gathering_id: Key
    item_id: Key


@command
class RestoreProgrammeItem(Command):
    """Put back a point that was taken out of the programme."""

    name = "restore_programme_item"
    gathering_id: Key
    item_id: Key
