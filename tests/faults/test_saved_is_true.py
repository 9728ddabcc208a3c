"""What stands as saved is on the server, whatever the network does, and a dead link is shown in 5 s."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.faults.figures import Figures, count
from tests.faults.phones import Phone, Place
from tests.faults.proxy import FaultProxy

SHOWN_WITHIN = 5.0
WEATHERS: dict[str, Callable[[FaultProxy], None]] = {
    "delay": lambda network: network.delay(0.4),
    "cut": FaultProxy.cut,
    "black hole": FaultProxy.black_hole,
    "half open": FaultProxy.half_open,
}
LONG = 120_000


def writes_through(phone: Phone, network: FaultProxy, write: Callable[[str], None], rounds: int) -> int:
    """Write before, during and after each kind of weather; give how many texts."""
    texts = 0
    for round_number in range(rounds):
        for name, breaks in WEATHERS.items():
            for moment in ("before", "at once", "during", "after"):
                if moment == "at once":
                    breaks(network)
                elif moment == "after":
                    network.mend()
                for each in range(2):
                    write(f"{name} {moment} {round_number}.{each}")
                    texts += 1
                phone.page.wait_for_timeout(250)
    return texts


def findings(phone: Phone) -> dict[str, int | list[str]]:
    """Give what the watch in the page has found."""
    found: dict[str, int | list[str]] = phone.page.evaluate("window.watched")
    return found


@pytest.mark.browser
@pytest.mark.bar(6)
def test_a_note_is_not_called_saved_before_its_ack(place: Place, figures: Figures) -> None:
    phone = place.phone_of(0, "/table/1", watches_saved=True)
    phone.opens()
    phone.sees_line("connected")
    phone.page.locator("#new-note").focus()
    texts = writes_through(phone, place.network, phone.writes, count(full=10, quick=1))
    phone.page.keyboard.press("ArrowUp")
    phone.writes(", written on")
    expect(phone.page.locator('.note[data-state="saved"]')).to_have_count(texts, timeout=LONG)
    found = findings(phone)
    assert found["lies"] == []
    assert found["acknowledged"] == texts + 1
    figures.say(f"{texts} notes through delay, cut, black hole and half-open: none called saved too early")


@pytest.mark.browser
@pytest.mark.bar(6)
def test_a_thought_is_not_called_saved_before_its_ack(place: Place, figures: Figures) -> None:
    phone = place.phone_of(4, "", watches_saved=True)
    phone.opens()
    phone.sees_line("connected")
    phone.page.locator(".at-thumb button").first.click()  # "I am here"
    texts = writes_through(phone, place.network, phone.sends, count(full=10, quick=1))
    phone.page.locator(".fold:has(.note-state) > summary").click()
    expect(phone.page.locator('.note-list [data-state="saved"]')).to_have_count(texts, timeout=LONG)
    found = findings(phone)
    assert found["lies"] == []
    assert found["acknowledged"] == texts
    figures.say(f"{texts} thoughts likewise")


@pytest.mark.browser
@pytest.mark.bar(6)
@pytest.mark.parametrize("kind", ["black hole", "half open"])
def test_a_dead_link_is_shown(place: Place, figures: Figures, kind: str) -> None:
    phone = place.phone_of(4, "")
    phone.opens()
    longest = 0.0
    for _ in range(count(full=10, quick=1)):
        phone.sees_line("connected")
        began = time.monotonic()
        WEATHERS[kind](place.network)
        phone.sees_line("offline")
        longest = max(longest, time.monotonic() - began)
        place.network.mend()
    figures.say(f"{kind}: shown after {longest:.1f} s at most", held=longest <= SHOWN_WITHIN)


@pytest.mark.browser
@pytest.mark.bar(6)
def test_a_page_opened_into_a_black_hole_says_so(place: Place, figures: Figures) -> None:
    phone = place.phone_of(4, "")
    phone.has_been_here()
    place.network.black_hole()
    phone.page.reload(wait_until="domcontentloaded")
    began = time.monotonic()
    phone.sees_line("offline")
    shown = time.monotonic() - began
    figures.say(f"opened into a black hole: shown after {shown:.1f} s", held=shown <= SHOWN_WITHIN)
