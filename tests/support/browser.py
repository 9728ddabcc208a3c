"""Real browser windows: Debian's Chromium, a context of its own for each person, watched for anything amiss.

A browser lives as long as a module's tests: Playwright's loop would be in the way of other tests' loops.
Where Debian's Chromium without windows of its own is there too (chromium-headless-shell), it is what the
tests use: the same engine at half the work.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request, sync_playwright

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PROGRAM = shutil.which("chromium-headless-shell") or shutil.which("chromium")
SCREENSHOTS = "KAFE_SCREENSHOTS"
LOCALES = {"nb": "nb-NO", "nn": "nn-NO", "sv": "sv-SE", "en": "en-GB"}
# What a browser itself writes when its line is cut; anything else is a fault of ours.
CUT = re.compile(
    r"net::ERR_(CONNECTION|EMPTY|SOCKET|NETWORK|INTERNET|FAILED)|WebSocket connection to|fetching the script"
)
REFUSAL = "the server responded with a status of 4"
# The worker has this page in its care and has kept it, though the page was there before the worker was.
KEPT = """async (limit) => {
    const end = Date.now() + limit;
    const kept = () => caches.match(location.pathname, { cacheName: "kafedialog-pages" });
    while (navigator.serviceWorker.controller?.state !== "activated" || !await kept()) {
        if (Date.now() > end) throw new Error("the service worker has not kept this page");
        await new Promise((done) => setTimeout(done, 20));
    }
}"""
WATCH_POLICY = """addEventListener("securitypolicyviolation", (event) =>
    console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));"""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Give a running Chromium. Without one the test is skipped, on the build server it fails."""
    if PROGRAM is None:
        message = "Chromium is missing. Install it with: apt install chromium"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=PROGRAM, args=ARGUMENTS)
        yield browser
        browser.close()


@dataclass
class Window:
    """One person's browser window. What went wrong in it is kept in `amiss`."""

    page: Page
    home: str
    name: str
    offline: bool = False
    amiss: list[str] = field(default_factory=list)
    pictures: int = 0

    def watch(self) -> None:
        """Keep everything that must not happen: errors, broken policy, requests to anybody else."""
        self.page.context.add_init_script(WATCH_POLICY)
        self.page.context.on("console", self._heard)
        self.page.context.on("weberror", lambda error: self._note(f"error: {error.error}"))
        self.page.context.on("request", self._asked)

    def goes_to(self, path: str) -> None:
        """Open an address on the server, or a whole address."""
        self.page.goto(path if "://" in path else f"{self.home}{path}")

    def takes_picture(self, what: str) -> None:
        """Keep a picture of the window, where pictures are wanted."""
        folder = os.environ.get(SCREENSHOTS)
        if folder:
            self.pictures += 1
            place = Path(folder) / f"{self.name}-{self.pictures:02}-{what}.png"
            place.parent.mkdir(parents=True, exist_ok=True)
            with suppress(Error):  # a picture that cannot be taken says nothing of the product
                self.page.screenshot(path=place)

    def _heard(self, message: ConsoleMessage) -> None:
        # A browser writes a line of its own when a page is a refusal, as a form with a mistake is.
        at = message.location.get("url", "")
        refusal = REFUSAL in message.text and at.partition("#")[0] == self.page.url.partition("#")[0]
        if message.type == "error" and not refusal and not (self.offline and CUT.search(message.text)):
            self._note(f"console: {message.text} ({at})")

    def _asked(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.netloc != urlsplit(self.home).netloc:
            self._note(f"request: {request.url}")

    def _note(self, what: str) -> None:
        self.amiss.append(f"{self.name} at {urlsplit(self.page.url).path}: {what}")


def open_window(browser: Browser, home: str, name: str, *, language: str = "nb", **context: Any) -> Window:
    """Open a window of somebody's own, with no cookies and nothing kept."""
    held = browser.new_context(locale=LOCALES[language], **context)
    held.set_default_timeout(15_000)
    window = Window(page=held.new_page(), home=home, name=name)
    window.watch()
    return window


def close_window(window: Window) -> None:
    """Close a window, also when its browser has gone already."""
    with suppress(Error):
        window.page.context.close()


def until_kept(page: Page, limit: int = 20_000) -> None:
    """Wait until this page could be reloaded without network; a worker that never comes is an error."""
    page.evaluate(KEPT, limit)
