"""Who has left, been replaced or lost a task is out at once, on open lines too, and stays out."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field

import pytest

from cafe.commands import new_key
from cafe.db import unit_of_work
from cafe.dialogue.commands.session import AssignHost
from cafe.people.actions import issue_link
from cafe.people.commands import Purpose
from cafe.simulator.browser import Browser, NotIn
from tests.faults.figures import Figures
from tests.faults.hostile import PATIENCE, Ended, RawSocket, join_table, note
from tests.support.cafe import Hall
from tests.support.server import HOUR, Server, serving

SOON = 2.0
pytestmark = pytest.mark.bar(20)


class Page(Browser):
    """A browser that sends forms."""

    def post(self, path: str, form_on: str, **values: str) -> None:
        """Send the form of a page to an address."""
        page = self._get(form_on)
        self._at = f"{self._address}{path}"
        self._send(page, **values)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give a running server whose log tells of nothing gone wrong."""
    with serving(tmp_path_factory.mktemp("signed_out")) as running:
        yield running
        assert running.complaints() == []


def announce(hall: Hall) -> dict[str, object]:
    data = {"session_id": hall.session_id, "text": "Coffee"}
    return {"id": new_key(), "name": "announce", "data": data}


def is_refused(server: Server, cookies: str, message: dict[str, object], why: str) -> None:
    """Check that a copy of old cookies, on a new line, opens nothing."""
    with RawSocket(server.url, cookies) as line:
        answer = line.connect().call("command", message)
        assert (answer["ok"], answer.get("error", {}).get("code")) == (False, why)


@dataclass
class Leaving:
    """What is measured from the moment on when somebody is out."""

    figures: Figures
    who: str
    began: float = field(default_factory=time.monotonic)

    def has_been_noticed(self) -> None:
        """Say how long it took."""
        took = time.monotonic() - self.began
        self.figures.say(f"{self.who} after {took:.2f} s", held=took <= SOON)


def test_who_signs_out_is_out_with_every_copy_of_the_cookie(
    server: Server, hall: Hall, figures: Figures
) -> None:
    browser, other = Page(server.url), Page(server.url)
    for each in (browser, other):
        each.sign_in(server.sign_in_secret(str(hall.organiser.user_id)))
    stolen = browser.cookies
    with RawSocket(server.url, stolen).connect() as line:
        assert line.call("command", announce(hall))["ok"]
        leaving = Leaving(figures, "who signed out was shown out")
        browser.post("/sign-out", "/gatherings")
        assert line.ends_within(PATIENCE)
        leaving.has_been_noticed()
    is_refused(server, stolen, announce(hall), "signed_out")
    with RawSocket(server.url, other.cookies).connect() as line:  # another device has not signed out
        assert line.call("command", announce(hall))["ok"]


def test_a_deaf_client_that_was_shown_out_cannot_go_on(server: Server, hall: Hall, figures: Figures) -> None:
    """It does not hang up when told to, and asks on as if nothing had been."""
    browser = Page(server.url)
    browser.sign_in(server.sign_in_secret(str(hall.organiser.user_id)))
    with RawSocket(server.url, browser.cookies).connect() as line:
        leaving = Leaving(figures, "who did not listen was cut off")
        browser.post("/sign-out", "/gatherings")
        with suppress(Ended):
            line.send("40")
            answer = line.call("command", announce(hall))
            assert answer["error"]["code"] == "signed_out"
        until = time.monotonic() + PATIENCE
        while not line.has_ended() and time.monotonic() < until:
            time.sleep(0.05)
        assert line.has_ended()
        leaving.has_been_noticed()


def test_who_leaves_is_out(server: Server, hall: Hall, figures: Figures) -> None:
    browser = _with_ticket(server, hall)
    cookies = f"ticket={server.ticket(hall.participants[0])}"
    with RawSocket(server.url, browser.cookies).connect() as line:
        assert line.call("join", join_table(hall))["ok"]
        old = browser.cookies
        leaving = Leaving(figures, "who left was out")
        browser.post("/leave", "/leave")
        assert line.ends_within(PATIENCE)
        leaving.has_been_noticed()
    is_refused(server, old, note(hall), "signed_out")
    with RawSocket(server.url, cookies).connect() as line:
        assert line.call("command", note(hall))["ok"]  # the same person's other device


def test_a_ticket_ends_when_another_phone_takes_the_place(
    server: Server, hall: Hall, figures: Figures
) -> None:
    cookies = f"ticket={server.ticket(hall.participants[0])}"
    with RawSocket(server.url, cookies).connect() as line:
        assert line.call("join", join_table(hall))["ok"]
        leaving = Leaving(figures, "whose place was taken was out")
        _with_ticket(server, hall)
        assert line.ends_within(PATIENCE)
        leaving.has_been_noticed()
    is_refused(server, cookies, note(hall), "signed_out")


def _with_ticket(server: Server, hall: Hall) -> Page:
    with server.app.app_context(), unit_of_work() as session:
        secret = issue_link(session, Purpose.TICKET, hall.participants[0], int(time.time() * 1000) + HOUR)
    browser = Page(server.url)
    with suppress(NotIn):  # where it leads to is not what is looked at here
        browser.post("/t", "/t", secret=secret)
    return browser


def test_who_hosts_no_more_hears_nothing_more_of_the_table(
    server: Server, hall: Hall, figures: Figures
) -> None:
    old = f"ticket={server.ticket(hall.participants[0])}"
    new = f"ticket={server.ticket(hall.participants[7])}"
    with RawSocket(server.url, old).connect() as before, RawSocket(server.url, new).connect() as after:
        assert before.call("join", join_table(hall))["ok"]
        task = AssignHost(session_id=hall.session_id, table_id=hall.tables[0], host_id=hall.attendees[7])
        leaving = Leaving(figures, "who lost the task was told")
        hall.do(task)
        while not before.receive(PATIENCE).startswith('42["audience"'):
            pass
        leaving.has_been_noticed()
        again = before.call("join", join_table(hall))  # as one who hosted: no more than a guest
        assert not any(room.startswith("table/") for room in again["rooms"])
        others = note(hall, "Not for the one before")
        assert after.call("command", others)["ok"]
        delete = {"session_id": hall.session_id, "note_id": others["data"]["note_id"]}
        taking_away = {"id": new_key(), "name": "delete_note", "data": delete}
        assert before.call("command", taking_away)["error"]["code"] == "not_allowed"
        heard = []
        with suppress(TimeoutError):
            while True:
                heard.append(before.receive(0.5))
        assert not any("Not for the one before" in each for each in heard)
