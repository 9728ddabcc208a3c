"""An organiser at the door while the café runs, and the phones and the wall that follow."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Locator, expect

from tests.support.actors import SOON, Guest, Organiser, Wall

# Everything that is read aloud on a phone, kept as it is said.
LISTEN = """() => {
    globalThis.heard = [];
    const region = document.getElementById("place-spoken");
    new MutationObserver(() => globalThis.heard.push(region.textContent)).observe(region, {childList: true});
}"""


@dataclass
class Doorkeeper(Organiser):
    """An organiser at the door."""

    def uses_the_link(self, secret: str) -> None:
        """Come in by a link that signs in once."""
        self.window.goes_to(f"/in#{secret}")
        self.page.locator("form.form button[type=submit]").click()
        self.page.wait_for_url(lambda url: "/in" not in url)

    def stands_at_the_door(self, session_id: str) -> None:
        """Open the door's page."""
        self.window.goes_to(f"/cafe/{session_id}/door")
        expect(self.page.locator("#search")).to_be_visible(timeout=SOON)

    def taps(self, english: str, name: str) -> None:
        """Tap a person's button."""
        self.page.get_by_role("button", name=f"{self.words(english)} {name}", exact=True).click()

    def lets_in(self, name: str) -> int:
        """Seat somebody of the list by one tap, and read the table from the large number."""
        self.taps("Has come", name)
        return self.reads_the_table_of(name)

    def takes_up(self, name: str) -> int:
        """Seat somebody who is on no list, and read the table."""
        self.page.locator("#search").fill(name)
        self.presses("Add and seat")
        return self.reads_the_table_of(name)

    def reads_the_table_of(self, name: str) -> int:
        """Read the answer of the last tap."""
        number = self.page.locator(".door-told .number")
        expect(number).to_be_visible(timeout=SOON)
        table = int(number.inner_text())
        self.sees(self.words("{name} sits at table {table}.", name=name, table=table))
        return table

    def takes_it_back(self) -> None:
        """Undo the last tap."""
        self.page.locator(".door-told").get_by_role("button", name=self.words("Undo")).click()

    def looks_at_a_new_plan(self) -> dict[str, tuple[int, int, int]]:
        """Follow the hint on the run page, have a plan made, and read who would move: round, from, to."""
        self.page.locator(".run-seating a[href$='/seats']").click()
        self.presses("Plan again")
        expect(self.page.locator("form[action$='/use'] button")).to_be_visible(timeout=2 * SOON)
        changes = self.page.locator(".changes > li")
        self.page.locator("details", has=changes).locator("summary").click()
        return {change.locator("strong").inner_text(): _numbers(change) for change in changes.all()}

    def uses_the_plan(self) -> None:
        """Give everybody the seats that were looked at."""
        self.page.locator("form[action$='/use'] button").click()
        self.page.wait_for_url(lambda url: "/plan/" not in url)


def _numbers(change: Locator) -> tuple[int, int, int]:
    words = change.inner_text().replace(":", " ").split(change.locator("strong").inner_text(), 1)[1].split()
    round_number, was, becomes = (int(word) for word in words if word.isdigit())
    return round_number, was, becomes


@dataclass
class Phone(Guest):
    """A guest's phone that was opened before, with whatever it is told from now on."""

    def is_opened(self, session_id: str, ticket: str) -> None:
        """Open the phone's page, as one that has been here before, and listen to what it says."""
        cookie = {"name": "ticket", "value": ticket, "url": self.window.home}
        self.page.context.add_cookies([cookie])  # type: ignore[list-item] # a plain dict will do
        self.window.goes_to(f"/cafe/{session_id}")
        self.sees_scene()
        expect(self.page.locator('#status[data-state="connected"]')).to_be_attached(timeout=SOON)
        self.page.evaluate(LISTEN)

    def has_heard(self) -> list[str]:
        """Give what was read aloud since the phone was opened."""
        return list(self.page.evaluate("() => globalThis.heard"))

    def is_told_quietly(self, round_number: int, table: int, was: int) -> None:
        """Check that the plan for the day is marked, within the page's width, and what is read aloud."""
        expect(self.page.locator(".day-changed")).to_be_visible(timeout=SOON)
        assert self.page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
        said = self.words(
            "Your plan has changed: in round {round} table {table} instead of {was}.",
            round=round_number,
            table=table,
            was=was,
        )
        assert self.has_heard() == [said]

    def looks_at_the_day(self, table: int, was: int) -> None:
        """Open the plan for the day, find the change, and close it again; then nothing is marked any more."""
        self.page.locator(".quiet-row button").nth(1).click()
        changed = self.page.locator("#day .plan li", has=self.page.locator(".plan__was"))
        expect(changed).to_contain_text(self.words("Table {table}", table=table))
        expect(changed).to_contain_text(self.words("instead of {was}", was=was))
        self.page.locator("#day > button").click()
        expect(self.page.locator(".day-changed")).to_have_count(0)

    def is_told_large(self, table: int, was: int) -> None:
        """Check that the change stands under the instruction."""
        self.sees_table(table)
        sentence = self.words("Your table has changed: table {table} instead of {was}.", table=table, was=was)
        expect(self.page.locator(".changed")).to_have_text(sentence)

    def is_told_of_no_change(self) -> None:
        """Check that nothing on the phone tells of a change."""
        assert self.page.locator(".changed, .day-changed, .plan__was").count() == 0


@dataclass
class Projector(Wall):
    """The wall, with its list of names."""

    def lists(self, name: str, table: int) -> None:
        """Check where somebody is to go."""
        row = self.page.locator(".names li").filter(has=self.page.get_by_text(name, exact=True))
        expect(row.locator("b")).to_have_text(str(table), timeout=SOON)

    def welcomes(self, name: str, table: int) -> None:
        """Check that somebody who comes while people talk is told the way."""
        row = self.page.locator(".wall-newcomers li").filter(
            has_text=self.words("Welcome, {name}", name=name)
        )
        expect(row.locator("b")).to_have_text(self.words("Table {number}", number=table), timeout=SOON)

    def no_longer_lists(self, name: str) -> None:
        """Check that somebody is not called."""
        row = self.page.locator(".names li").filter(has=self.page.get_by_text(name, exact=True))
        expect(row).to_have_count(0, timeout=SOON)

    def marks(self) -> dict[str, tuple[int, int]]:
        """Give those whose table has changed: from, to."""
        marked = self.page.locator(".names li[data-changed]")
        expect(marked.first).to_be_visible(timeout=SOON)
        return {
            row.locator("span").first.inner_text(): (
                int(row.locator("small").inner_text().split()[0]),
                int(row.locator("b").inner_text()),
            )
            for row in marked.all()
        }
