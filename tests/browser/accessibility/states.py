"""Every page in every state that people meet: who looks, where, and what brings the state about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

from cafe.dialogue.commands.rounds import Extend, Pause
from tests.browser.accessibility.acts import (
    asks_for_a_change,
    asks_for_help,
    chooses_a_slip,
    chooses_a_topic,
    cites,
    edits,
    enters_dots,
    gives_a_bad_list,
    gives_a_wrong_link,
    gives_a_wrong_password,
    goes_offline,
    makes_a_file,
    merges,
    moves_to_a_full_table,
    opens,
    opens_own_day,
    opens_panel,
    picks_a_theme,
    plans_anew,
    presents,
    prints_cards,
    reads,
    seats_the_next,
    sits_down,
    sits_out,
    submits,
    summary,
    types_a_wrong_code,
    types_the_code,
    unfolds,
    waits_for_a_plan,
    wishes,
)
from tests.browser.accessibility.between import BETWEEN, takes_home
from tests.browser.accessibility.modes import (
    CALLING,
    CHOOSING,
    WALKING,
    hosts_walk,
    people_bring,
    people_choose,
)
from tests.browser.accessibility.visitors import House
from tests.support.moved import move_people
from tests.support.world import World, harvested, people_vote, published


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


OPEN = (
    State("front", "nobody", "/", "input.code"),
    State("wrong code", "nobody", "/", "[aria-invalid=true]", types_a_wrong_code),
    State("name", "nobody", "/", "#display_name", types_the_code),
    State("scanned without a secret", "nobody", "/j", "input.code"),
    State("registration without a secret", "nobody", "/register", "h1:visible"),
    State("sign in", "nobody", "/sign-in", "#password"),
    State("sign in, wrong", "nobody", "/sign-in", "[aria-invalid=true]", gives_a_wrong_password),
    State("sign in by link", "nobody", "/in", "main form"),
    State("invitation", "nobody", "/invitation", "main form"),
    State("invitation, empty", "nobody", "/invitation", "[aria-invalid=true]", submits),
    State("personal link", "nobody", "/t", "#code"),
    State("personal link, used", "nobody", "/t", "[role=alert]", gives_a_wrong_link),
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
    State("new gathering, empty", "organiser", "/gatherings/new", "[aria-invalid=true]", submits),
    State("gathering", "organiser", "/gatherings/{gathering}", "h1"),
    State("gathering, unfolded", "organiser", "/gatherings/{gathering}", "h1", unfolds),
    State("people", "organiser", "/gatherings/{gathering}/people/list", "textarea"),
    State(
        "people, bad lines",
        "organiser",
        "/gatherings/{gathering}/people/list",
        ".problems",
        gives_a_bad_list,
    ),
    State("gathering, people", "organiser", "/gatherings/{gathering}/people", "#registration", unfolds),
    State("gathering, programme", "organiser", "/gatherings/{gathering}/programme", "#new[open]"),
    State("gathering, assignments", "organiser", "/gatherings/{gathering}/assignments", ".empty"),
    State("gathering, attendance", "organiser", "/gatherings/{gathering}/attendance", ".ticks"),
    State("gathering, agenda", "organiser", "/gatherings/{gathering}/agenda", "h1"),
    State("what I will do", "guest", "/here/{gathering}/commitments", "#text"),
    State("evaluation", "guest", "/gatherings/{gathering}/evaluation", ".marks-row"),
    State("new session", "organiser", "/gatherings/{gathering}/cafe", "#title"),
    State("prepare", "organiser", "/cafe/{session}/prepare", "#sentence"),
    State("prepare, unfolded", "organiser", "/cafe/{session}/prepare", "#sentence", unfolds),
    State("seats", "organiser", "/cafe/{session}/seats", "h1", unfolds),
    State("seats, being planned", "organiser", "/cafe/{session}/seats", "progress", waits_for_a_plan),
    State("seats, proposed", "organiser", "/cafe/{session}/seats", ".ways", plans_anew),
    State("seats, a full table", "organiser", "/cafe/{session}/seats", "#other_id", moves_to_a_full_table),
    State("how well it mixes", "organiser", "/cafe/{session}/mixing", ".matrix"),
    State("table sheets", "organiser", "/cafe/{session}/paper/tables", ".sheet"),
    State("names for the wall", "organiser", "/cafe/{session}/paper/names", ".names"),
    State("cards", "organiser", "/cafe/{session}/seats", ".card", prints_cards),
    State("wishes, none", "organiser", "/cafe/{session}/wishes", ".wish-form"),
    State("wishes, wrong", "organiser", "/cafe/{session}/wishes", "[aria-invalid=true]", submits),
    State("wishes, one impossible", "organiser", "/cafe/{session}/wishes", ".impossible", wishes),
    State("run, draft", "organiser", "/cafe/{session}/run", ".next-action"),
    State("no access", "new organiser", "/cafe/{session}/run", "h1"),
)
DOORS_OPEN = (
    State("guest waiting", "guest", "/cafe/{session}", '.scene[data-kind="waiting"]'),
    State("host waiting", "host", "/cafe/{session}", '.scene[data-kind="waiting"]'),
    State("together, too early", "host", "/cafe/{session}/harvest/together", ".instruction h1"),
    State("desk before", "host", "/cafe/{session}/table/1", "#new-note"),
    State("wall, gather", "organiser", "/cafe/{session}/wall", ".wall-scene--gather"),
    State("run, doors open", "organiser", "/cafe/{session}/run", ".next-action"),
    State("door", "organiser", "/cafe/{session}/door", "#door input"),
    State("another phone", "guest", "/here/{gathering}/phone", "main form"),
    State("another phone, code", "guest", "/here/{gathering}/phone", ".arrival__qr", submits),
)
CHANGING = (
    State("guest goes", "guest", "/cafe/{session}", '.scene[data-kind="go"]'),
    State("guest is there", "other guest", "/cafe/{session}", '.scene[data-kind="here"]', sits_down),
    State("host goes", "host", "/cafe/{session}", '.scene[data-kind="go"]'),
    State("wall, move", "organiser", "/cafe/{session}/wall", ".wall-scene--move"),
    State("run, changing", "organiser", "/cafe/{session}/run", ".next-action"),
)
TALKING = (
    State("guest talks", "third guest", "/cafe/{session}", '.scene[data-kind="talking"]', sits_down),
    State("guest calls", "third guest", "/cafe/{session}", ".call", asks_for_help),
    State("guest, help", "guest", "/cafe/{session}", "#help[open]", opens(0)),
    State("guest, day", "guest", "/cafe/{session}", "#day[open] #company", opens_own_day),
    State("guest nods", "guest at table 1", "/cafe/{session}", ".nod", sits_down),
    State("guest sits out", "other guest", "/cafe/{session}", '.scene[data-kind="sitting_out"]', sits_out),
    State("desk with notes", "host", "/cafe/{session}/table/1", ".note"),
    State("desk, a note in hand", "host", "/cafe/{session}/table/1", "#edit", edits),
    State("desk, the question", "host", "/cafe/{session}/table/1", "#panel-talk", opens_panel("talk")),
    State("desk, the bin", "host", "/cafe/{session}/table/1", "#panel-host", opens_panel("host")),
    State("desk, people", "host", "/cafe/{session}/table/1", "#panel-people", opens_panel("people")),
    State("desk, summary", "host", "/cafe/{session}/table/1", "#summary", summary),
    State("desk, empty", "host of table 2", "/cafe/{session}/table/2", ".notes__none"),
    State("desk of the organiser", "organiser", "/cafe/{session}/table/2", "#new-note"),
    State("wall, talk", "organiser", "/cafe/{session}/wall", ".wall-scene--talk"),
    State("run with calls", "organiser", "/cafe/{session}/run", ".run-calls"),
    State("harvest, too early", "organiser", "/cafe/{session}/harvest", ".slip"),
)
MOVED = (
    State("guest, another table", "other guest", "/cafe/{session}", ".changed"),
    State("guest, another day", "guest", "/cafe/{session}", "#day[open] .plan__was", opens(1)),
    State(
        "desk, somebody missing", "host", "/cafe/{session}/table/1", "#panel-people", opens_panel("people")
    ),
    State("door, somebody seated", "organiser", "/cafe/{session}/door", ".door-told", seats_the_next),
    State("run, seats changed", "organiser", "/cafe/{session}/run", ".run-changed", unfolds),
)
LAST_MINUTES = (
    State("guest, last minutes", "guest", "/cafe/{session}", ".countdown[data-soon]", sits_down),
    State("guest changes", "guest at table 1", "/cafe/{session}", "#nod-comment", asks_for_a_change),
    State(
        "desk, summary asked", "host of table 2", "/cafe/{session}/table/2", ".composer__summary[data-asked]"
    ),
    State("wall, last minutes", "organiser", "/cafe/{session}/wall", ".countdown[data-soon]"),
    State("run with alarms", "organiser", "/cafe/{session}/run", ".countdown[data-soon]"),
    State(
        "desk offline", "offline host", "/cafe/{session}/table/1", '.note[data-state="here"]', goes_offline
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
    State("harvest, a topic", "organiser", "/cafe/{session}/harvest", "#text", chooses_a_topic),
    State("harvest, unfolded", "organiser", "/cafe/{session}/harvest", ".harvest-publish", unfolds),
    State("host, harvest", "host", "/cafe/{session}", 'a[href$="/harvest/together"]'),
    State("together", "host", "/cafe/{session}/harvest/together", ".slip--bundle", merges),
    State(
        "together, shown to everyone", "host", "/cafe/{session}/harvest/together", ".present-quote", presents
    ),
    State("desk afterwards", "host", "/cafe/{session}/table/1", "#new-note"),
    State("conclusions", "organiser", "/cafe/{session}/conclusions", ".conclusion", unfolds),
    State("conclusion in hand", "organiser", "/cafe/{session}/conclusions", "#cite-found li", cites),
    State("report", "organiser", "/cafe/{session}/report", ".booklet__part"),
    State("report, a file", "organiser", "/cafe/{session}/report", ".planning, a[download]", makes_a_file),
    State("board", "organiser", "/cafe/{session}/board", ".board-chosen:not([hidden])", chooses_a_slip),
    State(
        "board, themes to pick", "organiser", "/cafe/{session}/board", ".board-picker[open]", picks_a_theme
    ),
    State("run, harvest", "organiser", "/cafe/{session}/run", ".next-action"),
)
VOTING = (
    State("guest votes", "other guest", "/cafe/{session}", ".dots"),
    State("guest has voted", "guest", "/cafe/{session}", '.scene[data-kind="voting"]:not(:has(.dots))'),
    State("desk, dots for the table", "host", "/cafe/{session}/table/1", ".table-dots", enters_dots),
    State("votes", "organiser", "/cafe/{session}/votes", ".vote .bars", unfolds),
    State("wall, the result", "organiser", "/cafe/{session}/wall", ".wall-vote .bars"),
)
PUBLISHED = (
    State("guest, published", "guest", "/cafe/{session}", 'a[href^="/published/"]'),
    State("wall, published", "organiser", "/cafe/{session}/wall", ".wall-scene--published"),
    State("published", "nobody", "/published/{slug}", ".booklet__part"),
    State("published, to take home", "team member", "/published/{slug}", ".onward__take"),
    State("taking home", "team member", "/published/{slug}", ".things", takes_home),
    State("what became of it", "nobody", "/published/{slug}/tables", ".became__notes"),
    State("conclusions, published", "organiser", "/cafe/{session}/conclusions", ".harvest-publish a"),
    State("harvest, read", "organiser", "/cafe/{session}/harvest", "#preview p", reads),
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
    "moved": ("ready", lambda world: move_people(world.hall), MOVED),
    "choosing": ("ready", people_choose, tuple(State(*state) for state in CHOOSING)),
    "walking": ("ready", hosts_walk, tuple(State(*state) for state in WALKING)),
    "what people bring": ("ready", people_bring, tuple(State(*state) for state in CALLING)),
    "last minutes": ("running", _nearly_over, LAST_MINUTES),
    "paused": ("running", _paused, PAUSED),
    "harvest": ("running", harvested, HARVEST),
    "voting": ("running", people_vote, VOTING),
    "published": ("running", published, PUBLISHED),
    "between the gatherings": ("running", _advanced(0), tuple(State(*state) for state in BETWEEN)),
}
