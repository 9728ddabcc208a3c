"""The projector while the server is away: it goes on by the plan, says so, opens again, comes back."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

from cafe.clock import SECOND, now_ms
from cafe.db import unit_of_work
from cafe.dialogue.model import CafeSession
from tests.support.browser import ARGUMENTS, PROGRAM, until_kept
from tests.support.cafe import make_hall
from tests.support.server import serving

CHANGE = 12

pytestmark = pytest.mark.browser


def test_the_wall_goes_on_by_the_plan_and_comes_back_by_itself(tmp_path: Path) -> None:
    with serving(tmp_path / "server") as server, sync_playwright() as playwright:
        hall = make_hall(server.app)
        hall.advance()
        hall.advance()
        browser = playwright.chromium.launch(executable_path=PROGRAM, args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1280, "height": 720}, locale="en-GB")
        page.set_default_timeout(30_000)
        page.goto(f"{server.url}/in#{server.sign_in_secret(str(hall.organiser.user_id))}")
        page.locator("form.form button[type=submit]").click()
        page.wait_for_url(lambda url: "/in" not in url)
        page.goto(f"{server.url}/cafe/{hall.session_id}/wall")
        expect(page.locator(".wall-scene--move")).to_be_visible()
        until_kept(page)
        with hall.app.app_context(), unit_of_work() as session:
            ends = now_ms() + CHANGE * SECOND
            session.get_one(CafeSession, hall.session_id).deadline = ends
        expect(page.locator(".countdown")).to_have_text("0:09", timeout=30_000)
        server.kill()
        expect(page.locator(".wall-scene--talk")).to_be_visible(timeout=30_000)
        expect(page.locator(".wall-clock .countdown")).to_contain_text("19:")
        expect(page.locator("#status")).to_contain_text("No network since", timeout=30_000)
        page.reload()
        expect(page.locator(".wall-scene--talk")).to_be_visible(timeout=30_000)
        server.start()
        expect(page.locator("#status")).to_have_attribute("data-state", "connected", timeout=30_000)
        expect(page.locator(".wall-scene--talk")).to_be_visible(timeout=30_000)
        expect(page.locator("#status")).to_be_empty(timeout=10_000)
        browser.close()
