"""The board in a real browser: by keyboard alone, and by touch alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.board import BoardHall, harvest_hall
from tests.support.cafe import PASSWORD
from tests.support.server import Server

pytestmark = pytest.mark.browser


def opens_board(chromium: Browser, server: Server, hall: BoardHall, **kind: object) -> Page:
    """Sign in and open the board."""
    context = chromium.new_context(locale="en-GB", service_workers="block", **kind)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{server.url}/sign-in")
    page.locator("[name=email]").fill(hall.email)
    page.locator("[name=password]").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "sign-in" not in url)
    page.goto(f"{server.url}/cafe/{hall.session_id}/board")
    expect(page.locator(".board-slip").first).to_be_visible()
    return page


def comes_to(page: Page, hall: BoardHall, board: dict[str | None, set[str]]) -> None:
    """Wait until the server has the board as it is seen."""
    for _ in range(50):
        if hall.board() == board:
            return
        page.wait_for_timeout(100)
    assert hall.board() == board


def test_by_keyboard_alone(server: Server, chromium: Browser) -> None:
    hall = harvest_hall(server.app, notes=5)
    page = opens_board(chromium, server, hall)
    keys = page.keyboard
    for _ in range(40):
        keys.press("Tab")
        if page.evaluate("document.activeElement.matches('.board-slip')"):
            break
    # Two notes become a new theme, and the focus goes on to the next note.
    keys.press("Space")
    keys.press("Shift+ArrowDown")
    expect(page.locator(".board-chosen strong")).to_have_text("2 notes chosen")
    keys.press("m")
    keys.type("Trust")
    keys.press("Enter")
    expect(page.locator(".board-head h2")).to_have_text(["Not yet placed", "Trust"])
    expect(page.locator("*:focus")).to_have_attribute("aria-posinset", "1")
    # The next one stands under it too, found by the beginning of its name.
    keys.press("m")
    keys.type("tr")
    keys.press("Enter")
    expect(page.locator(".board-said")).to_contain_text("1 note moved to “Trust”")
    expect(page.locator(".board-undo button").first).to_have_text("Undo: 1 note to “Trust”")
    first = hall.board()
    keys.press("ArrowRight")
    keys.press("Control+a")
    keys.press("l")
    keys.type("Time")
    keys.press("Enter")
    expect(page.locator(".board-head h2")).to_have_text(["Not yet placed", "Trust", "Time"])
    expect(page.locator(".board-slip", has_text="also under “Time”")).to_have_count(3)
    keys.press("Control+z")
    expect(page.locator(".board-head h2")).to_have_text(["Not yet placed", "Trust"])
    comes_to(page, hall, first)
    keys.press("Control+Shift+z")
    expect(page.locator(".board-head h2")).to_have_text(["Not yet placed", "Trust", "Time"])
    # What another organiser does is seen without asking, and where the focus is it stays.
    [trust] = hall.state_of("theme", title="Trust")
    hall.ask("rename_theme", theme_id=trust, title="Kvardagsmeistringsgruppeleiarsamlinga")
    expect(page.locator(".board-head h2")).to_contain_text(["Not yet placed", "Kvardagsmeistring", "Time"])
    assert page.evaluate("document.activeElement.matches('.board-slip')")
    page.context.close()


def test_by_touch_alone(server: Server, chromium: Browser) -> None:
    hall = harvest_hall(server.app, notes=3)
    one, two, three = hall.notes
    hall.theme("Trust", one)
    hall.theme("Time", two)
    phone = {"viewport": {"width": 360, "height": 640}, "has_touch": True, "is_mobile": True}
    page = opens_board(chromium, server, hall, **phone)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.locator(".board-slip").first.tap()
    page.locator("#here").select_option(label="Trust (1)")
    page.get_by_role("button", name="Move here").tap()
    expect(page.locator(".board-slip")).to_have_count(2)
    page.locator(".board-menu summary").tap()
    page.get_by_role("button", name="Put together with …").tap()
    page.locator(".board-picker [role=option]", has_text="Time").tap()
    expect(page.locator("#here option")).to_have_text(["Not yet placed (0)", "Time (3)"])
    comes_to(page, hall, {"Time": {one, two, three}, None: set()})
    page.locator("#here").select_option(label="Time (3)")
    page.get_by_role("button", name="Take apart").tap()
    expect(page.locator("#here option")).to_have_text(["Not yet placed (0)", "Trust (2)", "Time (1)"])
    page.context.close()
