"""Open every page of a network of 50 teams with 40 measures and 60 measurements each.

python -m bench.network.run [--teams 50] [--measures 40] [--measurements 60] [--times 20] [--folder .]

See bench/README.md for what the figures mean. Writes nothing but a database that is removed afterwards.
"""

from __future__ import annotations

import argparse
import logging
import statistics
import sys
import tempfile
import urllib.request
from pathlib import Path
from time import perf_counter
from typing import Any

from bench.machine import described
from bench.network.prepare import prepare
from bench.realtime import servers

ROOT = Path(__file__).resolve().parents[2]
BAR = 300  # ms
PAGES = {
    "the network's front page": ("organiser", "/networks/{network}"),
    "the organisers' board": ("organiser", "/networks/{network}/board"),
    "the portfolio": ("organiser", "/networks/{network}/portfolio"),
    "the years": ("organiser", "/networks/{network}/timeline"),
    "one's own page": ("member", "/home"),
    "the team's page": ("member", "/teams/{team}"),
    "the plan, as its team works on it": ("member", "/plans/{plan}"),
    "its rows, to be fetched": ("member", "/plans/{plan}/rows?as=team"),
    "the plan, as others read it": ("member", "/plans/{plan}/read"),
    "all indicators of a plan": ("member", "/plans/{plan}/indicators"),
    "one indicator with its run chart": ("member", "/plans/{plan}/indicators/{indicator}"),
    "the status report": ("member", "/plans/{plan}/reports/{gathering}"),
    "the storyboard": ("member", "/plans/{plan}/storyboard"),
    "all storyboards, for the projector": ("organiser", "/gatherings/{gathering}/storyboards"),
    "the agenda of a gathering": ("organiser", "/gatherings/{gathering}/agenda"),
}
YARDSTICK = "a page without questions to the database"


def main() -> None:
    """Measure, print a table, and exit with 1 when a page takes longer than the bar."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--teams", type=int, default=50)
    parser.add_argument("--measures", type=int, default=40)
    parser.add_argument("--measurements", type=int, default=60)
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--folder", type=Path, default=ROOT, help="where the database is made: a real disk")
    options = parser.parse_args()
    logging.disable(logging.INFO)
    with tempfile.TemporaryDirectory(dir=options.folder, prefix="bench-") as work:
        print(described(Path(work)), flush=True)
        sizes = {name: getattr(options, name) for name in ("teams", "measures", "measurements")}
        print("Preparing " + ", ".join(f"{size} {name}" for name, size in sizes.items()) + " …", flush=True)
        secret_key, known = prepare(Path(work), **sizes)
        port = servers.free_port()
        with servers.cafe(port, Path(work), secret_key):
            times = _measured(servers.origin_of(port), known, options.times)
    sys.exit(0 if _table(times) else 1)


def _measured(origin: str, known: dict[str, Any], count: int) -> dict[str, list[float]]:
    pages = {YARDSTICK: ("member", "/accessibility"), **PAGES}
    times: dict[str, list[float]] = {words: [] for words in pages}
    for _ in range(count + 1):  # the first of each is after a restart, and told apart
        for words, (who, path) in pages.items():
            request = urllib.request.Request(  # noqa: S310 - our own server
                origin + path.format(**known), headers={"Cookie": known["cookies"][who]}
            )
            before = perf_counter()
            with urllib.request.urlopen(request) as answer:  # noqa: S310 - the same
                answer.read()
                assert "/sign-in" not in answer.url, words  # noqa: S101 - else nothing is measured
            times[words].append((perf_counter() - before) * 1000)
    return times


def _table(times: dict[str, list[float]]) -> bool:
    print(f"\n{'':44}{'first':>8}{'p50':>8}{'p95':>8}{'worst':>8}  ms")
    holds = True
    for words, (first, *rest) in times.items():
        p95 = statistics.quantiles(rest, n=20)[18] if len(rest) > 1 else rest[0]
        missed = words != YARDSTICK and p95 > BAR
        holds = holds and not missed
        print(
            f"{words:44}{first:8.0f}{statistics.median(rest):8.0f}{p95:8.0f}{max(rest):8.0f}"
            + ("  MISSED" if missed else "")
        )
    print(f"\n{'holds ' if holds else 'MISSED'}  every page within {BAR} ms (p95)")
    return holds


if __name__ == "__main__":
    main()
