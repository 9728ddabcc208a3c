"""Two hosts of one topic harvest it on their phones, at once, and show it to everyone."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from cafe.commands import new_key
from cafe.dialogue.commands.table import AddNote
from tests.support.browser import Window, close_window, open_window
from tests.support.cafe import Hall, make_hall
from tests.support.server import Server

PHONE = {"width": 360, "height": 640}
SOON = 20_000

pytestmark = pytest.mark.browser


@pytest.fixture
def hosts(chromium: Browser, server: Server) -> Iterator[tuple[Hall, Window, Window]]:
    """Give a hall in its last round, where tables 1 and 3 share a topic, and their hosts' phones."""
    hall = make_hall(server.app, tables=3)
    for _ in range(7):
        hall.advance()
    for table, text in ((1, "A fixed contact"), (3, "The same person each time"), (3, "Waiting is worst")):
        place = hall.place(table, 3)
        note = AddNote(session_id=hall.session_id, table_round_id=place, note_id=new_key(), text=text)
        hall.do(note, hall.guest(table - 1))
    windows = [phone_of(chromium, server, hall, number) for number in (0, 2)]
    yield hall, windows[0], windows[1]
    for window in windows:
        close_window(window)
        assert window.amiss == []


def phone_of(chromium: Browser, server: Server, hall: Hall, number: int) -> Window:
    window = open_window(chromium, server.url, f"host-{number}", language="en", viewport=PHONE)
    ticket = server.ticket(hall.participants[number])
    window.page.context.add_cookies([{"name": "ticket", "value": ticket, "url": server.url}])
    return window


def looks_at(page: Page, table: int) -> None:
    page.get_by_label("Table and round").select_option(
        label=f"Table {table}, round 3 ({1 if table == 1 else 2})"
    )


def test_two_hosts_merge_write_at_once_and_show_it(hosts: tuple[Hall, Window, Window]) -> None:
    hall, one, other = hosts
    one.goes_to(f"/cafe/{hall.session_id}")
    other.goes_to(f"/cafe/{hall.session_id}/harvest/together")
    first, second = one.page, other.page
    expect(second.get_by_role("heading", level=1)).to_have_text(
        "The harvest begins when the last round is over."
    )
    hall.advance()
    expect(first.get_by_role("heading", level=1)).to_have_text("Harvest together with table 3", timeout=SOON)
    first.get_by_role("link", name="To the harvest").click()

    # One thing after the other on a phone: what another table said is two taps away.
    looks_at(first, 1)
    first.get_by_label("Choose A fixed contact").check()
    looks_at(first, 3)
    first.get_by_label("Choose The same person each time").check()
    first.get_by_role("button", name="Important Waiting is worst").click()
    first.get_by_role("button", name="Merge").click()
    first.get_by_label("One text for all of them").fill("One and the same contact")
    first.get_by_role("button", name="Done").click()
    first.get_by_role("button", name="Important One and the same contact").click()

    # The other sees it, with the originals below, though the page was opened too early.
    second.get_by_label("Table and round").select_option(label="1 merged")
    bundle = second.locator(".slip--bundle")
    expect(bundle).to_contain_text("One and the same contact")
    expect(bundle).to_contain_text("The same person each time")
    expect(bundle.get_by_role("button", name="Important")).to_have_attribute("aria-pressed", "true")

    by_keys_alone(first, second)
    writing_at_once(first, second)
    in_the_plenary(first)


def by_keys_alone(first: Page, second: Page) -> None:
    """Take apart and put together again, leave a note out with a reason and take it in again."""
    second.get_by_role("button", name="Take apart").focus()
    second.keyboard.press("Enter")
    expect(second.get_by_role("button", name="Undo")).to_be_focused()
    second.keyboard.press("Enter")
    expect(second.locator(".slip--bundle")).to_contain_text("A fixed contact")
    looks_at(second, 3)
    second.get_by_role("button", name="Leave out Waiting is worst").focus()
    second.keyboard.press("Enter")
    second.keyboard.type("Said before")
    second.keyboard.press("Enter")
    expect(second.get_by_role("button", name="Take it in again")).to_be_focused()
    expect(first.locator("[data-left-out]")).to_contain_text("Left out: Said before")
    second.keyboard.press("Enter")
    expect(first.locator("[data-left-out]")).to_have_count(0)


def writing_at_once(first: Page, second: Page) -> None:
    """Let both write the summary; nothing is lost, and both see when it is approved."""
    for page, text in ((first, "First we heard of contact."), (second, "Then we heard of waiting.")):
        page.get_by_role("button", name="Summary", exact=True).click()
        page.locator("#text").fill(text)
    for page in (first, second):
        for text in ("First we heard of contact.", "Then we heard of waiting."):
            expect(page.locator("#text")).to_have_value(re.compile(re.escape(text)), timeout=SOON)
        expect(page.locator(".harvest-state")).to_contain_text("Saved")
    first.get_by_role("button", name="Notes", exact=True).click()
    first.get_by_role("button", name="Cite One and the same contact").click()
    expect(first.locator("#said")).to_have_text("2 notes cited in the summary.")
    first.get_by_role("button", name="Summary", exact=True).click()
    expect(first.locator(".harvest-state")).to_contain_text("Saved")
    first.get_by_role("button", name="We stand by this text").click()
    expect(second.locator(".harvest-state")).to_contain_text("Approved by the hosts", timeout=SOON)


def in_the_plenary(first: Page) -> None:
    """Show it to everyone, by keys and by taps."""
    first.get_by_role("button", name="Show to everyone").click()
    slide = first.locator(".present-slide")
    expect(slide).to_contain_text("What about")
    first.keyboard.press("ArrowRight")
    expect(slide).to_contain_text("Then we heard of waiting.")
    expect(slide).not_to_contain_text("[#")
    first.mouse.click(300, 300)
    expect(slide).to_contain_text("One and the same contact")
    first.keyboard.press("End")
    expect(slide).to_contain_text("Waiting is worst")
    first.keyboard.press("Escape")
    expect(first.locator(".present")).not_to_be_visible()
