"""What may be asked about accounts and personal links."""

from __future__ import annotations

from email.errors import HeaderParseError
from email.headerregistry import Address
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from cafe.commands import Command, Key, Line, command


def _can_be_written_to(address: str) -> str:
    """Refuse what looks like an address and is none, such as one with two dots: no letter could be sent."""
    try:
        Address(addr_spec=address)
    except (ValueError, AttributeError, HeaderParseError):
        message = "no address"
        raise ValueError(message) from None
    return address


Email = Annotated[
    str,
    StringConstraints(
        pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$", max_length=200, strip_whitespace=True, to_lower=True
    ),
    AfterValidator(_can_be_written_to),
]
Password = Annotated[str, StringConstraints(min_length=12, max_length=200)]


class Purpose(StrEnum):
    """What a personal link opens."""

    TICKET = "ticket"
    SIGN_IN = "sign_in"
    INVITATION = "invitation"
    WALL = "wall"


@command
class AddUser(Command):
    """Make an account for an organiser; without a password it waits for an invitation link."""

    name = "add_user"
    new_user_id: Key
    email: Email
    display_name: Line
    password: Password | None = None


@command
class ChoosePassword(Command):
    """Choose a password by an invitation link; every other device is signed out."""

    name = "choose_password"
    secret: Annotated[str, Field(min_length=20, max_length=100)]
    password: Password


@command
class SignInByLink(Command):
    """Use up a link that signs its owner in; the page that asks gives the cookie."""

    name = "sign_in_by_link"
    secret: Annotated[str, Field(min_length=20, max_length=100)]
