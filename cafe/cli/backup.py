"""`cafe backup` and `cafe restore`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from cafe.cli.frame import working_app
from cafe.settings import data_folder

MIB = 1024 * 1024


@click.command()
@click.argument("target", type=click.Path(path_type=Path))
def backup(target: Path) -> None:
    """Write a backup of everything to the file TARGET, or into the folder TARGET, while the server runs."""
    with _refusing():
        from cafe.backup.ways import back_up  # noqa: PLC0415 - see working_app

        done = back_up(target)
        size = done.file.stat().st_size / MIB if done.file else 0
    click.echo(f"Written: {done.file} ({size:.1f} MB)")
    click.echo(f"It holds {done.contents}.")
    click.echo("The secret key of the data folder is not in it. Keep a copy of that elsewhere.")


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--replace", is_flag=True, help="Put it in the place of a database that holds something.")
def restore(file: Path, *, replace: bool) -> None:
    """Put the backup FILE in the place of the database. The server must be stopped."""
    with _refusing():
        from cafe.backup.ways import restore as restore_from  # noqa: PLC0415 - see working_app

        done = restore_from(file, replace_earlier=replace, folder=data_folder())
    click.echo(f"Restored: {done.contents}.")
    if done.file:
        click.echo(f"What was there before is kept: {done.file}")
    click.echo("Start the server. Phones then get everything anew, and send what they still keep themselves.")
    click.echo("What was saved later is gone, also where a phone has said that it was saved.")


@contextmanager
def _refusing() -> Iterator[None]:
    from cafe.backup.contents import Refused  # noqa: PLC0415 - see working_app

    try:
        with working_app():
            yield
    except Refused as refused:
        raise click.ClickException(str(refused)) from None
