"""The organiser: opens the doors, ends the rounds early, sends help, writes and publishes the harvest."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from cafe.simulator.person import Person
from cafe.simulator.rows import Row

MOST_OF = 0.9
CHECK_IN = 30.0
SWITCHING = 12.0
NOTES_CITED = 2


class Organiser(Person):
    """Somebody who runs the session from the organisers' page."""

    _steps: frozenset[int] = frozenset()
    _helped: frozenset[str] = frozenset()
    _let_in: frozenset[str] = frozenset()

    def look(self) -> None:
        """Begin what the present step calls for, once, and see to those who call."""
        session = self.member.session
        if session["step"] not in self._steps:
            self._steps |= {session["step"]}
            steps: dict[str, Callable[[int], Coroutine[Any, Any, None]]] = {
                "draft": self._go_on,
                "check_in": self._check_in,
                "switching": self._switch,
                "running": self._run,
                "harvest": self._harvest,
            }
            step = steps.get(session["phase"])
            if step is not None:
                self.begin(step(session["step"]))
        for call in self.member.rows.all("help_call"):
            if call["state"] == "open" and call["id"] not in self._helped:
                self._helped |= {call["id"]}
                self.begin(self._help(call))
        self._let_hosts_in()

    def _let_hosts_in(self) -> None:
        """Check in the hosts whose devices are there: they came by a link of their own."""
        for presence in self.member.rows.all("host_presence"):
            who = self.member.rows.get("attendee", presence["id"])
            if (
                presence["connected"]
                and who
                and who["arrival"] == "expected"
                and who["id"] not in self._let_in
            ):
                self._let_in |= {who["id"]}
                self.begin(self.member.tell("set_arrival", attendee_id=who["id"], arrival="arrived"))

    async def _go_on(self, step: int) -> None:
        await self.member.tell("advance", from_step=step)

    async def _check_in(self, step: int) -> None:
        if self.script.texts.welcome:
            await self.member.tell("announce", text=self.script.texts.welcome)
        for _ in range(int(CHECK_IN)):
            await self.wait(1, 1)
            people = self.member.rows.all("attendee")
            arrived = sum(1 for person in people if person["arrival"] == "arrived")
            if people and arrived >= MOST_OF * len(people):
                break
        await self.wait(4, 4)
        await self.member.tell("announce", text="")
        await self._go_on(step)

    async def _switch(self, step: int) -> None:
        await self.wait(SWITCHING, SWITCHING)
        await self._go_on(step)

    async def _run(self, step: int) -> None:
        await self.wait(self.script.round_seconds, self.script.round_seconds)
        await self._go_on(step)

    async def _help(self, call: Row) -> None:
        await self.wait(6, 12)
        await self.member.tell("answer_help", help_id=call["id"], state="taken")
        await self.wait(15, 25)
        await self.member.tell("answer_help", help_id=call["id"], state="done")

    async def _harvest(self, step: int) -> None:
        topics = sorted(self.member.rows.all("topic"), key=lambda topic: int(topic["position"]))
        if self.script.texts.introduction:
            await self._write(None, [self.script.texts.introduction])
        for topic in topics:
            paragraphs = self.supply.topic(topic["position"]).conclusion
            await self._write(topic["id"], self._citing(topic["id"], paragraphs))
        await self._go_on(step)
        await self.member.tell("publish", title=self.script.texts.published_title, looked_at=True)

    def _citing(self, topic_id: str, paragraphs: tuple[str, ...]) -> list[str]:
        """Put notes of the topic behind each paragraph, the way a summary shows what it rests on."""
        places = {p["id"] for p in self.member.rows.all("table_round") if p["topic_id"] == topic_id}
        # A quote is somebody else's words; a conclusion rests on what was said at the tables.
        notes = [
            note["id"]
            for note in self.member.rows.all("note")
            if note["table_round_id"] in places and note["kind"] != "quote" and not note["binned"]
        ]
        cited = []
        for paragraph in paragraphs:
            chosen = [notes.pop(self.chance.randrange(len(notes))) for _ in range(NOTES_CITED) if notes]
            cited.append(" ".join([paragraph, *(f"[#{note}]" for note in chosen)]))
        return cited

    async def _write(self, topic_id: str | None, paragraphs: list[str]) -> None:
        text, version = "", 0
        for paragraph in paragraphs:
            await self.wait(3, 6)
            text = f"{text}\n\n{paragraph}".strip()
            answer = await self.member.tell(
                "write_consolidated", topic_id=topic_id, base_version=version, text=text
            )
            if answer is None:
                return
            version = answer["version"]
        if version:
            await self.wait(2, 4)
            await self.member.tell(
                "approve_consolidated", topic_id=topic_id, version=version, without_hosts=True
            )
