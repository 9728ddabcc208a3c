"""Who sends too much is held up; the others notice nothing, and who only has a lot to say loses nothing."""

from __future__ import annotations

import asyncio
import json
import multiprocessing
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

import pytest

from cafe.commands import new_key
from cafe.simulator.wire import Wire
from tests.faults.figures import Figures, count
from tests.faults.hostile import BINARY, TEXT, Ended, PollingLine, RawSocket, note
from tests.support.cafe import Hall, make_hall
from tests.support.server import Server, serving

TABLES = 10
A_SECOND = 1000
WRITES_EVERY = 0.3
KIB = 1024


@dataclass
class Busy:
    """A running server and a hall whose hosts write."""

    server: Server
    hall: Hall
    cookies: list[str]


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Busy]:
    """Give a hall in its first round."""
    with serving(tmp_path_factory.mktemp("floods")) as server:
        hall = make_hall(server.app, people=2 * TABLES, tables=TABLES)
        for _ in range(3):
            hall.advance()
        yield Busy(server, hall, [f"ticket={server.ticket(each)}" for each in hall.participants])
        assert server.complaints() == []


@pytest.mark.bar(18)
def test_a_message_of_more_than_64_kib_is_refused(busy: Busy, figures: Figures) -> None:
    large = f'420["command",{{"id":"{"x" * 64 * KIB}"}}]'
    times = []
    for opcode, parts in (
        (TEXT, [large]),
        (TEXT, ["4", *["2" * KIB] * 70]),
        (BINARY, [large]),
        (TEXT, [f'420["command",{{"id":"{"æ" * 33 * KIB}"}}]']),
        (TEXT, [f'420["command",{{"id":"{"😀" * 17 * KIB}"}}]']),
    ):
        with RawSocket(busy.server.url, busy.cookies[0]).connect() as line:
            asked = time.monotonic()
            with suppress(Ended):
                for number, part in enumerate(parts):
                    line.send_frame(
                        opcode if number == 0 else 0, part.encode(), last=number == len(parts) - 1
                    )
            assert line.ends_within(5), parts[0][:20]
            times.append(time.monotonic() - asked)
    polling = PollingLine(busy.server.url, busy.cookies[0]).connect()
    assert polling.ask("POST", large)[0] == 413
    figures.say(f"more than 64 KB refused on WebSockets and polling within {max(times):.2f} s")


@pytest.mark.bar(18)
def test_a_message_of_just_under_64_kib_is_answered(busy: Busy) -> None:
    with RawSocket(busy.server.url, busy.cookies[0]).connect() as line:
        line.send(f'427["command",{{"id":"{"æ" * 31 * KIB}"}}]')
        assert line.answer(7, within=10)["error"]["code"] == "bad_input"


@pytest.mark.bar(18)
def test_a_phone_that_empties_500_notes_at_once_loses_none(busy: Busy, figures: Figures) -> None:
    """As after a round without network, sent without waiting for a single answer."""
    many = count(full=500, quick=200)
    notes = [note(busy.hall, f"From the outbox {number}") for number in range(many)]
    with RawSocket(busy.server.url, busy.cookies[0]).connect() as line:
        began = time.monotonic()
        for number, each in enumerate(notes):
            line.send(f"42{number}{json.dumps(['command', each])}")
        answers = [line.answer(number, within=30) for number in range(many)]
        took = time.monotonic() - began
    assert [answer for answer in answers if not answer["ok"]] == []
    with closing(sqlite3.connect(busy.server.folder / "kafedialog.db")) as database:
        stored = database.execute("SELECT count(*) FROM note WHERE text LIKE 'From the outbox %'").fetchone()[
            0
        ]
    assert stored == many
    figures.say(f"{many} notes sent at once by one phone: {stored} stored, none refused, in {took:.1f} s")


@pytest.mark.bar(18)
def test_the_others_hardly_notice_a_flooder(busy: Busy, figures: Figures) -> None:
    seconds = count(full=30, quick=4)
    quiet = asyncio.run(_hosts_write(busy, seconds))
    here, there = multiprocessing.get_context("spawn").Pipe()
    ticket = busy.cookies[-1]
    arguments = (busy.server.url, ticket, busy.hall.session_id, busy.hall.place(1), seconds + 2, there)
    flooder = multiprocessing.get_context("spawn").Process(target=flood, args=arguments)
    flooder.start()
    here.recv()  # it has begun
    flooded = asyncio.run(_hosts_write(busy, seconds))
    sent, answered, ended = here.recv()
    flooder.join()
    before, beside = p99(quiet), p99(flooded)
    assert flooded
    figures.say(
        f"{len(quiet)} notes without, {len(flooded)} beside a flooder", held=len(flooded) >= len(quiet) / 2
    )
    figures.say(
        f"p99 of {TABLES} hosts {before * 1000:.0f} ms without, {beside * 1000:.0f} ms beside a flooder "
        f"({beside / before:.1f} ×)",
        held=beside <= 2 * before,
    )
    figures.say(
        f"the flooder tried {A_SECOND:,} a second, got through {sent / (seconds + 2):,.0f} a second, "
        f"{answered:,} answered{', then let go' if ended else ''}",
    )


async def _hosts_write(busy: Busy, seconds: float) -> list[float]:
    async def write(number: int) -> list[float]:
        wire, times = Wire(lambda *_: None), []
        await wire.open(busy.server.url, busy.cookies[number])
        await asyncio.sleep(number * WRITES_EVERY / TABLES)
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            data = {**_note(busy.hall.session_id, busy.hall.place(number + 1)), "text": "A note among others"}
            asked = time.monotonic()
            answer = await wire.call("command", {"id": new_key(), "name": "add_note", "data": data})
            times.append(time.monotonic() - asked)
            assert answer["ok"], answer
            await asyncio.sleep(WRITES_EVERY)
        await wire.close()
        return times

    return [each for times in await asyncio.gather(*map(write, range(TABLES))) for each in times]


def _note(session_id: str, place: str) -> dict[str, Any]:
    return {"session_id": session_id, "table_round_id": place, "note_id": new_key()}


def p99(times: list[float]) -> float:
    """Give the time that one in a hundred exceeds."""
    return sorted(times)[int(len(times) * 0.99)]


def flood(url: str, cookies: str, session_id: str, place: str, seconds: float, told: Connection) -> None:
    """Send a thousand messages a second, ideas and questions for the time, and read what comes back."""
    line = RawSocket(url, cookies).connect()
    began, sent, answered = time.monotonic(), 0, 0
    line.socket.settimeout(0.2)
    told.send("begun")
    ended = False
    with suppress(Ended, OSError):
        while (now := time.monotonic()) < began + seconds:
            if sent >= (now - began) * A_SECOND:
                time.sleep(0.001)
                continue
            data = {"session_id": session_id, "table_round_id": place, "idea_id": new_key(), "text": "Flood"}
            message = {"id": new_key(), "name": "send_idea", "data": data}
            event = json.dumps(["command", message] if sent % 2 else ["ping_time", {}])
            with suppress(TimeoutError):
                line.send(f"42{sent}{event}")
            sent += 1
            with suppress(TimeoutError):
                while line.receive(0.001).startswith("43"):
                    answered += 1
    ended = time.monotonic() < began + seconds - 0.5
    line.socket.close()
    told.send((sent, answered, ended))
