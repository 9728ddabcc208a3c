"""The people of a café in front of real windows, told as what they do and what they see."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page, expect

from tests.faults.proxy import FaultProxy
from tests.support.browser import Window, until_kept
from tests.support.qr import read_qr
from tests.support.words import Words

# Only a page that the service worker controls is there again when it is reloaded without network.
SOON = 20_000


@dataclass
class Person:
    """Somebody in front of a window, in a language of their own."""

    window: Window
    words: Words

    @property
    def page(self) -> Page:
        return self.window.page

    def button(self, english: str, **values: object) -> Locator:
        """Find a button by its words."""
        return self.page.get_by_role("button", name=self.words(english, **values), exact=True)

    def presses(self, english: str, **values: object) -> None:
        """Press a button."""
        self.button(english, **values).click()

    def sees(self, text: str) -> None:
        """Check that a text is to be seen somewhere."""
        expect(self.page.get_by_text(text).first).to_be_visible(timeout=SOON)

    def sees_heading(self, english: str, **values: object) -> None:
        """Check the page's one instruction."""
        expect(self.page.get_by_role("heading", level=1)).to_have_text(
            self.words(english, **values), timeout=SOON
        )

    def reloads(self) -> None:
        """Reload the page."""
        self.page.reload()

    def takes_picture(self, what: str) -> None:
        """Keep a picture, where pictures are wanted."""
        self.window.takes_picture(what)


@dataclass
class Guest(Person):
    """A guest on a phone."""

    name: str = ""

    def scans_the_qr(self, link: str) -> None:
        """Open what the QR code holds."""
        self.window.goes_to(link)

    def types_the_code(self, code: str) -> None:
        """Come in by the code on the wall."""
        self.window.goes_to("/")
        self.page.get_by_label(self.words("Join code")).fill(code)
        self.presses("Come in")

    def says_a_name(self, name: str) -> None:
        """Choose what to be called, and come in."""
        self.name = name
        field_ = self.page.get_by_label(self.words("What would you like to be called?"))
        field_.fill(name)
        self.presses("Come in")
        self.sees_scene()

    def sees_scene(self, *kinds: str) -> None:
        """Check which instruction stands on the phone; any, unless told."""
        wanted = ",".join(f'.scene[data-kind="{kind}"]' for kind in kinds) or ".scene[data-kind]"
        expect(self.page.locator(wanted)).to_be_visible(timeout=SOON)

    def sees_table(self, number: int) -> None:
        """Check that the phone says to go to this table, in words and in the large number."""
        go, stay = (
            self.words(each, table=number) for each in ("Go to table {table}", "Stay at table {table}")
        )
        self.sees_scene("go")
        expect(self.page.get_by_role("heading", level=1)).to_have_text(_either(go, stay), timeout=SOON)
        expect(self.page.locator(".table-number .number")).to_have_text(str(number))

    def is_sent_to(self) -> int:
        """Read the number of the table from the phone."""
        number = self.page.locator(".table-number .number")
        expect(number).to_be_visible(timeout=SOON)
        return int(number.inner_text())

    def is_at_table(self, number: int) -> bool:
        """Tell whether the phone says that this is the table."""
        return self.page.locator(".talk-head__place strong").inner_text() == self.words(
            "Table {table}", table=number
        )

    def sits_down(self) -> None:
        """Say that the table is found."""
        self.presses("I am here")

    def sees_the_question(self, question: str) -> None:
        """Check that the round runs and the table's question stands there."""
        self.sees_scene("talking")
        expect(self.page.get_by_role("heading", level=1)).to_have_text(question)

    def begins_a_thought(self, text: str) -> None:
        """Write a thought and not send it."""
        self.page.locator("#thought").fill(text)

    def still_sees_the_thought(self, text: str) -> None:
        """Check that what was begun is still in the field."""
        expect(self.page.locator("#thought")).to_have_value(text)

    def sends_it(self, *, named: bool = False) -> None:
        """Send what stands in the field."""
        self.page.locator("input[name=named]").set_checked(named)
        self.page.locator("form.thought button:not([type])").click()
        expect(self.page.locator("#thought")).to_have_value("")

    def sends_a_thought(self, text: str, *, named: bool = False) -> None:
        """Write a thought and send it, with or without the name."""
        self.begins_a_thought(text)
        self.sends_it(named=named)

    def is_asked_about(self, summary: str) -> None:
        """Check that the table's summary is shown with the question."""
        expect(self.page.locator(".nod__text")).to_have_text(summary, timeout=SOON)

    def nods(self) -> None:
        """Say yes to the summary."""
        self.presses("Yes")
        self.sees(self.words("You said: yes."))

    def asks_for_a_change(self, comment: str) -> None:
        """Say what to change in the summary."""
        self.presses("Change this")
        self.page.locator("#nod-comment").fill(comment)
        self.page.locator(".nod form button:not([type])").click()

    def reads_what_was_said_before(self, summary: str) -> None:
        """Open what earlier groups said, and find a summary there."""
        fold = self.page.locator("details", has=self.page.locator("summary")).filter(has_text=summary).first
        if fold.get_attribute("open") is None:
            fold.locator("summary").click()
        expect(fold.get_by_text(summary)).to_be_visible()

    def follows_the_link(self) -> None:
        """Open the published page."""
        self.page.get_by_role("link", name=self.words("Read what we said")).click()


@dataclass
class Host(Person):
    """A table host at the desk."""

    line: FaultProxy | None = None
    written: dict[int, list[str]] = field(default_factory=dict)
    round: int = 1

    def opens_the_card(self, link: str) -> None:
        """Use the personal card, and go to the table's desk."""
        self.window.goes_to(link)
        self.presses("Use this phone")
        self.page.get_by_role("link", name=self.words("To your table’s notes")).click()
        expect(self.page.locator("#new-note")).to_be_visible(timeout=SOON)
        until_kept(self.page)

    def writes(self, *texts: str) -> None:
        """Write notes, each ended with Enter."""
        composer = self.page.locator("#new-note")
        for text in texts:
            composer.fill(text)
            composer.press("Enter")
            self.written.setdefault(self.round, []).append(text)
        self.sees_own_notes()

    def sees_own_notes(self) -> None:
        """Check that everything written in this round stands there once."""
        for text in self.written[self.round]:
            expect(self.page.locator(".note__words").filter(has_text=text)).to_have_count(1, timeout=SOON)

    def sees_note(self, text: str) -> None:
        """Check that a note stands among the table's."""
        expect(self.page.locator(".note__words").filter(has_text=text)).to_have_count(1, timeout=SOON)

    def sees_states(self, *, saved: int, here: int) -> None:
        """Check how many notes are saved, and how many are only on this device."""
        expect(self.page.locator('.note[data-state="saved"]')).to_have_count(saved, timeout=SOON)
        expect(self.page.locator('.note[data-state="here"]')).to_have_count(here, timeout=SOON)

    def goes_to_round(self, number: int) -> None:
        """Write in this round from now on."""
        chosen = self.page.locator("#round")
        if chosen.input_value() != str(number):
            chosen.select_option(str(number))
        expect(chosen).to_have_value(str(number))
        self.round = number

    def follows_to_round(self, number: int) -> None:
        """See the desk go on to this round by itself."""
        expect(self.page.locator("#round")).to_have_value(str(number), timeout=SOON)
        self.round = number

    def writes_summary(self, text: str) -> None:
        """Write the round's summary."""
        if not self.page.locator("#summary").is_visible():
            self.presses("Summary")
        self.page.locator("#summary").fill(text)

    def shows_the_summary(self) -> None:
        """Ask the table whether this is what was said."""
        self.presses("Show it to the table")

    def hands_it_over(self) -> None:
        """Hand the summary over to the groups that come."""
        self.presses("Hand it over")
        self.sees(self.words("Handed over: later groups read it"))

    def goes_back_to_the_notes(self) -> None:
        """Leave the summary, where it is in the way of the notes."""
        back = self.page.locator(".summary__back")
        if back.is_visible():
            back.click()

    def goes_offline(self) -> None:
        """Lose the line to the server."""
        assert self.line is not None
        self.window.offline = True
        self.line.cut()
        expect(self.page.locator('#status[data-state="offline"]')).to_be_visible(timeout=SOON)

    def comes_back(self) -> None:
        """Get the line back, and wait until it is used."""
        assert self.line is not None
        self.line.mend()
        expect(self.page.locator('#status[data-state="connected"]')).to_be_visible(timeout=40_000)
        self.window.offline = False


@dataclass
class Wall(Person):
    """The projector."""

    def sees_picture(self, scene: str) -> None:
        """Check which picture is up."""
        expect(self.page.locator(f".wall-scene--{scene}")).to_be_visible(timeout=SOON)

    def holds_up(self) -> str:
        """Give the picture of the QR code."""
        code = self.page.locator(".wall-qr svg")
        expect(code).to_be_visible(timeout=SOON)
        return str(code.locator("path").last.get_attribute("d"))

    def table_of(self, name: str) -> int:
        """Read from the list of names where somebody is to go."""
        row = self.page.locator(".names li").filter(has_text=name)
        expect(row).to_be_visible(timeout=SOON)
        return int(row.locator("b").inner_text())


@dataclass
class Organiser(Person):
    """The organiser at a laptop."""

    def goes_to_step(self, english: str) -> None:
        """Go to one of the pages of the café: prepare, door, run, harvest."""
        self.page.locator(".steps").get_by_role("link", name=self.words(english)).click()

    def signs_in(self, email: str, password: str) -> None:
        """Sign in with e-mail and password."""
        self.window.goes_to("/sign-in")
        self.page.locator("#email").fill(email)
        self.page.locator("#password").fill(password)
        self.presses("Sign in")

    def begins_a_gathering(self, title: str, network: str) -> None:
        """Begin the first gathering."""
        self.page.get_by_role("link", name=self.words("Begin your first gathering")).click()
        self.page.locator("#title").fill(title)
        self.page.locator("#network").fill(network)
        self.presses("Begin the gathering")

    def prepares_a_session(self, title: str, topics: dict[str, str], people: int) -> None:
        """Prepare a café session with topics and their questions."""
        self.page.get_by_role("link", name=self.words("Prepare the first café session")).click()
        self.page.locator("#title").fill(title)
        self.page.locator("#topics").fill("\n".join(topics))
        self.page.locator("#people").fill(str(people))
        self.presses("Go on")

    def asks(self, questions: list[str]) -> None:
        """Give each topic its question."""
        fold = self.page.locator("details#topics")
        if fold.get_attribute("open") is None:
            fold.locator("> summary").click()
        for number, question in enumerate(questions):
            fold.locator("input[name$=question]").nth(number).fill(question)
        self.presses("Save the topics")

    def sets_up(self, **numbers: int) -> None:
        """Fill in the sentence: rounds, minutes, tables, seats, switch."""
        for name, number in numbers.items():
            self.page.locator(f"#sentence [name$={name}]").fill(str(number))
        self.page.locator(".sentence-save button").click()

    def brings_a_list(self, lines: str) -> None:
        """Put a list of people on the gathering's list, and go back to its preparation."""
        self.goes_to_step("People")
        self.page.get_by_role("link", name=self.words("Add a list of people")).first.click()
        self.page.locator("textarea[name$=text]").fill(lines)
        self.presses("Look at the list")
        self.page.locator("button[name=do][value=all]").click()
        self.goes_to_step("Preparation")

    def plans_the_seats(self) -> None:
        """Look at a plan for everybody on the list, use it, and go back to the preparation."""
        self.page.locator("a[href*='/seats']").first.click()
        self.presses_the_big_button()
        self.page.locator("form[action$='/use']").wait_for()
        self.presses_the_big_button()
        self.goes_to_step("Prepare")

    def prints_the_cards(self) -> dict[str, str]:
        """Make the personal cards, and give what each person's QR code holds."""
        self.page.locator("form[action$=cards] button").first.click()
        expect(self.page.locator(".card").first).to_be_visible()
        return {
            card.locator(".card-name").inner_text(): read_qr(
                str(card.locator("svg path").last.get_attribute("d"))
            )
            for card in self.page.locator(".card").all()
        }

    def presses_the_big_button(self) -> None:
        """Do the one next thing."""
        big = self.page.locator(".next-action")
        expect(big).not_to_have_attribute("aria-disabled", "true", timeout=SOON)
        big.click()

    def goes_on_to(self, standing: str, **values: object) -> None:
        """Take the next step, and see that it is taken."""
        self.presses_the_big_button()
        expect(self.page.locator(".run-standing > span").first).to_have_text(
            self.words(standing, **values), timeout=SOON
        )

    def opens_the_doors(self) -> None:
        """Let people in."""
        self.goes_on_to("The doors are open")

    def sends_people_to_round(self, number: int) -> None:
        """Let everybody change tables."""
        self.goes_on_to("On the way to round {round} of {rounds}", round=number, rounds=3)

    def begins_round(self, number: int) -> None:
        """Begin the talk before the time for finding the table is over."""
        self.goes_on_to("Round {round} of {rounds}", round=number, rounds=3)

    def begins_the_harvest(self) -> None:
        """End the last round."""
        self.goes_on_to("Harvest")

    def sees_on_the_monitor(self, english: str, **values: object) -> None:
        """Check that the monitor of the tables says something."""
        self.sees(self.words(english, **values))

    def chooses_topic(self, title: str) -> None:
        """Write about this topic."""
        self.page.locator(".harvest-tabs button").filter(has_text=title).click()
        expect(self.page.locator("#editor-title")).to_have_text(title)

    def consolidates(self, text: str, *, citing: str) -> None:
        """Write the consolidated summary of the topic, citing a note."""
        self.page.locator("#text").fill(text)
        slip = self.page.locator(".slip").filter(has_text=citing)
        slip.get_by_role("button", name=self.words("Cite")).click()
        expect(self.page.locator("#text")).to_have_value(_begins_and_cites(text))

    def approves(self) -> None:
        """Approve the topic's text as soon as it is saved."""
        approve = self.button("Approve for publishing")
        expect(approve).not_to_have_attribute("aria-disabled", "true", timeout=SOON)
        approve.click()
        expect(self.page.locator(".harvest-state strong")).to_have_text(self.words("Approved"), timeout=SOON)

    def publishes(self, title: str) -> None:
        """Publish what is approved, for everyone, when every marked passage has been looked at."""
        self.page.get_by_role("link", name=self.words("Conclusions"), exact=True).click()
        looked = self.page.locator("#conclusions .before button.ds-button")
        expect(self.page.locator("#conclusions .before [role=status]").first).to_be_visible(timeout=SOON)
        while looked.count() > 0:
            looked.first.click()
            self.page.wait_for_timeout(100)
        self.page.locator("#page-title").fill(title)
        self.page.locator("input[value=everyone]").check()
        self.page.locator(".publish-form button[type=submit]").click()
        expect(self.page.locator(".harvest-publish a").first).to_have_text(title, timeout=SOON)

    def downloads(self, english: str) -> bytes:
        """Download a file to keep."""
        with self.page.expect_download() as coming:
            self.page.get_by_role("link", name=self.words(english), exact=True).click()
        return coming.value.path().read_bytes()


def _either(*texts: str) -> re.Pattern[str]:
    return re.compile("|".join(f"^{re.escape(text)}$" for text in texts))


def _begins_and_cites(text: str) -> re.Pattern[str]:
    return re.compile(rf"^{re.escape(text)}\s*\[#[\w-]+\]\s*$")
