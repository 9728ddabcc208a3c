"""A table's host: notes who has come, writes notes at a human pace, and sums the round up."""

from __future__ import annotations

from cafe.commands import new_key
from cafe.simulator.person import Person
from cafe.simulator.rows import Row

SUMS_UP_AT = 0.55
SEES_TO_WHO_IS_MISSING_AT = 0.3
FIRST_NOTE, BETWEEN_NOTES = (3.0, 14.0), (7.0, 20.0)


class Host(Person):
    """Somebody who hosts a table."""

    table: str = ""
    _rounds: frozenset[int] = frozenset()

    def look(self) -> None:
        """Begin each round at the own table."""
        session = self.member.session
        number = session["round"]
        if session["phase"] == "running" and number not in self._rounds:
            self._rounds |= {number}
            place = self._place(number)
            if place is not None:
                self.begin(self._write(place))
                self.begin(self._welcome(place))
                self.begin(self._sum_up(place))

    def _place(self, number: int) -> Row | None:
        places = self.member.rows.all("table_round")
        return next(
            (p for p in places if p.get("desk_id", p["table_id"]) == self.table and p["round"] == number),
            None,
        )

    def _position(self, place: Row) -> int:
        topic = self.member.rows.get("topic", place["topic_id"] or "")
        return topic["position"] if topic else 0

    async def _write(self, place: Row) -> None:
        await self.wait(*FIRST_NOTE)
        position = 0
        while self.is_round(place["round"]):
            line = self.supply.note(self._position(place))
            position += 1
            await self.member.tell(
                "add_note",
                table_round_id=place["id"],
                note_id=new_key(),
                text=line.text,
                kind=line.kind,
                source=line.source,
                position=position,
            )
            await self.wait(*BETWEEN_NOTES)

    async def _welcome(self, place: Row) -> None:
        """Mark who is at the table without having said so on a phone."""
        await self._later(SEES_TO_WHO_IS_MISSING_AT)
        here = {v["attendee_id"] for v in self.member.rows.all("visit") if v["table_round_id"] == place["id"]}
        for seat in self.member.rows.all("seat"):
            # A seat of one's own is known from one's own room too, and tells nothing of the table there.
            if seat.get("table_round_id") != place["id"] or seat.get("attendee_id") in {None, *here}:
                continue
            if seat.get("arrival") == "arrived" and self.is_round(place["round"]):
                await self.member.tell(
                    "mark_visit", table_round_id=place["id"], attendee_id=seat["attendee_id"], here=True
                )

    async def _sum_up(self, place: Row) -> None:
        """Write the summary in two goes, show it, give the table time to nod, hand it over."""
        await self._later(SUMS_UP_AT)
        if not self.is_round(place["round"]):
            return
        text = self.supply.summary(self._position(place))
        first = text.split(". ")[0]
        answer = await self.member.tell(
            "write_summary", table_round_id=place["id"], base_version=0, text=first
        )
        await self.wait(3, 8)
        answer = answer and await self.member.tell(
            "write_summary", table_round_id=place["id"], base_version=answer["version"], text=text
        )
        version = answer and answer["version"]
        if version and await self.member.tell("show_summary", table_round_id=place["id"], version=version):
            await self.wait(8, 14)
            await self.member.tell("approve_summary", table_round_id=place["id"], version=version)

    async def _later(self, share: float) -> None:
        seconds = self.script.round_seconds * share * self.chance.uniform(0.85, 1.15)
        await self.wait(seconds, seconds)
