"""What a guest's phone fetches before it shows the first instruction, and how long that takes on a slow line.

    .venv/bin/python bench/first_visit.py http://127.0.0.1:8000 http://127.0.0.1:8000/j#SECRET
    .venv/bin/python bench/first_visit.py http://127.0.0.1:8000 CODE

The phone joins by the code (or the QR's link); then, with an empty cache at 1.6 Mbit/s and 150 ms, it opens
the café's page. Counted are the bytes on the wire by file, headers included, until the instruction shows; the
service worker fetches afterwards and is not counted. The bars: 100 kB in all, 14 kB for the HTML, 2 s.
"""

from __future__ import annotations

import argparse
import sys
import time
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page, sync_playwright

SLOW = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
MOST_BYTES, MOST_HTML, MOST_SECONDS = 100_000, 14_000, 2.0
CHROMIUM = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]


class Wire:
    """Counts what goes over the network, by file."""

    def __init__(self, page: Page) -> None:
        self.devtools = page.context.new_cdp_session(page)
        self.devtools.send("Network.enable")
        self.devtools.on("Network.responseReceived", self._named)
        self.devtools.on("Network.loadingFinished", self._finished)
        self.names: dict[str, tuple[str, str]] = {}
        self.bytes: dict[str, int] = {}

    def _named(self, event: dict[str, Any]) -> None:
        self.names[event["requestId"]] = (urlsplit(event["response"]["url"]).path, event["type"])

    def _finished(self, event: dict[str, Any]) -> None:
        path, kind = self.names.get(event["requestId"], ("?", "?"))
        name = f"{kind}: {path}" if kind == "Document" else "/".join(path.split("/")[3:]) or path
        self.bytes[name] = self.bytes.get(name, 0) + int(event["encodedDataLength"])

    def slow_down(self) -> None:
        """Make the network that of a full hall, with an empty cache."""
        self.devtools.send("Network.clearBrowserCache")
        self.devtools.send("Network.emulateNetworkConditions", SLOW)


def join(page: Page, server: str, way_in: str) -> str:
    """Come in on a fast network, and give the address of the café's page."""
    page.goto(f"{server}/j#{way_in.partition('#')[2]}" if "#" in way_in else f"{server}/")
    if "#" not in way_in:
        page.fill("[name=code]", way_in)
        page.click("form.arrival__code button")
    page.wait_for_url("**/join")
    page.fill("[name=display_name]", "Slow phone")
    page.click("main form button[type=submit]")
    page.wait_for_url("**/cafe/*")
    return page.url


def measure(server: str, way_in: str) -> tuple[dict[str, int], dict[str, int], float]:
    """Give the bytes by file until the instruction shows, those after it, and the seconds until then."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=CHROMIUM)
        visitor = browser.new_context(viewport={"width": 360, "height": 640}, service_workers="block")
        address = join(visitor.new_page(), server, way_in)
        cookies = visitor.cookies()
        # A context of its own has an empty cache, and no service worker from the joining.
        phone = browser.new_context(viewport={"width": 360, "height": 640})
        phone.add_cookies(cookies)
        page = phone.new_page()
        wire = Wire(page)
        wire.slow_down()
        begun = time.monotonic()
        page.goto(address, wait_until="commit")
        page.wait_for_selector("#guest .scene[data-kind]")
        seconds = time.monotonic() - begun
        first = dict(wire.bytes)
        page.wait_for_timeout(6_000)
        after = {name: size - first.get(name, 0) for name, size in wire.bytes.items()}
        browser.close()
    return first, {name: size for name, size in after.items() if size > 0}, seconds


def main() -> int:
    """Measure and print; the exit code tells whether the bars are met."""
    arguments = argparse.ArgumentParser(description="Measure a guest's first visit.")
    arguments.add_argument("server")
    arguments.add_argument("way_in", help="the join code, or the link of the QR")
    arguments.add_argument("--times", type=int, default=3)
    given = arguments.parse_args()
    runs = [measure(given.server, given.way_in) for _ in range(given.times)]
    first, after, _ = runs[0]
    for name, size in sorted(first.items(), key=lambda item: -item[1]):
        print(f"{size:8,d}  {name}")
    total = sum(first.values())
    html = sum(size for name, size in first.items() if name.startswith("Document"))
    seconds = sorted(seconds for _, _, seconds in runs)[len(runs) // 2]
    print(f"\nuntil the instruction: {total:,d} bytes in {len(first)} files (bar {MOST_BYTES:,d})")
    print(f"HTML: {html:,d} bytes (bar {MOST_HTML:,d})")
    print(f"afterwards, on this page: {sum(after.values()):,d} bytes in {len(after)} files")
    print(f"instruction visible after {seconds:.2f} s, median of {given.times} (bar {MOST_SECONDS})")
    return 0 if total <= MOST_BYTES and html <= MOST_HTML and seconds <= MOST_SECONDS else 1


if __name__ == "__main__":
    sys.exit(main())
