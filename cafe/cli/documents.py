"""`cafe protocol`: documentation made from the code."""

from __future__ import annotations

import click

from cafe.cli.frame import working_app


@click.command()
def protocol() -> None:
    """Print the documentation of the protocol, as it stands in docs/protocol.md."""
    with working_app():
        from cafe.protocol import protocol_document  # noqa: PLC0415 - see working_app

        click.echo(protocol_document(), nl=False)
