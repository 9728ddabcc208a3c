"""What is malformed is refused at once, with a reason, and leaves no trace."""

from __future__ import annotations

import hashlib
import http.client
import itertools
import random
import sqlite3
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from cafe.actor import SERVER
from cafe.dialogue.commands.table import ReleaseIdeas
from cafe.simulator.browser import Browser
from tests.faults.figures import Figures, count
from tests.faults.hostile import BINARY, TEXT, Ended, PollingLine, RawSocket, memory_of, worker_of
from tests.faults.malformed import malformed
from tests.support.server import Server, serving
from tests.support.world import World, make_world

MIB = 1024 * 1024
REASONS = {"bad_input", "not_found", "not_allowed", "too_late", "refused"}
# Fewer than a line may send at once, so that what is measured is the refusal and not the pace.
ON_ONE_LINE = 25


@dataclass
class Visited:
    """A running server with two halls in it, and the lines of those who send."""

    server: Server
    world: World
    cookies: dict[str, str]
    _lines: dict[str, tuple[RawSocket, int]] = field(default_factory=dict)

    def line(self, who: str) -> RawSocket:
        """Give a line of somebody that has not sent much yet."""
        line, used = self._lines.pop(who, (None, ON_ONE_LINE))
        if line is None or used >= ON_ONE_LINE:
            if line is not None:
                line.socket.close()
            line, used = RawSocket(self.server.url, self.cookies[who]).connect(), 0
        self._lines[who] = line, used + 1
        return line

    def leave(self) -> None:
        """Hang up."""
        for line, _ in self._lines.values():
            line.socket.close()
        self._lines.clear()

    def fingerprint(self) -> str:
        """Give a digest of everything that is stored."""
        with closing(sqlite3.connect(self.server.folder / "kafedialog.db")) as database:
            return hashlib.sha256("\n".join(database.iterdump()).encode("utf-8", "replace")).hexdigest()


@pytest.fixture(scope="module")
def visited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visited]:
    """Give a running server with a world in it."""
    with serving(tmp_path_factory.mktemp("malformed")) as server:
        world = make_world(server.app)
        world.hall.do(ReleaseIdeas(session_id=world.session_id), SERVER)  # or it would be done in a minute
        organiser = Browser(server.url)
        organiser.sign_in(server.sign_in_secret(str(world.hall.organiser.user_id)))
        ticket = {
            who: f"ticket={server.ticket(world.hall.participants[n])}"
            for who, n in (("host", 0), ("guest", 5))
        }
        visited = Visited(server, world, {**ticket, "organiser": organiser.cookies})
        yield visited
        visited.leave()
        assert server.complaints() == []


@pytest.mark.bar(17)
def test_malformed_commands_are_refused_and_change_nothing(
    visited: Visited, seed: int, figures: Figures
) -> None:
    many = count(full=10_000, quick=300)
    visited.line("host").call("ping_time", {})
    before, pid = visited.fingerprint(), worker_of(visited.server)
    memory = 0
    slowest, reasons = 0.0, Counter[str]()
    for number, payload in enumerate(itertools.islice(malformed(visited.world, seed), many)):
        line = visited.line(payload.who)
        asked = time.monotonic()
        line.send(f'42{number}["{payload.event}",{payload.data}]')
        answer = line.answer(number)
        slowest = max(slowest, time.monotonic() - asked)
        assert answer["ok"] is False, (payload.made, payload.data[:300], answer)
        assert answer["error"]["code"] in REASONS, (payload.made, payload.data[:300], answer)
        reasons[answer["error"]["code"]] += 1
        if number == many // 10:
            memory = memory_of(pid)
    grown = (memory_of(pid) - memory) / MIB
    assert visited.fingerprint() == before
    assert visited.server.complaints() == []
    figures.say(
        f"{many:,} malformed commands: all refused ({_list(reasons)}), database unchanged, no exception"
    )
    figures.say(f"slowest refusal {slowest:.3f} s", held=slowest <= 1)
    figures.say(f"memory + {grown:.1f} MB meanwhile", held=grown <= 10)


def _list(reasons: Counter[str]) -> str:
    return ", ".join(f"{reason} {times:,}" for reason, times in reasons.most_common())


# Socket.IO packets that no client of ours sends, and which have a number to be answered by.
NUMBERED = (
    '427["no_such_event",{}]', '427["connect",{}]', '427["disconnect"]', '427["command"', '427["command",{]',
    '427["command"]', '427["command",NaN]', '427["join"]', '427["command",' + "[" * 5000, "427[]",
    "427[{}]", "427[7]", "427[null,null]", '427["command",{"id":"\\ud800"}]', '427["\\u0063ommand",{}]',
    "437[]", '457["command",{}]', "467[1]", '427["Command",{}]',
    '427["command",{},{},{},{}]', '427["message","x"]',
)  # fmt: skip
# And those that have none: the line is closed, after a word why.
NAMELESS = (
    '42["command",{}]', '42["ping_time"]', "42", "42{}", "42[", '42"x"', "44", '44{"message":"x"}', "45",
    "451-[]", '451-["command",{"_placeholder":true,"num":0}]', "4599999999-[]", "46", "49", "40/admin,",
    "40/admin,{}",
    '42/admin,7["command",{}]', "41/admin,", '4212345678901234567890["command",{}]', "42²[]", "40[]", "40x",
    "43", "40{", "40" + '{"a":' * 2000, "4²", '42\x00["command"]', "4" + "2" * 60_000,
)  # fmt: skip
# What is not even Engine.IO's: closed without a word of ours.
BROKEN: tuple[tuple[int, bytes], ...] = (
    (TEXT, b""), (TEXT, b"x"), (TEXT, b"7"), (TEXT, b"b4AAAA"), (TEXT, b"bnot base64"), (TEXT, b"4"),
    (TEXT, b"0{}"),
    (TEXT, b"4" + b"[" * 60_000), (TEXT, b"4{}"), (TEXT, b"2" + b"[" * 5000), (TEXT, b"\xff\xfe"),
    (TEXT, b"42\xed\xa0\x80"),
    (TEXT, b"42" + b"\xf0\x9f"), (BINARY, b""), (BINARY, b"\x00\x01"), (BINARY, b'42["command"]'), (3, b"x"),
    (11, b"x"),
    (9, b"x" * 126), (8, b"x"), (8, b"\x03\xe7"), (0, b"goes on"),
)  # fmt: skip


@pytest.mark.bar(17)
def test_broken_packets_are_answered_or_end_the_line(visited: Visited, seed: int, figures: Figures) -> None:
    before = visited.fingerprint()
    cookies = visited.cookies["host"]
    times = []
    cases: list[str | tuple[int, bytes]] = [*NUMBERED, *NAMELESS, *BROKEN] * count(full=10, quick=1)
    random.Random(seed).shuffle(cases)
    for case in cases:
        with RawSocket(visited.server.url, cookies).connect() as line:
            asked = time.monotonic()
            if isinstance(case, str):
                line.send(case)
            else:
                line.send_frame(*case)
            if case in NUMBERED:
                answer = line.answer(7, within=5)
                assert answer["error"]["code"] == "bad_input", (case, answer)
                assert line.call("ping_time", {})["ok"], case
            else:
                assert line.ends_within(5), case
            times.append(time.monotonic() - asked)
    assert visited.fingerprint() == before
    assert visited.server.complaints() == []
    figures.say(
        f"{len(cases)} broken packets and frames, slowest end {max(times):.2f} s", held=max(times) <= 1
    )


BODIES: tuple[bytes, ...] = (
    b"", b"x", b"\xff\xfe\xfd", b"42[\xed\xa0\x80", b"d=42%5B%5D", b"bAAAA", b"4", b"9", b"\x1e\x1e",
    b"42[]\x1e",
    b"\x1e".join([b"3"] * 17), b"4" + b"[" * 60_000, b'42["command",{}]' + b"\x00" * 9, b"4" * 66_000, b"0{}",
)  # fmt: skip


@pytest.mark.bar(17)
def test_broken_requests_of_a_polling_client_are_refused(visited: Visited, figures: Figures) -> None:
    before = visited.fingerprint()
    line = PollingLine(visited.server.url, visited.cookies["host"]).connect()
    for body in BODIES:
        status, _ = line.ask("POST", body)
        assert 400 <= status < 500, (body[:20], status)
    assert line.ask("POST", "3")[0] == 200
    for query in (
        "",
        "&j=0",
        "&j=x",
        "&EIO=3",
        "&sid=x",
        "&transport=carrier-pigeon",
        "&a=%ff",
        "&sid=a%0ab",
    ):
        status = _raw(visited, "GET", f"/socket.io/?EIO=4&transport=websocket{query}")
        assert 400 <= status < 500, (query, status)
    for method in ("PUT", "DELETE", "OPTIONS", "HEAD", "TRACE", "PATCH"):
        assert 400 <= _raw(visited, method, "/socket.io/?EIO=4&transport=polling") < 500, method
    assert visited.fingerprint() == before
    assert visited.server.complaints() == []
    figures.say(f"{len(BODIES)} broken requests of a polling client: all refused with 4xx")


# A server that refuses before it has read a long body closes the line, and the answer may be lost on its way.
ATTEMPTS = 5


def _raw(visited: Visited, method: str, path: str, body: bytes | None = None, kind: str = "") -> int:
    at = urlsplit(visited.server.url).netloc
    headers = {"Origin": visited.server.url, "Cookie": visited.cookies["organiser"]}
    if kind:
        headers["Content-Type"] = kind
    for left in reversed(range(ATTEMPTS)):
        with closing(http.client.HTTPConnection(at, timeout=10)) as line:
            try:
                line.request(method, path, body, headers)
                return line.getresponse().status
            except (ConnectionResetError, BrokenPipeError):
                if not left:
                    raise
    raise AssertionError


FORMS: tuple[tuple[str, bytes], ...] = (
    ("application/json", b"[" * 50_000), ("application/json", b'{"a":NaN}'), ("text/plain", b"\xff\xfe"),
    ("", b"x=1"),
    ("multipart/form-data", b"no boundary"), ("multipart/form-data; boundary=x", b"--x\r\nbroken"),
    ("application/x-www-form-urlencoded", b"code=%00&display_name=%ff%fe&csrf_token=%ed%a0%80"),
    ("application/x-www-form-urlencoded", b"&".join(b"a%d=1" % n for n in range(5000))),
    ("application/x-www-form-urlencoded; charset=utf-7", b"+AAA-=1"),
)  # fmt: skip


@pytest.mark.bar(17)
def test_broken_forms_and_addresses_never_make_the_server_fail(visited: Visited, figures: Figures) -> None:
    before = visited.fingerprint()
    rules = sorted(
        {rule.rule for rule in visited.server.app.url_map.iter_rules() if "static" not in rule.rule}
    )
    asked = 0
    for rule in rules:
        for odd in ("x", "%00", "%ff%fe", "..%2f..%2fetc", "a" * 3000):
            path = "/".join(odd if part.startswith("<") else part for part in rule.split("/"))
            for kind, body in FORMS if odd == "x" else FORMS[:1]:
                status = _raw(visited, "POST", path, body, kind)
                assert 300 <= status < 500, (path[:60], kind, status)
                asked += 1
            assert _raw(visited, "GET", path) < 500, path[:60]
    assert visited.fingerprint() == before
    assert visited.server.complaints() == []
    figures.say(f"{asked:,} broken forms to {len(rules)} routes: none accepted, none failed")


def test_every_kind_of_end_leaves_nothing_behind(visited: Visited) -> None:
    """A line that is dropped in the middle of anything is forgotten by the server."""
    pid = worker_of(visited.server)
    visited.leave()
    open_before = _open_files(pid)
    for cut in range(0, 60, 6):
        line = RawSocket(visited.server.url, visited.cookies["host"])
        line.send_bytes((b"\x81\x82\0\0\0\x0040" + b"\x81\xfe\x00\xff\0\0\0\x00427[" + b"x" * 40)[:cut])
        line.socket.close()
    with RawSocket(visited.server.url, "", headers=[]) as foreign, pytest.raises(Ended):
        foreign.connect()
    until = time.monotonic() + 5
    while _open_files(pid) > open_before and time.monotonic() < until:
        time.sleep(0.1)
    assert _open_files(pid) <= open_before


def _open_files(pid: int) -> int:
    return len(list(Path(f"/proc/{pid}/fd").iterdir()))
