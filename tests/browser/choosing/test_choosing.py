"""Two phones choose: one gets the last chair, the other waits for it; and a choice without network."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from cafe.dialogue.commands.choosing import ChooseTable
from cafe.dialogue.commands.session import Mode
from tests.support.actors import SOON
from tests.support.browser import Window, close_window, open_window
from tests.support.cafe import Hall, make_hall
from tests.support.doorkeeper import Doorkeeper, Phone, Projector
from tests.support.server import Server, serving
from tests.support.words import Words

PHONE = {"viewport": {"width": 360, "height": 640}, "has_touch": True, "is_mobile": True}
LAPTOP = {"viewport": {"width": 1280, "height": 800}}
ANN, BO, SEATS = 4, 5, 4


@dataclass
class Chooser(Phone):
    """A phone whose owner chooses a table."""

    def table(self, number: int) -> object:
        return self.page.locator(".choose > li", has=self.page.get_by_text(str(number), exact=True))

    def reads(self, number: int, english: str, *, count: int = 0) -> None:
        """Check what stands at a table: its free chairs, or how many wait."""
        words = self.words(english, count=count)
        expect(self.table(number).locator(".choose__free")).to_have_text(words, timeout=SOON)  # type: ignore[attr-defined]

    def takes(self, number: int) -> None:
        """Tap a table."""
        self.table(number).locator("button.choose__table").click()  # type: ignore[attr-defined]

    def waits_for(self, number: int) -> None:
        """Ask to be told of a chair."""
        self.table(number).locator(".choose__ask").click()  # type: ignore[attr-defined]

    def starts_at(self, number: int) -> None:
        """Check the one instruction."""
        self.sees_heading("We begin soon. You start at table {table}.", table=number)

    def looks_at_others(self) -> None:
        """Unfold the other tables."""
        self.page.locator(".choose-other > summary").click()


@dataclass
class House:
    """A hall whose doors are open, and the windows that people have open in it."""

    browser: Browser
    server: Server
    hall: Hall
    windows: list[Window] = field(default_factory=list)

    def window(self, name: str, **kind: object) -> Window:
        window = open_window(self.browser, self.server.url, name, language="en", **kind)
        self.windows.append(window)
        return window

    def phone_of(self, person: int) -> Chooser:
        phone = Chooser(window=self.window(f"phone-{person}", **PHONE), words=Words("en"))
        phone.is_opened(self.hall.session_id, self.server.ticket(self.hall.participants[person]))
        return phone

    def chooses(self, person: int, table: int) -> None:
        """Let somebody choose whose phone is not looked at."""
        place = self.hall.place(table)
        self.hall.do(
            ChooseTable(session_id=self.hall.session_id, table_round_id=place), self.hall.guest(person)
        )


@pytest.fixture
def house(chromium: Browser, tmp_path: Path) -> Iterator[House]:
    """Give a hall of two tables with three free chairs each; two people sit at the first."""
    with serving(tmp_path / "server") as server:
        hall = make_hall(server.app, people=8, tables=2, seats=SEATS, mode=Mode.FREE_CHOICE, planned=False)
        house = House(chromium, server, hall)
        hall.advance()
        house.chooses(2, 1)
        house.chooses(3, 1)
        yield house
        for window in house.windows:
            window.takes_picture("last")
            close_window(window)


@pytest.mark.browser
def test_the_last_chair_goes_to_one_and_then_to_who_waits(house: House) -> None:
    ann, bo = house.phone_of(ANN), house.phone_of(BO)
    ann.sees_heading("Choose a table")
    ann.reads(1, "{count} chair free", count=1)
    ann.takes_picture("choosing")
    ann.takes(1)
    ann.starts_at(1)

    bo.reads(1, "Full")
    bo.waits_for(1)
    bo.sees("We tell you as soon as a chair is free.")
    bo.reads(1, "Full – {count} waits", count=1)
    bo.takes_picture("waiting-for-a-chair")
    bo.takes(2)
    bo.starts_at(2)
    bo.sees("You wait for a chair at table 1.")

    ann.looks_at_others()
    ann.takes_picture("others")
    ann.takes(2)
    ann.starts_at(2)
    bo.sees("A chair is free at table 1.")
    assert "A chair is free at table 1." in " ".join(bo.has_heard())
    bo.takes_picture("offered")
    bo.presses("Sit down there")
    bo.starts_at(1)

    a_choice_without_network_is_told_when_it_comes_too_late(house, ann)
    the_round_begins(house, ann)
    assert [what for window in house.windows for what in window.amiss] == []
    assert house.server.complaints() == []


def a_choice_without_network_is_told_when_it_comes_too_late(house: House, ann: Chooser) -> None:
    """The phone takes what it knows for true, says that it has not been sent, and then what came of it."""
    house.chooses(2, 2)
    ann.looks_at_others()
    ann.reads(1, "{count} chair free", count=1)
    ann.window.offline = True
    ann.page.context.set_offline(True)
    house.chooses(6, 1)
    ann.takes(1)
    ann.starts_at(1)
    ann.sees("Not sent yet.")
    ann.takes_picture("not-sent")
    ann.page.context.set_offline(False)
    ann.sees("Table 1 is full now. Choose another one, or wait for a chair.")
    ann.starts_at(2)
    ann.takes_picture("refused")


def the_round_begins(house: House, ann: Chooser) -> None:
    """The wall shows the chairs, the run page who has not chosen, who comes late the tables with room."""
    organiser = Doorkeeper(window=house.window("organiser", **LAPTOP), words=Words("en"))
    organiser.uses_the_link(house.server.sign_in_secret(str(house.hall.organiser.user_id)))
    wall = Projector(window=house.window("wall", **LAPTOP), words=Words("en"))
    wall.page.context.add_cookies(organiser.page.context.cookies())  # type: ignore[arg-type]
    house.hall.advance()
    wall.window.goes_to(f"/cafe/{house.hall.session_id}/wall")
    wall.sees_heading("Choose a table")
    wall.sees("1 chair free")
    wall.takes_picture("chairs")
    late = house.phone_of(7)
    house.hall.advance()
    late.sees_heading("Choose a table")
    late.sees("The round has begun.")
    expect(late.page.locator(".choose > li")).to_have_count(1)
    late.takes_picture("late")
    organiser.window.goes_to(f"/cafe/{house.hall.session_id}/run")
    organiser.sees("Round 1 of 3")
    organiser.takes_picture("run")
    late.takes(2)
    late.sees_table(2)
    ann.sees_scene("talking")
