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
CHOOSES_WITHIN = (0.5, 12.0)
CHOICES = 12


class Phone(Person):
    """Somebody with a phone."""

    _rounds: frozenset[int] = frozenset()
    _choices: frozenset[int] = frozenset()
    _answered: frozenset[tuple[str, int]] = frozenset()

    def look(self) -> None:
        """Go where the phone says, and answer what it asks."""
        session = self.member.session
        number = session["round"]
        self._choose_if_asked()
        if session["phase"] == "running" and number not in self._rounds:
            self._rounds |= {number}
            self.begin(self._sit_when_seated(number))
        for summary in self.member.rows.all("summary"):
            asked = (summary["id"], summary["version"])
            if summary["state"] == "shown" and asked not in self._answered and self._is_mine(summary):
                self._answered |= {asked}
                self.begin(self._nod(summary))

    def _choose_if_asked(self) -> None:
        """Where people choose their table: begin to, once a round."""
        tables = self.member.rows.all("open_table")
        number = tables[0]["round"] if tables else None
        if number is not None and number not in self._choices and self._seat(number) is None:
            self._choices |= {number}
            self.begin(self._choose(number))

    async def _choose(self, number: int) -> None:
        """Take a table that has room, or wait for a chair at a full one and look on."""
        await self.wait(*CHOOSES_WITHIN)
        for _attempt in range(CHOICES):
            tables = [each for each in self.member.rows.all("open_table") if each["round"] == number]
            if self._seat(number) is not None or not tables:
                return
            with_room = [each for each in tables if each["free"] > 0]
            if with_room and await self._sits_down(self.chance.choice(with_room)["id"]):
                return
            wait = self.member.rows.only("chair_wait")
            if wait is not None and wait["offered_at"] is not None:
                await self._sits_down(wait["table_round_id"])
            elif wait is None and not with_room:
                await self.member.tell("wait_for_chair", table_round_id=self.chance.choice(tables)["id"])
            await self.wait(1, 4)

    async def _sits_down(self, place: str) -> bool:
        return await self.member.tell("choose_table", table_round_id=place) is not None

    async def _sit_when_seated(self, number: int) -> None:
        for _look in range(CHOICES):
            seat = self._seat(number)
            if seat is not None:
                await self._sit(seat)
                return
            await self.wait(2, 4)

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
