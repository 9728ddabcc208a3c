"""`cafe …`: what is done from a terminal. Each group of commands has a module of its own."""

from __future__ import annotations

import click

from cafe.cli.backup import backup, restore
from cafe.cli.database import database
from cafe.cli.demo import demo
from cafe.cli.documents import export, protocol
from cafe.cli.gatherings import gathering
from cafe.cli.people import user
from cafe.cli.plan import plan
from cafe.cli.serve import serve
from cafe.cli.simulate import simulate


@click.group()
def main() -> None:
    """Kafédialog: café dialogues from the first code typed to the published summary."""


for command in (database, backup, restore, user, gathering, serve, demo, simulate, export, protocol, plan):
    main.add_command(command)
