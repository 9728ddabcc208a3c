"""A demonstration from beginning to end."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from cafe.demo import processes
from cafe.demo.address import EVERYWHERE, LOCAL, free_port, lan_address
from cafe.demo.prepare import Prepared, forget, prepare
from cafe.demo.show import show_links
from cafe.demo.texts import demo_texts
from cafe.dialogue.commands.session import Mode
from cafe.settings import Settings, data_folder, kept_secret
from cafe.simulator.script import Script

ROUND_SECONDS = 75.0


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What is asked of a demonstration."""

    port: int = 8000
    people: int = 120
    mode: Mode = Mode.TOPIC_PER_TABLE
    lan: bool = False
    keep: bool = False
    once: bool = False
    simulation: bool = True
    speed: float = 1.0


class NoLan(Exception):
    """This machine has no address on a network."""


@dataclass(frozen=True, kw_only=True)
class Venue:
    """Where a demonstration takes place."""

    host: str
    port: int
    settings: Settings

    def environment(self, folder: Path) -> dict[str, str]:
        """Give the environment of the server's process."""
        return {
            **os.environ,
            "CAFE_DATA": str(folder),
            "CAFE_DATABASE_URL": self.settings.database_url,
            "CAFE_ORIGINS": " ".join(self.settings.origins),
            "CAFE_DEMO": "1",
        }


def venue(wish: Wish, folder: Path) -> Venue:
    """Find an address and a port. Raises NoLan or NoPort."""
    host = EVERYWHERE if wish.lan else LOCAL
    port = free_port(host, wish.port)
    names = [LOCAL, "localhost"]
    if wish.lan:
        address = lan_address()
        if address is None:
            raise NoLan
        names.insert(0, address)
    settings = Settings(
        database_url=f"sqlite:///{folder / 'demo.db'}",
        secret_key=kept_secret(folder),
        origins=tuple(f"http://{name}:{port}" for name in names),
        demo=True,
    )
    return Venue(host=host, port=port, settings=settings)


def prepare_database(place: Venue, wish: Wish, folder: Path) -> Prepared | None:
    """Make the database, or with `keep` leave the one that is there; then there is nothing to be played."""
    from cafe.app import alembic, create_app  # noqa: PLC0415 - not needed to say that a port is taken

    database = folder / "demo.db"
    kept = wish.keep and database.exists()
    if not kept:
        forget(database)
    logging.getLogger("alembic").setLevel(logging.WARNING)
    app = create_app(place.settings)
    with app.app_context():
        alembic.upgrade()
        return None if kept else prepare(place.settings.origin, wish.people, mode=wish.mode)


def run(wish: Wish, console: Console) -> None:
    """Make the café, serve it, let people come, and stay until stopped. Raises NoLan, NoPort, NotServing."""
    folder = data_folder().resolve()
    place = venue(wish, folder)
    if place.port != wish.port:
        console.print(f"Port {wish.port} is taken by something else, so this is on port {place.port}.")
    console.print("Making the café …")
    with processes.stopping_when_asked():
        try:
            prepared = prepare_database(place, wish, folder)
            server = processes.start_server(place.host, place.port, place.environment(folder))
            with processes.ending(server):
                processes.wait_until_ready(server, place.port)
                _play(place, prepared, wish, console)
                if not wish.once:
                    while server.poll() is None:
                        time.sleep(0.5)
        except processes.Stopped:
            console.print("\nThe café is closed.")


def _play(place: Venue, prepared: Prepared | None, wish: Wish, console: Console) -> None:
    if prepared is None:
        console.print(f"The café of the last time: {place.settings.origin}. Stop with Ctrl-C.")
        return
    show_links(console, prepared, people=wish.people, lan=wish.lan)
    if not wish.simulation:
        return
    script = Script(
        address=f"http://{LOCAL}:{place.port}",
        texts=demo_texts(),
        code=prepared.join_code,
        names=prepared.names,
        cast=prepared.cast,
        organiser=prepared.organiser_secret,
        speed=wish.speed,
        round_seconds=ROUND_SECONDS,
    )
    with processes.ending(processes.start_simulation(script)) as simulation:
        processes.follow(simulation, _quietly(console))
        went_well = simulation.wait() == 0
    if went_well:
        console.print("The café is over. What was published stays to be looked at. Stop with Ctrl-C.")
    else:
        console.print("The simulated people have failed. The café stays open to you. Stop with Ctrl-C.")


def _quietly(console: Console) -> Callable[[str], None]:
    """Print progress without colours of its own and without counting on a wide terminal."""
    return lambda line: console.print(line, highlight=False, soft_wrap=True, style="dim")
