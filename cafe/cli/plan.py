"""`cafe plan`: a seating from a file, without a server."""

from __future__ import annotations

import json
from pathlib import Path
from time import monotonic

import click


@click.command()
@click.argument("instance", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--seconds", type=click.FloatRange(min=0.01), help="How long to search at most.")
@click.option("--steps", type=click.IntRange(min=0), help="How long to search, the same on any machine.")
@click.option("--seed", default=1, show_default=True, help="Another number, another plan.")
@click.option(
    "--strategy",
    type=click.Choice(["fewest_moves", "fewest_repeats"]),
    default="fewest_moves",
    show_default=True,
    help="What a plan made anew in the middle of things spares.",
)
@click.option(
    "--preference",
    type=click.Choice(["new_faces", "fewer_colleagues"]),
    default="new_faces",
    show_default=True,
    help="What goes first in a plan made from the beginning.",
)
def plan(
    instance: Path, seconds: float | None, steps: int | None, seed: int, strategy: str, preference: str
) -> None:
    """Print who sits where, as JSON, for the café in the file INSTANCE; docs/rotation.md has the schema."""
    from cafe.rotation import planfile  # noqa: PLC0415 - `cafe --help` need not wait for the planner

    told = monotonic()

    def progress(share: float) -> None:
        nonlocal told
        if monotonic() - told >= planfile.TELL_EVERY:
            told = monotonic()
            click.echo(f"{share:4.0%} of the search", err=True)

    try:
        task = planfile.read(instance.read_text(encoding="utf-8"), seed)
    except planfile.BadInstance as error:
        raise click.ClickException(f"{instance}: {error}") from None
    for line in task.impossible:
        click.echo(line, err=True)
    if task.impossible:
        raise click.ClickException("No plan can meet these wishes. Change one of each, and try again.")
    answer = task.solve(strategy, preference, planfile.budget(seconds, steps, progress))
    click.echo(answer.told, err=True)
    click.echo(json.dumps(answer.plan))
