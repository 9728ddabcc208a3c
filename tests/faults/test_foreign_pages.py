"""No page but our own opens a line or changes anything, whatever it writes into its headers."""

from __future__ import annotations

import hashlib
import http.client
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest

from cafe.simulator.browser import Browser
from tests.faults.figures import Figures
from tests.faults.hostile import POLLING, RawSocket
from tests.support.cafe import Hall, make_hall
from tests.support.server import Server, serving

EVIL = "https://evil.example"
Headers = list[tuple[str, str]]


@dataclass
class Place:
    """A running server, a hall, and the cookies of its organiser."""

    server: Server
    hall: Hall
    organiser: Browser

    @property
    def netloc(self) -> str:
        """Give the address without its scheme."""
        return urlsplit(self.server.url).netloc


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """Give a hall that an organiser is signed in to."""
    with serving(tmp_path_factory.mktemp("foreign")) as server:
        hall = make_hall(server.app)
        organiser = Browser(server.url)
        organiser.sign_in(server.sign_in_secret(str(hall.organiser.user_id)))
        yield Place(server, hall, organiser)
        assert server.complaints() == []


def foreign(own: str) -> dict[str, Headers]:
    """Give what those who are not our pages write, who would like to be taken for one."""
    host, port = own.removeprefix("http://").split(":")
    origins = {
        "evil": EVIL, "null": "null", "empty": "", "star": "*",
        "two": f"{own} {EVIL}", "list": f"{own}, {EVIL}", "longer name": f"{own}.evil.example",
        "user": f"http://{host}:{port}@evil.example", "other scheme": f"https://{host}:{port}",
        "other port": f"http://{host}:1", "no port": f"http://{host}", "slash": f"{own}/", "path": f"{own}/x",
        "capitals": own.upper(), "localhost": f"http://localhost:{port}", "bare": f"{host}:{port}", "file": "file://",
    }  # fmt: skip
    cases: dict[str, Headers] = {name: [("Origin", origin)] for name, origin in origins.items()}
    forged: dict[str, Headers] = {
        "host": [("X-Forwarded-Host", "evil.example")],
        "proto": [("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "evil.example")],
        "for": [("X-Forwarded-For", "127.0.0.1")],
        "forwarded": [("Forwarded", "host=evil.example;proto=https;for=127.0.0.1")],
        "real host": [("Host", "evil.example")],
        "prefix": [("X-Forwarded-Prefix", "/"), ("X-Forwarded-Port", port), ("X-Original-Host", host)],
        "everything": [
            ("Host", "evil.example"), ("X-Forwarded-Host", "evil.example"),
            ("X-Forwarded-Proto", "https"), ("X-Forwarded-Server", "evil.example"),
            ("Forwarded", "host=evil.example"), ("X-Host", "evil.example"),
        ],
    }  # fmt: skip
    for name, headers in forged.items():
        cases[f"evil, forged {name}"] = [("Origin", EVIL), *headers]
        cases[f"absent, forged {name}"] = headers
    cases["absent"] = []
    cases["absent, evil referer"] = [("Referer", f"{EVIL}/")]
    cases["absent, referer like ours"] = [("Referer", f"{own}.evil.example/")]
    cases["evil, our referer"] = [("Origin", EVIL), ("Referer", f"{own}/")]
    cases["absent, broken referer"] = [("Referer", "http://[::1/")]
    cases["two origins"] = [("Origin", own), ("Origin", EVIL)]
    return cases


@pytest.mark.bar(19)
def test_no_foreign_page_opens_a_line(place: Place, figures: Figures) -> None:
    cookies = place.organiser.cookies
    cases = foreign(place.server.url)
    with RawSocket(place.server.url, cookies) as own:
        assert own.connect().call("ping_time", {})["ok"]
    sid = _polling(place, [("Origin", place.server.url)])
    assert sid is not None
    for name, headers in cases.items():
        with RawSocket(place.server.url, cookies, headers=headers) as line:
            assert line.status >= 400, name
        assert _polling(place, headers) is None, name
        # Not even on a line that is open, should its name have become known.
        assert _ask(place, "POST", f"{POLLING}&sid={sid}", headers, b"40").status >= 400, name
        assert _ask(place, "GET", f"{POLLING}&sid={sid}", headers).status >= 400, name
    figures.say(f"{len(cases)} kinds of foreign headers on WebSockets and polling: 100 % refused")


def _polling(place: Place, headers: Headers) -> str | None:
    answer = _ask(place, "GET", POLLING, headers)
    found = re.search(r'"sid":"([^"]+)"', answer.text)
    return found[1] if found and answer.status == 200 else None


@dataclass
class Said:
    """What the server answered."""

    status: int
    text: str


def _ask(place: Place, method: str, path: str, headers: Headers, body: bytes | None = None) -> Said:
    with closing(http.client.HTTPConnection(place.netloc, timeout=10)) as line:
        line.putrequest(method, path, skip_host=any(name == "Host" for name, _ in headers))
        for name, value in [*headers, ("Cookie", place.organiser.cookies)]:
            line.putheader(name, value)
        if body is not None:
            line.putheader("Content-Length", str(len(body)))
            line.putheader("Content-Type", "application/x-www-form-urlencoded")
        line.endheaders(body)
        answer = line.getresponse()
        return Said(answer.status, answer.read().decode(errors="replace"))


@pytest.mark.bar(19)
def test_no_foreign_page_changes_anything(place: Place, figures: Figures) -> None:
    """With the organiser's cookies, and even with the token of one of our own forms."""
    page = _ask(place, "GET", "/gatherings/new", [])
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page.text)
    assert token is not None, page.text
    before = _stored(place)
    paths = sorted(
        rule.rule.replace("<gathering_id>", place.hall.gathering_id).replace(
            "<session_id>", place.hall.session_id
        )
        for rule in place.server.app.url_map.iter_rules()
        if "POST" in (rule.methods or ())
    )
    evil = {name: headers for name, headers in foreign(place.server.url).items() if "Origin" in dict(headers)}
    asked = 0
    for path in paths:
        for name, headers in evil.items():
            body = f"csrf_token={token[1]}&title=Stolen&network=Stolen".encode()
            assert _ask(place, "POST", path, headers, body).status in {400, 403, 404, 405}, (path, name)
            asked += 1
        for headers in ([], [("Origin", place.server.url)], [("X-Forwarded-Host", "evil.example")]):
            without = _ask(place, "POST", path, headers, b"title=Stolen&network=Stolen")
            assert without.status in {400, 403, 404, 405}, (path, "without a token")
            asked += 1
    assert _stored(place) == before
    own = [("Origin", place.server.url), ("Referer", f"{place.server.url}/gatherings/new")]
    body = f"csrf_token={token[1]}&title=Ours&network=Ours".encode()
    assert _ask(place, "POST", "/gatherings/new", own, body).status == 302
    assert _stored(place) != before
    figures.say(
        f"{asked:,} forms sent from foreign pages or without a token to {len(paths)} addresses: none taken"
    )


def _stored(place: Place) -> str:
    with closing(sqlite3.connect(place.server.folder / "kafedialog.db")) as database:
        return hashlib.sha256("\n".join(database.iterdump()).encode()).hexdigest()
