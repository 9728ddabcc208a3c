"""A member of the hall: one device, with its identity, its line to the server and what it knows."""

from __future__ import annotations

import asyncio
import random
import time
from typing import Any

from cafe.commands import new_key
from cafe.simulator.measure import Measure
from cafe.simulator.rows import Row, Rows
from cafe.simulator.wire import Cut, Wire

TRIES = 12


class SignedOut(Exception):
    """The server does not let this device in any more: its ticket has moved to another phone, say."""


class Member:
    """A device that stays connected, keeps its rows complete, and gets an answer to everything it sends."""

    def __init__(self, address: str, cookies: str, join: Row, measure: Measure) -> None:
        self.rows = Rows()
        self.changed = asyncio.Event()
        self._address, self._cookies, self._wish, self._measure = address, cookies, join, measure
        self._wire = Wire(self._heard)
        self._held: list[Row] | None = None
        self._behind = asyncio.Event()
        self._writing = asyncio.Lock()
        self._keeping: asyncio.Task[None] | None = None
        self.ended: BaseException | None = None

    @property
    def session(self) -> Row:
        """Give the session's row. Before anything has come it is a draft."""
        return self.rows.only("session") or {"phase": "draft", "round": 0, "step": 0}

    async def arrive(self) -> None:
        """Connect and join. Raises Cut or SignedOut."""
        await self._connect()
        self._measure.connected += 1
        self._keeping = asyncio.create_task(self._keep())

    async def leave(self) -> None:
        """Hang up."""
        if self._keeping is not None:
            self._keeping.cancel()
            await asyncio.gather(self._keeping, return_exceptions=True)
            self._keeping = None
            self._measure.connected -= 1
        await self._wire.close()

    async def tell(self, name: str, **data: Any) -> Row | None:
        """Send a command until it is answered, one at a time. Gives the result, or None when refused."""
        message = {"id": new_key(), "name": name, "data": {"session_id": self._wish["stream"], **data}}
        async with self._writing:
            self._measure.sent[name] += 1
            for attempt in range(TRIES):
                started = time.monotonic()
                try:
                    answer = await self._wire.call("command", message)
                except Cut:
                    await asyncio.sleep(min(5.0, 0.3 * 2**attempt))
                    continue
                self._measure.times.append((time.monotonic() - started) * 1000)
                if answer["ok"]:
                    self._measure.acknowledged[name] += 1
                    result: Row = answer["result"]
                    return result
                if not answer["retry"]:
                    self._measure.refused[answer["error"]["code"]] += 1
                    return None
                await asyncio.sleep(1 + random.random())  # noqa: S311 - no secret
        return None

    async def until(self, seconds: float, *events: asyncio.Event) -> None:
        """Wait until something has changed, or so many seconds have passed."""
        waiting = [asyncio.create_task(event.wait()) for event in events or (self.changed,)]
        await asyncio.wait(waiting, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        for task in waiting:
            task.cancel()
        self.changed.clear()
        if self.ended is not None:
            raise self.ended

    async def _connect(self) -> None:
        self._wire = Wire(self._heard)
        await self._wire.open(self._address, self._cookies)
        await self._join()

    async def _join(self, *, afresh: bool = False) -> None:
        self._held, self._behind = [], asyncio.Event()
        known = (
            {"seen": None, "audience": None}
            if afresh
            else {
                "seen": self.rows.sure,
                "audience": self.rows.audience,
            }
        )
        answer = await self._wire.call("join", {**self._wish, **known})
        if not answer["ok"]:
            if answer["error"]["code"] in {"signed_out", "not_allowed"}:
                raise SignedOut(answer["error"]["code"])
            raise Cut(answer["error"]["code"])
        self.rows.apply(answer)
        held, self._held = self._held, None
        for batch in held or []:
            if batch["seq"] > answer["seq"]:
                self._heard("rows", batch)
        self.changed.set()

    def _heard(self, event: str, data: Any) -> None:
        if event == "audience":
            self.rows.sure = self.rows.audience = None
            self._behind.set()
        elif event == "rows" and self._held is not None:
            self._held.append(data)
        elif event == "rows" and self.rows.misses(data):
            self._behind.set()
        elif event == "rows":
            self.rows.apply(data)
            self.changed.set()

    async def _keep(self) -> None:
        """Come back after every cut, and join again whenever something is missing."""
        try:
            while True:
                await self._either()
                try:
                    if not self._wire.closed.is_set():
                        await self._join()
                        continue
                except Cut:
                    await self._wire.close()
                await self._come_back()
        except SignedOut as ended:
            self._end(ended)
        except Cut as cut:
            self._end(cut)

    def _end(self, why: BaseException) -> None:
        self.ended = why
        self.changed.set()

    async def _either(self) -> None:
        waiting = [asyncio.create_task(event.wait()) for event in (self._wire.closed, self._behind)]
        try:
            await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in waiting:
                task.cancel()

    async def _come_back(self) -> None:
        for attempt in range(TRIES):
            await asyncio.sleep(random.random() * min(5.0, 0.5 * 2**attempt))  # noqa: S311 - no secret
            try:
                await self._connect()
            except Cut:
                continue
            self._measure.reconnects += 1
            return
        raise Cut("the server does not come back")
