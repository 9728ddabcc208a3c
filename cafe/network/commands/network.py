"""What may be asked of a network itself and of who organises it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from cafe.commands import Command, Key, Line, TrimmedText, command
from cafe.network.commands.teams import Secret
from cafe.people.commands import Email


@command
class ChangeNetwork(Command):
    """Change what a network is called, and what it says of itself."""

    name = "change_network"
    network_id: Key
    title: Line
    about: Annotated[TrimmedText, Field(max_length=2000)] = ""


@command
class InviteNetworkOrganiser(Command):
    """Let somebody else organise the network and all its gatherings; who has no account yet gets one."""

    name = "invite_network_organiser"
    network_id: Key
    new_user_id: Key
    email: Email
    display_name: Line
    secret: Secret


@command
class RemoveNetworkOrganiser(Command):
    """Let somebody organise the network no more; the last one stays."""

    name = "remove_network_organiser"
    network_id: Key
    user_id: Key
