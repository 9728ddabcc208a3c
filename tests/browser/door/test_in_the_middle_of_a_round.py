"""In the middle of a round somebody comes late and somebody does not come; phones and wall follow.

Then the tables have become uneven, the organiser plans again, and those who move are told, and only they.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import pytest
from playwright.sync_api import Browser

from cafe.dialogue.commands.session import Arrival, SetArrival
from tests.support.actors import Person
from tests.support.browser import Window, close_window, open_window
from tests.support.cafe import Hall, make_hall
from tests.support.doorkeeper import Doorkeeper, Phone, Projector
from tests.support.server import Server, serving
from tests.support.words import Words

PHONE = {"viewport": {"width": 360, "height": 640}, "has_touch": True, "is_mobile": True}
LAPTOP = {"viewport": {"width": 1280, "height": 800}}
LANGUAGE = "nb"
LATE, NO_SHOW, NEIGHBOUR = 15, 14, 8

P = TypeVar("P", bound=Person)


@dataclass
class House:
    """A hall with a running round, and the windows that people have open in it."""

    browser: Browser
    server: Server
    hall: Hall
    windows: list[Window] = field(default_factory=list)

    def comes(self, role: type[P], name: str, kind: Mapping[str, object]) -> P:
        """Let somebody come with a window of their own."""
        window = open_window(self.browser, self.server.url, name, language=LANGUAGE, **kind)
        self.windows.append(window)
        return role(window=window, words=Words(LANGUAGE))

    def phone_of(self, person: int) -> Phone:
        """Open somebody's phone."""
        phone = self.comes(Phone, f"phone-{person}", PHONE)
        phone.is_opened(self.hall.session_id, self.server.ticket(self.hall.participants[person]))
        return phone

    def says(self, person: int, arrival: Arrival) -> None:
        """Let another organiser say whether somebody has come."""
        self.hall.do(
            SetArrival(
                session_id=self.hall.session_id, attendee_id=self.hall.attendees[person], arrival=arrival
            )
        )


@pytest.fixture
def house(chromium: Browser, tmp_path: Path) -> Iterator[House]:
    """Give a hall of sixteen in its first round: one comes late, one has not come, all others sit."""
    with serving(tmp_path / "server") as server:
        hall = make_hall(server.app, people=16, tables=4, topics=4, seats=6)
        house = House(chromium, server, hall)
        house.says(LATE, Arrival.AWAY)
        hall.advance()
        for person in range(14):
            house.says(person, Arrival.ARRIVED)
        hall.advance()
        hall.advance()
        yield house
        for window in house.windows:
            window.takes_picture("last")
            close_window(window)


@contextmanager
def timed(what: str) -> Iterator[None]:
    """Tell how long something took to be seen; the figure depends on the machine and is not asserted."""
    begun = time.monotonic()
    yield
    print(f"{what}: seen after {time.monotonic() - begun:.2f} s")


@pytest.mark.browser
def test_the_hall_follows_the_door(house: House) -> None:
    late, no_show, neighbour = (house.phone_of(person) for person in (LATE, NO_SHOW, NEIGHBOUR))
    doorkeeper = house.comes(Doorkeeper, "doorkeeper", LAPTOP)
    doorkeeper.uses_the_link(house.server.sign_in_secret(str(house.hall.organiser.user_id)))
    wall = house.comes(Projector, "wall", LAPTOP)
    wall.page.context.add_cookies(doorkeeper.page.context.cookies())  # type: ignore[arg-type]
    wall.window.goes_to(f"/cafe/{house.hall.session_id}/wall")
    wall.sees_picture("talk")
    doorkeeper.stands_at_the_door(house.hall.session_id)

    somebody_comes_late_and_somebody_does_not_come(doorkeeper, wall, late, no_show)
    people_are_on_their_way(house, doorkeeper, wall, late)
    assert neighbour.has_heard() == [neighbour.words("Go to table {table}", table=neighbour.is_sent_to())]
    neighbour.is_told_of_no_change()
    house.hall.advance()
    the_next_round_is_planned_again(house, doorkeeper, wall)

    assert [what for window in house.windows for what in window.amiss] == []
    assert house.server.complaints() == []


def somebody_comes_late_and_somebody_does_not_come(
    doorkeeper: Doorkeeper, wall: Projector, late: Phone, no_show: Phone
) -> None:
    """One tap each, while the round runs."""
    late.sees_heading("Take a free chair, or ask an organiser.")
    with timed("a late arrival's table at the door"):
        table = doorkeeper.lets_in(f"Person {LATE}")
    doorkeeper.takes_picture("late-arrival")
    with timed("a late arrival's table on the phone"):
        late.sees_table(table)
    late.is_told_of_no_change()
    with timed("a late arrival's table on the wall"):
        wall.welcomes(f"Person {LATE}", table)
    wall.takes_picture("late-arrival")
    late.takes_picture("late-arrival")
    late.sits_down()
    late.sees_scene("talking")

    doorkeeper.taps("Does not come", f"Person {NO_SHOW}")
    with timed("a no-show's phone"):
        no_show.sees_heading("Take a free chair, or ask an organiser.")
    doorkeeper.takes_picture("no-show")


def people_are_on_their_way(house: House, doorkeeper: Doorkeeper, wall: Projector, late: Phone) -> None:
    """The same while the wall calls everybody by name; and what was a mistake is taken back."""
    house.hall.advance()
    wall.sees_picture("move")
    late.sees_table(wall.table_of(f"Person {LATE}"))
    wall.no_longer_lists(f"Person {NO_SHOW}")
    table = doorkeeper.takes_up("Åse Ny")
    with timed("somebody new on the wall"):
        wall.lists("Åse Ny", table)
    doorkeeper.page.locator("#search").fill("Åse Ny")
    doorkeeper.taps("More", "Åse Ny")
    doorkeeper.taps("Has left", "Åse Ny")
    with timed("somebody gone from the wall"):
        wall.no_longer_lists("Åse Ny")
    doorkeeper.takes_it_back()
    with timed("somebody back on the wall"):
        wall.lists("Åse Ny", table)
    wall.takes_picture("move")


def the_next_round_is_planned_again(house: House, doorkeeper: Doorkeeper, wall: Projector) -> None:
    """Three leave who were to sit together; the phones of those who move for it are told, and no others."""
    for person in those_of_the_largest_table(house.hall, round_number=3):
        house.says(person, Arrival.AWAY)
    doorkeeper.goes_to_step("Run")
    doorkeeper.sees(doorkeeper.words("The tables have become uneven."))
    doorkeeper.takes_picture("uneven")
    moves = doorkeeper.looks_at_a_new_plan()
    assert {round_number for round_number, _, _ in moves.values()} == {3}
    mover = next(name for name in moves if name != "Åse Ny")
    seated = sorted(person for people in tables_in(house.hall, 3).values() for person in people)
    stayer = next(person for person in seated if f"Person {person}" not in moves and person < NO_SHOW)
    phone, other = house.phone_of(int(mover.removeprefix("Person "))), house.phone_of(stayer)
    doorkeeper.uses_the_plan()
    _, was, table = moves[mover]
    with timed("a mark on the phone of somebody who will move"):
        phone.is_told_quietly(3, table, was)
    phone.takes_picture("told-quietly")
    phone.looks_at_the_day(table, was)
    house.hall.advance()
    with timed("a changed table, large"):
        phone.is_told_large(table, was)
    phone.takes_picture("told-large")
    assert wall.marks() == {name: (was, table) for name, (_, was, table) in moves.items()}
    wall.takes_picture("changed")
    other.sees_scene("go")
    other.is_told_of_no_change()
    assert len(other.has_heard()) == 1
    phone.sits_down()
    phone.is_told_of_no_change()
    doorkeeper.goes_to_step("Run")
    words = ("Changed since it was told: {count} person", "Changed since it was told: {count} people")
    doorkeeper.sees(doorkeeper.words.several(*words, len(moves) - 1))
    doorkeeper.takes_picture("changed")


def those_of_the_largest_table(hall: Hall, round_number: int) -> list[int]:
    """Give three guests, who host nothing, of the fullest table."""
    tables = tables_in(hall, round_number)
    return max(tables.values(), key=len)[:3]


def tables_in(hall: Hall, round_number: int) -> dict[int, list[int]]:
    """Give the guests at each table, hosts and newcomers left out, by their numbers."""
    from sqlalchemy import select

    from cafe.db import db
    from cafe.dialogue.model import Seat

    numbers = {attendee: number for number, attendee in enumerate(hall.attendees)}
    tables: dict[int, list[int]] = {}
    with hall.app.app_context(), db.sessionmaker() as session:
        query = select(Seat).where(Seat.session_id == hall.session_id, Seat.round_number == round_number)
        for seat in session.scalars(query):
            person = numbers.get(seat.attendee_id, 0)
            if person > 3:
                tables.setdefault(seat.table_round.table.number, []).append(person)
    return tables
