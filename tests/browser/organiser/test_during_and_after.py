"""An organiser runs a round, checks somebody in and publishes; each page in a real browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from cafe.commands import new_key
from cafe.dialogue.commands.table import AddNote
from tests.support.browser import ARGUMENTS, PROGRAM
from tests.support.cafe import PASSWORD, Hall, make_hall
from tests.support.server import Server

pytestmark = pytest.mark.browser


@pytest.fixture
def page() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=PROGRAM, args=ARGUMENTS)
        context = browser.new_context(locale="en-GB", service_workers="block")
        context.set_default_timeout(15_000)
        yield context.new_page()
        browser.close()


def sign_in(page: Page, server: Server, hall: Hall) -> str:
    page.goto(f"{server.url}/sign-in")
    page.locator("[name=email]").fill(hall.email)
    page.locator("[name=password]").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "sign-in" not in url)
    return f"{server.url}/cafe/{hall.session_id}"


def test_one_big_button_takes_the_hall_from_step_to_step(server: Server, page: Page) -> None:
    hall = make_hall(server.app)
    cafe = sign_in(page, server, hall)
    page.goto(f"{cafe}/run")
    big = page.locator(".next-action")
    # A double click takes one step, not two.
    expect(big).to_contain_text("Open the doors")
    big.dblclick()
    expect(big).to_contain_text("Start round 1: 12 people move")
    expect(page.locator(".run-said")).to_have_text("The doors are open.")
    expect(big).to_have_attribute("aria-disabled", "false")
    big.click()
    expect(big).to_contain_text("Begin round 1 now")
    hall.advance()
    expect(page.locator(".run-standing")).to_contain_text("Round 1 of 3")
    page.get_by_role("button", name="Pause").click()
    expect(big).to_contain_text("Go on with round 1")
    expect(page.locator(".run-tables tbody tr")).to_have_count(2)
    page.context.set_offline(True)
    expect(page.locator(".run-said")).to_contain_text("Not connected just now", timeout=20_000)
    expect(big).to_have_attribute("aria-disabled", "true")


def test_somebody_without_a_phone_is_told_the_table_at_the_door(server: Server, page: Page) -> None:
    hall = make_hall(server.app)
    cafe = sign_in(page, server, hall)
    page.goto(f"{cafe}/door")
    page.locator("#search").fill("person 11")
    page.get_by_role("button", name="Has come Person 11").click()
    expect(page.locator(".door-told")).to_contain_text("Person 11 sits at table")
    page.locator("#search").fill("Åse Ny")
    page.get_by_role("button", name="Add and seat").click()
    expect(page.locator(".door-told")).to_contain_text("Åse Ny sits at table")
    expect(page.locator(".door-counts")).to_contain_text("2 have come")


def test_a_text_that_cites_a_note_is_approved(server: Server, page: Page) -> None:
    hall = make_hall(server.app)
    while hall.advance()["phase"] != "harvest":
        pass
    said = "A fixed contact matters most"
    hall.do(AddNote(session_id=hall.session_id, table_round_id=hall.place(1), note_id=new_key(), text=said))
    cafe = sign_in(page, server, hall)
    page.goto(f"{cafe}/harvest")
    page.get_by_label("Search the notes").fill("kontakten")
    expect(page.locator(".harvest-hits")).to_have_text("0 hits")
    page.get_by_label("Search the notes").fill("contactene")
    expect(page.locator(".harvest-hits")).to_have_text("1 hit")
    expect(page.locator(".slip mark")).to_have_text("contact")
    page.locator(".harvest-tabs button").nth(1).click()
    page.locator("#text").fill("We heard this")
    page.get_by_role("button", name=f"Cite {said}").click()
    expect(page.locator(".harvest-state")).to_contain_text("Saved")
    page.get_by_role("button", name="Read", exact=True).click()
    page.locator("#preview a.cite").focus()
    page.keyboard.press("Enter")
    expect(page.locator("dialog[open]")).to_contain_text(said)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Approve for publishing").click()
    expect(page.locator(".harvest-state")).to_contain_text("Approved")
