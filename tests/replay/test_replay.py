"""896 things that people really said, and texts made to break the careless, through twelve hosts' sockets."""

from __future__ import annotations

import asyncio
import csv
import random
import urllib.request
from dataclasses import dataclass, field

from cafe.demo.texts import DATA
from cafe.simulator.browser import Browser
from tests.replay.devices import Device, Progress, Writing, device, lead, message, write
from tests.replay.hostile import KEPT, REFUSED
from tests.replay.reading_back import Kept, Notes, from_csv, from_json, from_markdown
from tests.support.cafe import Hall, make_hall
from tests.support.server import Server

HOSTS = 12
ROUNDS = 3
TOPICS = 4
STATEMENTS = 896


@dataclass
class Replay:
    """A hall of twelve tables, what is going to be written where, and who is who."""

    server: Server
    hall: Hall
    cookies_of_organiser: str
    written: list[list[list[Writing]]]
    progress: Progress = field(default_factory=Progress)

    def expected(self) -> Notes:
        """Say what every export has to hold: the table's topic is the one it was prepared with."""
        return {
            note.id: Kept(
                text=note.text.encode(), table=table + 1, round=number, topic="ABCD"[table % TOPICS]
            )
            for table, rounds in enumerate(self.written)
            for number, notes in enumerate(rounds, 1)
            for note in notes
        }

    def export(self, ending: str) -> bytes:
        """Download an export as the organiser does."""
        request = urllib.request.Request(  # noqa: S310 - our own server
            f"{self.server.url}/cafe/{self.hall.session_id}/export.{ending}",
            headers={"Cookie": self.cookies_of_organiser},
        )
        with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310 - the same
            body: bytes = answer.read()
            return body

    def hosts(self) -> list[Device]:
        """Give each table's host a device with a ticket."""
        hall, server = self.hall, self.server
        return [
            device(
                server.url,
                f"ticket={server.ticket(hall.participants[table])}",
                hall.session_id,
                **{"as": "host", "table": hall.tables[table]},
            )
            for table in range(HOSTS)
        ]

    def organiser(self) -> Device:
        """Give the organiser a device."""
        return device(self.server.url, self.cookies_of_organiser, self.hall.session_id, **{"as": "organiser"})


def statements() -> list[str]:
    with (DATA / "voices-bowling-green.csv").open(encoding="utf-8", newline="") as file:
        return [row["text"] for row in csv.DictReader(file)]


def dealt(texts: list[str]) -> list[list[list[Writing]]]:
    """Deal texts out to tables and rounds, so that everyone writes all the time."""
    written: list[list[list[Writing]]] = [[[] for _ in range(ROUNDS)] for _ in range(HOSTS)]
    for number, text in enumerate(texts):
        written[number % HOSTS][number // HOSTS % ROUNDS].append(Writing(text=text))
    return written


def prepared(server: Server) -> Replay:
    hall = make_hall(server.app, people=2 * HOSTS, tables=HOSTS, topics=TOPICS, rounds=ROUNDS, planned=False)
    browser = Browser(server.url)
    browser.sign_in(server.sign_in_secret(str(hall.organiser.user_id)))
    said = statements()
    assert len(said) == STATEMENTS
    return Replay(server, hall, browser.cookies, dealt([*said, *KEPT.values()]))


async def played(replay: Replay) -> None:
    """Let everybody write while the organiser goes on; give back when every device is at rest."""
    hosts, organiser = replay.hosts(), replay.organiser()
    for each in (organiser, *hosts):
        await each.arrive()
    session, progress = replay.hall.session_id, replay.progress
    whole = [sum(len(rounds[number]) for rounds in replay.written) for number in range(ROUNDS)]
    async with asyncio.TaskGroup() as doing:
        doing.create_task(lead(organiser, session, whole, progress))
        for number, host in enumerate(hosts):
            chance = random.Random(number)
            doing.create_task(write(host, session, replay.written[number], progress, chance))
    await seen_by_all(replay, organiser, hosts)
    for each in (organiser, *hosts):
        await each.leave()


async def seen_by_all(replay: Replay, organiser: Device, hosts: list[Device]) -> None:
    """Every device ends with the notes it may see, through all the cuts: its own table's, or all."""
    expected = {note_id: kept.text for note_id, kept in replay.expected().items()}
    own = [{note.id for notes in rounds for note in notes} for rounds in replay.written]
    for device_, ids in ((organiser, set(expected)), *zip(hosts, own, strict=True)):
        async with asyncio.timeout(20):
            while {row["id"] for row in device_.rows.all("note")} != ids:
                await device_.until(0.5)
        for row in device_.rows.all("note"):
            assert row["text"].encode() == expected[row["id"]]


async def refused(replay: Replay) -> None:
    """Send a host's device everything that no database keeps; each gets an answer that says why."""
    host = replay.hosts()[0]
    await host.arrive()
    place = host.rows.all("table_round")[0]["id"]
    for name, text in REFUSED.items():
        data = {"session_id": replay.hall.session_id, "table_round_id": place}
        for command, more in (
            ("add_note", {"note_id": Writing(text="").id}),
            ("edit_note", {"note_id": replay.written[0][0][0].id, "base_version": 1}),
        ):
            given = {**data, **more, "text": text}
            if command == "edit_note":
                del given["table_round_id"]
            answer = await host.say(message(command, **given))
            assert not answer["ok"], f"{name} was taken"
            assert answer["error"]["code"] == "bad_input"
            assert answer["error"]["field"] == "text"
            assert len(answer["error"]["message"]) > len("No."), name
            assert answer["retry"] is False
    await host.leave()


def test_every_note_ends_byte_for_byte_in_the_right_topic_and_round(server: Server) -> None:
    replay = prepared(server)

    asyncio.run(played(replay))

    expected = replay.expected()
    assert len(expected) == STATEMENTS + len(KEPT)
    assert same(from_json(replay.export("json")), expected)
    assert same(from_csv(replay.export("csv")), expected)
    assert same(from_markdown(replay.export("md")), expected)
    happened = replay.progress.happened
    assert min(happened["sent twice"], happened["cut while sending"], happened["cut between"]) >= 10, happened

    before = replay.export("json")
    asyncio.run(refused(replay))
    assert replay.export("json") == before, "what was refused has changed something"


def same(found: Notes, expected: Notes) -> bool:
    """Compare, and name the first few that differ: a thousand notes are no reading matter."""
    missing, more = expected.keys() - found.keys(), found.keys() - expected.keys()
    assert not missing, f"{len(missing)} missing, such as {[expected[each] for each in list(missing)[:3]]}"
    assert not more, f"{len(more)} too many, such as {[found[each] for each in list(more)[:3]]}"
    differing = [(expected[each], found[each]) for each in expected if expected[each] != found[each]]
    assert not differing, f"{len(differing)} differ, such as {differing[:2]}"
    return True
