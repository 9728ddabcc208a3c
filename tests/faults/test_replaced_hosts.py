"""A host is replaced with text still on the phone: it reaches the new host, marked, or can be copied."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect
from sqlalchemy import select

from cafe.clock import now_ms
from cafe.db import db
from cafe.dialogue.commands.session import AssignHost
from cafe.dialogue.commands.table import AddNote
from cafe.dialogue.lateness import STILL_TAKEN_IN
from cafe.dialogue.model import FormerHost, Note, Summary
from tests.faults.figures import Figures
from tests.faults.phones import SOON, Phone, Place
from tests.support.cafe import Hall

OLD, NEW = 0, 2
NOTED = ("Noted in the cellar", "One more")


def replace_host(hall: Hall) -> None:
    """Let the organiser name another host of the first table."""
    command = AssignHost(session_id=hall.session_id, table_id=hall.tables[0], host_id=hall.attendees[NEW])
    hall.do(command)


def leave_everything_unsent(place: Place, phone: Phone) -> None:
    """Write notes, change an older one, begin a summary and half a note: all of it without network."""
    hall = place.hall
    first = AddNote(
        session_id=hall.session_id, table_round_id=hall.place(1), note_id="a-first-note", text="A place to go"
    )
    hall.do(first, hall.guest(OLD))
    phone.has_been_here()
    place.network.cut()
    phone.sees_line("offline")
    page = phone.page
    page.locator("#new-note").focus()
    for text in NOTED:
        phone.writes(text)
    page.locator("#new-note").fill("Half a thou")
    page.locator('[data-edit="a-first-note"]').click()
    page.locator("#edit").fill("A warm place to go")
    page.locator(".composer__summary").click()
    page.locator("#summary").fill("Homes, and then work")
    expect(page.locator(f'.note[data-state="here"]:has-text("{NOTED[1]}")')).to_have_count(1)


def stored(hall: Hall) -> list[tuple[str, str]]:
    """Give all notes in the order of their texts, with why they are late."""
    with hall.app.app_context(), db.sessionmaker() as session:
        return sorted((note.text, note.late) for note in session.scalars(select(Note)))


def marks(phone: Phone) -> Locator:
    """Find the notes that are marked as late on a desk."""
    return phone.page.locator(".note:has(.note__origin[data-late])")


@pytest.mark.browser
@pytest.mark.bar(8)
@pytest.mark.parametrize("killed", [False, True])
def test_what_the_host_before_had_written_reaches_the_new_one(
    place: Place, figures: Figures, killed: bool
) -> None:
    hall, old = place.hall, place.phone_of(OLD, "/table/1")
    leave_everything_unsent(place, old)
    if killed:
        old.dies()
    replace_host(hall)
    new = place.phone_of(NEW, "/table/1")
    place.network.mend()
    new.opens()
    new.sees_line("connected")
    if killed:
        old.opens()
    expect(old.page.locator(".former [role=status]")).to_contain_text("is with them", timeout=SOON)
    assert stored(hall) == [
        ("A place to go", ""),
        ("A warm place to go", "edit"),
        ("Half a thou", "host"),
        ("Homes, and then work", "summary"),
        (NOTED[0], "host"),
        (NOTED[1], "host"),
    ]
    expect(marks(new)).to_have_count(5, timeout=SOON)
    with hall.app.app_context(), db.sessionmaker() as session:
        assert session.get(Summary, hall.place(1)) is None
    left = "killed meanwhile" if killed else "open all the while"
    figures.say(f"phone {left}: 5 of 5 texts reached the new host, marked")


@pytest.mark.browser
@pytest.mark.bar(8)
def test_what_comes_much_too_late_stays_on_the_phone_and_can_be_copied(
    place: Place, figures: Figures
) -> None:
    hall, old = place.hall, place.phone_of(OLD, "/table/1")
    leave_everything_unsent(place, old)
    replace_host(hall)
    with hall.app.app_context(), db.sessionmaker.begin() as session:
        ended = session.get_one(FormerHost, (hall.tables[0], hall.attendees[OLD]))
        ended.since = now_ms() - STILL_TAKEN_IN - 1
    place.network.mend()
    texts = old.page.locator(".former__texts > li")
    expect(texts).to_have_count(5, timeout=SOON)
    expect(old.page.locator(".former [role=status]")).to_contain_text("could not be taken in", timeout=SOON)
    old.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    old.page.locator("#copy-texts").click()
    copied = old.page.evaluate("navigator.clipboard.readText()")
    for text in (*NOTED, "Half a thou", "A warm place to go", "Homes, and then work"):
        assert text in copied
    assert stored(hall) == [("A place to go", "")]
    figures.say("after two days: 5 of 5 texts kept on the phone, with a copy")
