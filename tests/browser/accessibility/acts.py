"""What somebody does on a page to bring about the state that is looked at."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

from cafe.dialogue.commands.session import SetTables, TableDraft
from tests.browser.accessibility.visitors import House
from tests.support.proposals import asked

LIST = "Navn;Organisasjon;Bord\nKari Nordmann;Bømlo;1\n;Ingen;2\nOla;Bærum;tre\n"


def types_a_wrong_code(page: Page, _house: House) -> None:
    page.locator("input.code").fill("WRONG1")
    page.locator("form.arrival__code button").click()


def types_the_code(page: Page, house: House) -> None:
    page.locator("input.code").fill(house.join_code)
    page.locator("form.arrival__code button").click()
    page.locator("summary").filter(visible=True).last.click()


def submits(page: Page, _house: House) -> None:
    page.locator("main form button").filter(visible=True).last.click()


def gives_a_wrong_password(page: Page, _house: House) -> None:
    page.locator("#email").fill("nobody@example.org")
    page.locator("#password").fill("not the right one")
    page.locator("main form button").click()


def gives_a_wrong_link(page: Page, _house: House) -> None:
    page.locator("#code").fill("ABCD2345")
    page.locator("main form button").filter(visible=True).click()


def gives_a_bad_list(page: Page, _house: House) -> None:
    page.locator("textarea[name$=text]").fill(LIST)
    page.locator("main form button").first.click()


def prints_cards(page: Page, _house: House) -> None:
    page.locator("form[action$=cards] button").first.click()


def unfolds(page: Page, _house: House) -> None:
    page.evaluate("document.querySelectorAll('main details').forEach((fold) => { fold.open = true; })")


def plans_anew(page: Page, _house: House) -> None:
    page.locator("form[action$='/seats/plan'] button").first.click()
    page.locator("form[action$='/use']").wait_for()
    unfolds(page, _house)


def waits_for_a_plan(page: Page, house: House) -> None:
    # This process plans nothing, so that the plan is not ready before anybody has looked at the page.
    page.goto(f"{page.url}/plan/{asked(house.hall)}")


def moves_to_a_full_table(page: Page, house: House) -> None:
    tables = tuple(TableDraft(id=key, seats=6) for key in house.hall.tables)
    house.hall.do(SetTables(session_id=house.hall.session_id, tables=tables))
    page.goto(f"{page.url}?round=2")
    person = page.locator(".seat-tables > li").last.locator("li:not(.hosting) .sitter").first.inner_text()
    page.locator("#move summary").click()
    page.locator("#person").fill(person)
    page.locator("#move button").click()


def asks_for_help(page: Page, _house: House) -> None:
    page.locator("#guest .quiet-row button").first.click()
    page.locator("#help button").first.click()


def opens(dialog: int) -> Callable[[Page, House], None]:
    return lambda page, _house: page.locator("#guest .quiet-row button").nth(dialog).click()


def sits_down(page: Page, _house: House) -> None:
    page.locator(".scene[data-kind]:not([data-kind=loading])").wait_for()
    here = page.locator('.scene[data-kind="go"] .at-thumb > button.ds-button').first
    if here.is_visible():  # who is known to sit there already is not asked
        here.click()


def asks_for_a_change(page: Page, house: House) -> None:
    sits_down(page, house)
    page.locator(".nod__answers button").last.click()


def sits_out(page: Page, _house: House) -> None:
    page.locator("#guest .quiet-row button").nth(1).click()
    page.locator("#day .plan__out").first.click()
    page.keyboard.press("Escape")


def opens_own_day(page: Page, house: House) -> None:
    opens(1)(page, house)
    page.locator("#day details:has(#company) summary").click()


def wishes(page: Page, _house: House) -> None:
    page.locator("[name=kind][value=accessible]").check()  # no table of this hall is
    page.locator("#person").fill("Person 5")
    page.locator(".wish-form button").click()


def merges(page: Page, _house: House) -> None:
    """Take two notes for one, and call them important."""
    for number in (0, 1):
        page.locator(".slip-choose input").nth(number).check()
    page.locator(".together-chosen button").first.click()
    page.locator("#bundle-text").wait_for()
    page.locator(".slip--bundle .slip-important").click()
    page.locator(".together .slip--bundle[data-important]").wait_for()


def presents(page: Page, _house: House) -> None:
    # A window that fills the screen cannot be made narrow; the page is the same without.
    page.evaluate("document.documentElement.requestFullscreen = undefined")
    page.locator("#present").click()
    page.keyboard.press("End")


def edits(page: Page, _house: House) -> None:
    page.locator(".note__text").first.click()


def opens_panel(name: str) -> Callable[[Page, House], None]:
    return lambda page, _house: page.locator(f".desk__folds button[aria-controls='panel-{name}']").click()


def summary(page: Page, _house: House) -> None:
    page.locator(".composer__summary").click()


def goes_offline(page: Page, house: House) -> None:
    house.line.cut()
    page.locator('#status[data-state="offline"]').wait_for()
    composer = page.locator("#new-note")
    if composer.count():
        composer.fill("Uten nett")
        composer.press("Enter")


def chooses_a_topic(page: Page, _house: House) -> None:
    page.locator(".harvest-tabs button").nth(1).click()


def reads(page: Page, house: House) -> None:
    chooses_a_topic(page, house)
    page.locator(".harvest-editor .one-row button").last.click()


def seats_the_next(page: Page, _house: House) -> None:
    page.locator(".door-do button").first.click()


def makes_a_file(page: Page, _house: House) -> None:
    page.locator('button[name="format"][value="docx"]').click()
    page.wait_for_url("**/report/files/*")


def cites(page: Page, _house: House) -> None:
    """Take a conclusion in hand and look for a note to cite."""
    page.locator(".conclusion > .cluster > button").first.click()
    page.locator("#cite").fill("note")


def enters_dots(page: Page, _house: House) -> None:
    page.locator(".notice__vote").click()


def chooses_a_slip(page: Page, _house: House) -> None:
    page.locator(".board-more summary").click()
    page.locator(".board-slip").first.click()


def picks_a_theme(page: Page, house: House) -> None:
    chooses_a_slip(page, house)
    page.locator(".board-chosen button").first.click()
    page.locator("#picker").fill("T")
