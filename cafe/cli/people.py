"""`cafe user`: accounts of organisers."""

from __future__ import annotations

import sys

import click
from pydantic import ValidationError

from cafe.actor import SERVER
from cafe.cli.frame import working_app
from cafe.clock import now_ms
from cafe.commands import new_key
from cafe.people.commands import AddUser, Purpose
from cafe.people.rules import INVITATION_LASTS


@click.group("user")
def user() -> None:
    """Look after organisers' accounts."""


@user.command()
@click.argument("email")
@click.option("--name", required=True, help="What the organiser is called.")
@click.option("--invite", is_flag=True, help="Print a link by which they choose their own password.")
@click.option("--password-stdin", is_flag=True, help="Read the password from the first line of the input.")
def add(email: str, name: str, *, invite: bool, password_stdin: bool) -> None:
    """Make an account for an organiser."""
    if invite and password_stdin:
        raise click.UsageError("Choose one of --invite and --password-stdin.")
    password = None if invite else _password(from_input=password_stdin)
    try:
        command = AddUser(new_user_id=new_key(), email=email, display_name=name, password=password)
    except ValidationError as error:
        raise click.ClickException(_explained(error)) from None
    from cafe.perform import perform  # noqa: PLC0415 - see working_app

    with working_app() as app:
        perform(SERVER, command)
        click.echo(f"{command.email} has an account.")
        if invite:
            click.echo(_invitation(command.new_user_id, app.extensions["cafe_settings"].origin))


@user.command("invite")
@click.argument("email")
def invite_again(email: str) -> None:
    """Print a new link by which somebody who has an account chooses a (new) password."""
    from cafe.db import db  # noqa: PLC0415 - see working_app
    from cafe.people.actions import user_by_email  # noqa: PLC0415

    with working_app() as app:
        with db.sessionmaker() as session:
            account = user_by_email(session, email)
        if account is None:
            raise click.ClickException(f"There is no account with the address {email}.")
        click.echo(_invitation(account.id, app.extensions["cafe_settings"].origin))


def _invitation(user_id: str, origin: str) -> str:
    from cafe.db import unit_of_work  # noqa: PLC0415 - see working_app
    from cafe.people.actions import issue_link  # noqa: PLC0415

    with unit_of_work() as session:
        secret = issue_link(session, Purpose.INVITATION, user_id, now_ms() + INVITATION_LASTS)
    return f"The invitation, for one use within seven days: {origin}/invitation#{secret}"


def _password(*, from_input: bool) -> str:
    if from_input:
        return sys.stdin.readline().rstrip("\r\n")
    return str(click.prompt("Password (at least 12 characters)", hide_input=True, confirmation_prompt=True))


def _explained(error: ValidationError) -> str:
    field = str(error.errors(include_url=False, include_input=False)[0]["loc"][0])
    told = {
        "email": "This is not an e-mail address.",
        "password": "The password must have from 12 to 200 characters.",
        "display_name": "The name must have from 1 to 200 characters.",
    }
    return told[field]
