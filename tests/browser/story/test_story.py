"""One café from the QR to the published page, with a window for everybody, against the server as deployed.

In two languages, with a guest who reloads, a host without network through a whole round, and a late arrival.
"""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import pytest
from playwright.sync_api import Browser, expect

from cafe.actor import SERVER
from cafe.commands import new_key
from cafe.people.commands import AddUser
from cafe.perform import perform
from tests.faults.proxy import FaultProxy
from tests.support.actors import Guest, Host, Organiser, Person, Wall
from tests.support.browser import Window, close_window, open_window
from tests.support.qr import read_qr
from tests.support.server import Server, serving
from tests.support.words import Words

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
TABLET = {"viewport": {"width": 820, "height": 1180}, "has_touch": True}
LAPTOP = {"viewport": {"width": 1280, "height": 800}}
EMAIL, PASSWORD = "ingrid@example.org", "tolv runde bord i salen"
NETWORK, GATHERING, SESSION = "Læringsnettverket Rogaland", "Andre samling", "Kafé om brukermedvirkning"
TOPICS = {
    "Brukerkompetanse": "Hva vet den som har vært der, som ingen har lært seg?",
    "Den nye brukerrollen": "Når ble noen sist spurt før det var bestemt?",
}
FIRST, SECOND = TOPICS.values()

FROM_TABLE_1 = ("Spør før du hjelper 🙂", "«Jeg ble møtt», ikke «jeg ble tatt imot»", "=2+2 er ikke alltid 4")
FROM_TABLE_2 = ("Brukerrådet får sakene for sent", "Noen må sitte der med egen erfaring")
WITHOUT_NETWORK = (
    "Uten nett skriver jeg likevel",
    "Erfaringskonsulenten var alene",
    "Møtetid: etter klokka ti",
)
AFTER_RELOADING = "Også etter at siden er lastet på nytt"
LAST_ROUND = ("Vi begynner mandag",)
SIGNED, ANONYMOUS, BEGUN = (
    "Jag vill vara med och anställa",
    "Fråga oss först",
    "Det tar tid att lita på någon",
)
SUMMARY = "Den som har vært der, skal spørres først."
CONCLUSION = "## Spør først\n\nErfaring teller når den kommer **før** vedtaket."

P = TypeVar("P", bound=Person)


@dataclass
class House:
    """The house the café is in: everybody comes through its door, and what is amiss in any window is told."""

    browser: Browser
    server: Server
    line: FaultProxy
    windows: list[Window] = field(default_factory=list)

    def comes(self, role: type[P], name: str, language: str, kind: Mapping[str, object], **more: object) -> P:
        """Let somebody come with a window of their own."""
        home = self.server.url if "line" not in more else self.line.url
        window = open_window(self.browser, home, name, language=language, **kind)
        self.windows.append(window)
        return role(window=window, words=Words(language), **more)

    def amiss(self) -> list[str]:
        """Give everything that should not have happened in a window."""
        return [what for window in self.windows for what in window.amiss]


@pytest.fixture
def house(chromium: Browser, tmp_path: Path) -> Iterator[House]:
    """Give a house with a running server, and a line of its own for one host."""
    with (
        FaultProxy() as line,
        serving(tmp_path / "server", more_origins=(line.url,)) as server,
    ):
        line.server_port = server.port
        with server.app.app_context():
            account = AddUser(new_user_id=new_key(), email=EMAIL, display_name="Ingrid", password=PASSWORD)
            perform(SERVER, account)
        house = House(chromium, server, line)
        yield house
        for window in house.windows:
            window.takes_picture("last")
            close_window(window)


@pytest.mark.browser
def test_a_cafe_from_the_qr_to_the_published_page(house: House) -> None:
    organiser = house.comes(Organiser, "organiser", "nb", LAPTOP)
    cards = prepare(organiser)
    wall = organiser_opens_the_wall(organiser, house)
    organiser.opens_the_doors()

    solveig = house.comes(Host, "host-solveig", "nb", TABLET)
    truls = house.comes(Host, "host-truls", "nb", TABLET, line=house.line)
    solveig.opens_the_card(cards["Solveig Aas"])
    truls.opens_the_card(cards["Truls Berg"].replace(house.server.url, house.line.url))

    kari = house.comes(Guest, "guest-kari", "nb", PHONE)
    elsa = house.comes(Guest, "guest-elsa", "sv", PHONE)
    wall.sees_picture("gather")
    wall.takes_picture("gather")
    kari.scans_the_qr(read_qr(wall.holds_up()))
    kari.says_a_name("Kari Nordmann")
    elsa.scans_the_qr(read_qr(wall.holds_up()))
    elsa.takes_picture("name")
    elsa.says_a_name("Elsa Öberg")
    elsa.takes_picture("waiting")
    wall.sees(Words("nb").several("{count} person has come", "{count} people have come", 4))

    the_first_round(organiser, wall, (solveig, truls), (kari, elsa))
    nils = the_round_without_network(house, organiser, wall, (solveig, truls), (kari, elsa))
    the_last_round(organiser, (solveig, truls), (kari, elsa, nils))
    the_harvest(house, organiser, wall, (kari, elsa, nils))
    every_word_is_there_once(organiser)

    assert house.amiss() == []
    assert house.server.complaints() == []


def prepare(organiser: Organiser) -> dict[str, str]:
    """Make a session from nothing, with a card for each host; give what the cards' QR codes hold."""
    organiser.signs_in(EMAIL, PASSWORD)
    organiser.takes_picture("no-gatherings")
    organiser.begins_a_gathering(GATHERING, NETWORK)
    organiser.prepares_a_session(SESSION, TOPICS, people=8)
    organiser.asks(list(TOPICS.values()))
    organiser.sets_up(rounds=3, minutes=20, tables=2, seats=6, switch=2)
    organiser.page.get_by_role("link", name=GATHERING).click()
    organiser.brings_a_list(
        "navn;organisasjon;rolle;bord;vert\n"
        "Solveig Aas;Bømlo kommune;fagperson;1;ja\n"
        "Truls Berg;Helse Stavanger;erfaringskonsulent;2;ja\n"
    )
    organiser.takes_picture("gathering")
    organiser.page.get_by_role("link", name=SESSION).click()
    organiser.takes_picture("prepared")
    organiser.plans_the_seats()
    cards = organiser.prints_the_cards()
    organiser.takes_picture("cards")
    organiser.goes_to_step("Run")
    organiser.takes_picture("run-draft")
    return cards


def organiser_opens_the_wall(organiser: Organiser, house: House) -> Wall:
    """Put the wall on the projector: a second screen of the same laptop."""
    link = organiser.page.get_by_role("link", name=organiser.words("Open the wall"))
    # Rows come in around the link; by the keyboard it is met wherever it has moved to.
    expect(organiser.page.locator(".row-table").first).to_be_visible()
    with organiser.page.context.expect_page() as coming:
        link.press("Enter")
    window = Window(page=coming.value, home=house.server.url, name="wall")
    return Wall(window=window, words=organiser.words)


def the_first_round(
    organiser: Organiser, wall: Wall, hosts: tuple[Host, Host], guests: tuple[Guest, Guest]
) -> None:
    """Everybody finds a table, and one guest reloads in the middle of a thought."""
    (solveig, truls), (_, elsa) = hosts, guests
    organiser.sends_people_to_round(1)
    wall.sees_picture("move")
    wall.takes_picture("move")
    for guest in guests:
        guest.sees_table(wall.table_of(guest.name))
        guest.takes_picture("go")
        guest.sits_down()
    tables = {guest.name: wall.table_of(guest.name) for guest in guests}
    organiser.begins_round(1)
    wall.sees_picture("talk")
    wall.takes_picture("talk")
    for guest in guests:
        guest.sees_the_question((FIRST, SECOND)[tables[guest.name] - 1])
        guest.takes_picture("talking")

    solveig.writes(*FROM_TABLE_1)
    truls.writes(*FROM_TABLE_2)
    solveig.takes_picture("notes")
    elsa.sends_a_thought(SIGNED, named=True)
    hosts[tables[elsa.name] - 1].sees_note(SIGNED)
    elsa.sends_a_thought(ANONYMOUS)
    elsa.begins_a_thought(BEGUN)
    elsa.reloads()
    elsa.still_sees_the_thought(BEGUN)
    elsa.sends_it()

    at_the_table = [guest for guest in guests if tables[guest.name] == 1]
    solveig.writes_summary(SUMMARY)
    solveig.shows_the_summary()
    for guest in at_the_table:
        guest.is_asked_about(SUMMARY)
        guest.takes_picture("nod")
        guest.nods()
    solveig.takes_picture("summary")
    solveig.hands_it_over()
    solveig.goes_back_to_the_notes()


def the_round_without_network(
    house: House, organiser: Organiser, wall: Wall, hosts: tuple[Host, Host], guests: tuple[Guest, Guest]
) -> Guest:
    """The second host is cut off before the round and comes back after it; somebody arrives late."""
    solveig, truls = hosts
    truls.goes_offline()
    organiser.sends_people_to_round(2)
    for guest in guests:
        guest.sees_table(wall.table_of(guest.name))
    organiser.begins_round(2)
    organiser.sees_on_the_monitor("The host has just lost the connection")
    organiser.takes_picture("run-host-lost")

    truls.goes_to_round(2)
    truls.writes(*WITHOUT_NETWORK)
    truls.sees_states(saved=0, here=len(WITHOUT_NETWORK))
    truls.takes_picture("offline")
    truls.reloads()
    truls.goes_to_round(2)
    truls.sees_own_notes()
    truls.writes(AFTER_RELOADING)
    truls.sees_states(saved=0, here=len(WITHOUT_NETWORK) + 1)

    nils = house.comes(Guest, "guest-nils", "nb", PHONE)
    nils.types_the_code(organiser_reads_the_code(wall, organiser))
    nils.says_a_name("Nils sent ute")
    nils.sees_scene("go", "talking")
    nils.takes_picture("late")

    solveig.follows_to_round(2)
    solveig.writes("Runde to ved det første bordet")
    organiser.sends_people_to_round(3)
    organiser.begins_round(3)
    truls.comes_back()
    truls.goes_to_round(2)
    truls.sees_states(saved=len(WITHOUT_NETWORK) + 1, here=0)
    truls.sees_own_notes()
    truls.takes_picture("back")
    return nils


def organiser_reads_the_code(wall: Wall, organiser: Organiser) -> str:
    """The wall shows the talk now; the door's page has the code for whoever is late."""
    door = organiser.page.context.new_page()
    door.goto(organiser.page.url.replace("/run", "/door"))
    code = door.locator(".door-code__code").inner_text()
    door.close()
    return code


def the_last_round(
    organiser: Organiser, hosts: tuple[Host, Host], guests: tuple[Guest, Guest, Guest]
) -> None:
    """Everybody is there in the third round, the late guest and the host who was gone as well."""
    solveig, truls = hosts
    solveig.follows_to_round(3)
    solveig.writes(*LAST_ROUND)
    for guest in guests:
        guest.sees_scene("go", "talking")
        if guest.page.locator('.scene[data-kind="go"]').count():
            guest.sits_down()
        guest.sees_scene("talking")
    newcomer = next(guest for guest in guests if guest.is_at_table(1))
    newcomer.reads_what_was_said_before(SUMMARY)
    newcomer.takes_picture("said-before")
    truls.goes_to_round(3)
    truls.writes("Tredje runde, med nett igjen")
    truls.sees_states(saved=1, here=0)


def the_harvest(house: House, organiser: Organiser, wall: Wall, guests: tuple[Guest, Guest, Guest]) -> None:
    """Put together what was said, approve and publish it; those who said it read it, and so may anybody."""
    organiser.begins_the_harvest()
    wall.sees_picture("harvest")
    organiser.goes_to_step("Harvest")
    organiser.chooses_topic("Brukerkompetanse")
    organiser.consolidates(CONCLUSION, citing=FROM_TABLE_1[0])
    organiser.approves()
    organiser.takes_picture("harvest")
    organiser.publishes("Det vi kom fram til")
    organiser.takes_picture("harvest-published")
    wall.sees_picture("published")
    wall.takes_picture("published")
    for guest in guests:
        guest.sees_scene("harvest")
        guest.takes_picture("harvest")
        guest.follows_the_link()
        reads_the_published_page(guest)
        guest.takes_picture("published")

    stranger = house.comes(Guest, "stranger", "sv", PHONE)
    stranger.window.goes_to(guests[0].page.url)
    reads_the_published_page(stranger)


def reads_the_published_page(guest: Guest) -> None:
    """Find the conclusion and the note it rests on; nobody's name is there."""
    expect(guest.page.get_by_role("heading", name="Det vi kom fram til")).to_be_visible()
    expect(guest.page.get_by_role("heading", name="Spør først")).to_be_visible()
    expect(guest.page.locator(".voices:not(.voices--all) blockquote")).to_have_text([FROM_TABLE_1[0]])
    text = guest.page.locator("main").inner_text()
    assert not [name for name in ("Solveig", "Truls", "Kari", "Elsa", "Nils") if name in text]


def every_word_is_there_once(organiser: Organiser) -> None:
    """Download the files to keep: each note once, at its table, in its round."""
    organiser.goes_to_step("Harvest")
    record = json.loads(organiser.downloads("JSON, for machines"))
    expected = Counter(
        {(text, 1, 1) for text in FROM_TABLE_1}
        | {(text, 2, 1) for text in FROM_TABLE_2}
        | {(text, 2, 2) for text in (*WITHOUT_NETWORK, AFTER_RELOADING)}
        | {("Runde to ved det første bordet", 1, 2), ("Tredje runde, med nett igjen", 2, 3)}
        | {(text, 1, 3) for text in LAST_ROUND}
    )
    by_hosts = Counter((n["text"], n["table"], n["round"]) for n in record["notes"] if n["origin"] == "table")
    assert by_hosts == expected
    from_phones = Counter((n["text"], n["round"]) for n in record["notes"] if n["origin"] == "phone")
    assert from_phones == Counter({(SIGNED, 1): 1, (ANONYMOUS, 1): 1, (BEGUN, 1): 1})

    lines = csv.DictReader(
        io.StringIO(organiser.downloads("CSV with commas").decode("utf-8-sig"), newline="")
    )
    assert sum(line["record"] == "note" for line in lines) == len(record["notes"])
    markdown = organiser.downloads("Markdown, to read").decode()
    assert all(text in markdown for text, _, _ in expected)
