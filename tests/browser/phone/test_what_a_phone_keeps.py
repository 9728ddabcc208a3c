"""What a phone keeps, what it says when it cannot, and that it forgets when it is told to."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.faults.phones import Phone, Place

HOUR = 3_600_000
REFUSED = 'indexedDB.open = () => { throw new DOMException("no", "SecurityError"); };'
FULL = """IDBObjectStore.prototype.put = function () {
    throw new DOMException("no room", "QuotaExceededError");
};"""


def is_at_the_table(phone: Phone) -> None:
    """Say "I am here"."""
    phone.page.locator(".at-thumb button").first.click()


def saved(page: Page, number: int) -> None:
    """Wait until so many notes are saved, and none is anything else."""
    expect(page.locator('.note[data-state="saved"]')).to_have_count(number, timeout=30_000)
    expect(page.locator(".note")).to_have_count(number)


@pytest.mark.browser
def test_two_tabs_have_one_outbox(place: Place) -> None:
    phone = place.phone_of(0, "/table/1", watches_saved=True)
    phone.opens()
    phone.sees_line("connected")
    other = phone.another_tab()
    expect(other.locator("#status")).to_have_attribute("data-state", "connected")
    place.network.cut()
    for tab in (phone.page, other):
        expect(tab.locator("#status")).to_have_attribute("data-state", "offline")
        tab.locator("#new-note").focus()
        for number in range(4):
            tab.keyboard.insert_text(f"Note {number}")
            tab.keyboard.press("Enter")
    for tab in (phone.page, other):
        expect(tab.locator('.note[data-state="here"]')).to_have_count(8)
    place.network.mend()
    for tab in (phone.page, other):
        saved(tab, 8)
    sent = [identifier for tab in (phone.page, other) for identifier in tab.evaluate("watched.sent")]
    assert len(sent) == len(set(sent)) == 8


@pytest.mark.browser
def test_a_tab_takes_over_from_one_that_died_while_sending(place: Place) -> None:
    phone = place.phone_of(0, "/table/1")
    phone.opens()
    phone.sees_line("connected")
    other = phone.another_tab()
    expect(other.locator("#status")).to_have_attribute("data-state", "connected")
    phone.page.bring_to_front()
    place.network.half_open()
    phone.page.locator("#new-note").focus()
    for number in range(3):
        phone.writes(f"Note {number}")
    expect(other.locator(".note")).to_have_count(3)
    phone.crashes()
    place.network.mend()
    saved(other, 3)


@pytest.mark.browser
def test_after_three_hours_no_old_round_is_shown_as_if_it_were_now(place: Place) -> None:
    phone = place.phone_of(4, "", watches_saved=True)
    phone.has_been_here()
    is_at_the_table(phone)
    expect(phone.page.locator(".countdown")).to_be_visible()
    phone.page.wait_for_timeout(700)  # until the rows are on the disk
    phone.closes()
    place.network.cut()
    phone.scripts = (f"const now = Date.now; Date.now = () => now() + {3 * HOUR};",)
    phone.opens()
    expect(phone.page.get_by_role("heading", level=1)).to_have_text(re.compile("The round should be over"))
    expect(phone.page.locator(".countdown, .table-number")).to_have_count(0)
    phone.sees_line("offline")
    expect(phone.page.locator("#status")).to_contain_text("Last contact at")

    place.hall.advance()
    place.network.mend()
    expect(phone.page.locator('.scene[data-kind="go"]')).to_be_visible()
    expect(phone.page.locator("#status")).not_to_contain_text("Last contact at")
    assert phone.page.evaluate("watched.joins") == 1


@pytest.mark.browser
def test_a_page_kept_for_three_hours_does_not_bring_its_old_time(place: Place) -> None:
    phone = place.phone_of(4, "")
    phone.has_been_here()
    phone.closes()
    place.network.cut()
    phone.scripts = (REFUSED, f"const now = Date.now; Date.now = () => now() + {3 * HOUR};")
    phone.opens()
    expect(phone.page.get_by_role("heading", level=1)).to_have_text(re.compile("The round should be over"))


@pytest.mark.browser
@pytest.mark.parametrize(
    ("script", "says"),
    [(REFUSED, "keeps nothing when the page is closed"), (FULL, "no room to keep your texts")],
    ids=["private", "full"],
)
def test_a_phone_that_can_keep_nothing_says_so_and_goes_on(
    place: Place, tmp_path: Path, script: str, says: str
) -> None:
    phone = place.phone_of(4, "", scripts=(script,))
    phone.opens()
    is_at_the_table(phone)
    page = phone.page
    expect(page.locator("#status")).to_contain_text(says)
    place.network.cut()
    phone.sees_line("offline")
    expect(page.locator("#status")).not_to_contain_text("kept on this phone")
    phone.sends("A thought that nobody keeps")
    phone.begins("And half of one")
    with page.expect_download() as saving:
        page.get_by_role("button", name="Save as a file").click()
    file = tmp_path / "saved.txt"
    saving.value.save_as(file)
    assert file.read_text() == "A thought that nobody keeps\n\nAnd half of one\n"

    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    page.evaluate("setTimeout(() => location.reload())")
    page.wait_for_timeout(500)
    assert asked == ["beforeunload"]
    expect(page.locator("#thought")).to_have_value("And half of one")

    place.network.mend()
    phone.sends("And half of one")
    expect(page.locator(".fold .note-state").first).to_have_text("Saved")
    page.evaluate("setTimeout(() => location.reload())")
    page.wait_for_timeout(500)
    assert asked == ["beforeunload"], "what is saved needs no question"


@pytest.mark.browser
def test_leaving_forgets_everything_in_every_tab(place: Place) -> None:
    phone = place.phone_of(4, "")
    phone.has_been_here()
    is_at_the_table(phone)
    phone.begins("Half a thought")
    other = phone.another_tab()
    page = phone.page
    page.get_by_role("button", name="My day").click()
    page.get_by_role("link", name="Leave and forget").click()
    expect(page.locator("#unsent textarea")).to_have_value("Half a thought")
    page.get_by_role("link", name="Stay").click()
    expect(page.locator("#thought")).to_have_value("Half a thought")

    page.go_back()
    page.get_by_role("button", name="Leave and forget").click()
    for tab in (page, other):
        expect(tab).to_have_url(f"{place.network.url}/")
    assert page.evaluate("caches.keys()") == []
    kept = """(async () => (await indexedDB.databases()).length)()"""
    assert page.evaluate(kept) == 0
    assert page.context.cookies() == [] or all(one["name"] != "ticket" for one in page.context.cookies())
    page.goto(f"{place.network.url}{phone.path}")
    expect(page.locator("#guest")).to_have_count(0)
