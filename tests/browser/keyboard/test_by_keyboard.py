"""Each page by the keyboard alone: the next thing is reached by Tab, seen to have the focus, and done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect

from cafe.commands import new_key
from cafe.dialogue.commands.table import AddNote
from tests.support.browser import Window, close_window, open_window
from tests.support.cafe import Hall, make_hall
from tests.support.server import Server

pytestmark = pytest.mark.browser
MOST_TABS = 60
# Where the focus is, and whether it can be seen there: an outline, or a field's own ring.
HAS_FOCUS = """(element) => {
    if (element !== document.activeElement) { return null; }
    const style = getComputedStyle(element);
    return element.matches(":focus-visible") && (style.outlineStyle !== "none" || style.boxShadow !== "none");
}"""


@dataclass
class Hands:
    """Somebody who uses no mouse."""

    window: Window

    @property
    def page(self) -> Page:
        return self.window.page

    def tabs_to(self, selector: str) -> None:
        """Press Tab until something has the focus, and see that it has."""
        wanted = self.page.locator(selector).first
        expect(wanted).to_be_visible()
        for _ in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            seen = wanted.evaluate(HAS_FOCUS)
            if seen is not None:
                assert seen, f"the focus on {selector} cannot be seen"
                return
        pytest.fail(f"{selector} is not reached by Tab")

    def presses(self, selector: str, key: str = "Enter") -> None:
        """Reach a button, a link or a field, and press a key on it."""
        self.tabs_to(selector)
        self.page.keyboard.press(key)

    def types(self, selector: str, text: str) -> None:
        """Reach a field and write in it."""
        self.tabs_to(selector)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def reads(self, selector: str, text: str) -> None:
        """Find a text on the page."""
        expect(self.page.locator(selector).first).to_contain_text(text)


@pytest.fixture
def hands(server: Server, chromium: Browser) -> Iterator[Hands]:
    window = open_window(chromium, server.url, "hands", language="en", service_workers="block")
    yield Hands(window)
    close_window(window)
    assert window.amiss == []


def organiser_at(hands: Hands, server: Server, hall: Hall, page: str) -> None:
    hands.window.goes_to(f"/in#{server.sign_in_secret(str(hall.organiser.user_id))}")
    hands.presses("form.form button[type=submit]")
    hands.page.wait_for_url(lambda url: "/in" not in url)
    hands.window.goes_to(f"/cafe/{hall.session_id}/{page}")


def test_a_guest_finds_the_table_and_sends_a_thought(hands: Hands, server: Server) -> None:
    hall = make_hall(server.app)
    hall.advance()
    hall.advance()
    cookie = {"name": "ticket", "value": server.ticket(hall.participants[5]), "url": server.url}
    hands.page.context.add_cookies([cookie])  # type: ignore[list-item]
    hands.window.goes_to(f"/cafe/{hall.session_id}")
    hands.presses(".scene .ds-button:has-text('I am here')")
    hall.advance()
    expect(hands.page.locator('.scene[data-kind="talking"]')).to_be_visible()
    hands.types("#thought", "By the keyboard alone")
    hands.presses("form.thought button:not([type])")
    expect(hands.page.locator("#thought")).to_have_value("")


def test_an_organiser_opens_the_doors_starts_pauses_and_tells_everyone(hands: Hands, server: Server) -> None:
    hall = make_hall(server.app)
    organiser_at(hands, server, hall, "run")
    hands.presses(".next-action")
    hands.reads(".run-standing", "The doors are open")
    expect(hands.page.locator(".next-action")).to_be_focused()
    expect(hands.page.locator(".next-action")).to_have_attribute("aria-disabled", "false")
    hands.page.keyboard.press("Space")
    hands.reads(".run-standing", "On the way to round 1")
    hands.presses(".run-small button:has-text('Pause')")
    hands.reads(".next-action", "Go on with round 1")
    hands.presses(".run-announce > summary")
    hands.types("#announcement", "Coffee at three")
    hands.page.keyboard.press("Enter")
    hands.reads(".run-announced", "Coffee at three")


def test_somebody_at_the_door_finds_a_person_and_lets_them_in(hands: Hands, server: Server) -> None:
    hall = make_hall(server.app)
    organiser_at(hands, server, hall, "door")
    expect(hands.page.locator("#search")).to_be_visible()
    if hands.page.evaluate("document.activeElement.id") != "search":
        hands.tabs_to("#search")
    hands.page.keyboard.type("person 11")
    hands.presses("button[aria-label*='Person 11'], button:has-text('Person 11')")
    hands.reads(".door-told", "Person 11 sits at table")


def test_an_organiser_changes_the_sentence_and_a_topic(hands: Hands, server: Server) -> None:
    hall = make_hall(server.app)
    organiser_at(hands, server, hall, "prepare")
    hands.types("#sentence [name$=minutes]", "15")
    hands.page.keyboard.press("Enter")
    expect(hands.page.locator("#sentence [name$=minutes]")).to_have_value("15")
    hands.presses("#topics > summary")
    hands.types("#topics input[name$=question]", "What helps first?")
    hands.page.keyboard.press("Enter")
    expect(hands.page.locator("#topics input[name$=question]").first).to_have_value("What helps first?")


def test_an_organiser_writes_cites_and_reads_at_the_harvest(hands: Hands, server: Server) -> None:
    hall = make_hall(server.app)
    while hall.advance()["phase"] != "harvest":
        pass
    said = "A fixed contact matters most"
    hall.do(AddNote(session_id=hall.session_id, table_round_id=hall.place(1), note_id=new_key(), text=said))
    organiser_at(hands, server, hall, "harvest")
    hands.types("#text", "We heard this")
    hands.reads(".harvest-state", "Saved")
