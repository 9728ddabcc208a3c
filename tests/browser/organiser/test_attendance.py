"""The door on a phone: ticked by the keyboard, kept while there is no network, stored once there is."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.support.browser import close_window, open_window
from tests.support.cafe import PASSWORD, make_hall
from tests.support.server import Server

pytestmark = pytest.mark.browser


def test_people_are_ticked_at_the_door_with_and_without_network(server: Server, chromium: Browser) -> None:
    hall = make_hall(server.app)
    window = open_window(
        chromium, server.url, "organiser", language="en", viewport={"width": 360, "height": 640}
    )
    page = window.page
    window.goes_to("/sign-in")
    page.locator("[name=email]").fill(hall.email)
    page.locator("[name=password]").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "sign-in" not in url)
    window.goes_to(f"/gatherings/{hall.gathering_id}/attendance")

    expect(page.get_by_role("link", name="Attendance")).to_be_in_viewport()
    page.get_by_label("Find a name or a place").press_sequentially("kommune 2")
    expect(page.locator(".ticks li:visible")).to_have_count(2)
    page.keyboard.press("Tab")
    with page.expect_response(re.compile("attendance")):
        page.keyboard.press("Space")
    expect(page.locator("[data-count]")).to_have_text("1")

    page.context.set_offline(True)
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    unsent = page.get_by_text("Not stored yet.")
    expect(unsent).to_be_visible()
    expect(page.locator("[data-count]")).to_have_text("2")
    page.context.set_offline(False)
    expect(unsent).to_be_hidden(timeout=10_000)
    expect(page.locator("[data-waiting]")).to_have_count(0)

    window.goes_to(f"/gatherings/{hall.gathering_id}/attendance")
    ticked = page.locator(".ticks li", has=page.locator(":checked"))
    expect(ticked).to_contain_text(["Kommune 2", "Kommune 2"])
    close_window(window)
