"""A team's plan on a phone and a laptop: two taps say where a measure stands, and nothing written is lost."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from sqlalchemy import select

from cafe.actor import Actor
from cafe.commands import new_key
from cafe.db import db
from cafe.plans.commands.goals import AddGoal, AddMeasure, ChangeMeasure
from cafe.plans.model import Measure, PlanText
from tests.support.browser import chromium, until_kept  # noqa: F401 - a fixture among them
from tests.support.cafe import make_hall
from tests.support.plan_samples import begun
from tests.support.server import Server
from tests.support.team_samples import with_teams
from tests.support.world import World

pytestmark = pytest.mark.browser
SOON = 20_000
# Every tap and click that reaches the page, and what it would mean to be led astray by one.
COUNT_TAPS = """addEventListener("click", (event) => {
    if (event.isTrusted) sessionStorage.taps = Number(sessionStorage.taps || 0) + 1;
}, true);"""
FINGER = 44


def a_team(server: Server) -> tuple[World, str]:
    """Give a team with a plan of one goal and two measures, both the member's."""
    world = World(make_hall(server.app), make_hall(server.app), new_key(), new_key(), new_key())
    with_teams(world)
    member = Actor(user_id=world.teams.member)
    plan_id = begun(world, world.teams.team, member, "Nobody comes home alone")
    goal = new_key()
    world.hall.do(AddGoal(plan_id=plan_id, goal_id=goal, title="A contact within two days"), member)
    for title, day in (("Later", "2031-03-01"), ("Hire two consultants", "2031-02-01")):
        measure = new_key()
        world.hall.do(AddMeasure(plan_id=plan_id, measure_id=measure, goal_id=goal, title=title), member)
        mine = ChangeMeasure(
            plan_id=plan_id, measure_id=measure, responsible_id=world.teams.member, due_on=day
        )
        world.hall.do(mine, member)
    return world, plan_id


def opened(browser: Browser, server: Server, user_id: str, plan_id: str, *, width: int, height: int) -> Page:
    """Open the plan as somebody of the team."""
    context = browser.new_context(
        locale="en-GB", viewport={"width": width, "height": height}, has_touch=width < height
    )
    context.set_default_timeout(SOON)
    context.add_init_script(COUNT_TAPS)
    page = context.new_page()
    page.goto(f"{server.url}/sign-in?next=/plans/{plan_id}")
    page.locator("#email").fill(f"{user_id.lower()}@example.org")
    page.locator("#password").fill("long enough words")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/plans/{plan_id}")
    expect(page.locator("#status")).to_contain_text("Connected", timeout=SOON)
    page.evaluate("sessionStorage.taps = 0")
    return page


def taps(page: Page, target: Locator) -> None:
    """Touch the middle of something that is on the screen as it stands, without scrolling to it."""
    box = target.bounding_box()
    assert box is not None
    assert box["width"] >= FINGER
    assert box["height"] >= FINGER
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= page.viewport_size["height"]  # type: ignore[index]
    page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def says_where_it_stands(page: Page, word: str) -> Locator:
    """Say by two taps where the first of one's own measures stands; give its line."""
    first = page.locator(".yours .plan-measure").first
    taps(page, first.locator(".plan-measure__mark"))
    taps(page, page.get_by_role("button", name=word, exact=True))
    return first


def statuses(world: World, plan_id: str) -> dict[str, str]:
    """Give where each measure of a plan stands, as the server has it."""
    with world.app.app_context(), db.sessionmaker() as session:
        query = select(Measure).where(Measure.plan_id == plan_id)
        return {measure.title: measure.status for measure in session.scalars(query)}


def written(world: World, about_id: str, field: str) -> str:
    """Give a text as the server has it."""
    with world.app.app_context(), db.sessionmaker() as session:
        query = select(PlanText.text).where(PlanText.about_id == about_id, PlanText.field == field)
        return session.scalars(query).first() or ""


def writes_why(page: Page, text: str) -> None:
    """Begin to write why, or write on."""
    if not page.locator("#text").count():
        page.locator("section", has=page.locator("#part-why")).get_by_role("button").first.press("Enter")
        expect(page.locator("#text")).to_be_focused(timeout=SOON)
    page.keyboard.press("Control+End")
    page.keyboard.type(text)


def test_two_taps_from_the_opened_page_and_nothing_written_is_lost(
    sqlite_server: Server,
    chromium: Browser,  # noqa: F811 - the fixture
) -> None:
    world, plan_id = a_team(sqlite_server)
    phone = opened(chromium, sqlite_server, world.teams.member, plan_id, width=360, height=640)
    until_kept(phone)

    line = says_where_it_stands(phone, "In progress")
    assert phone.evaluate("[Number(sessionStorage.taps), scrollY]") == [2, 0]
    expect(line.locator(".told")).to_contain_text("Saved", timeout=SOON)
    expect(line).to_contain_text("Hire two consultants", timeout=SOON)  # due first
    assert statuses(world, plan_id) == {"Hire two consultants": "in_progress", "Later": "not_started"}

    laptop = opened(chromium, sqlite_server, world.teams.lead, plan_id, width=1280, height=800)
    expect(laptop.locator(".goal .plan-measure__status").nth(1)).to_have_text("In progress", timeout=SOON)
    mark = laptop.locator(".goal .plan-measure__mark").nth(1)
    mark.press("Enter")
    expect(laptop.get_by_role("button", name="In progress", exact=True)).to_be_focused(timeout=SOON)
    laptop.keyboard.press("Tab")
    laptop.keyboard.press("Enter")
    expect(mark).to_be_focused(timeout=SOON)
    expect(line.locator(".plan-measure__status")).to_have_text("On hold", timeout=SOON)
    laptop.locator(".told").get_by_role("button", name="Undo").press("Enter")
    expect(line.locator(".plan-measure__status")).to_have_text("In progress", timeout=SOON)

    writes_why(phone, "They wait for eleven days. ")
    expect(phone.locator(".plan-text--open .note-state")).to_have_text("Saved", timeout=SOON)
    writes_why(laptop, "Somebody should be there. ")
    writes_why(phone, "Those are the worst.")
    for page in (phone, laptop):
        for words in ("They wait for eleven days", "Somebody should be there", "Those are the worst"):
            expect(page.locator("#text")).to_have_value(re.compile(words), timeout=SOON)

    sqlite_server.kill()
    writes_why(phone, " Offline words.")
    phone.locator("[id^='new/measure/']").first.fill("Ask the users' council")
    phone.evaluate("scrollTo(0, 0)")
    says_where_it_stands(phone, "Done")
    expect(line.locator(".told")).to_contain_text("Only on this phone", timeout=SOON)
    phone.wait_for_timeout(600)
    phone.reload()
    expect(phone.locator(".goal .plan-measure__status").nth(1)).to_have_text("Done", timeout=SOON)
    expect(phone.locator("[id^='new/measure/']").first).to_have_value("Ask the users' council", timeout=SOON)
    expect(phone.locator("section", has=phone.locator("#part-why"))).to_contain_text(
        "Offline words", timeout=SOON
    )

    sqlite_server.start()
    phone.locator("[id^='new/measure/']").first.press("Enter")
    expect(laptop.locator(".goal .plan-measure__title", has_text="users' council")).to_be_visible(
        timeout=SOON
    )
    expect(laptop.locator("#text")).to_have_value(re.compile("Offline words"), timeout=SOON)
    assert statuses(world, plan_id)["Hire two consultants"] == "done"
    assert "Somebody should be there" in written(world, plan_id, "why")
