"""Have the seats of 2,000 people planned while hosts write, and measure how long their notes wait.

python -m bench.planning.run [--people 2000] [--tables 250] [--phones 250] [--seconds 15] [--folder .]

See bench/README.md for what the figures mean. Writes nothing but a database that is removed afterwards.
"""

from __future__ import annotations

import argparse
import logging
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.hall import play
from bench.machine import described, raise_open_files, worker_of
from bench.realtime import servers
from bench.realtime.prepare import prepare

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
P95, P99 = 150, 500  # milliseconds, of answers to notes while a plan is being made
GONE = 1_000  # milliseconds from "cancel" until no process plans any more
Figures = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Size:
    """How many are to be seated, how many phones are connected, how many of them are hosts who write."""

    people: int
    tables: int
    phones: int
    writers: int
    seconds: int


def measure(size: Size, folder: Path) -> Figures:
    """Prepare a hall, serve it, and let it write while its seats are planned."""
    with tempfile.TemporaryDirectory(dir=folder, prefix="bench-") as work:
        prepared = prepare(Path(work), people=size.people, tables=size.tables)
        port = servers.free_port()
        with servers.cafe(port, prepared.folder, prepared.secret_key) as process:
            told = {
                "port": port,
                "origin": servers.origin_of(port),
                "phones": size.phones,
                "writers": size.writers,
                "seconds": size.seconds,
                "worker": worker_of(process),
                "cafe": prepared.cafe,
            }
            return play(HERE / "hall.mjs", told, seconds=600)


def bars(figures: Figures) -> dict[str, bool]:
    """Say which bars hold."""
    during, cancelled = figures["during"], figures["cancelled"]
    return {
        f"answers to notes while planning: p95 at most {P95} ms, p99 at most {P99} ms": during["p95"] <= P95
        and during["p99"] <= P99,
        "no note is refused": figures["refused"] == 0,
        "every plan is ready, and progress was seen": all(
            plan["state"] == "ready" and plan["seen"] > 1 for plan in figures["plans"]
        ),
        f"cancelling ends the process within {GONE} ms": cancelled["running"] == 1
        and cancelled["left"] == 0
        and cancelled["state"] == "cancelled"
        and cancelled["after"] <= GONE,
    }


def _print(figures: Figures) -> None:
    for name in ("quiet", "during"):
        part = figures[name]
        title = "no plan" if name == "quiet" else "a plan is being made"
        times = ", ".join(f"{share} {part[share]:.1f} ms" for share in ("p50", "p95", "p99", "worst"))
        print(f"answers to notes, {title:22} {times} ({part['n']} notes)")
    for plan in figures["plans"]:
        print(
            f"a plan: {plan['state']} after {plan['seconds']:.1f} s, asked for in {plan['took']:.0f} ms, "
            f"{plan['seen']} stages of progress seen"
        )
    print(f"cancelled: no process plans {figures['cancelled']['after']:.0f} ms later")


def main() -> None:
    """Measure, print, and exit with 1 when a bar does not hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--people", type=int, default=2000)
    parser.add_argument("--tables", type=int, default=250)
    parser.add_argument("--phones", type=int, default=250, help="connected; the first of them host tables")
    parser.add_argument("--writers", type=int, default=125, help="hosts who write two notes a second each")
    parser.add_argument("--seconds", type=int, default=15, help="of notes without a plan, and with one")
    parser.add_argument("--folder", type=Path, default=ROOT, help="where the database is made: a real disk")
    options = parser.parse_args()
    raise_open_files()
    logging.disable(logging.INFO)
    print(described(options.folder), flush=True)
    size = Size(
        people=options.people,
        tables=options.tables,
        phones=options.phones,
        writers=options.writers,
        seconds=options.seconds,
    )
    figures = measure(size, options.folder)
    _print(figures)
    held = bars(figures)
    for bar, holds in held.items():
        print(f"{'holds' if holds else 'FAILS'}: {bar}")
    sys.exit(0 if all(held.values()) else 1)


if __name__ == "__main__":
    main()
