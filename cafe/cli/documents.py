"""`cafe protocol` and `cafe export`: what can be kept and read without the server."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from cafe.cli.frame import working_app


@click.command()
def protocol() -> None:
    """Print the documentation of the protocol, as it stands in docs/protocol.md."""
    with working_app():
        from cafe.protocol import protocol_document  # noqa: PLC0415 - see working_app

        click.echo(protocol_document(), nl=False)


@click.command()
@click.argument("session")
@click.option("--format", "kind", default="md", show_default=True, type=click.Choice(["md", "csv", "json"]))
@click.option(
    "--out", type=click.Path(dir_okay=False, writable=True, path_type=Path), help="Write to a file."
)
def export(session: str, kind: str, out: Path | None) -> None:
    """Print all that a café SESSION leaves behind; the id stands in the address of its pages."""
    with working_app():
        from cafe.harvest.exports import export_session  # noqa: PLC0415 - see working_app

        body = export_session(session, kind)
    if out is None:
        sys.stdout.buffer.write(body)
    else:
        out.write_bytes(body)
