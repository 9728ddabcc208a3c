"""A phone dies with all that was written on it offline: opened again, each note is stored exactly once."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from playwright.sync_api import expect
from sqlalchemy import select

from cafe.db import db
from cafe.dialogue.model import Note, PendingIdea
from tests.faults.figures import Figures, count
from tests.faults.phones import SOON, Phone, Place
from tests.support.cafe import Hall

EDITED = 5  # each fifth note is written on after it was noted
LONG = 240_000


def texts_stored(hall: Hall) -> list[str]:
    """Give all notes in order, and the thoughts that are on their way to the notes."""
    with hall.app.app_context(), db.sessionmaker() as session:
        notes = select(Note.text).where(Note.binned.is_(False)).order_by(Note.position)
        return [*session.scalars(notes), *session.scalars(select(PendingIdea.text))]


def sees_notes(phone: Phone, *, saved: int = 0, here: int = 0) -> None:
    """Wait until so many notes stand in each state, and none in another."""
    for state, number in {"saved": saved, "here": here, "saving": 0, "refused": 0}.items():
        expect(phone.page.locator(f'.note[data-state="{state}"]')).to_have_count(number, timeout=LONG)


@pytest.mark.browser
@pytest.mark.bar(2)
def test_a_host_writes_offline_and_the_phone_dies(place: Place, figures: Figures) -> None:
    operations = count(full=500, quick=48)
    notes = operations * EDITED // (EDITED + 1)
    phone = place.phone_of(0, "/table/1")
    phone.has_been_here()
    place.network.cut()
    phone.sees_line("offline")
    phone.page.locator("#new-note").focus()
    expected = []
    for number in range(notes):
        phone.writes(f"Note {number}")
        expected.append(f"Note {number}")
        if number % EDITED == EDITED - 1:
            phone.page.keyboard.press("ArrowUp")
            phone.writes(" and more")
            expected[-1] += " and more"
    sees_notes(phone, here=notes)
    phone.dies()

    phone.opens()
    sees_notes(phone, here=notes)
    phone.sees_line("offline")
    place.network.mend()
    phone.page.wait_for_timeout(count(full=2_000, quick=300))
    phone.dies()  # and once more, in the middle of sending

    phone.opens()
    sees_notes(phone, saved=notes)
    stored = texts_stored(place.hall)
    assert stored == expected
    figures.say(f"{operations} written offline at the desk, browser killed twice: each stored once")


@pytest.mark.browser
@pytest.mark.bar(2)
def test_a_guest_writes_offline_and_the_phone_dies(place: Place, figures: Figures) -> None:
    number = count(full=500, quick=24)
    phone = place.phone_of(4, "")
    phone.has_been_here()
    phone.page.locator(".at-thumb button").first.click()  # "I am here"
    table = re.sub(r"\D", "", phone.page.locator(".talk-head__place strong").inner_text())
    place.network.cut()
    phone.sees_line("offline")
    for each in range(number):
        phone.sends(f"Thought {each}")
    phone.page.locator(".fold:has(.note-state) > summary").click()
    expect(phone.page.locator('.note-list [data-state="here"]')).to_have_count(number)
    phone.begins("Half a thought")
    phone.has_on_its_disk("Half a thought")
    phone.dies()

    phone.opens()
    expect(phone.page.locator(".talk-head__place")).to_contain_text(f"Table {table}")
    expect(phone.page.locator(".countdown")).to_have_text(re.compile(r"^1\d:\d\d$"))
    expect(phone.page.locator('.note-list [data-state="here"]')).to_have_count(number, timeout=LONG)
    expect(phone.page.locator("#thought")).to_have_value("Half a thought")
    place.network.mend()
    expect(phone.page.locator('.note-list [data-state="saved"]')).to_have_count(number, timeout=LONG)
    assert Counter(texts_stored(place.hall)) == Counter(f"Thought {each}" for each in range(number))
    expect(phone.page.locator("#thought")).to_have_value("Half a thought")
    figures.say(f"{number} sent offline by a guest, browser killed: each stored once, the draft still there")


@pytest.mark.browser
@pytest.mark.bar(2)
def test_a_tab_that_crashes_while_sending(place: Place) -> None:
    phone = place.phone_of(0, "/table/1")
    phone.opens()
    phone.sees_line("connected")
    place.network.half_open()  # everything arrives, no answer comes back
    phone.page.locator("#new-note").focus()
    for number in range(3):
        phone.writes(f"Note {number}")
    phone.sees_line("offline")
    sees_notes(phone, here=3)
    phone.crashes()
    place.network.mend()
    tab = phone.another_tab()
    expect(tab.locator('.note[data-state="saved"]')).to_have_count(3, timeout=SOON)
    assert texts_stored(place.hall) == ["Note 0", "Note 1", "Note 2"]
