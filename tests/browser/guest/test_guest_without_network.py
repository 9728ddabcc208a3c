"""A guest comes in by the QR, follows the café, and goes on when the network does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect, sync_playwright
from sqlalchemy import func, select

from cafe.db import db
from cafe.dialogue.commands.rounds import Advance
from cafe.dialogue.model import PendingIdea, Visit
from cafe.gatherings.model import Gathering
from tests.support.browser import ARGUMENTS, PROGRAM, until_kept
from tests.support.cafe import Hall, make_hall
from tests.support.server import Server


@dataclass
class Guest:
    """A guest with a phone."""

    page: Page

    def comes_in(self, link: str, name: str) -> None:
        """Scan the QR and choose a name."""
        self.page.goto(link)
        self.page.get_by_label(re.compile("What would you like")).fill(name)
        self.page.get_by_role("button", name="Come in").click()

    def is_told(self, words: str) -> None:
        """Check the one instruction."""
        expect(self.page.get_by_role("heading", level=1)).to_have_text(re.compile(words), timeout=15_000)

    def presses(self, name: str) -> None:
        """Press a button."""
        self.page.get_by_role("button", name=name, exact=True).click()

    def sends(self, thought: str) -> None:
        """Send a thought to the table."""
        self.page.get_by_label("A thought for the table’s notes").fill(thought)
        self.presses("Send")

    def sees_line(self, words: str) -> None:
        """Check the status line."""
        expect(self.page.locator("#status")).to_contain_text(words, timeout=15_000)

    def reloads(self) -> None:
        """Reload, as a nervous thumb does: right after the last letter."""
        until_kept(self.page)
        self.page.reload(wait_until="domcontentloaded")


@pytest.fixture
def guest() -> Iterator[Guest]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=PROGRAM, args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 360, "height": 640}, locale="en-GB")
        failures: list[str] = []
        page.on("pageerror", lambda error: failures.append(str(error)))
        yield Guest(page)
        browser.close()
    assert failures == []


def link_of(server: Server, hall: Hall) -> str:
    with server.app.app_context(), db.sessionmaker() as session:
        return f"{server.url}/j#{session.get_one(Gathering, hall.gathering_id).join_secret}"


def count(server: Server, model: type[Visit | PendingIdea]) -> int:
    with server.app.app_context(), db.sessionmaker() as session:
        return session.scalar(select(func.count()).select_from(model)) or 0


def advance(hall: Hall, to: str) -> None:
    while hall.do(Advance(session_id=hall.session_id, from_step=hall.step()))["phase"] != to:
        pass


@pytest.mark.browser
def test_from_the_qr_to_a_round_without_network(sqlite_server: Server, guest: Guest) -> None:
    server = sqlite_server
    hall = make_hall(server.app, people=8)
    guest.comes_in(link_of(server, hall), "Åse")
    guest.is_told("We begin soon. You start at table [12]")
    assert "#" not in guest.page.url

    advance(hall, "switching")
    guest.is_told("Go to table [12]")
    guest.presses("I am here")
    advance(hall, "running")
    guest.is_told("What about")

    guest.page.get_by_label("A thought for the table’s notes").fill("Half a thought")
    guest.reloads()
    expect(guest.page.get_by_label("A thought for the table’s notes")).to_have_value("Half a thought")

    server.kill()
    guest.sees_line("Offline")
    guest.sends("A whole thought, \N{LATIN SMALL LETTER AE}øå & <b>more</b>")
    guest.reloads()
    guest.is_told("What about")
    expect(guest.page.get_by_text("Only on this phone").first).to_be_visible()
    guest.presses("I need someone")
    guest.presses("Someone to talk to")
    expect(guest.page.get_by_text("Raise your hand")).to_be_visible()

    server.start()
    guest.sees_line("Connected")
    expect(guest.page.get_by_text("The organisers know")).to_be_visible(timeout=15_000)
    expect(guest.page.get_by_text("Only on this phone")).to_have_count(0)
    assert count(server, PendingIdea) == 1
    assert count(server, Visit) == 1
