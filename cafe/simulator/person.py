"""What all simulated people share: a device, a pace, and things they do after a while."""

from __future__ import annotations

import asyncio
import random
from abc import ABC, abstractmethod
from collections.abc import Coroutine
from typing import Any

from cafe.simulator.member import Member
from cafe.simulator.script import Script
from cafe.simulator.supply import Supply

LOOK_EVERY = 5.0
OVER = frozenset({"closed", "published"})
TALKED = frozenset({"harvest", *OVER})


class Person(ABC):
    """Somebody who looks at what comes in and does things after a while."""

    def __init__(self, member: Member, script: Script, supply: Supply, chance: random.Random) -> None:
        self.member, self.script, self.supply, self.chance = member, script, supply, chance
        self._doing: set[asyncio.Task[Any]] = set()

    async def live(self) -> None:
        """Take part until the session is over, or until this person has had enough rounds."""
        try:
            while not self.is_done():
                self.look()
                await self.member.until(LOOK_EVERY)
            # Nobody throws a pen away in the middle of a word.
            await asyncio.gather(*self._doing, return_exceptions=True)
        finally:
            for task in self._doing:
                task.cancel()

    def is_done(self) -> bool:
        """Tell whether there is nothing left to come for."""
        session = self.member.session
        enough = self.script.rounds is not None and session["round"] > self.script.rounds
        # Where somebody else runs the session, our part is over when the talking is.
        return enough or session["phase"] in (OVER if self.script.organiser else TALKED)

    @abstractmethod
    def look(self) -> None:
        """Look at what has come in and begin what it calls for."""

    def begin(self, doing: Coroutine[Any, Any, Any]) -> None:
        """Do something on the side."""
        task = asyncio.create_task(doing)
        self._doing.add(task)
        task.add_done_callback(self._doing.discard)

    async def wait(self, least: float, most: float) -> None:
        """Let some seconds pass, at this simulation's speed."""
        await asyncio.sleep(self.chance.uniform(least, most) / self.script.speed)

    def is_round(self, number: int) -> bool:
        """Tell whether people are talking in this round now."""
        return bool(self.member.session["phase"] == "running" and self.member.session["round"] == number)
