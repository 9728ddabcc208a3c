"""Measure a hall against a café, and against two servers that store nothing, in turn on this machine.

python bench/realtime/run.py [--runs 5] [--phones 1000] [--seconds 12] [--beat 0] [--folder .]

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
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT), str(HERE)]

import servers  # noqa: E402 - stands beside this file
from prepare import Prepared, prepare  # noqa: E402

from bench.hall import play  # noqa: E402 - found from the root
from bench.machine import described, raise_open_files  # noqa: E402 - found from the root

SEATS = 8
Figures = dict[str, Any]
Server = Callable[[int], AbstractContextManager[int]]

ROWS = (
    ("last phone after rotate", ("rotate", "last"), "ms"),
    ("p50 of phones after rotate", ("rotate", "p50"), "ms"),
    ("p99 of phones after rotate", ("rotate", "p99"), "ms"),
    ("worst phone after rotate", ("rotate", "worst"), "ms"),
    ("p50 of answers to notes", ("ack", "p50"), "ms"),
    ("p99 of answers to notes", ("ack", "p99"), "ms"),
    ("worst answer to a note", ("ack", "last"), "ms"),
    ("notes answered", ("ack", "n"), ""),
    ("bytes per phone for a change of table", ("rotate", "bytes"), "B"),
    ("all phones connected after", ("connected",), "ms"),
)


def main() -> None:
    """Measure, print a table, and exit with 1 when a bar does not hold."""
    options = _options()
    raise_open_files()
    logging.disable(logging.INFO)
    with tempfile.TemporaryDirectory(dir=options.folder, prefix="bench-") as work:
        base = Path(work) / "prepared"
        base.mkdir()
        print(described(base), flush=True)
        print(f"Preparing {options.phones} participants at {options.phones // SEATS} tables …", flush=True)
        prepared = prepare(base, people=options.phones, tables=options.phones // SEATS)
        figures = _measure(options, prepared, Path(work))
    _table(figures)
    sys.exit(0 if _bars(figures, options.phones) else 1)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--phones", type=int, default=1000, help="one in eight of them hosts and writes")
    parser.add_argument("--seconds", type=int, default=12, help="of writing and rotating in each run")
    parser.add_argument("--beat", type=int, default=0, help="ms between questions for the time; 0: none")
    parser.add_argument("--folder", type=Path, default=ROOT, help="where the database is made: a real disk")
    parser.add_argument("--only", choices=["node", "flask", "cafe"], action="append")
    return parser.parse_args()


def _measure(options: argparse.Namespace, prepared: Prepared, work: Path) -> dict[str, list[Figures]]:
    figures: dict[str, list[Figures]] = {}
    for run in range(1, options.runs + 1):
        turns: dict[str, tuple[Server, dict[str, Any] | None, int]] = {
            "node": (servers.bare_node, None, 0),
            "flask": (servers.bare_flask, None, 0),
            "cafe": (
                lambda port: servers.cafe(port, _copy(prepared, work), prepared.secret_key),
                prepared.cafe,
                options.beat,
            ),
        }
        for name, (server, cafe, beat) in turns.items():
            if options.only and name not in options.only:
                continue
            measured = _hall(options, server, cafe, beat)
            figures.setdefault(name, []).append(measured)
            print(f"run {run} {name:5} {json.dumps(measured)}", flush=True)
    return figures


def _copy(prepared: Prepared, work: Path) -> Path:
    """Begin each run with the same hall."""
    folder = work / "serving"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(prepared.folder, folder)
    return folder


def _hall(options: argparse.Namespace, server: Server, cafe: dict[str, Any] | None, beat: int) -> Figures:
    port = servers.free_port()
    plan = {
        "port": port,
        "origin": servers.origin_of(port),
        "phones": options.phones,
        "writers": options.phones // SEATS,
        "seconds": options.seconds,
        "beat": beat,
        "cafe": cafe,
    }
    with server(port):
        return play(HERE / "hall.mjs", plan, seconds=options.seconds + 120)


def _median(runs: list[Figures], path: tuple[str, ...]) -> float:
    values = []
    for run in runs:
        value: Any = run
        for part in path:
            value = value[part]
        values.append(value)
    return statistics.median(values)


def _table(figures: dict[str, list[Figures]]) -> None:
    names = list(figures)
    runs = len(next(iter(figures.values())))
    print(f"\nMedian of {runs} runs")
    print(f"{'':40}" + "".join(f"{name:>9}" for name in names) + ("   cafe/node" if len(names) == 3 else ""))
    for label, path, unit in ROWS:
        medians = [_median(figures[name], path) for name in names]
        ratio = f"{medians[-1] / medians[0]:12.2f}" if len(names) == 3 and medians[0] else ""
        print(f"{label:40}" + "".join(f"{value:9.1f}" for value in medians) + ratio + f"  {unit}")


def _bars(figures: dict[str, list[Figures]], phones: int) -> bool:
    """Say whether each bar holds."""
    if len(figures) < 3:
        return True
    node, flask, cafe = (figures[name] for name in ("node", "flask", "cafe"))
    last, nodes = _median(cafe, ("rotate", "last")), _median(node, ("rotate", "last"))
    p99, bare = _median(cafe, ("ack", "p99")), _median(flask, ("ack", "p99"))
    bars = {
        "the last phone knows within twice the bare Node server's time": last <= 2 * nodes,
        "p99 of phones after rotate at most 100 ms": _median(cafe, ("rotate", "p99")) <= 100,
        "p50 of answers to stored notes at most 10 ms": _median(cafe, ("ack", "p50")) <= 10,
        "their p99 no worse than the bare Flask-SocketIO server's": p99 <= bare,
        "their p99 at most 30 ms (the aim)": p99 <= 30,
        "every phone was reached by every rotate": all(r["rotate"]["reached"] == phones for r in cafe),
        "no note was refused": all(r["refused"] == 0 for r in cafe),
        "a phone asks nothing to find its next table": all(not r["rotate"]["requests"] for r in cafe),
    }
    print()
    for bar, holds in bars.items():
        print(f"{'holds ' if holds else 'MISSED'}  {bar}")
    return all(holds for bar, holds in bars.items() if "aim" not in bar)


if __name__ == "__main__":
    main()
