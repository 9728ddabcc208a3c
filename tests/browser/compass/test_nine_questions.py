"""The nine questions by keyboard on a narrow phone, without network at the end; then the team's picture."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from cafe.actor import NOBODY, Actor
from cafe.commands import new_key
from cafe.compass.commands import Group, OpenWave
from tests.support.browser import chromium  # noqa: F401 - a fixture
from tests.support.cafe import make_hall
from tests.support.compass_samples import OPEN_WAVE, answer, secret_of
from tests.support.server import Server
from tests.support.team_samples import with_teams
from tests.support.world import World

pytestmark = pytest.mark.browser
NARROW = ViewportSize(width=360, height=640)


def asked(server: Server) -> World:
    """Give a team that asks, and four who have answered."""
    world = World(make_hall(server.app), make_hall(server.app), new_key(), new_key(), new_key())
    with_teams(world)
    team, wave = world.teams.team, world.named(OPEN_WAVE)
    begin = OpenWave(team_id=team, wave_id=wave, title="Spring", secret=secret_of(world, OPEN_WAVE))
    world.hall.do(begin, Actor(user_id=world.teams.member))
    for place in (3, 4, 4, 5):
        said = answer(world, OPEN_WAVE, Group.LIVED_EXPERIENCE, {1: place, 2: place})
        world.hall.do(said, NOBODY)
    return world


def heading(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1, name=words)).to_be_visible()


def fits(page: Page) -> bool:
    """Tell whether the buttons can be reached without scrolling, and nothing is wider than the phone."""
    button = page.locator("[data-on]:visible").bounding_box()
    assert button is not None
    return button["y"] + button["height"] <= NARROW["height"] and not page.evaluate(
        "document.documentElement.scrollWidth > innerWidth"
    )


def test_nine_questions_and_the_picture(chromium: Browser, sqlite_server: Server) -> None:  # noqa: F811
    world = asked(sqlite_server)
    context = chromium.new_context(locale="en-GB", viewport=NARROW)
    page = context.new_page()
    page.goto(f"{sqlite_server.url}/compass#{secret_of(world, OPEN_WAVE)}")
    heading(page, "How is it here?")
    assert "#" not in page.url

    page.get_by_role("button", name="Begin").press("Enter")
    expect(page.get_by_text("Choose one of the three")).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("I have used the service myself")).to_be_checked()
    page.get_by_role("button", name="Begin").press("Enter")
    expect(page.get_by_text("Question 1 of 9")).to_be_visible()
    assert page.evaluate("document.activeElement.dataset.scene") == "pair-1"
    assert fits(page)

    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="Nearer the first")).to_be_checked()
    page.get_by_role("button", name="Next").press("Enter")
    expect(page.get_by_text("Question 2 of 9")).to_be_visible()
    page.locator("summary:visible", has_text="Say it in words").press("Enter")
    page.locator("textarea:visible").fill("Half a thought")
    page.reload()
    expect(page.locator("textarea:visible")).to_have_value("Half a thought")
    page.get_by_role("button", name="Back").press("Enter")
    expect(page.get_by_role("radio", name="Nearer the first")).to_be_checked()
    page.get_by_role("button", name="Next").press("Enter")
    page.get_by_role("button", name="Next").press("Enter")
    for _ in range(7):
        assert fits(page)
        page.get_by_role("button", name="Skip this one").press("Enter")

    heading(page, "That was the last one")
    context.set_offline(True)
    page.get_by_role("button", name="Send").press("Enter")
    expect(page.get_by_text("It is kept on this phone")).to_be_visible()
    context.set_offline(False)
    page.get_by_role("button", name="Send").press("Enter")
    heading(page, "Thank you")
    left = page.evaluate("JSON.stringify(localStorage)")
    assert "thought" not in left
    page.goto(f"{sqlite_server.url}/compass#{secret_of(world, OPEN_WAVE)}")
    heading(page, "This phone has answered already")
    context.close()
    _the_team_looks(chromium, sqlite_server, world)


def _the_team_looks(chromium: Browser, server: Server, world: World) -> None:  # noqa: F811
    page = chromium.new_context(locale="en-GB", viewport=NARROW).new_page()
    address = f"/teams/{world.teams.team}/compass/{world.named(OPEN_WAVE)}"
    page.goto(f"{server.url}/sign-in?next={address}")
    page.locator("#email").fill(f"{world.teams.member.lower()}@example.org")
    page.locator("#password").fill("long enough words")
    page.keyboard.press("Enter")
    expect(page.get_by_text("five or more have answered")).to_have_count(1)
    page.get_by_role("button", name="Close and see the picture").press("Enter")
    # 2, 3, 4, 4 and 5: the fifth answer is the phone's.
    expect(
        page.get_by_role("img", name="People with lived experience: 3.5 (most from 3 to 4)")
    ).to_be_visible()
    expect(page.get_by_role("img", name="People with lived experience: fewer than five")).to_have_count(8)
    page.get_by_text("What was said about this").press("Enter")
    expect(page.get_by_text("Half a thought")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.context.close()
