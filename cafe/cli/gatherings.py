"""`cafe gathering`: whole gatherings from files."""

from __future__ import annotations

from pathlib import Path

import click

from cafe.cli.frame import print_json, working_app


@click.group("gathering")
def gathering() -> None:
    """Look after gatherings."""


@gathering.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--links", is_flag=True, help="Print a personal link for every participant, for one use each.")
@click.option("--tickets", is_flag=True, help="Print tickets for `cafe simulate --tickets`.")
def import_(file: Path, *, links: bool, tickets: bool) -> None:
    """Make a gathering out of FILE, all of it or nothing. docs/import-file.md says what may stand in it."""
    from cafe.importing.actions import import_within  # noqa: PLC0415 - see working_app
    from cafe.importing.errors import ImportRefused  # noqa: PLC0415
    from cafe.importing.file import read_import_file  # noqa: PLC0415
    from cafe.importing.report import report_of  # noqa: PLC0415

    with working_app() as app:
        from cafe.db import unit_of_work  # noqa: PLC0415

        try:
            read = read_import_file(file.read_text(encoding="utf-8"))
            with unit_of_work() as session:
                imported = import_within(session, read)
                origin = app.extensions["cafe_settings"].origin
                report = report_of(session, read, imported, origin, links=links, tickets=tickets)
        except UnicodeDecodeError:
            raise click.ClickException(f"{file} is not UTF-8 text. Nothing was imported.") from None
        except ImportRefused as refused:
            message = "\n".join(f"  {problem}" for problem in refused.problems)
            raise click.ClickException(f"Nothing was imported.\n{message}") from None
    print_json(report)
