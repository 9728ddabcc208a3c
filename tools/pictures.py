"""Take the pictures of the guides and the README: `make pictures`; `PICTURES=network` takes some alone.

A café of invented people is brought to each moment by commands, served as it is deployed, and photographed in
Chromium, in bokmål. Needs Chromium (`apt install chromium`).
"""

from __future__ import annotations

import base64
import os
import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from flask import Flask
from pictures_cafe import PicturedCafe
from pictures_harvest import harvested
from pictures_network import PicturedNetwork, pictured_network, signed_in, touches_a_measure
from pictures_png import smaller
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from cafe.app import alembic, create_app
from cafe.demo import processes
from cafe.demo.address import LOCAL, free_port
from cafe.demo.prepare import import_file
from cafe.importing.file import ImportFile
from cafe.people.commands import Purpose
from cafe.settings import Settings, kept_secret

T = TypeVar("T")
ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
MOST = 150_000
CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
PHONE, LAPTOP, PROJECTOR = (390, 844), (1280, 800), (1280, 720)
TALL = (1280, 1080)
LONG = {"width": 1280, "height": 1640}
TABLE = 4
PEOPLE = 96
ROUND_MINUTES = 20
ADDRESS = "https://kafe.example.org"  # what the wall and the pages tell people to go to


# Phones and desks use the letters of the device. Where pictures are taken there may be none worth looking
# at, so they get Inter, which is near to what phones have, and which we carry with us.
INTER = ROOT / "static/vendor/inter-latin-wght-normal.woff2"
LETTERS = """@font-face {{ font-family: Inter; font-weight: 100 900; src: url(data:font/woff2;base64,{}); }}
:root, body {{ --font-text: Inter; --font-voice: Charter, "Bitstream Charter", "C059", Georgia, serif; }}
body {{ font-family: Inter; }}"""


class Photographer:
    """A browser, and where the pages are."""

    def __init__(self, browser: Browser, origin: str) -> None:
        self.browser, self.origin = browser, origin

    def device(self, size: tuple[int, int], *, ticket: str = "") -> BrowserContext:
        """Open a device of somebody's own; with a ticket it has a place in the café."""
        context = self.browser.new_context(
            viewport={"width": size[0], "height": size[1]}, locale="nb-NO", timezone_id=_forenoon(),
            reduced_motion="reduce", color_scheme="light", bypass_csp=True,
        )  # fmt: skip
        context.set_default_timeout(15_000)
        if ticket:
            context.add_cookies([{"name": "ticket", "value": ticket, "url": self.origin}])
        return context

    def opens(self, context: BrowserContext, path: str, waits_for: str = "main") -> Page:
        """Open a page and wait until what the picture is about is there."""
        page = context.new_page()
        page.goto(f"{self.origin}{path}")
        page.locator(waits_for).first.wait_for()
        return page

    def takes(self, page: Page, name: str) -> None:
        """Take a picture once letters and rows have settled."""
        page.add_style_tag(content=LETTERS.format(_encoded(INTER)))
        page.evaluate("Promise.all([document.fonts.load('400 17px Inter'), document.fonts.ready])")
        page.wait_for_timeout(900)
        keep(page, name)


class CafePhotographer(Photographer):
    """A browser in a café."""

    def __init__(self, browser: Browser, origin: str, cafe: PicturedCafe) -> None:
        super().__init__(browser, origin)
        self.cafe = cafe

    def cafe_page(self, context: BrowserContext, page: str, waits_for: str) -> Page:
        """Open one of the café's own pages."""
        return self.opens(context, f"/cafe/{self.cafe.session}{page}", waits_for)


def keep(page: Page, name: str) -> None:
    """Write a picture, and say so when it is too heavy to be kept with the program."""
    path = PICTURES / f"{name}.png"
    paper = page.context.browser.new_page() if page.context.browser else page
    size = path.write_bytes(smaller(paper, page.screenshot()))
    paper.close()
    print(f"{path.relative_to(ROOT)}  {size // 1000} kB{'  TOO LARGE' if size > MOST else ''}")


def take_all(to: CafePhotographer) -> None:
    """Follow a café from its preparation to the published page."""
    cafe = to.cafe
    office, hall = to.device(LAPTOP), to.device(PROJECTOR)
    _sign_in(to, office)
    _open_wall(to, hall)
    _before(to, office)
    cafe.opens_doors()
    _at_the_door(to, office, hall)
    cafe.goes_to_tables()
    place = cafe.guest_of(TABLE, 2)
    guest = to.cafe_page(to.device(PHONE, ticket=cafe.ticket(place)), "", '.scene[data-kind="go"]')
    to.takes(guest, "guest-go")
    cafe.talks_first()
    guest.locator(".table-number .number", has_text=str(TABLE)).wait_for()
    to.takes(guest, "guest-moving")
    to.takes(to.cafe_page(hall, "/wall", ".wall-scene--move"), "wall-move")
    cafe.talks_again()
    _talking(to, office, hall, guest)
    cafe.is_over()
    _harvest(to, office)


def _sign_in(to: CafePhotographer, office: BrowserContext) -> None:
    secret = to.cafe.link(Purpose.SIGN_IN, to.cafe.organiser)
    page = to.opens(office, f"/in?next=/cafe/{to.cafe.session}/prepare#{secret}", "form.form")
    page.locator("form.form button[type=submit]").click()
    page.wait_for_url("**/prepare")
    page.close()


def _open_wall(to: CafePhotographer, hall: BrowserContext) -> None:
    page = to.opens(hall, f"/w#{to.cafe.link(Purpose.WALL, to.cafe.session)}", "main")
    page.wait_for_url("**/wall")
    page.close()


def _before(to: CafePhotographer, office: BrowserContext) -> None:
    to.takes(to.opens(office, f"/gatherings/{to.cafe.gathering}", "h1"), "gathering")
    to.takes(to.cafe_page(office, "/prepare", "h1"), "prepare")
    to.takes(to.cafe_page(office, "/seats", "h1"), "seats")


def _at_the_door(to: CafePhotographer, office: BrowserContext, hall: BrowserContext) -> None:
    phone = to.device(PHONE)
    page = to.opens(phone, "/", "h1")
    to.takes(page, "guest-front")
    page.locator("input[name=code]").fill(to.cafe.join_code)
    page.keyboard.press("Enter")
    page.wait_for_url("**/join")
    page.locator("input[name=display_name]").fill(to.cafe.name_of(60))
    to.takes(page, "guest-name")
    waiting = to.device(PHONE, ticket=to.cafe.ticket(to.cafe.guest_of(TABLE, 1)))
    to.takes(to.cafe_page(waiting, "", '.scene[data-kind="waiting"]'), "guest-waiting")
    to.takes(to.cafe_page(office, "/door", ".door-counts"), "door")
    to.takes(to.cafe_page(hall, "/wall", ".wall-scene--gather"), "wall-gather")


def _talking(to: CafePhotographer, office: BrowserContext, hall: BrowserContext, guest: Page) -> None:
    cafe = to.cafe
    guest.locator('.scene[data-kind="talking"]').wait_for()
    to.takes(guest, "guest-talking")
    host = cafe.ticket(TABLE - 1)
    for name, size in (("desk-phone", PHONE), ("desk", LAPTOP)):
        page = to.cafe_page(to.device(size, ticket=host), f"/table/{TABLE}", ".note")
        to.takes(page, name)
        page.context.close()
    cafe.keeps_the_host(TABLE)
    page = to.cafe_page(office, "/run", ".run-tables tbody tr")
    page.set_viewport_size(LONG)
    to.takes(page, "run")
    to.takes(to.cafe_page(hall, "/wall", ".wall-scene--talk"), "wall-talk")
    cafe.sums_up(TABLE)
    guest.locator(".nod__text").wait_for()
    to.takes(guest, "guest-nod")


def _harvest(to: CafePhotographer, office: BrowserContext) -> None:
    page = to.cafe_page(office, "/harvest", ".harvest-tabs")
    page.locator(".harvest-tabs button").nth(2).click()
    page.locator("#text").fill(to.cafe.half_a_conclusion())
    page.locator("h1").click()
    to.takes(page, "harvest")
    page.close()
    harvested(to.cafe.app, to.cafe.session, to.cafe.topics[1])
    page = to.cafe_page(office, "/board", ".board-columns .slip")
    to.takes(page, "board")
    page.close()
    page = to.cafe_page(office, "/conclusions", ".conclusion")
    to.takes(page, "conclusions")
    page.close()
    page = to.cafe_page(office, "/report", ".booklet__part")
    page.locator("#topic-B").scroll_into_view_if_needed()
    page.evaluate("document.querySelector('#topic-B').scrollIntoView()")
    to.takes(page, "report")
    page.close()
    page = to.opens(office, to.cafe.publishes(), "h1")
    page.set_viewport_size(LONG)
    to.takes(page, "published")


def take_network(to: Photographer, network: PicturedNetwork) -> None:
    """Show a team's work between the gatherings, and what organisers see of it."""
    phone, desk, office = to.device(PHONE), to.device(TALL), to.device(TALL)
    for context in (phone, desk):
        signed_in(context, network.prepared.team_link)
    signed_in(office, network.prepared.organiser_link)
    plan = f"/plans/{network.plan}"
    page = to.opens(phone, plan, ".yours .plan-measure")
    touches_a_measure(page)
    to.takes(page, "team-measure")
    to.takes(to.opens(desk, plan, ".yours .plan-measure"), "team-plan")
    chart = to.opens(desk, f"{plan}/indicators/{network.indicator}", "svg")
    to.takes(chart, "team-chart")
    to.takes(to.opens(desk, f"{plan}/reports/{network.gathering}", "h1"), "team-report")
    to.takes(to.opens(desk, f"{plan}/storyboard", "h1"), "storyboard")
    to.takes(to.opens(office, f"/networks/{network.network}/board", ".teams-table"), "teams")


def _forenoon() -> str:
    """Give a time zone in which it is about eleven in the forenoon, whenever the pictures are taken."""
    behind = datetime.now(tz=UTC).hour - 11
    return f"Etc/GMT{behind:+d}"


HALL = """<!doctype html><style>
body {{ margin: 0; padding: 40px; display: flex; gap: 32px; align-items: center; background: #f7f2e9; }}
img {{ display: block; border-radius: 14px; box-shadow: 0 0 0 1px #d9cfbf; }}
</style>{images}"""


def compose(browser: Browser) -> None:
    """Put a guest's phone, a host's desk and the organiser's page beside each other, for the README."""
    widths = {"guest-talking": 364, "desk-phone": 364, "run": 630}
    image = '<img width="{}" src="data:image/png;base64,{}">'
    images = "".join(
        image.format(width, _encoded(PICTURES / f"{name}.png")) for name, width in widths.items()
    )
    page = browser.new_page(viewport={"width": sum(widths.values()) + 80 + 64, "height": 868})
    page.set_content(HALL.format(images=images))
    keep(page, "hall")


def _encoded(path: Path) -> str:
    return base64.b64encode(path.read_bytes()).decode()


def hall_file() -> ImportFile:
    """Give the demonstration's people, with rounds as long as a real café's."""
    facts = import_file(PEOPLE, random.Random(7)).model_dump(mode="json")  # noqa: S311 - the same each time
    facts["sessions"][0] |= {"switch_minutes": 2, "rounds": [{"minutes": ROUND_MINUTES}] * 3}
    return ImportFile.model_validate(facts)


@contextmanager
def served(folder: Path, make: Callable[[Flask, str], T]) -> Iterator[tuple[str, T]]:
    """Make what is to be seen and serve it on a port of its own."""
    port = free_port(LOCAL, 8700)
    origin = f"http://{LOCAL}:{port}"
    url = f"sqlite:///{folder / 'pictures.db'}"
    origins = (ADDRESS, origin)
    settings = Settings(database_url=url, secret_key=kept_secret(folder), origins=origins, demo=True)
    app = create_app(settings)
    with app.app_context():
        alembic.upgrade()
    made = make(app, origin)
    environment = os.environ | {
        "CAFE_DATA": str(folder), "CAFE_DATABASE_URL": url,
        "CAFE_ORIGINS": " ".join(origins), "CAFE_DEMO": "1",
    }  # fmt: skip
    server = processes.start_server(LOCAL, port, environment)
    with processes.ending(server):
        processes.wait_until_ready(server, port)
        yield origin, made


def main() -> None:
    """Take every picture anew."""
    if not Path(CHROMIUM).exists():
        sys.exit("Chromium is missing. Install it with: apt install chromium")
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        if sys.argv[1:] != ["network"]:
            hall = Path(folder, "hall")
            hall.mkdir()
            with served(hall, lambda app, _origin: PicturedCafe(app, hall_file())) as (origin, cafe):
                take_all(CafePhotographer(browser, origin, cafe))
            compose(browser)
        network = Path(folder, "network")
        network.mkdir()
        with served(network, pictured_network) as (origin, pictured):
            take_network(Photographer(browser, origin), pictured)
        browser.close()


if __name__ == "__main__":
    main()
