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


BETWEEN: tuple[tuple[str, str, str, str, Act], ...] = (
    ("plan, unfolded", "team member", "/plans/{plan}", ".statuses", unfolds_the_plan),
)
