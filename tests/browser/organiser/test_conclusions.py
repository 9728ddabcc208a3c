"""A conclusion by keyboard, published to the network; and the way from a phone to it and back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from cafe.commands import new_key
from cafe.db import unit_of_work
from cafe.dialogue.commands.table import AddNote
from cafe.dialogue.model import Seat, TableRound
from cafe.harvest.commands.board import CreateTheme
from cafe.people.actions import issue_ticket
from tests.support.browser import chromium  # noqa: F401 - a fixture
from tests.support.cafe import PASSWORD, Hall, make_hall
from tests.support.server import Server

pytestmark = pytest.mark.browser
SOON = 15_000


def window(chromium: Browser, ticket: str = "", home: str = "") -> Page:  # noqa: F811 - the fixture
    context = chromium.new_context(locale="en-GB", viewport={"width": 390, "height": 844})
    context.set_default_timeout(SOON)
    if ticket:
        context.add_cookies([{"name": "ticket", "value": ticket, "url": home}])
    return context.new_page()


def sat_at(hall: Hall, attendee: int) -> tuple[str, str, int]:
    """Give where somebody sat in the first round: the table round, its topic and the table's number."""
    from cafe.db import db

    with hall.app.app_context(), db.sessionmaker() as session:
        seats = session.query(Seat).where(Seat.attendee_id == hall.attendees[attendee])
        place = next(seat.table_round for seat in seats if seat.table_round.round_number == 1)
        assert isinstance(place, TableRound)
        return place.id, str(place.topic_id), place.table.number


def harvested(server: Server) -> tuple[Hall, str, int]:
    """Give a hall at its harvest, with notes where person 5 sat and a theme; and that table's number."""
    hall = make_hall(server.app)
    while hall.advance()["phase"] != "harvest":
        pass
    place, _topic, number = sat_at(hall, 5)
    notes = {text: new_key() for text in ("A fixed contact matters most", "Never start over", "More coffee")}
    for text, key in notes.items():
        hall.do(AddNote(session_id=hall.session_id, table_round_id=place, note_id=key, text=text))
    under = (notes["Never start over"],)
    hall.do(CreateTheme(session_id=hall.session_id, theme_id=new_key(), title="Continuity", note_ids=under))
    with hall.app.app_context(), unit_of_work() as session:
        ticket = issue_ticket(session, hall.participants[5], ends_others=False)
    return hall, ticket, number


def concludes_by_keyboard(page: Page, server: Server, hall: Hall) -> None:
    """Begin from the theme, cite a note, approve without the hosts and publish to the network."""
    page.goto(f"{server.url}/sign-in")
    page.locator("#email").fill(hall.email)
    page.locator("#password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/networks/*")
    page.goto(f"{server.url}/cafe/{hall.session_id}/conclusions")
    page.locator("summary", has_text="1 theme leads to no conclusion yet").press("Enter")
    page.get_by_role("button", name="Begin a conclusion from it Continuity").press("Enter")
    expect(page.locator("#title")).to_be_focused()
    expect(page.locator("#title")).to_have_value("Continuity", timeout=SOON)
    page.keyboard.press("End")
    page.keyboard.type(" first")
    page.locator("#text").press("End")
    page.keyboard.type("One person who stays")
    page.locator("#cite").focus()
    page.keyboard.type("fixed tea")
    page.keyboard.press("Enter")
    expect(page.locator(".cite-note")).to_contain_text("No note is like that", timeout=SOON)
    page.keyboard.press("Escape")
    page.keyboard.type("contact")
    page.keyboard.press("Enter")
    expect(page.locator(".conclusion .note-state")).to_have_text("Saved", timeout=SOON)
    expect(page.locator(".ground summary")).to_contain_text(
        "Rests on 2 notes from 1 table in 1 round", timeout=SOON
    )
    page.get_by_role("button", name="Done writing").press("Enter")
    expect(page.locator(".conclusion")).to_be_focused()
    page.get_by_role("button", name="Approve without the hosts").press("Enter")
    expect(page.locator(".conclusion__state")).to_have_text("Approved without the hosts", timeout=SOON)
    page.locator("#page-title").press("Enter")
    expect(page.locator(".harvest-publish")).to_contain_text("for the network", timeout=SOON)
    expect(page.locator(".harvest-publish a").first).to_be_visible()


def test_the_network_reads_what_became_of_what_was_said_and_nobody_else(
    server: Server,
    chromium: Browser,  # noqa: F811 - the fixture
) -> None:
    hall, ticket, number = harvested(server)
    office = window(chromium)
    concludes_by_keyboard(office, server, hall)
    address = str(office.locator(".harvest-publish a").first.get_attribute("href"))

    stranger = window(chromium)
    stranger.goto(f"{server.url}{address}")
    expect(stranger.locator("h1")).to_have_text("This is for the network that wrote it")

    phone = window(chromium, ticket, server.url)
    phone.goto(f"{server.url}/cafe/{hall.session_id}")
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    phone.get_by_role("link", name="What became of it where you sat").click()
    expect(phone.locator("#own")).to_be_visible(timeout=SOON)
    expect(phone.locator('.became__round:visible[data-round="1"]')).to_contain_text("More coffee")
    assert phone.locator(".became__table:visible").first.get_attribute("data-table") is not None
    assert not [url for url in asked if "sat=" in url], "where somebody sat stays on the phone"
    said = phone.locator("li", has_text="Never start over").last
    expect(said).to_contain_text("under “Continuity”")
    expect(phone.locator("li", has_text="More coffee").last).to_contain_text("No conclusion rests on it")
    said.get_by_role("link", name="Continuity first").click()
    conclusion = phone.get_by_role("heading", name="Continuity first")
    expect(conclusion).to_be_in_viewport()
    phone.locator("a.cite").first.click()
    expect(phone.locator(".voices--all li:target")).to_contain_text("A fixed contact matters most")
    phone.locator(".voices--all li:target").get_by_role("link").click()
    expect(conclusion).to_be_in_viewport()
    phone.goto(f"{server.url}{address}/table/{number}")
    expect(phone.locator("main")).to_contain_text("A fixed contact matters most")
