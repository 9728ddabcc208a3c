"""axe finds nothing on any page in any state, narrow and wide, light and dark; nothing is too wide.

All of axe's rules look at each width, and those that ask for colours look at each width in both schemes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.accessibility.states import STAGES, State
from tests.browser.accessibility.visitors import NARROW, WIDE, House
from tests.faults.proxy import FaultProxy
from tests.support.browser import Window
from tests.support.cafe import make_hall
from tests.support.server import Server, serving
from tests.support.world import World, make_world

Scheme = Literal["light", "dark"]
Rules = dict[str, str | list[str]]
ALL: Rules = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
COLOURS: Rules = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
LOOKS: tuple[tuple[ViewportSize, Scheme, Rules], ...] = (
    (NARROW, "light", ALL),
    (NARROW, "dark", COLOURS),
    (WIDE, "dark", ALL),
    (WIDE, "light", COLOURS),
)
RUN = """(rules) => axe.run(document, { runOnly: rules, resultTypes: ["violations"] })"""
# When the scheme is switched under an open page Chromium now and then keeps the other scheme's colour in a
# place that has not changed since. The page is laid out anew, as it is for whoever opens it in that scheme.
SETTLED = """async () => {
  const page = document.documentElement;
  page.style.display = "none";
  page.getBoundingClientRect();
  page.style.display = "";
  for (let frame = 0; frame < 2; frame += 1) await new Promise((drawn) => requestAnimationFrame(drawn));
}"""
STICKS_OUT = """() => [...document.querySelectorAll("body *")].filter((element) =>
  element.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5
).map((element) => element.tagName + "." + element.className).slice(0, 5)"""
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, FaultProxy]]:
    """Give a server that stands for all stages, and a line to it that can be cut."""
    with (
        FaultProxy() as line,
        serving(tmp_path_factory.mktemp("server"), more_origins=(line.url,)) as server,
    ):
        line.server_port = server.port
        yield server, line
        assert server.complaints() == []


@pytest.fixture
def house(chromium: Browser, standing: tuple[Server, FaultProxy]) -> Iterator[Callable[[str], House]]:
    """Give a function that makes the hall of a stage."""
    server, line = standing
    line.mend()

    def make(stage: str) -> House:
        kind, bring_about, _ = STAGES[stage]
        if kind == "running":
            world = make_world(server.app)
        else:
            hall = make_hall(server.app)
            world = World(hall, hall, "", "", "")
        bring_about(world)
        houses.append(House(chromium, server, line, world.hall, world.teams))
        return houses[-1]

    houses: list[House] = []
    yield make
    for made in houses:
        made.close()
    line.cut()


@pytest.mark.browser
@pytest.mark.parametrize("stage", STAGES)
def test_axe_finds_nothing(house: Callable[[str], House], stage: str) -> None:
    hall = house(stage)
    found = [problem for state in STAGES[stage][2] for problem in _problems(hall, state)]
    assert not found, "\n" + "\n".join(dict.fromkeys(found))


def _problems(house: House, state: State) -> list[str]:
    window = house.window(state.who)
    window.name = f"axe-{state.name.replace(' ', '-')}"
    window.amiss.clear()
    try:
        _looks_like(window.page, NARROW, "light")
        window.goes_to(house.address(state.path))
        state.act(window.page, house)
        expect(window.page.locator(state.shows).first).to_be_visible()
    except Exception as error:  # noqa: BLE001 - the other states are looked at all the same
        window.takes_picture("unreached")
        house.close(state.who)
        return [f"{state.name}: not reached: {str(error).splitlines()[0]}"]
    window.page.evaluate(Axe().axe_script)
    found = [problem for size, scheme, rules in LOOKS for problem in _seen(window, size, scheme, rules)]
    return [f"{state.name}: {problem}" for problem in (*found, *window.amiss)]


def _seen(window: Window, size: ViewportSize, scheme: Scheme, rules: Rules) -> list[str]:
    page = window.page
    _looks_like(page, size, scheme)
    page.evaluate(SETTLED)
    window.takes_picture(f"{size['width']}-{scheme}")
    found = [
        f"{size['width']} px {scheme}: {violation['id']}: {node['html'][:160]}"
        for violation in page.evaluate(RUN, rules)["violations"]
        for node in violation["nodes"]
    ]
    too_wide = page.evaluate(TOO_WIDE)
    if too_wide > 0:
        found.append(f"{size['width']} px: {too_wide} px too wide: {page.evaluate(STICKS_OUT)}")
    return found


def _looks_like(page: Page, size: ViewportSize, scheme: Scheme) -> None:
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=scheme)
