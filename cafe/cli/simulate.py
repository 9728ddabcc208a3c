"""`cafe simulate`: a hall full of people who are not there."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click
from pydantic import ValidationError

from cafe.demo.texts import voices
from cafe.simulator.run import play
from cafe.simulator.script import Cast, Script


@click.command()
@click.argument("url")
@click.option(
    "--phones", default=10, show_default=True, type=click.IntRange(0, 2000), help="How many phones."
)
@click.option("--hosts", default=0, show_default=True, type=click.IntRange(0, 250), help="How many hosts.")
@click.option("--code", help="The join code: phones join like people do.")
@click.option(
    "--tickets",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="What `cafe gathering import --tickets` printed. Hosts need it.",
)
@click.option("--session", default=1, show_default=True, help="Which session of the tickets' file.")
@click.option("--rounds", type=click.IntRange(1), help="Leave after so many rounds; else after the last.")
@click.option("--round-seconds", default=600.0, show_default=True, help="How long the hosts expect a round.")
@click.option("--seconds", type=float, help="Leave after so many seconds at the latest.")
@click.option("--speed", default=1.0, show_default=True, help="How much quicker than people they are.")
@click.option("--seed", default=1, show_default=True, help="The same seed makes the same day.")
def simulate(url: str, code: str | None, tickets: Path | None, **options: Any) -> None:
    """Let simulated phones and hosts take part in a session at URL, which an organiser runs.

    They write what real people wrote in a public consultation. The exit code is 0 when everything was stored.
    """
    if (code is None) == (tickets is None):
        raise click.UsageError("Choose one of --code and --tickets.")
    if options["hosts"] and tickets is None:
        raise click.UsageError("A code does not make anybody a host: --hosts needs --tickets.")
    phones, hosts, number = (options.pop(name) for name in ("phones", "hosts", "session"))
    script = Script(
        address=url.rstrip("/"),
        texts=voices(),
        code=code,
        names=tuple(f"Phone {each}" for each in range(1, phones + 1)) if code else (),
        cast=_cast(tickets, number, phones, hosts) if tickets else None,
        **options,
    )
    sys.exit(play(script, click.echo))


def _cast(file: Path, number: int, phones: int, hosts: int) -> Cast:
    try:
        cast = Cast.model_validate(json.loads(file.read_text(encoding="utf-8"))["casts"][number - 1])
    except (ValidationError, ValueError, KeyError, IndexError):
        raise click.ClickException(f"{file} holds no tickets of session {number}.") from None
    if len(cast.phones) < phones or len(cast.hosts) < hosts:
        message = f"{file} has tickets for {len(cast.phones)} phones and {len(cast.hosts)} hosts."
        raise click.ClickException(message)
    return cast.model_copy(update={"phones": cast.phones[:phones], "hosts": cast.hosts[:hosts]})
