"""`cafe serve`: the server, as it is deployed."""

from __future__ import annotations

import os

import click

from cafe.cli.database import upgrade_tables
from cafe.serving import allow_many_sockets, is_free, server_command
from cafe.settings import data_folder


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="The port.")
def serve(host: str, port: int) -> None:
    """Bring the database up to date and serve. Browsers may come from the addresses in CAFE_ORIGINS."""
    if not is_free(host, port):
        raise click.ClickException(f"Something else listens on port {port} already. Choose another --port.")
    os.environ["CAFE_DATA"] = str(data_folder().resolve())  # gunicorn changes the folder it works in
    os.environ.setdefault("CAFE_ORIGINS", f"http://127.0.0.1:{port} http://localhost:{port}")
    upgrade_tables()
    allow_many_sockets()
    command = server_command(host, port)
    os.execv(command[0], command)  # noqa: S606 - our own interpreter, our own arguments
