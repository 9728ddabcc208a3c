"""Let a hall go on for a quarter of an hour: times of answers, the server's memory, and every answer's truth.

python -m bench.soak.run [--minutes 15] [--clients 400] [--pace 1] [--folder .]

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
from bench.machine import described, memory_of, raise_open_files, worker_of
from bench.realtime import servers
from bench.realtime.prepare import DATABASE, ROUNDS, Prepared, prepare
from bench.soak.promises import broken

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
TABLE = 8
ORGANISER_AND_WALL = 2
MIB = 1024 * 1024
PATIENCE = 300  # seconds for coming in, and for what is waited for at the end
ACK_P95, ACK_P99, GROWTH = 150, 500, 5.0
Figures = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Plan:
    """How long, how many, how much quicker than people, and how often a line breaks (seconds, for each)."""

    seconds: float = 900
    warm: float = 90
    clients: int = 400
    pace: float = 1
    cut_every: float = 300


def soak(plan: Plan, folder: Path) -> Figures:
    """Run a hall on a server of its own; `folder` is where the database is made."""
    with tempfile.TemporaryDirectory(dir=folder, prefix="bench-") as work:
        people = plan.clients - ORGANISER_AND_WALL
        prepared = prepare(Path(work), people=people, tables=max(1, people // TABLE))
        port = servers.free_port()
        log = Path(work) / "acknowledged"
        log.touch()
        with servers.cafe(port, prepared.folder, prepared.secret_key) as server:
            figures = _hall(_told(plan, prepared, port, log), server)
        figures["broken"] = broken(log, prepared.folder / DATABASE)
    return figures


def bars(figures: Figures) -> dict[str, bool]:
    """Say which bars hold: first those that no slow machine excuses."""
    return {
        "every acknowledged command is stored, once": not figures["broken"],
        "every command is answered while its line stands": figures["unanswered"] == 0,
        "no command is left waiting, none was refused": figures["waiting"] == 0 and not figures["refused"],
        "at the end everybody holds what a newcomer sees": figures["behind"] == 0,
        "p95 of answers at most 150 ms": figures["p95"] <= ACK_P95,
        "p99 of answers at most 500 ms": figures["p99"] <= ACK_P99,
        "the server's memory grows by 5 % at most": figures["growth"] <= GROWTH,
    }


def _told(plan: Plan, prepared: Prepared, port: int, log: Path) -> dict[str, Any]:
    return {
        "origin": servers.origin_of(port),
        "seconds": plan.seconds,
        "warm": plan.warm,
        "pace": plan.pace,
        "cut_every": plan.cut_every,
        "turn": (plan.seconds + plan.warm) / (ROUNDS - 0.5),
        "log": str(log),
        "cafe": prepared.cafe,
    }


def _hall(told: dict[str, Any], server: int) -> Figures:
    """Run the hall and read the server's memory when it says so."""
    memory: list[float] = []

    def heard(said: Figures) -> None:
        if "at" in said:
            memory.append(round(memory_of(worker_of(server)) / MIB, 1))

    figures = play(HERE / "hall.mjs", told, seconds=told["warm"] + told["seconds"] + PATIENCE, heard=heard)
    growth = round(100 * (memory[-1] / memory[0] - 1), 1)
    return {**figures, "memory": memory, "growth": growth}


def _table(figures: Figures) -> None:
    lines = (
        ("clients", f"{figures['clients']}"),
        ("answers: p50, p95, p99, worst", "{p50}, {p95}, {p99}, {worst} ms".format(**figures)),
        ("commands acknowledged", f"{figures['acknowledged']}"),
        ("of them not in the database", f"{len(figures['broken'])}"),
        ("never answered on a line that stood", f"{figures['unanswered']}"),
        ("refused; still waiting at the end", f"{figures['refused'] or 0}; {figures['waiting']}"),
        ("lines broken and come back", f"{figures['cuts']}"),
        ("clients that miss something at the end", f"{figures['behind']}"),
        ("worker's memory after warming up", f"{figures['memory'][0]} MiB"),
        ("worker's memory at the end", f"{figures['memory'][-1]} MiB"),
        ("growth", f"{figures['growth']} %"),
    )
    print()
    for label, value in lines:
        print(f"{label:44}{value}")
    print(f"\nmemory at each minute: {figures['memory']}")
    for what in figures["broken"][:20]:
        print(f"not stored: {what}")


def main() -> None:
    """Measure, print a table, and exit with 1 when a bar does not hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--minutes", type=float, default=15)
    parser.add_argument("--warm", type=float, default=90, help="seconds before anything counts")
    parser.add_argument("--clients", type=int, default=400)
    parser.add_argument("--pace", type=float, default=1, help="how much quicker than people they are")
    parser.add_argument("--cut-every", type=float, default=300, help="seconds between breaks of one line")
    parser.add_argument("--folder", type=Path, default=ROOT, help="where the database is made: a real disk")
    options = parser.parse_args()
    raise_open_files()
    logging.disable(logging.INFO)
    print(described(options.folder), flush=True)
    plan = Plan(
        seconds=options.minutes * 60,
        warm=options.warm,
        clients=options.clients,
        pace=options.pace,
        cut_every=options.cut_every,
    )
    figures = soak(plan, options.folder)
    _table(figures)
    held = bars(figures)
    print()
    for bar, holds in held.items():
        print(f"{'holds ' if holds else 'MISSED'}  {bar}")
    sys.exit(0 if all(held.values()) else 1)


if __name__ == "__main__":
    main()
