"""What may be asked about publishing."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from cafe.commands import Command, Key, Line, TrimmedText, command


class Readers(StrEnum):
    """Who may read what is published."""

    EVERYONE = "everyone"
    NETWORK = "network"


@command
class Publish(Command):
    """Publish what is approved, to the network or to everyone; publishing again is a new edition.

    `looked_at` says that the passages which may name somebody have been looked at.
    """

    name = "publish"
    session_id: Key
    title: Line
    audience: Readers = Readers.EVERYONE
    correction: Annotated[TrimmedText, Field(max_length=2000)] = ""
    looked_at: bool = False


@command
class Unpublish(Command):
    """Take the published page down, with all its editions."""

    name = "unpublish"
    session_id: Key


@command
class LookAt(Command):
    """Say that passages which may name somebody have been looked at, or take that back."""

    name = "look_at"
    session_id: Key
    passage_ids: tuple[Key, ...] = Field(min_length=1, max_length=2000)
    looked: bool = True
