"""Everybody is called on the wall, also while a long announcement takes its room; in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

from cafe.dialogue.commands.rounds import Announce
from tests.support.browser import ARGUMENTS, PROGRAM
from tests.support.cafe import make_hall
from tests.support.server import serving

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("announcement", ["", "Coffee is in the foyer. " * 12])
def test_no_name_stands_outside_the_wall(tmp_path: Path, announcement: str) -> None:
    with serving(tmp_path / "server") as server, sync_playwright() as playwright:
        hall = make_hall(server.app, people=60, tables=12, topics=3)
        hall.do(Announce(session_id=hall.session_id, text=announcement))
        while hall.advance()["phase"] != "switching":
            pass
        browser = playwright.chromium.launch(executable_path=PROGRAM, args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1280, "height": 720}, locale="en-GB")
        page.goto(f"{server.url}/in#{server.sign_in_secret(str(hall.organiser.user_id))}")
        page.locator("form.form button[type=submit]").click()
        page.wait_for_url(lambda url: "/in" not in url)
        page.goto(f"{server.url}/cafe/{hall.session_id}/wall")
        expect(page.locator(".names li").first).to_be_visible()
        outside = page.evaluate(
            """() => [...document.querySelectorAll(".names li")]
                .filter((name) => name.getBoundingClientRect().right > innerWidth).length"""
        )
        assert outside == 0
        browser.close()
