"""The devices of a replay: hosts who write while an organiser goes on, over lines that break."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from cafe.commands import new_key
from cafe.dialogue.rules import Phase
from cafe.simulator.measure import Measure
from cafe.simulator.member import Member
from cafe.simulator.wire import Cut

SENT_TWICE = 0.1
CUT_WHILE_SENDING = 0.05
CUT_BETWEEN = 0.02
PATIENCE = 30.0
# In the order in which they come; a slow host may hear of the last round when the harvest has begun.
PHASES = tuple(Phase)
Answer = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Writing:
    """A note that somebody is going to write."""

    text: str
    id: str = field(default_factory=new_key)


@dataclass
class Progress:
    """How many notes of each round have been answered as stored, and what happened on the way."""

    stored: Counter[int] = field(default_factory=Counter)
    happened: Counter[str] = field(default_factory=Counter)


class Device(Member):
    """A device that says one thing at a time, until it is answered."""

    async def say(self, message: Answer) -> Answer:
        """Send a command, again and again with the same id, until there is an answer."""
        async with asyncio.timeout(PATIENCE):
            while True:
                try:
                    answer: Answer = await self._wire.call("command", message)
                except Cut:
                    await asyncio.sleep(0.05)
                else:
                    return answer

    def cut(self) -> None:
        """Lose the line as when the Wi-Fi goes, without a word to the server."""
        if self._wire._socket is not None:
            self._wire._socket.wsock.transport.abort()

    async def wait_for(self, phase: str, round_number: int) -> None:
        """Wait until the session is there, or past it."""
        async with asyncio.timeout(PATIENCE):
            while self._stands() < (round_number, PHASES.index(phase)):
                await self.until(1.0)

    def _stands(self) -> tuple[int, int]:
        return self.session["round"], PHASES.index(self.session["phase"])


def message(name: str, **data: object) -> Answer:
    """Make a command with an id of its own."""
    return {"id": new_key(), "name": name, "data": data}


async def write(
    host: Device, session_id: str, rounds: list[list[Writing]], progress: Progress, chance: random.Random
) -> None:
    """Write the notes of each round from when it begins, however long that takes."""
    for number, notes in enumerate(rounds, 1):
        await host.wait_for("running", number)
        place = next(row["id"] for row in host.rows.all("table_round") if row["round"] == number)
        for position, note in enumerate(notes):
            add = message(
                "add_note",
                session_id=session_id,
                table_round_id=place,
                note_id=note.id,
                text=note.text,
                position=float(position),
            )
            await _send(host, add, progress, chance)
            progress.stored[number] += 1


async def _send(host: Device, add: Answer, progress: Progress, chance: random.Random) -> None:
    if chance.random() < CUT_WHILE_SENDING:
        progress.happened["cut while sending"] += 1
        asyncio.get_running_loop().call_later(chance.uniform(0, 0.006), host.cut)
    answer = await host.say(add)
    assert answer["ok"], f"refused: {answer} {add}"
    assert answer["result"] == {"note_id": add["data"]["note_id"], "version": 1}
    if chance.random() < SENT_TWICE:
        progress.happened["sent twice"] += 1
        again = await host.say(add)
        assert again["result"] == answer["result"]
    if chance.random() < CUT_BETWEEN:
        progress.happened["cut between"] += 1
        host.cut()


async def lead(organiser: Device, session_id: str, whole: list[int], progress: Progress) -> None:
    """Open the doors, end each round when half of its notes are there, and stop at the harvest."""
    await _advance(organiser, session_id)
    for number, notes in enumerate(whole, 1):
        await _advance(organiser, session_id)
        await _advance(organiser, session_id)
        await organiser.wait_for("running", number)
        async with asyncio.timeout(PATIENCE * 4):
            while progress.stored[number] < notes / 2:
                await organiser.until(1.0)
    await _advance(organiser, session_id)


async def _advance(organiser: Device, session_id: str) -> None:
    """Press twice, as one does when the hall is loud; it goes one step on."""
    step = organiser.session["step"]
    answers = [
        await organiser.say(message("advance", session_id=session_id, from_step=step)) for _ in range(2)
    ]
    assert [answer["result"]["step"] for answer in answers] == [step + 1, step + 1], answers
    while organiser.session["step"] == step:
        await organiser.until(1.0)


def device(address: str, cookies: str, stream: str, **capacity: str) -> Device:
    """Give a device that can show who it is by its cookies."""
    return Device(address, cookies, {"stream": stream, **capacity}, Measure())
