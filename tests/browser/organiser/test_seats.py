"""An organiser has seats planned: a large plan shows how far it is and is cancelled, a small one is used."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from cafe.simulator.browser import Browser as PlainBrowser
from tests.support.browser import close_window, open_window
from tests.support.cafe import Hall, make_hall
from tests.support.proposals import stored
from tests.support.server import Server

pytestmark = pytest.mark.browser


@pytest.fixture
def page(server: Server, chromium: Browser) -> Iterator[Page]:
    window = open_window(chromium, server.url, "organiser")
    yield window.page
    close_window(window)


def signed_in(page: Page, server: Server, hall: Hall) -> str:
    plain = PlainBrowser(server.url)
    plain.sign_in(server.sign_in_secret(str(hall.organiser.user_id)))
    cookies = dict(cookie.split("=", 1) for cookie in plain.cookies.split("; "))
    page.context.add_cookies([{"name": n, "value": v, "url": server.url} for n, v in cookies.items()])
    return f"{server.url}/cafe/{hall.session_id}/seats"


def test_a_large_plan_shows_how_far_it_is_and_is_cancelled(server: Server, page: Page) -> None:
    hall = make_hall(server.app, people=200, tables=25, topics=5, rounds=8, seats=9, planned=False)
    page.goto(seats := signed_in(page, server, hall))
    page.locator(".next-action").click()
    progress = page.locator("progress")
    expect(progress).to_be_visible()
    key = page.url.rpartition("/")[2]
    before = float(progress.get_attribute("value") or 0)
    page.wait_for_function("before => document.querySelector('progress').value > before", arg=before)
    expect(page.locator("#planning-said")).to_contain_text("%")
    page.locator("form[action$='/cancel'] button").click()
    page.wait_for_url(seats)
    expect(page.locator(".done")).to_be_visible()
    proposal = stored(hall, key)
    assert proposal is not None
    assert proposal.state == "cancelled"
    assert proposal.found is None or "ways" not in proposal.found
    assert page.locator(".seat-tables").count() == 0


def test_a_plan_is_compared_chosen_and_used_and_a_full_table_offers_a_swap(
    server: Server, page: Page
) -> None:
    hall = make_hall(server.app, people=15, tables=3, topics=3, seats=5, planned=False)
    page.goto(signed_in(page, server, hall))
    page.locator(".next-action").click()
    expect(page.locator(".ways")).to_be_visible()
    shown = page.locator(".seat-tables").inner_text()
    page.locator(".next-action").click()
    expect(page.locator(".done")).to_be_visible()
    assert page.locator(".seat-tables").inner_text() == shown
    page.locator("#move summary").click()
    person = page.locator(".seat-tables > li").last.locator("li:not(.hosting) .sitter").first.inner_text()
    page.locator("#person").fill(person)
    page.locator("#move button").click()
    other = page.locator("#other_id")
    expect(other).to_be_visible()
    other.select_option(index=2)
    page.locator("form[action$='/swap'] button").click()
    first = page.locator(".seat-tables > li").first
    expect(first).to_contain_text(person)
    expect(first.locator(".unpin")).to_have_count(1)
    first.locator(".unpin button").click()
    expect(page.locator(".seat-tables > li").first.locator(".unpin")).to_have_count(0)
    page.locator("a[href$='/mixing']").click()
    expect(page.locator(".matrix tbody tr")).to_have_count(5)
