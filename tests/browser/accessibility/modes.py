"""The states that only some modes have: people choose their table, questions walk, people bring something."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

from cafe.actor import SERVER
from cafe.dialogue.commands.choosing import ChooseTable, CountChairs, WaitForChair
from cafe.dialogue.commands.guests import SitOut
from cafe.dialogue.commands.session import (
    Arrival,
    ChangeSession,
    Mode,
    PlanSeats,
    SetArrival,
    SetTables,
    TableDraft,
)
from tests.browser.accessibility.visitors import PEOPLE, House
from tests.support.world import World

Act = Callable[[Page, House], None]


def _asks_for_a_chair(page: Page, _house: House) -> None:
    page.locator(".choose__ask").first.click()


def _unfolds(page: Page, _house: House) -> None:
    page.evaluate("document.querySelectorAll('main details').forEach((fold) => { fold.open = true; })")


def _stays(_page: Page, _house: House) -> None:
    return None


# As the states of every mode: a name, who looks, where, what has to be there, and what brings it about.
CHOOSING: tuple[tuple[str, str, str, str, Act], ...] = (
    ("guest chooses", "guest", "/cafe/{session}", '.scene[data-kind="choosing"]', _stays),
    ("guest waits for a chair", "guest", "/cafe/{session}", ".choose__wait", _asks_for_a_chair),
    ("guest is offered a chair", "other guest", "/cafe/{session}", ".notice-card", _unfolds),
    ("wall, chairs", "organiser", "/cafe/{session}/wall", ".names--tables", _stays),
    ("run, not all have chosen", "organiser", "/cafe/{session}/run", ".run-warning", _stays),
    ("prepare, choosing", "organiser", "/cafe/{session}/prepare", ".next-action", _unfolds),
)
WALKING: tuple[tuple[str, str, str, str, Act], ...] = (
    ("host walks", "host", "/cafe/{session}", '.scene[data-kind="go"]', _stays),
    ("guest is visited", "third guest", "/cafe/{session}", '.scene[data-kind="go"]', _stays),
    ("desk walks", "host", "/cafe/{session}/table/1", ".notice", _stays),
    ("prepare, hosts go round", "organiser", "/cafe/{session}/prepare", "#tables", _unfolds),
)
CALLING: tuple[tuple[str, str, str, str, Act], ...] = (
    ("prepare, what people bring", "organiser", "/cafe/{session}/prepare", "#topics", _unfolds),
)


def people_choose(world: World) -> None:
    """Let people go where they choose: the first table is full, and somebody has waited for a chair there."""
    hall, session_id = world.hall, world.session_id
    hall.do(ChangeSession(session_id=session_id, mode=Mode.FREE_CHOICE))
    tables = tuple(TableDraft(id=key, seats=4, topic_id=hall.topics[0]) for key in hall.tables)
    hall.do(SetTables(session_id=session_id, tables=tables))
    guest = hall.attendees[PEOPLE["guest"]]
    hall.do(SetArrival(session_id=session_id, attendee_id=guest, arrival=Arrival.ARRIVED))
    for _ in range(2):
        hall.advance()
    hall.reread()
    other = PEOPLE["other guest"]
    for person, table in ((8, 1), (9, 1), (10, 1), (other, 2)):
        place = hall.place(table)
        hall.do(ChooseTable(session_id=session_id, table_round_id=place), hall.guest(person))
    hall.do(WaitForChair(session_id=session_id, table_round_id=hall.place(1)), hall.guest(other))
    hall.do(SitOut(session_id=session_id, round=1, out=True), hall.guest(8))
    hall.do(CountChairs(session_id=session_id), SERVER)


def hosts_walk(world: World) -> None:
    """Let the hosts be on their way to the second round."""
    world.hall.do(ChangeSession(session_id=world.session_id, mode=Mode.HOSTS_ROTATE))
    world.hall.do(PlanSeats(session_id=world.session_id))
    for _ in range(4):
        world.hall.advance()


def people_bring(world: World) -> None:
    """Prepare a session in which people bring what they want help with."""
    world.hall.do(ChangeSession(session_id=world.session_id, mode=Mode.PRO_ACTION))
