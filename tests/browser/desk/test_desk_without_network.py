"""A host writes through a network that goes away: nothing is lost, nothing comes twice, all by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect, sync_playwright
from sqlalchemy import select

from cafe.db import db, unit_of_work
from cafe.dialogue.model import Note
from cafe.people.actions import issue_ticket
from tests.support.browser import ARGUMENTS, PROGRAM, until_kept
from tests.support.cafe import Hall, make_hall
from tests.support.server import Server


@dataclass
class Host:
    """A host at the desk of the first table, with nothing but a keyboard."""

    page: Page

    def goes_to(self, element_id: str) -> None:
        """Press Tab until that element has the focus."""
        for _ in range(60):
            if self.page.evaluate("document.activeElement.id") == element_id:
                return
            self.page.keyboard.press("Tab")
        message = f"{element_id} cannot be reached by Tab"
        raise AssertionError(message)

    def writes(self, text: str) -> None:
        """Write a note."""
        self.page.keyboard.type(text)
        self.page.keyboard.press("Enter")

    def changes_the_last_note(self, added: str) -> None:
        """Go up into the last note from the empty field, and write on."""
        self.page.keyboard.press("ArrowUp")
        self.writes(added)

    def presses(self, element_id: str) -> None:
        """Go to a button and press it."""
        self.goes_to(element_id)
        self.page.keyboard.press("Enter")

    def sees(self, *texts: str) -> None:
        """Check the notes, in order."""
        expect(self.page.locator(".note__words")).to_have_text([f"{text}. Edit" for text in texts])

    def sees_states(self, **counts: int) -> None:
        """Check how many notes are saved, here and so on."""
        for state, count in counts.items():
            expect(self.page.locator(f'.note[data-state="{state}"]')).to_have_count(count, timeout=30_000)


@pytest.fixture
def hall(sqlite_server: Server) -> Hall:
    """Give a hall whose first round runs."""
    hall = make_hall(sqlite_server.app)
    for _ in range(3):
        hall.advance()
    return hall


@pytest.fixture
def host(sqlite_server: Server, hall: Hall) -> Iterator[Host]:
    """Give a host whose page is kept by the service worker."""
    with sqlite_server.app.app_context(), unit_of_work() as session:
        ticket = issue_ticket(session, hall.participants[0], ends_others=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=PROGRAM, args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 390, "height": 844}, locale="en-GB")
        page.context.add_cookies([{"name": "ticket", "value": ticket, "url": sqlite_server.url}])
        page.goto(f"{sqlite_server.url}/cafe/{hall.session_id}/table/1")
        until_kept(page)
        page.reload()
        expect(page.locator("#status")).to_contain_text("Connected")
        yield Host(page)
        browser.close()


def texts_in_database(hall: Hall) -> list[str]:
    """Give the texts of all notes that are not binned, in order."""
    with hall.app.app_context(), db.sessionmaker() as session:
        query = select(Note.text).where(Note.binned.is_(False)).order_by(Note.position)
        return list(session.scalars(query))


@pytest.mark.browser
def test_a_host_writes_on_without_network(host: Host, hall: Hall, sqlite_server: Server) -> None:
    host.goes_to("new-note")
    host.writes("One")
    host.writes("Two")
    host.changes_the_last_note(" and more")
    host.writes("Three")
    host.page.keyboard.press("ArrowUp")
    host.presses("move-up")
    host.sees("One", "Two and more")  # the third is open for editing, between them
    host.presses("delete")
    host.sees("One", "Two and more")
    host.presses("undo")
    host.sees("One", "Three", "Two and more")
    host.sees_states(saved=3)

    sqlite_server.kill()
    host.goes_to("new-note")
    host.writes("Four")
    host.changes_the_last_note(" without")
    host.changes_the_last_note(" network")
    host.writes("Five")
    host.page.keyboard.type("half a thought")
    host.sees_states(saved=3, here=2)
    host.page.wait_for_timeout(600)
    host.page.reload()
    host.sees("One", "Three", "Two and more", "Four without network", "Five")
    expect(host.page.locator("#new-note")).to_have_value("half a thought")
    host.sees_states(saved=3, here=2)

    sqlite_server.start()
    host.sees_states(saved=5, here=0, saving=0)
    assert texts_in_database(hall) == ["One", "Three", "Two and more", "Four without network", "Five"]
