"""Every page in every state that people meet: who looks, where, and what brings the state about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

from cafe.dialogue.commands.rounds import Extend, Pause
from cafe.dialogue.commands.session import SetTables, TableDraft
from tests.browser.accessibility.visitors import House
from tests.support.proposals import asked
from tests.support.world import World, harvested, published

LIST = "Navn;Organisasjon;Bord\nKari Nordmann;Bømlo;1\n;Ingen;2\nOla;Bærum;tre\n"


def _nothing(_page: Page, _house: House) -> None:
    return None


@dataclass(frozen=True)
class State:
    """One page in one state. `shows` is a selector of what has to be there."""

    name: str
    who: str
    path: str
    shows: str
    act: Callable[[Page, House], None] = _nothing


def _types_a_wrong_code(page: Page, _house: House) -> None:
    page.locator("input.code").fill("WRONG1")
    page.locator("form.arrival__code button").click()


def _types_the_code(page: Page, house: House) -> None:
    page.locator("input.code").fill(house.join_code)
    page.locator("form.arrival__code button").click()
    page.locator("summary").filter(visible=True).last.click()


def _submits(page: Page, _house: House) -> None:
    page.locator("main form button").filter(visible=True).last.click()


def _gives_a_wrong_password(page: Page, _house: House) -> None:
    page.locator("#email").fill("nobody@example.org")
    page.locator("#password").fill("not the right one")
    page.locator("main form button").click()


def _gives_a_wrong_link(page: Page, _house: House) -> None:
    page.locator("#code").fill("ABCD2345")
    page.locator("main form button").filter(visible=True).click()


def _gives_a_bad_list(page: Page, _house: House) -> None:
    page.locator("textarea[name$=text]").fill(LIST)
    page.locator("main form button").first.click()


def _prints_cards(page: Page, _house: House) -> None:
    page.locator("form[action$=cards] button").first.click()


def _unfolds(page: Page, _house: House) -> None:
    page.evaluate("document.querySelectorAll('main details').forEach((fold) => { fold.open = true; })")


def _plans_anew(page: Page, _house: House) -> None:
    page.locator("form[action$='/seats/plan'] button").first.click()
    page.locator("form[action$='/use']").wait_for()
    _unfolds(page, _house)


def _waits_for_a_plan(page: Page, house: House) -> None:
    # This process plans nothing, so that the plan is not ready before anybody has looked at the page.
    page.goto(f"{page.url}/plan/{asked(house.hall)}")


def _moves_to_a_full_table(page: Page, house: House) -> None:
    tables = tuple(TableDraft(id=key, seats=6) for key in house.hall.tables)
    house.hall.do(SetTables(session_id=house.hall.session_id, tables=tables))
    page.goto(f"{page.url}?round=2")
    person = page.locator(".seat-tables > li").last.locator("li:not(.hosting) .sitter").first.inner_text()
    page.locator("#move summary").click()
    page.locator("#person").fill(person)
    page.locator("#move button").click()


def _asks_for_help(page: Page, _house: House) -> None:
    page.locator("#guest .quiet-row button").first.click()
    page.locator("#help button").first.click()


def _opens(dialog: int) -> Callable[[Page, House], None]:
    return lambda page, _house: page.locator("#guest .quiet-row button").nth(dialog).click()


def _sits_down(page: Page, _house: House) -> None:
    page.locator(".scene[data-kind]:not([data-kind=loading])").wait_for()
    here = page.locator('.scene[data-kind="go"] .at-thumb > button.ds-button').first
    if here.is_visible():  # who is known to sit there already is not asked
        here.click()


def _asks_for_a_change(page: Page, house: House) -> None:
    _sits_down(page, house)
    page.locator(".nod__answers button").last.click()


def _sits_out(page: Page, _house: House) -> None:
    page.locator("#guest .quiet-row button").nth(1).click()
    page.locator("#day .plan__out").first.click()
    page.keyboard.press("Escape")


def _edits(page: Page, _house: House) -> None:
    page.locator(".note__text").first.click()


def _opens_panel(name: str) -> Callable[[Page, House], None]:
    return lambda page, _house: page.locator(f".desk__folds button[aria-controls='panel-{name}']").click()


def _summary(page: Page, _house: House) -> None:
    page.locator(".composer__summary").click()


def _goes_offline(page: Page, house: House) -> None:
    house.line.cut()
    page.locator('#status[data-state="offline"]').wait_for()
    composer = page.locator("#new-note")
    if composer.count():
        composer.fill("Uten nett")
        composer.press("Enter")


def _chooses_a_topic(page: Page, _house: House) -> None:
    page.locator(".harvest-tabs button").nth(1).click()


def _reads(page: Page, house: House) -> None:
    _chooses_a_topic(page, house)
    page.locator(".harvest-editor .one-row button").last.click()


OPEN = (
    State("front", "nobody", "/", "input.code"),
    State("wrong code", "nobody", "/", "[aria-invalid=true]", _types_a_wrong_code),
    State("name", "nobody", "/", "#display_name", _types_the_code),
    State("scanned without a secret", "nobody", "/j", "input.code"),
    State("sign in", "nobody", "/sign-in", "#password"),
    State("sign in, wrong", "nobody", "/sign-in", "[aria-invalid=true]", _gives_a_wrong_password),
    State("sign in by link", "nobody", "/in", "main form"),
    State("invitation", "nobody", "/invitation", "main form"),
    State("invitation, empty", "nobody", "/invitation", "[aria-invalid=true]", _submits),
    State("personal link", "nobody", "/t", "#code"),
    State("personal link, used", "nobody", "/t", "[role=alert]", _gives_a_wrong_link),
    State("wall link", "nobody", "/w", "h1:visible"),
    State("accessibility statement", "nobody", "/accessibility", "h1"),
    State("no such page", "nobody", "/nowhere", "h1"),
    State(
        "languages",
        "nobody",
        "/",
        "details.language[open]",
        lambda p, _: p.locator(".language summary").click(),
    ),
)
ORGANISE = (
    State("no gatherings", "new organiser", "/gatherings", ".empty"),
    State("gatherings", "organiser", "/gatherings", ".gathering-list"),
    State("new gathering", "organiser", "/gatherings/new", "#title"),
    State("new gathering, empty", "organiser", "/gatherings/new", "[aria-invalid=true]", _submits),
    State("gathering", "organiser", "/gatherings/{gathering}", "h1"),
    State("gathering, unfolded", "organiser", "/gatherings/{gathering}", "h1", _unfolds),
    State("people", "organiser", "/gatherings/{gathering}/people/list", "textarea"),
    State(
        "people, bad lines",
        "organiser",
        "/gatherings/{gathering}/people/list",
        ".problems",
        _gives_a_bad_list,
    ),
    State("new session", "organiser", "/gatherings/{gathering}/cafe", "#title"),
    State("prepare", "organiser", "/cafe/{session}/prepare", "#sentence"),
    State("prepare, unfolded", "organiser", "/cafe/{session}/prepare", "#sentence", _unfolds),
    State("seats", "organiser", "/cafe/{session}/seats", "h1", _unfolds),
    State("seats, being planned", "organiser", "/cafe/{session}/seats", "progress", _waits_for_a_plan),
    State("seats, proposed", "organiser", "/cafe/{session}/seats", ".ways", _plans_anew),
    State("seats, a full table", "organiser", "/cafe/{session}/seats", "#other_id", _moves_to_a_full_table),
    State("how well it mixes", "organiser", "/cafe/{session}/mixing", ".matrix"),
    State("table sheets", "organiser", "/cafe/{session}/paper/tables", ".sheet"),
    State("names for the wall", "organiser", "/cafe/{session}/paper/names", ".names"),
    State("cards", "organiser", "/cafe/{session}/seats", ".card", _prints_cards),
    State("run, draft", "organiser", "/cafe/{session}/run", ".next-action"),
    State("no access", "new organiser", "/cafe/{session}/run", "h1"),
)
DOORS_OPEN = (
    State("guest waiting", "guest", "/cafe/{session}", '.scene[data-kind="waiting"]'),
    State("host waiting", "host", "/cafe/{session}", '.scene[data-kind="waiting"]'),
    State("desk before", "host", "/cafe/{session}/table/1", "#new-note"),
    State("wall, gather", "organiser", "/cafe/{session}/wall", ".wall-scene--gather"),
    State("run, doors open", "organiser", "/cafe/{session}/run", ".next-action"),
    State("door", "organiser", "/cafe/{session}/door", "#door input"),
    State("another phone", "guest", "/here/{gathering}/phone", "main form"),
    State("another phone, code", "guest", "/here/{gathering}/phone", ".arrival__qr", _submits),
)
CHANGING = (
    State("guest goes", "guest", "/cafe/{session}", '.scene[data-kind="go"]'),
    State("guest is there", "other guest", "/cafe/{session}", '.scene[data-kind="here"]', _sits_down),
    State("host goes", "host", "/cafe/{session}", '.scene[data-kind="go"]'),
    State("wall, move", "organiser", "/cafe/{session}/wall", ".wall-scene--move"),
    State("run, changing", "organiser", "/cafe/{session}/run", ".next-action"),
)
TALKING = (
    State("guest talks", "third guest", "/cafe/{session}", '.scene[data-kind="talking"]', _sits_down),
    State("guest calls", "third guest", "/cafe/{session}", ".call", _asks_for_help),
    State("guest, help", "guest", "/cafe/{session}", "#help[open]", _opens(0)),
    State("guest, day", "guest", "/cafe/{session}", "#day[open]", _opens(1)),
    State("guest nods", "guest at table 1", "/cafe/{session}", ".nod", _sits_down),
    State("guest sits out", "other guest", "/cafe/{session}", '.scene[data-kind="sitting_out"]', _sits_out),
    State("desk with notes", "host", "/cafe/{session}/table/1", ".note"),
    State("desk, a note in hand", "host", "/cafe/{session}/table/1", "#edit", _edits),
    State("desk, the question", "host", "/cafe/{session}/table/1", "#panel-talk", _opens_panel("talk")),
    State("desk, the bin", "host", "/cafe/{session}/table/1", "#panel-host", _opens_panel("host")),
    State("desk, people", "host", "/cafe/{session}/table/1", "#panel-people", _opens_panel("people")),
    State("desk, summary", "host", "/cafe/{session}/table/1", "#summary", _summary),
    State("desk, empty", "host of table 2", "/cafe/{session}/table/2", ".notes__none"),
    State("desk of the organiser", "organiser", "/cafe/{session}/table/2", "#new-note"),
    State("wall, talk", "organiser", "/cafe/{session}/wall", ".wall-scene--talk"),
    State("run with calls", "organiser", "/cafe/{session}/run", ".run-calls"),
    State("harvest, too early", "organiser", "/cafe/{session}/harvest", ".slip"),
)
LAST_MINUTES = (
    State("guest, last minutes", "guest", "/cafe/{session}", ".countdown[data-soon]", _sits_down),
    State("guest changes", "guest at table 1", "/cafe/{session}", "#nod-comment", _asks_for_a_change),
    State(
        "desk, summary asked", "host of table 2", "/cafe/{session}/table/2", ".composer__summary[data-asked]"
    ),
    State("wall, last minutes", "organiser", "/cafe/{session}/wall", ".countdown[data-soon]"),
    State("run with alarms", "organiser", "/cafe/{session}/run", ".countdown[data-soon]"),
    State(
        "desk offline", "offline host", "/cafe/{session}/table/1", '.note[data-state="here"]', _goes_offline
    ),
)
PAUSED = (
    State("guest, paused", "other guest", "/cafe/{session}", ".scene"),
    State("wall, paused", "organiser", "/cafe/{session}/wall", ".wall-clock"),
    State("run, paused", "organiser", "/cafe/{session}/run", ".next-action"),
)
HARVEST = (
    State("guest, harvest", "guest", "/cafe/{session}", '.scene[data-kind="harvest"]'),
    State("wall, harvest", "organiser", "/cafe/{session}/wall", ".wall-scene--harvest"),
    State("harvest", "organiser", "/cafe/{session}/harvest", ".harvest-publish"),
    State("harvest, a topic", "organiser", "/cafe/{session}/harvest", "#text", _chooses_a_topic),
    State("harvest, unfolded", "organiser", "/cafe/{session}/harvest", ".harvest-publish", _unfolds),
    State("desk afterwards", "host", "/cafe/{session}/table/1", "#new-note"),
    State("run, harvest", "organiser", "/cafe/{session}/run", ".next-action"),
)
PUBLISHED = (
    State("guest, published", "guest", "/cafe/{session}", 'a[href^="/published/"]'),
    State("wall, published", "organiser", "/cafe/{session}/wall", ".wall-scene--published"),
    State("published", "nobody", "/published/{slug}", ".booklet__topic"),
    State("harvest, published", "organiser", "/cafe/{session}/harvest", ".harvest-publish a"),
    State("harvest, read", "organiser", "/cafe/{session}/harvest", "#preview p", _reads),
)


def _advanced(steps: int) -> Callable[[World], None]:
    def advance(world: World) -> None:
        for _ in range(steps):
            world.hall.advance()

    return advance


def _nearly_over(world: World) -> None:
    extend = Extend(session_id=world.session_id, from_step=world.hall.step(), minutes=-18)
    world.hall.do(extend)


def _paused(world: World) -> None:
    world.hall.do(Pause(session_id=world.session_id, from_step=world.hall.step()))


# Each stage with the hall it needs: "ready" has not begun, "running" is in the middle of its first round.
STAGES: dict[str, tuple[str, Callable[[World], None], tuple[State, ...]]] = {
    "open": ("ready", _advanced(0), OPEN),
    "organise": ("ready", _advanced(0), ORGANISE),
    "doors open": ("ready", _advanced(1), DOORS_OPEN),
    "changing": ("ready", _advanced(2), CHANGING),
    "talking": ("running", _advanced(0), TALKING),
    "last minutes": ("running", _nearly_over, LAST_MINUTES),
    "paused": ("running", _paused, PAUSED),
    "harvest": ("running", harvested, HARVEST),
    "published": ("running", published, PUBLISHED),
}
