"""`cafe demo`: a café to look at."""

from __future__ import annotations

from typing import Any

import click
from rich.console import Console

from cafe.demo.address import NoPort
from cafe.demo.processes import NotServing
from cafe.demo.run import NoLan, Wish, run
from cafe.dialogue.commands.session import Mode


@click.command()
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="The port.")
@click.option("--people", default=120, show_default=True, type=click.IntRange(6, 300), help="How many come.")
@click.option(
    "--mode",
    default=Mode.TOPIC_PER_TABLE.value,
    show_default=True,
    type=click.Choice([str(mode) for mode in Mode]),
    callback=lambda _context, _option, value: Mode(value),
    help="What moves between rounds.",
)
@click.option("--lan", is_flag=True, help="Let phones on the same network in, and print a QR code for them.")
@click.option("--keep", is_flag=True, help="Serve the café of the last time as it was left.")
@click.option("--once", is_flag=True, help="Stop when the café is over.")
@click.option(
    "--no-simulation", "simulation", is_flag=True, flag_value=False, default=True, help="Nobody comes."
)
@click.option("--speed", default=1.0, show_default=True, help="How much quicker than people they are.")
def demo(**wishes: Any) -> None:
    """Play a café with invented people: check-in, three rounds, harvest. Links to look at it are printed."""
    try:
        run(Wish(**wishes), Console())
    except NoPort:
        raise click.ClickException("No port is free. Choose another one with --port.") from None
    except NoLan:
        raise click.ClickException("This machine is on no network. Start without --lan.") from None
    except NotServing:
        raise click.ClickException("The server did not start; its own words stand above.") from None
