"""The pages of the work between the gatherings, as a team sees them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from playwright.sync_api import Page

if TYPE_CHECKING:
    from tests.browser.accessibility.visitors import House

Act = Callable[[Page, "House"], None]


def unfolds_the_plan(page: Page, _house: House) -> None:
    """Open a goal's own texts, one of them to be written, a measure, and the words for where it stands."""
    page.locator(".goal > p > .plain").first.click()
    page.locator(".goal .plan-measure__title").first.click()
    page.locator("[data-text$='/specific']").click()
    page.locator(".plan-measure__mark").first.click()


def comes_to_a_question(page: Page, _house: House) -> None:
    """Say from where one sees it, and go on to the first pair of poles; who has been there is there again."""
    page.locator("#welcome:visible, #count-1:visible").wait_for()
    if page.locator("#welcome").is_visible():
        page.locator("#group-relative").check()
        page.locator("[data-on]:visible").click()


def _nothing(_page: Page, _house: House) -> None:
    return None


def unfolds_the_rest(page: Page, _house: House) -> None:
    """Open every form of the page beside the goals."""
    for fold in page.locator("main details > summary").all():
        fold.click()


def takes_home(page: Page, _house: House) -> None:
    """Press beside the first thing that can be taken home; there are two plans, and one is asked."""
    page.locator(".onward__take button").first.click()
    page.locator(".things input:checked").wait_for()


def measures(page: Page, _house: House) -> None:
    """Add an indicator, enter a value, and another one for the same day, about which the page asks."""
    page.locator("a[href$='/indicators/new']").click()
    page.locator("#title").fill("Consultants in post")
    page.locator("#target").fill("4")
    page.locator("main form [type=submit]").click()
    for value in ("1,5", "2"):
        page.locator("[name=value]").fill(value)
        page.locator(".measure__save [type=submit]").click()
        page.locator(".run-chart").wait_for()


BETWEEN: tuple[tuple[str, str, str, str, Act], ...] = (
    ("plan, unfolded", "team member", "/plans/{plan}", ".statuses", unfolds_the_plan),
    ("network", "organiser", "/networks/{network}", ".series", _nothing),
    ("organisation, unfolded", "organiser", "/organisations/{organisation}", ".unit", unfolds_the_rest),
    ("team", "team member", "/teams/{team}", ".next-action", _nothing),
    ("people of the team, unfolded", "organiser", "/teams/{team}/people", "details[open]", unfolds_the_rest),
    ("report, to write", "team member", "/plans/{draft}/reports/{gathering}", "#report select", _nothing),
    ("report, to read", "team member", "/plans/{plan}/reports/{gathering}", "#scores", _nothing),
    ("storyboards", "team member", "/gatherings/{gathering}/storyboards", "[data-board]", _nothing),
    ("indicator, asking", "team member", "/plans/{plan}/indicators", ".measure__question", measures),
    ("plan, to read", "organiser", "/plans/{plan}/read", ".plan-read__measure", _nothing),
    ("search", "team member", "/networks/{network}/search?words=consultant", ".found mark", _nothing),
    ("plan, beside the goals", "leader", "/plans/{plan}/more", "details[open] form", unfolds_the_rest),
    ("plan, what is different", "team member", "/plans/{plan}/versions/1/0", "h1", _nothing),
    ("how the teams stand", "organiser", "/networks/{network}/board", ".teams-table", _nothing),
    ("what we work on", "team member", "/networks/{network}/portfolio", ".portfolio__lines", _nothing),
    ("the years", "team member", "/networks/{network}/timeline", ".years__plan", _nothing),
    ("letters", "team member", "/letters", ".calendars", _nothing),
    ("compass, a picture", "team member", "/teams/{team}/compass/wave-{session}", ".lying", _nothing),
    (
        "compass, a question",
        "nobody",
        "/compass#secret-of-open-wave-{session}",
        "#count-1:visible",
        comes_to_a_question,
    ),
)
