"""Every operation comes five times, out of order, some copies at one moment: one effect and one answer."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import func, select

from cafe.actor import SERVER
from cafe.commands import new_key
from cafe.db import db
from cafe.dialogue.commands.table import AddNote, DeleteNote, ReleaseIdeas
from cafe.dialogue.model import Announcement, Attendee, HelpCall, Note, NoteVersion, SummaryVersion
from cafe.live.loading import load_image
from cafe.perform import Answered
from cafe.simulator.wire import Wire
from tests.faults.figures import Figures, count
from tests.faults.writing import organiser_cookie
from tests.support.cafe import Hall, make_hall
from tests.support.server import Server

OF_EACH_KIND = count(full=40, quick=6)
COPIES = 5
AT_ONCE = 8
TRIES = 20
NOWHERE = "no-such-note"
Data = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Operation:
    """Something to be sent, and who sends it."""

    who: str
    id: str
    name: str
    data: Data


def prepared(hall: Hall) -> tuple[list[str], list[str]]:
    """Write notes that stand there before, and some that lie in the bin."""
    shown, binned = ([new_key() for _ in range(OF_EACH_KIND)] for _ in range(2))
    place = hall.place(1)
    for note in [*shown, *binned]:
        hall.do(AddNote(session_id=hall.session_id, table_round_id=place, note_id=note, text="It was so"))
    for note in binned:
        hall.do(DeleteNote(session_id=hall.session_id, note_id=note))
    return shown, binned


def operations(hall: Hall, shown: list[str], binned: list[str]) -> Iterator[Operation]:
    """Give so many of each kind; none needs another one to have come before, and one kind is refused."""
    place = {"table_round_id": hall.place(1)}
    for n, (note, gone) in enumerate(zip(shown, binned, strict=True)):
        text = {"text": f"Æ {n}"}
        idea = {**place, **text}
        asked: list[tuple[str, str, Data]] = [
            ("host", "add_note", {**place, "note_id": new_key(), **text, "position": n}),
            ("host", "edit_note", {"note_id": note, "base_version": 1, "text": f"It was so, and {n}"}),
            ("host", "edit_note", {"note_id": note, "base_version": 1, "text": f"{n} times it was so"}),
            ("host", "mark_note", {"note_id": note, "kind": "quote", "source": "relative"}),
            ("host", "move_note", {"note_id": note, "position": n + 0.5}),
            ("host", "delete_note", {"note_id": note}),
            ("host", "delete_note", {"note_id": NOWHERE}),
            ("host", "restore_note", {"note_id": gone}),
            ("host", "write_summary", {**place, "base_version": 0, **text}),
            ("host", "mark_visit", {**place, "attendee_id": hall.attendees[n % 8], "here": n % 2 == 0}),
            ("host", "ask_for_help", {"help_id": new_key(), "kind": "technical"}),
            ("host", "send_idea", {**idea, "idea_id": new_key()}),
            ("host", "send_idea", {**idea, "idea_id": new_key(), "anonymous": True}),
            ("organiser", "announce", text),
            ("organiser", "add_attendee", {"attendee_id": new_key(), "display_name": f"Late {n}"}),
        ]
        for who, name, data in asked:
            session = {"session_id": hall.session_id}
            yield Operation(who=who, id=new_key(), name=name, data={**session, **data})


class Senders:
    """Five connections each of those who send, and every answer there was."""

    def __init__(self) -> None:
        self.answers: dict[str, list[Data]] = {}
        self._wires: dict[str, list[Wire]] = {}

    async def connect(self, url: str, cookies: dict[str, str]) -> None:
        for who, cookie in cookies.items():
            self._wires[who] = [Wire(lambda *_: None) for _ in range(COPIES)]
            for wire in self._wires[who]:
                await wire.open(url, cookie)

    async def close(self) -> None:
        for wires in self._wires.values():
            for wire in wires:
                await wire.close()

    async def send(self, operation: Operation, copy: int) -> None:
        """Send a copy over a connection of its own; again where the server asks for patience."""
        message = {"id": operation.id, "name": operation.name, "data": operation.data}
        wire = self._wires[operation.who][copy]
        answer: Data = {"retry": True}
        for wait in range(TRIES):
            if answer.get("retry"):
                await asyncio.sleep(0.2 if wait else 0)
                answer = await wire.call("command", message)
        assert not answer.get("retry"), f"never answered: {operation}"
        told = {key: answer.get(key) for key in ("ok", "result", "error")}
        self.answers.setdefault(operation.id, []).append(told)

    async def send_all(self, sent: list[Operation], chance: random.Random) -> None:
        """Send two copies of each at the same moment, then three more, each in an order of its own."""
        first = chance.sample(sent, len(sent))
        for start in range(0, len(first), AT_ONCE):
            some = first[start : start + AT_ONCE]
            await asyncio.gather(*(self.send(each, copy) for each in some for copy in (0, 1)))
        await asyncio.gather(
            *(self._one_by_one(chance.sample(sent, len(sent)), copy) for copy in range(2, COPIES))
        )

    async def _one_by_one(self, sent: list[Operation], copy: int) -> None:
        for operation in sent:
            await self.send(operation, copy)


def contents(hall: Hall) -> list[Data]:
    """Give all that is shown anywhere, and how many answers are kept; waiting ideas are handed over first."""
    hall.do(ReleaseIdeas(session_id=hall.session_id), SERVER)
    with hall.app.app_context(), db.sessionmaker() as session:
        image = load_image(session, hall.session_id)
        assert image is not None
        answered = session.scalar(
            select(func.count()).select_from(Answered).where(Answered.name != "release_ideas")
        )
        rows = [
            {"room": name, "row": row.decode(), "seq": seq}
            for name, room in sorted(image.rooms.items())
            for key, (seq, row) in sorted(room.rows.items())
            if key[0] != "host_presence"
        ]
        return [{"answered": answered}, *rows]


def counted(hall: Hall) -> dict[str, int]:
    """Count what the operations have brought."""
    with hall.app.app_context(), db.sessionmaker() as session:
        tables = (Note, NoteVersion, SummaryVersion, HelpCall, Announcement, Attendee)
        return {
            table.__tablename__: session.scalar(select(func.count()).select_from(table)) or 0
            for table in tables
        }


async def send_twice_over(
    url: str, cookies: dict[str, str], sent: list[Operation], hall: Hall, seed: int
) -> Senders:
    """Send five copies of everything, look, and send five copies again: nothing may change any more."""
    chance, senders = random.Random(seed), Senders()
    await senders.connect(url, cookies)
    try:
        await senders.send_all(sent, chance)
        before = contents(hall)
        await senders.send_all(sent, chance)
        assert contents(hall) == before
    finally:
        await senders.close()
    return senders


@pytest.mark.bar(5)
def test_one_effect_and_one_answer(sqlite_server: Server, figures: Figures, seed: int) -> None:
    hall = make_hall(sqlite_server.app)
    for _ in range(3):
        hall.advance()
    sent = list(operations(hall, *prepared(hall)))
    before = counted(hall)
    cookies = {
        "host": f"ticket={sqlite_server.ticket(hall.participants[0])}",
        "organiser": organiser_cookie(sqlite_server, hall),
    }
    senders = asyncio.run(send_twice_over(sqlite_server.url, cookies, sent, hall, seed))
    assert all(len(answers) == 2 * COPIES for answers in senders.answers.values())
    unequal = [answers for answers in senders.answers.values() if any(one != answers[0] for one in answers)]
    assert unequal == []
    for operation in sent:
        refused = operation.data.get("note_id") == NOWHERE
        assert senders.answers[operation.id][0]["ok"] is not refused, operation
    grown = {table: now - before[table] for table, now in counted(hall).items()}
    n = OF_EACH_KIND
    assert grown == {
        "note": 3 * n,
        "note_version": 3 * n,  # two edits each, and the text before them
        "summary_version": n,
        "help_call": n,
        "announcement": 1,  # a new one takes the place of the one before
        "attendee": n,
    }
    figures.say(f"{len(sent):,} operations, {2 * COPIES} copies each: one effect, equal answers; seed {seed}")
