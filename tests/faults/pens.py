"""Hosts who write note after note over sockets; what is not acknowledged they send again.

Lean and in Python, for tests of what the server stores. They hold rows as a page does, and what they were
acknowledged is the oracle.
"""

from __future__ import annotations

import asyncio
import random
import threading
import time
from dataclasses import dataclass, field
from typing import Any, Self

from cafe.commands import new_key
from cafe.simulator.wire import Cut, Wire
from tests.support.cafe import Hall
from tests.support.rows import State, take

AGAIN = 0.1


@dataclass(frozen=True, kw_only=True)
class Acked:
    """An operation that the server said was saved: what it wrote where, and when that was said."""

    id: str
    name: str
    note_id: str
    text: str
    at: float


@dataclass
class Pen:
    """One host at one table."""

    url: str
    ticket: str
    session_id: str
    table_id: str
    table_round_id: str
    number: int
    chance: random.Random
    acked: list[Acked] = field(default_factory=list)
    errors: list[dict[str, Any]] = field(default_factory=list)
    waiting: dict[str, Any] | None = None
    state: State = field(default_factory=dict)
    seen: int | None = None
    audience: str | None = None
    resets: int = 0
    written: int = 0
    wire: Wire | None = None
    _newest: tuple[str, int] | None = None

    async def work(self, stop: threading.Event, pause: float = 0.0) -> None:
        """Write until told to stop; a lost line is opened again."""
        while not stop.is_set():
            try:
                await self.come()
                while not stop.is_set():
                    await self.write()
                    await asyncio.sleep(pause)
            except Cut:
                await self.go()
                await asyncio.sleep(AGAIN)
        await self.go()

    async def come(self) -> None:
        """Connect and take in what has been missed. Raises Cut."""
        self.wire = Wire(self._hear)
        await self.wire.open(self.url, f"ticket={self.ticket}")
        place = {"stream": self.session_id, "as": "host", "table": self.table_id}
        answer = await self.wire.call("join", {**place, "seen": self.seen, "audience": self.audience})
        if not answer["ok"]:
            raise Cut(answer["error"]["code"])
        if answer["reset"]:
            self.state.clear()
            self.seen = None
            self.resets += 1
        self.audience = answer["audience"]
        self._take(answer)

    async def go(self) -> None:
        """Hang up."""
        if self.wire is not None:
            await self.wire.close()
            self.wire = None

    async def write(self) -> None:
        """Send what waits, or something new, and keep it until it is acknowledged or refused for good."""
        assert self.wire is not None
        self.waiting = self.waiting or self._next()
        answer = await self.wire.call("command", self.waiting)
        if answer["ok"]:
            self._saved(self.waiting, answer["result"])
        else:
            self.errors.append({**answer, "operation": self.waiting})
            if answer["retry"]:
                return
        self.waiting = None

    def _next(self) -> dict[str, Any]:
        self.written += 1
        text = f"Pen {self.number}, {self.written}: " + "æ" * self.chance.randrange(1, 400)
        data: dict[str, Any] = {"session_id": self.session_id, "text": text}
        if self._newest and self.written % 3 == 0:
            note_id, version = self._newest
            return {
                "id": new_key(),
                "name": "edit_note",
                "data": {**data, "note_id": note_id, "base_version": version},
            }
        more = {"table_round_id": self.table_round_id, "note_id": new_key(), "position": self.written}
        return {"id": new_key(), "name": "add_note", "data": {**data, **more}}

    def _saved(self, operation: dict[str, Any], result: dict[str, Any]) -> None:
        data = operation["data"]
        self._newest = (data["note_id"], result["version"])
        self.acked.append(
            Acked(
                id=operation["id"],
                name=operation["name"],
                note_id=data["note_id"],
                text=data["text"],
                at=time.monotonic(),
            )
        )

    def _hear(self, event: str, message: Any) -> None:
        if event == "rows" and message["stream"] == self.session_id and self.seen is not None:
            self._take(message)

    def _take(self, message: dict[str, Any]) -> None:
        self.seen = max(self.seen or 0, take(self.state, message))


class Pens:
    """Several pens at work in a thread of their own, so that a test can do something to the server."""

    def __init__(self, pens: list[Pen], pause: float = 0.0) -> None:
        self.pens = pens
        self._pause = pause
        self._stop = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._work()))

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def acked(self) -> list[Acked]:
        """Give what has been acknowledged so far, to any of them."""
        return [each for pen in self.pens for each in list(pen.acked)]

    def wait_for(self, more: int, within: float = 60) -> None:
        """Let them write until so many more have been acknowledged."""
        goal, end = len(self.acked) + more, time.monotonic() + within
        while len(self.acked) < goal:
            assert time.monotonic() < end, f"{len(self.acked)} of {goal} acknowledged"
            assert self._thread.is_alive()
            time.sleep(0.02)

    def stop(self) -> None:
        """Let everyone finish the line they are at."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(30)

    async def _work(self) -> None:
        await asyncio.gather(*(pen.work(self._stop, self._pause) for pen in self.pens))


def pens_of(hall: Hall, url: str, tickets: list[str], seed: int) -> list[Pen]:
    """Give one pen to the host of each table, for the first round."""
    return [
        Pen(
            url,
            ticket,
            hall.session_id,
            hall.tables[number],
            hall.place(number + 1),
            number,
            random.Random(seed + number),
        )
        for number, ticket in enumerate(tickets)
    ]
