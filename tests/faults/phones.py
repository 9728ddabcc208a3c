"""A phone for tests of what networks and batteries do: its own browser, its own disk, a network to break."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Error, Page, Playwright, expect, sync_playwright

from tests.faults.proxy import FaultProxy
from tests.support.browser import ARGUMENTS, LOCALES, PROGRAM, until_kept
from tests.support.cafe import Hall, make_hall
from tests.support.server import Server, serving

WATCH_SAVED = Path(__file__).with_name("watch_saved.js")
# A database of the browser's holds this draft.
HAS_DRAFT = """async (text) => {
    const settled = (request) => new Promise((done, failed) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
    });
    for (const { name } of await indexedDB.databases()) {
        const database = await settled(indexedDB.open(name));
        try {
            if (database.objectStoreNames.contains("kept")) {
                const kept = await settled(database.transaction("kept").objectStore("kept").getAll());
                if (JSON.stringify(kept).includes(text)) {
                    return true;
                }
            }
        } finally {
            database.close();
        }
    }
    return false;
}"""
SOON = 30_000


@dataclass
class Phone:
    """A phone with its disk in `folder` and the ticket of one person, who comes by the bad network."""

    playwright: Playwright
    folder: Path
    network: FaultProxy
    ticket: str
    path: str
    language: str = "en"
    scheme: str = "light"
    watches_saved: bool = False
    scripts: tuple[str, ...] = ()
    context: BrowserContext | None = None
    errors: list[str] = field(default_factory=list)

    @property
    def page(self) -> Page:
        """Give the page in front."""
        assert self.context is not None
        return self.context.pages[0]

    def opens(self) -> None:
        """Open the browser, and the page."""
        self.context = self.playwright.chromium.launch_persistent_context(
            self.folder,
            executable_path=PROGRAM,
            args=ARGUMENTS,
            viewport={"width": 360, "height": 640},
            locale=LOCALES[self.language],
            color_scheme="dark" if self.scheme == "dark" else "light",
        )
        self.context.set_default_timeout(SOON)
        self.context.on("weberror", lambda error: self.errors.append(str(error.error)))
        if self.watches_saved:
            self.context.add_init_script(path=WATCH_SAVED)
        for script in self.scripts:
            self.context.add_init_script(script)
        # A real one has been on the disk for hours; this one may not have got there before the battery died.
        lasts = time.time() + 86_400
        self.context.add_cookies(
            [{"name": "ticket", "value": self.ticket, "url": self.network.url, "expires": lasts}]
        )
        self.page.goto(f"{self.network.url}{self.path}", wait_until="domcontentloaded")

    def has_been_here(self) -> None:
        """Open the page so often that the phone has all it needs to open it without network."""
        self.opens()
        until_kept(self.page)
        self.closes()
        self.opens()
        self.sees_line("connected")

    def closes(self) -> None:
        """Close the browser as one does."""
        if self.context is not None:
            with suppress(Error):
                self.context.close()
            self.context = None

    def dies(self) -> None:
        """Kill the browser dead, all of its processes at once: nothing is finished and nothing said."""
        mark = f"--user-data-dir={self.folder}".encode()
        for process in Path("/proc").iterdir():
            with suppress(OSError):
                if process.name.isdigit() and mark in (process / "cmdline").read_bytes():
                    os.kill(int(process.name), signal.SIGKILL)
        self.closes()
        (self.folder / "SingletonLock").unlink(missing_ok=True)

    def sees_line(self, *states: str, within: float = SOON) -> None:
        """Wait until the status line is in one of these states."""
        wanted = ",".join(f'#status[data-state="{state}"]' for state in states)
        expect(self.page.locator(wanted)).to_be_visible(timeout=within)

    def another_tab(self) -> Page:
        """Open the same page in one more tab."""
        assert self.context is not None
        tab = self.context.new_page()
        tab.goto(f"{self.network.url}{self.path}", wait_until="domcontentloaded")
        return tab

    def crashes(self) -> None:
        """Let the page in front crash, and it alone."""
        with suppress(Error):  # which is what a crash looks like
            self.page.goto("chrome://crash")

    def writes(self, text: str) -> None:
        """Write a note into the field that has the focus, as the host does."""
        self.page.keyboard.insert_text(text)
        self.page.keyboard.press("Enter")

    def sends(self, thought: str) -> None:
        """Send a thought to the table, as a guest does."""
        self.page.locator("#thought").fill(thought)
        self.page.locator(".thought .write button").click()

    def begins(self, thought: str) -> None:
        """Write a thought and not send it."""
        self.page.locator("#thought").fill(thought)

    def has_on_its_disk(self, draft: str) -> None:
        """Wait until the browser has taken in a draft."""
        end = time.monotonic() + SOON / 1000
        while not self.page.evaluate(HAS_DRAFT, draft):
            assert time.monotonic() < end, "the draft is not kept"
            self.page.wait_for_timeout(20)


@dataclass
class Place:
    """A hall whose first round runs, behind a network that can be broken, and the phones in it."""

    server: Server
    network: FaultProxy
    hall: Hall
    phone_of: Callable[..., Phone]


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    """Give a hall in its first round on the deployed server. `phone_of(person, path)` gives a phone."""
    if PROGRAM is None:
        pytest.skip("Chromium is missing. Install it with: apt install chromium")
    with ExitStack() as stack:
        network = stack.enter_context(FaultProxy())
        server = stack.enter_context(serving(tmp_path / "server", more_origins=(network.url,)))
        network.server_port = server.port
        hall = make_hall(server.app)
        for _ in range(3):
            hall.advance()
        playwright = stack.enter_context(sync_playwright())
        phones: list[Phone] = []

        def phone_of(person: int, path: str, **how: object) -> Phone:
            ticket = server.ticket(hall.participants[person])
            folder = tmp_path / f"phone{len(phones)}"
            phone = Phone(playwright, folder, network, ticket, f"/cafe/{hall.session_id}{path}", **how)  # type: ignore[arg-type]
            phones.append(phone)
            return phone

        yield Place(server, network, hall, phone_of)
        server.kill()  # with connections half open, stopping takes its time
        errors = [error for phone in phones for error in phone.errors]
        for phone in phones:
            phone.closes()
        assert errors == []
