"""Wishes by the keyboard alone and without JavaScript, and a guest's own wish on the phone, live."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.browser import close_window, open_window
from tests.support.cafe import PASSWORD, make_hall
from tests.support.server import Server
from tests.support.wishes import say_kind

pytestmark = pytest.mark.browser


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until something has the focus."""
    wanted = page.locator(selector).first
    for _ in range(60):
        page.keyboard.press("Tab")
        if wanted.evaluate("(element) => element === document.activeElement"):
            return
    pytest.fail(f"{selector} is not reached by Tab")


def test_a_guest_asks_for_company_and_an_organiser_sees_it_and_states_more(
    server: Server, chromium: Browser
) -> None:
    hall = make_hall(server.app)
    say_kind(hall, 5, "relative")
    phone = open_window(chromium, server.url, "guest", language="en", viewport={"width": 360, "height": 640})
    desk = open_window(chromium, server.url, "organiser", language="en", java_script_enabled=False)
    ticket = server.ticket(hall.participants[5])
    phone.page.context.add_cookies([{"name": "ticket", "value": ticket, "url": server.url}])
    phone.goes_to(f"/cafe/{hall.session_id}")
    phone.page.get_by_role("button", name="My day").click()
    phone.page.get_by_text("Company at my table").click()
    mine = phone.page.get_by_label("I would like company of someone with the same background")
    expect(mine).not_to_be_checked()
    mine.check()
    expect(phone.page.locator("#status")).not_to_contain_text("Saving")

    page = desk.page
    desk.goes_to("/sign-in")
    page.locator("[name=email]").fill(hall.email)
    page.locator("[name=password]").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "sign-in" not in url)
    desk.goes_to(f"/cafe/{hall.session_id}/wishes")
    listed = page.locator(".wishes li > span")
    company = "Person 5 would like somebody with the same background at the table."
    expect(listed).to_have_text([f"{company} Not so in the seats as they are."])
    expect(page.locator(".impossible li")).to_contain_text("Person 5 would like company, and nobody else")

    tab_to(page, "[name=kind]")
    page.keyboard.press("ArrowDown")  # the second kind: never at the same table
    tab_to(page, "#person")
    page.keyboard.type("Person 6")
    tab_to(page, "#other")
    page.keyboard.type("Person 7 (Kommune 2)")
    page.keyboard.press("Enter")
    expect(listed).to_have_count(2)
    expect(listed.first).to_contain_text("Person 6 and Person 7 never at the same table.")

    tab_to(page, "[name=key] >> nth=1")
    page.keyboard.press("Enter")
    expect(listed).to_have_count(1)
    expect(mine).not_to_be_checked()  # on the phone, at once
    page.get_by_role("button", name="Undo").press("Enter")
    expect(listed).to_have_count(2)
    expect(mine).to_be_checked()
    for window in (phone, desk):
        assert window.amiss == []
        close_window(window)
