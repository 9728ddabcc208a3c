"""Break the lines of a whole hall at once and measure how it comes back, beside two servers that know nobody.

python -m bench.reconnect.run [--runs 3] [--phones 1000] [--within 5] [--afresh 0.1] [--folder .]

See bench/README.md for what the figures mean. Writes nothing but a database that is removed afterwards.
"""

from __future__ import annotations

import argparse
import json
import logging
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.hall import play
from bench.machine import described, raise_open_files
from bench.realtime import servers
from bench.realtime.prepare import Prepared, prepare

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SEATS = 8
ALL_BACK, P99 = 8_000, 1_000
Figures = dict[str, Any]
Server = Callable[[int], AbstractContextManager[int]]

ROWS = (
    ("all phones back after", "all_back"),
    ("the last one tried after", "last_tried"),
    ("p50 from trying to being up to date", "p50"),
    ("p99 from trying to being up to date", "p99"),
    ("worst phone", "worst"),
    ("phones back", "back"),
    ("failed attempts, refusals", "errors"),
    ("phones that miss something", "behind"),
    ("server's processor time a phone", "cpu"),
    ("all phones connected at first after", "connected"),
)


@dataclass(frozen=True, kw_only=True)
class Plan:
    """How many come back, how quickly after one another, and how many of them hold nothing any more."""

    phones: int = 1000
    within: float = 5.0
    afresh: float = 0.1
    runs: int = 3


def measure(plan: Plan, folder: Path, only: tuple[str, ...] = ()) -> dict[str, list[Figures]]:
    """Measure every server in turn; `folder` is where the database is made."""
    with tempfile.TemporaryDirectory(dir=folder, prefix="bench-") as work:
        base = Path(work) / "prepared"
        base.mkdir()
        prepared = prepare(base, people=plan.phones, tables=max(1, plan.phones // SEATS))
        figures: dict[str, list[Figures]] = {}
        for _ in range(plan.runs):
            for name, (server, cafe) in _turns(prepared, Path(work)).items():
                if not only or name in only:
                    figures.setdefault(name, []).append(_hall(plan, server, cafe))
        return figures


def bars(figures: dict[str, list[Figures]]) -> dict[str, bool]:
    """Say which bars the café holds, each by the worst of its runs."""
    cafe = figures["cafe"]
    return {
        "all phones back within 8 s": all(run["all_back"] <= ALL_BACK for run in cafe),
        "p99 from trying to being up to date at most 1 s": all(run["p99"] <= P99 for run in cafe),
        "every phone is back": all(run["back"] == run["phones"] for run in cafe),
        "no attempt failed and nobody was refused": all(run["errors"] == 0 for run in cafe),
        "no phone misses anything": all(run["behind"] == 0 for run in cafe),
    }


def _turns(prepared: Prepared, work: Path) -> dict[str, tuple[Server, dict[str, Any] | None]]:
    def cafe(port: int) -> AbstractContextManager[int]:
        folder = work / "serving"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(prepared.folder, folder)
        return servers.cafe(port, folder, prepared.secret_key)

    return {
        "node": (servers.bare_node, None),
        "flask": (servers.bare_flask, None),
        "cafe": (cafe, prepared.cafe),
    }


def _hall(plan: Plan, server: Server, cafe: dict[str, Any] | None) -> Figures:
    port = servers.free_port()
    told = {
        "origin": servers.origin_of(port),
        "phones": plan.phones,
        "tables": max(1, plan.phones // SEATS),
        "within": plan.within * 1000,
        "afresh": plan.afresh,
        "cafe": cafe,
    }
    with server(port) as process:
        return play(HERE / "hall.mjs", {**told, "server": process}, seconds=180)


def _table(figures: dict[str, list[Figures]]) -> None:
    print(f"\nMedian of {len(next(iter(figures.values())))} runs, milliseconds and phones")
    print(f"{'':40}" + "".join(f"{name:>9}" for name in figures))
    for label, key in ROWS:
        medians = [statistics.median(run[key] for run in runs) for runs in figures.values()]
        print(f"{label:40}" + "".join(f"{value:9.1f}" for value in medians))


def main() -> None:
    """Measure, print a table, and exit with 1 when a bar does not hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--phones", type=int, default=1000)
    parser.add_argument("--within", type=float, default=5.0, help="seconds over which they try again")
    parser.add_argument("--afresh", type=float, default=0.1, help="share of phones that hold nothing")
    parser.add_argument("--folder", type=Path, default=ROOT, help="where the database is made: a real disk")
    parser.add_argument("--only", choices=["node", "flask", "cafe"], action="append", default=[])
    options = parser.parse_args()
    raise_open_files()
    logging.disable(logging.INFO)
    print(described(options.folder), flush=True)
    plan = Plan(
        phones=options.phones, within=options.within, afresh=options.afresh, runs=options.runs
    )  # fmt: skip
    figures = measure(plan, options.folder, tuple(options.only))
    for name, runs in figures.items():
        for run in runs:
            print(f"{name:5} {json.dumps(run)}")
    _table(figures)
    held = bars(figures) if "cafe" in figures else {}
    for bar, holds in held.items():
        print(f"{'holds ' if holds else 'MISSED'}  {bar}")
    sys.exit(0 if all(held.values()) else 1)


if __name__ == "__main__":
    main()
