"""What may be asked at the door besides checking in."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from cafe.commands import Command, Key, command


@command
class HandOverPlace(Command):
    """Let somebody with a new phone go on there; the secret is made by the one who asks and kept nowhere."""

    name = "hand_over_place"
    session_id: Key
    attendee_id: Key
    secret: Annotated[str, Field(min_length=8, max_length=100)]


@command
class FreeChairs(Command):
    """Free the chairs of those who are expected and have not come, or give them back as far as they are free.

    Who has come meanwhile keeps theirs.
    """

    name = "free_chairs"
    session_id: Key
    attendee_ids: Annotated[tuple[Key, ...], Field(min_length=1, max_length=2000)]
    free: bool
