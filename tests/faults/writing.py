"""A hall of people who write, each behind a network of their own: writers.mjs, driven from here."""

from __future__ import annotations

import json
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from sqlalchemy import select

from cafe.actor import Actor
from cafe.db import db
from cafe.dialogue.commands.session import AssignHost, PlanSeats
from cafe.dialogue.model import Seat
from cafe.live.audience import Wish
from cafe.simulator.browser import Browser
from tests.faults.proxy import FaultProxy, proxies
from tests.support.cafe import Hall, make_hall
from tests.support.server import ROOT, Server

# As over a hall's Wi-Fi; without it hardly an answer would be under way when the network breaks.
MOST_TOPICS = 24  # in one session
EACH_WAY = 0.015
WRITERS = ROOT / "tests" / "faults" / "writers.mjs"


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody with a device: what it sees, how it proves who it is, and where what it writes belongs."""

    actor: Actor
    wish: Wish
    cookie: str
    place: str


class Writers:
    """The process of all the devices. `people` and `networks` belong together, by number."""

    def __init__(self, hall: Hall, people: list[Person], networks: list[FaultProxy], log: Path) -> None:
        """Keep what belongs to the devices; `start` starts them."""
        self.hall, self.people, self.networks, self.log = hall, people, networks, log
        self._process: subprocess.Popen[str] | None = None
        self._talking = threading.Lock()

    def start(self, server: Server, seed: int, *, polling_only: bool = False) -> Self:
        """Open the pages, and wait until every device is connected."""
        self._process = subprocess.Popen(
            [str(ROOT / "tools" / "node"), str(WRITERS), str(self.log)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        people = [
            {
                "url": network.url,
                "origin": server.url,
                "cookie": person.cookie,
                "stream": person.wish.stream_id,
                "as": person.wish.capacity,
                "table": person.wish.table_id,
                "place": person.place,
                "pollingOnly": polling_only,
            }
            for person, network in zip(self.people, self.networks, strict=True)
        ]
        self._say({"seed": seed, "people": people})
        self.order("open")
        self.wait_until(self.all_connected, within=60)
        return self

    def order(self, order: str, **more: object) -> Any:
        """Give an order and return what is answered."""
        with self._talking:
            self._say({"order": order, **more})
            assert self._process is not None
            assert self._process.stdout is not None
            answer = self._process.stdout.readline()
        assert answer, "the writers' process has ended"
        return json.loads(answer)

    def wait_until(self, done: Callable[[dict[str, Any]], bool], *, within: float) -> dict[str, Any]:
        """Wait until it stands with the devices as asked; give how it stands."""
        end = time.monotonic() + within
        standing: dict[str, Any] = self.order("standing")
        while not done(standing):
            assert time.monotonic() < end, f"not in {within} s: {standing}"
            time.sleep(0.05)
            standing = self.order("standing")
        return standing

    def all_connected(self, standing: dict[str, Any]) -> bool:
        """Tell whether every device is connected."""
        return bool(standing["connected"] == len(self.people))

    def all_saved(self, standing: dict[str, Any]) -> bool:
        """Tell whether no device has anything that the server has not acknowledged."""
        return self.all_connected(standing) and not standing["pending"]

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()

    def _say(self, line: dict[str, object]) -> None:
        assert self._process is not None
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(line) + "\n")
        self._process.stdin.flush()


@contextmanager
def hall_of_writers(
    server: Server, *, tables: int, guests: int, seconds: float = EACH_WAY
) -> Iterator[Writers]:
    """Seat a host, a co-host and so many guests at each table, and an organiser who reads along.

    `seconds` is what their networks take each way.
    """
    hall = make_hall(
        server.app,
        people=tables * (guests + 2),
        tables=tables,
        topics=min(tables, MOST_TOPICS),
        seats=guests + 4,
        rounds=2,
        planned=False,
    )
    hosts = [(table, hall.attendees[n], hall.attendees[tables + n]) for n, table in enumerate(hall.tables)]
    for table, host, cohost in hosts:
        hall.do(AssignHost(session_id=hall.session_id, table_id=table, host_id=host, cohost_id=cohost))
    hall.do(PlanSeats(session_id=hall.session_id))
    while hall.advance()["phase"] != "running":
        pass
    hall.reread()
    people = [*_hosts(server, hall), *_guests(server, hall), _organiser(server, hall)]
    with proxies(server.port, len(people), seconds=seconds) as networks:
        writers = Writers(hall, people, networks, server.folder / "oracle.jsonl")
        try:
            yield writers
        finally:
            writers.close()


def _hosts(server: Server, hall: Hall) -> list[Person]:
    tables = len(hall.tables)
    return [
        Person(
            actor=hall.guest(number),
            wish=Wish(stream_id=hall.session_id, capacity="host", table_id=hall.tables[number % tables]),
            cookie=f"ticket={server.ticket(hall.participants[number])}",
            place=hall.place(number % tables + 1),
        )
        for number in range(2 * tables)
    ]


def _guests(server: Server, hall: Hall) -> list[Person]:
    with hall.app.app_context(), db.sessionmaker() as session:
        query = select(Seat.attendee_id, Seat.table_round_id).where(Seat.round_number == 1)
        seats = {row.attendee_id: row.table_round_id for row in session.execute(query)}
    return [
        Person(
            actor=hall.guest(number),
            wish=Wish(stream_id=hall.session_id, capacity="guest"),
            cookie=f"ticket={server.ticket(hall.participants[number])}",
            place=seats[hall.attendees[number]],
        )
        for number in range(2 * len(hall.tables), len(hall.participants))
    ]


def _organiser(server: Server, hall: Hall) -> Person:
    wish = Wish(stream_id=hall.session_id, capacity="organiser")
    return Person(actor=hall.organiser, wish=wish, cookie=organiser_cookie(server, hall), place="")


def organiser_cookie(server: Server, hall: Hall) -> str:
    """Sign the organiser in and give the cookies."""
    browser = Browser(server.url)
    browser.sign_in(server.sign_in_secret(str(hall.organiser.user_id)))
    return browser.cookies
