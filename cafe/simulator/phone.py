"""A participant on a phone: finds the table, sends a thought sometimes, nods to summaries."""

from __future__ import annotations

from cafe.commands import new_key
from cafe.simulator.person import Person
from cafe.simulator.rows import Row

SENDS_AN_IDEA = 0.35
WITHOUT_A_NAME = 0.5
NODS_YES = 0.92
CALLS_FOR_HELP = 0.008
NODDED_BY = (1.5, 9.0)


class Phone(Person):
    """Somebody with a phone."""

    _rounds: frozenset[int] = frozenset()
    _answered: frozenset[tuple[str, int]] = frozenset()

    def look(self) -> None:
        """Go where the phone says, and answer what it asks."""
        session = self.member.session
        number = session["round"]
        if session["phase"] == "running" and number not in self._rounds:
            self._rounds |= {number}
            seat = self._seat(number)
            if seat is not None:
                self.begin(self._sit(seat))
        for summary in self.member.rows.all("summary"):
            asked = (summary["id"], summary["version"])
            if summary["state"] == "shown" and asked not in self._answered and self._is_mine(summary):
                self._answered |= {asked}
                self.begin(self._nod(summary))

    def _seat(self, number: int) -> Row | None:
        return next((seat for seat in self.member.rows.all("seat") if seat["round"] == number), None)

    def _is_mine(self, summary: Row) -> bool:
        seat = self._seat(summary["round"])
        return seat is not None and seat["table_round_id"] == summary["id"]

    async def _sit(self, seat: Row) -> None:
        await self.wait(1, 12)
        if not self.is_round(seat["round"]):
            return
        await self.member.tell("take_seat", table_round_id=seat["table_round_id"])
        if self.chance.random() < CALLS_FOR_HELP:
            await self.member.tell("ask_for_help", help_id=new_key(), kind="someone")
        if self.chance.random() < SENDS_AN_IDEA:
            await self.wait(5, max(6.0, self.script.round_seconds * 0.7))
            if self.is_round(seat["round"]):
                await self._send_idea(seat)

    async def _send_idea(self, seat: Row) -> None:
        topic = self.member.rows.get("topic", seat["topic_id"] or "")
        line = self.supply.idea(topic["position"] if topic else 0)
        await self.member.tell(
            "send_idea",
            table_round_id=seat["table_round_id"],
            idea_id=new_key(),
            text=line.text,
            kind=line.kind,
            source=line.source,
            anonymous=self.chance.random() < WITHOUT_A_NAME,
        )

    async def _nod(self, summary: Row) -> None:
        await self.wait(*NODDED_BY)
        yes = self.chance.random() < NODS_YES
        await self.member.tell("nod", table_round_id=summary["id"], answer="yes" if yes else "change")
