"""What may be asked about who was there."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from cafe.commands import Command, Key, command
from cafe.gatherings.commands.gathering import Day


@command
class SetAttendance(Command):
    """Note that people were at a gathering on a day, or were not."""

    name = "set_attendance"
    gathering_id: Key
    participant_ids: Annotated[tuple[Key, ...], Field(min_length=1, max_length=2000)]
    day: Day
    here: bool
