"""A vote from the organisers' page to the wall: two phones, one offline, and an entry for a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.support.actors import SOON
from tests.support.browser import Window, close_window, open_window
from tests.support.cafe import LONG_WORD, Hall, make_hall
from tests.support.doorkeeper import Doorkeeper, Phone
from tests.support.server import Server, serving
from tests.support.voting import put_on_board, to_harvest
from tests.support.words import Words

PHONE = {"viewport": {"width": 360, "height": 640}, "has_touch": True, "is_mobile": True}
LAPTOP = {"viewport": {"width": 1280, "height": 800}}
THEMES = (LONG_WORD, "More meeting places", "A recovery contact everywhere", "Ask earlier")


@dataclass
class Voter(Phone):
    """A phone whose owner votes."""

    def puts_a_dot_on(self, theme: str) -> None:
        """Give a theme a dot, or take it back."""
        self.page.locator("button.dots__theme").filter(has_text=theme).click()

    def has_left(self, count: int) -> None:
        """Check how many dots are left."""
        words = f"{count} dot left" if count == 1 else f"{count} dots left"
        expect(self.page.locator(".dots-left")).to_have_text(words, timeout=SOON)

    def sees_bars(self, *figures: tuple[str, int]) -> None:
        """Check a result: the themes in order, each with its dots."""
        sees_bars(self, *figures)


def sees_bars(person: Phone | Doorkeeper, *figures: tuple[str, int]) -> None:
    """Check the bars on somebody's page, most dots first."""
    expect(person.page.locator(".bars__title")).to_have_text([theme for theme, _ in figures], timeout=SOON)
    expect(person.page.locator(".bars__figure b")).to_have_text([str(dots) for _, dots in figures])


@dataclass
class House:
    """A hall at its harvest, and the windows that people have open in it."""

    browser: Browser
    server: Server
    hall: Hall
    windows: list[Window] = field(default_factory=list)

    def window(self, name: str, **kind: object) -> Window:
        window = open_window(self.browser, self.server.url, name, language="en", **kind)
        self.windows.append(window)
        return window

    def phone_of(self, person: int) -> Voter:
        phone = Voter(window=self.window(f"phone-{person}", **PHONE), words=Words("en"))
        phone.is_opened(self.hall.session_id, self.server.ticket(self.hall.participants[person]))
        return phone


@pytest.fixture
def house(chromium: Browser, tmp_path: Path) -> Iterator[House]:
    with serving(tmp_path / "server") as server:
        hall = make_hall(server.app, people=8)
        to_harvest(hall)
        put_on_board(hall, *THEMES)
        house = House(chromium, server, hall)
        yield house
        for window in house.windows:
            window.takes_picture("last")
            close_window(window)


@pytest.mark.browser
def test_a_vote_from_the_themes_to_the_wall(house: House) -> None:
    organiser = Doorkeeper(window=house.window("organiser", **LAPTOP), words=Words("en"))
    organiser.uses_the_link(house.server.sign_in_secret(str(house.hall.organiser.user_id)))
    wall = Doorkeeper(window=house.window("wall", **LAPTOP), words=Words("en"))
    wall.page.context.add_cookies(organiser.page.context.cookies())  # type: ignore[arg-type]
    wall.window.goes_to(f"/cafe/{house.hall.session_id}/wall")
    ann, bo = house.phone_of(4), house.phone_of(5)
    organiser.window.goes_to(f"/cafe/{house.hall.session_id}/votes")
    organiser.presses("Prepare it")
    organiser.presses("Open the vote")
    wall.sees("Now we vote, on our phones")

    ann.sees_scene("voting")
    ann.puts_a_dot_on("More meeting places")
    ann.puts_a_dot_on(LONG_WORD)
    ann.has_left(1)
    ann.puts_a_dot_on(LONG_WORD)
    ann.has_left(2)
    ann.presses("Give my dots")
    ann.sees("You have voted.")
    wall.sees("1 person has voted.")
    assert wall.page.locator(".bars").count() == ann.page.locator(".bars").count() == 0

    bo_votes_by_keyboard_without_network(bo)
    the_host_enters_for_the_table(house)
    expect(organiser.page.locator(".vote__turnout b")).to_have_text("4", timeout=SOON)  # it has come
    organiser.presses("Close the vote")
    result = (("More meeting places", 4), (LONG_WORD, 2), (THEMES[2], 0), (THEMES[3], 0))
    ann.sees_bars(*result)
    sees_bars(organiser, *result)
    assert wall.page.locator(".bars").count() == 0, "not before the organiser wishes"
    organiser.presses("Show the result on the wall")
    sees_bars(wall, *result)
    wall.sees("4 people have voted. 3 of them by an entry for their table.")

    bo.page.context.set_offline(False)
    bo.sees("The vote was closed before your dots came. Nothing else is lost.")
    expect(bo.page.locator("#status")).not_to_contain_text("could not be saved")
    assert [what for window in house.windows for what in window.amiss] == []
    assert house.server.complaints() == []


def bo_votes_by_keyboard_without_network(bo: Voter) -> None:
    """The line goes while the dots are given: they are kept, and it says so."""
    bo.sees_scene("voting")
    bo.window.offline = True
    bo.page.context.set_offline(True)
    bo.page.locator("button.dots__theme").first.focus()
    bo.page.keyboard.press("Space")
    bo.page.keyboard.press("Tab")
    bo.page.keyboard.press("Enter")
    bo.has_left(1)
    bo.button("Give my dots").focus()
    bo.page.keyboard.press("Enter")
    bo.sees("Only on this phone")


def the_host_enters_for_the_table(house: House) -> None:
    """Three people without a phone: the host says how many, and gives their dots."""
    host = Voter(window=house.window("host", **PHONE), words=Words("en"))
    cookie = {
        "name": "ticket",
        "value": house.server.ticket(house.hall.participants[0]),
        "url": host.window.home,
    }
    host.page.context.add_cookies([cookie])  # type: ignore[list-item] # a plain dict will do
    host.window.goes_to(f"/cafe/{house.hall.session_id}/table/1")
    host.presses("Enter dots for the table")
    host.page.locator(".table-dots input").nth(0).fill("3")
    host.page.locator(".table-dots input").nth(1).fill("2")
    host.page.locator(".table-dots input").nth(2).fill("4")
    host.sees("Each person gives a theme one dot at most here.")
    host.page.locator(".table-dots input").nth(2).fill("3")
    host.presses("Enter for the table")
    host.sees("Entered for 3 people.")
