"""From 896 notes to a published report, by the keyboard alone and by touch alone."""

from __future__ import annotations

import csv
import re
from abc import ABC, abstractmethod
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from cafe.demo.texts import DATA
from tests.support.browser import Window, close_window, open_window
from tests.support.cafe import Hall, make_hall
from tests.support.harvest import write_notes
from tests.support.server import Server, serving

pytestmark = pytest.mark.browser
SOON = 30_000
MOST_TABS = 400


def statements() -> list[str]:
    with (DATA / "voices-bowling-green.csv").open(encoding="utf-8", newline="") as file:
        return [line["text"] for line in csv.DictReader(file)]


class Organiser(ABC):
    """An organiser with one way of using a page. What they do is told once, for every way."""

    def __init__(self, window: Window) -> None:
        self.window = window

    @property
    def page(self) -> Page:
        return self.window.page

    @abstractmethod
    def presses(self, what: Locator) -> None: ...

    @abstractmethod
    def types(self, into: Locator, text: str) -> None: ...

    @abstractmethod
    def moves_the_first_note_to(self, theme: str) -> None: ...

    def button(self, name: str | re.Pattern[str]) -> Locator:
        return self.page.get_by_role("button", name=name).filter(visible=True).first

    def signs_in(self, server: Server, hall: Hall) -> None:
        self.window.goes_to(f"/in#{server.sign_in_secret(str(hall.organiser.user_id))}")
        self.presses(self.page.locator("main form button").first)
        expect(self.page).not_to_have_url(re.compile(r"/in\b"))

    def makes_themes_of_proposals(self, count: int) -> list[str]:
        self.presses(self.button("Proposals"))
        self.presses(self.button("Look for proposals"))
        made = []
        for _ in range(count):
            title = self.page.get_by_role("textbox", name="Name of the proposed theme").first
            expect(title).to_be_visible(timeout=SOON)
            name = title.input_value()
            made.append(name)
            self.presses(self.button(re.compile("^Make a theme of")))
            expect(self.page.locator(".board-said")).to_contain_text(name, timeout=SOON)
        self.presses(self.button("Board"))
        return made

    def goes_on_to(self, page: str) -> None:
        self.presses(self.page.get_by_role("navigation", name="Harvest").get_by_role("link", name=page))

    def begins_a_conclusion_from(self, theme: str) -> None:
        self.presses(self.page.locator("summary").filter(has_text="to no conclusion yet"))
        self.presses(self.button(f"Begin a conclusion from it {theme}"))

    def writes_it(self, title: str, text: str, *, citing: str) -> None:
        self.types(self.page.locator("#title"), title)
        self.types(self.page.locator("#text"), text)
        self.cites(citing)
        expect(self.page.locator(".note-state")).to_have_text("Saved", timeout=SOON)
        self.presses(self.button("Done writing"))
        self.presses(self.button(re.compile("^Approve")))
        expect(self.page.locator(".conclusion__state strong")).to_be_visible(timeout=SOON)

    @abstractmethod
    def cites(self, words: str) -> None: ...

    def looks_at_every_passage(self) -> None:
        self.page.get_by_text("to look at").first.wait_for(timeout=SOON)
        while (looked := self.button(re.compile("^I have looked at"))).count():
            before = looked.inner_text()
            self.presses(looked)
            expect(self.page.get_by_text(before, exact=True)).to_have_count(0, timeout=SOON)

    def publishes(self, title: str) -> None:
        self.types(self.page.locator("#page-title"), title)
        self.presses(self.button("Publish"))
        link = self.page.locator(".harvest-publish").get_by_role("link", name=title)
        expect(link).to_be_visible(timeout=SOON)
        self.presses(link)


class Typist(Organiser):
    """Uses the keyboard and nothing else."""

    def reaches(self, what: Locator) -> None:
        expect(what).to_be_visible(timeout=SOON)
        for _ in range(MOST_TABS):
            if what.evaluate("(element) => element === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        pytest.fail(f"{what} is not reached by Tab")

    def presses(self, what: Locator) -> None:
        self.reaches(what)
        self.page.keyboard.press("Enter")

    def types(self, into: Locator, text: str) -> None:
        self.reaches(into)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(text)

    def moves_the_first_note_to(self, theme: str) -> None:
        slip = self.page.locator('[data-column=""] [data-slip][tabindex="0"]')
        self.reaches(slip)
        self.page.keyboard.press("m")
        self.page.keyboard.insert_text(theme)
        self.page.keyboard.press("Enter")

    def cites(self, words: str) -> None:
        self.types(self.page.locator("#cite"), words)
        expect(self.page.locator("#cite-found [aria-selected=true]")).to_contain_text(words)
        self.page.keyboard.press("Enter")


class Toucher(Organiser):
    """Uses a finger on a phone and nothing else, but for the letters."""

    def presses(self, what: Locator) -> None:
        expect(what).to_be_visible(timeout=SOON)
        what.tap()

    def types(self, into: Locator, text: str) -> None:
        self.presses(into)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(text)

    def moves_the_first_note_to(self, theme: str) -> None:
        self.page.locator('[data-column=""] [data-slip]').first.tap()
        self.presses(self.button("Move to …"))
        self.page.keyboard.insert_text(theme)
        self.presses(self.page.get_by_role("dialog").get_by_role("option").first)

    def cites(self, words: str) -> None:
        self.types(self.page.locator("#cite"), words)
        self.presses(self.page.locator("#cite-found [role=option]").first)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("harvest") / "server") as running:
        yield running


@pytest.fixture
def hall(server: Server) -> Hall:
    """Give a hall after its last round, with 896 notes at its tables."""
    hall = make_hall(server.app)
    while hall.phase() != "harvest":
        hall.advance()
    write_notes(hall, statements(), tables=2, rounds=3)
    return hall


PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


@pytest.fixture(params=[Typist, Toucher])
def organiser(request: pytest.FixtureRequest, chromium: Browser, server: Server) -> Iterator[Organiser]:
    way: type[Organiser] = request.param
    window = open_window(
        chromium, server.url, way.__name__.lower(), language="en", **(PHONE if way is Toucher else {})
    )
    yield way(window)
    close_window(window)
    assert window.amiss == []


def test_notes_become_a_published_report(organiser: Organiser, server: Server, hall: Hall) -> None:
    texts = statements()
    assert len(texts) == 896
    organiser.signs_in(server, hall)
    organiser.window.goes_to(f"/cafe/{hall.session_id}/board")
    themes = organiser.makes_themes_of_proposals(2)
    organiser.moves_the_first_note_to("Something else")
    expect(organiser.page.locator(".board-said")).to_contain_text("Something else", timeout=SOON)
    organiser.window.takes_picture("board")
    organiser.goes_on_to("Conclusions")
    organiser.begins_a_conclusion_from(themes[0])
    organiser.writes_it("We begin with the schools", "Because many said so", citing=texts[0][:60])
    organiser.looks_at_every_passage()
    organiser.window.takes_picture("conclusions")
    organiser.publishes("What Bowling Green said")

    page = organiser.page
    expect(page.get_by_role("heading", level=1)).to_have_text("What Bowling Green said", timeout=SOON)
    expect(page.get_by_role("heading", name="We begin with the schools")).to_be_visible()
    assert page.locator(".voices--all li").count() == len(texts)
    said = page.locator(".voices--all blockquote").all_inner_texts()
    assert sorted(" ".join(each.split()) for each in said) == sorted(" ".join(each.split()) for each in texts)
    grid = page.locator(".report-grid").filter(has_text=themes[0])
    expect(grid).to_contain_text("Something else")
    # From the conclusion to the note it cites, and back again.
    mark = page.locator(".booklet__text a.cite").first
    number = mark.inner_text()
    organiser.presses(mark)
    assert page.url.endswith(f"#note-{number}")
    back = page.locator(f"#note-{number}").get_by_role("link").filter(has_text="We begin with the schools")
    expect(back).to_have_count(1)
    assert page.locator(back.get_attribute("href") or "").count() == 1
    organiser.window.takes_picture("report")
