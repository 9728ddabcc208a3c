"""A whole hall: everybody comes in, takes part and leaves, and what was measured is told."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Coroutine
from typing import Any
from urllib.parse import urlsplit

from cafe.simulator.browser import Browser, NotIn
from cafe.simulator.host import Host
from cafe.simulator.measure import Measure
from cafe.simulator.member import Member, SignedOut
from cafe.simulator.organiser import Organiser
from cafe.simulator.person import Person
from cafe.simulator.phone import Phone
from cafe.simulator.script import Script, Ticket
from cafe.simulator.supply import Supply
from cafe.simulator.wire import Cut

TELL_EVERY = 5.0
AT_THE_DOOR = 8  # so many type their code at the same time
COMING_IN = (0.0, 20.0)
Tell = Callable[[str], None]


class Hall:
    """One simulation while it runs."""

    def __init__(self, script: Script, tell: Tell) -> None:
        self.measure = Measure()
        self._script, self._tell = script, tell
        self._chance = random.Random(script.seed)  # noqa: S311 - the same seed makes the same day
        self._supply = Supply(script.texts, self._chance)
        self._door = asyncio.Semaphore(AT_THE_DOOR)
        self._session = script.cast.session if script.cast else None

    async def play(self) -> Measure:
        """Let everybody take part until the session is over or the time is up."""
        script = self._script
        parts: list[Coroutine[Any, Any, None]] = []
        cast = script.cast
        parts += [self._with_ticket(each, Host) for each in (cast.hosts if cast else ())]
        parts += [self._with_ticket(each, Phone) for each in (cast.phones if cast else ())]
        parts += [self._with_code(name) for name in script.names]
        if script.organiser is not None:
            parts.append(self._organiser(script.organiser))
        telling = asyncio.create_task(self._tell_now_and_then())
        everyone = asyncio.gather(*parts)
        try:
            await asyncio.wait_for(everyone, script.seconds)
        except TimeoutError:
            self._tell("The time is up.")
        finally:
            telling.cancel()
        return self.measure

    async def _tell_now_and_then(self) -> None:
        while True:
            await asyncio.sleep(TELL_EVERY)
            self._tell(self.measure.line())

    def _cookie(self, ticket: str) -> str:
        secure = urlsplit(self._script.address).scheme == "https"
        return f"{'__Host-ticket' if secure else 'ticket'}={ticket}"

    async def _with_ticket(self, ticket: Ticket, part: type[Person]) -> None:
        assert self._script.cast is not None  # noqa: S101 - tickets are of a cast
        join: dict[str, Any] = {"stream": self._script.cast.session, "as": "guest"}
        if part is Host:
            join |= {"as": "host", "table": ticket.table}
        await self._come_in_slowly()
        await self._take_part(self._cookie(ticket.ticket), join, part)

    async def _come_in_slowly(self) -> None:
        await asyncio.sleep(self._chance.uniform(*COMING_IN) / self._script.speed)

    async def _with_code(self, name: str) -> None:
        await self._come_in_slowly()
        browser = Browser(self._script.address)
        async with self._door:
            try:
                session = await asyncio.to_thread(browser.join, self._script.code or "", name)
            except (NotIn, Cut) as error:
                self.measure.joins_failed += 1
                self._tell(f"{name} could not join: {error}")
                return
        await self._take_part(browser.cookies, {"stream": session, "as": "guest"}, Phone)

    async def _organiser(self, secret: str) -> None:
        browser = Browser(self._script.address)
        await asyncio.to_thread(browser.sign_in, secret)
        await self._take_part(browser.cookies, {"stream": self._session, "as": "organiser"}, Organiser)

    async def _take_part(self, cookies: str, join: dict[str, Any], part: type[Person]) -> None:
        member = Member(self._script.address, cookies, join, self.measure)
        try:
            await member.arrive()
        except (Cut, SignedOut) as error:
            self.measure.joins_failed += 1
            self._tell(f"somebody could not connect: {error}")
            return
        person = part(member, self._script, self._supply, random.Random(self._chance.random()))  # noqa: S311
        if isinstance(person, Host):
            person.table = join["table"]
        try:
            await person.live()
        except SignedOut:
            pass  # the place has moved to another device: a visitor of the demo has taken it over
        except Cut as error:
            self._tell(f"somebody has lost the server: {error}")
        finally:
            await member.leave()


async def simulate(script: Script, tell: Tell) -> Measure:
    """Play a script against a running server."""
    return await Hall(script, tell).play()
