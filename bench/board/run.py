"""Measure the board of a session with 10,000 notes: its first view, and how soon a move is known elsewhere.

python -m bench.board.run [--notes 10000] [--moves 150] [--views 10] [--folder .]

See bench/README.md for what the figures mean. Writes nothing but a database that is removed afterwards.
"""

from __future__ import annotations

import argparse
import json
import logging
import sys
import tempfile
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from bench.board.prepare import prepare
from bench.hall import play
from bench.machine import described, raise_open_files
from bench.realtime import servers

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
# Bytes of the message that tells of a moved note.
MESSAGE = 900
Figures = dict[str, Any]


def main() -> None:
    """Measure, print a table, and exit with 1 when a bar does not hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--notes", type=int, default=10_000)
    parser.add_argument("--moves", type=int, default=150)
    parser.add_argument("--views", type=int, default=10)
    parser.add_argument("--folder", type=Path, default=ROOT, help="where the database is made: a real disk")
    options = parser.parse_args()
    raise_open_files()
    logging.disable(logging.INFO)
    with tempfile.TemporaryDirectory(dir=options.folder, prefix="bench-") as work:
        print(described(Path(work)), flush=True)
        print(f"Preparing {options.notes} notes …", flush=True)
        secret_key, cafe = prepare(Path(work), notes=options.notes)
        port = servers.free_port()
        bare = _clients(servers.bare_node(port), port, options, None)
        port = servers.free_port()
        measured = _clients(servers.cafe(port, Path(work), secret_key), port, options, cafe)
    _table(measured, bare)
    sys.exit(0 if _bars(measured, bare) else 1)


def _clients(
    server: AbstractContextManager[int], port: int, options: argparse.Namespace, cafe: Figures | None
) -> Figures:
    plan = {
        "port": port,
        "origin": servers.origin_of(port),
        "moves": options.moves,
        "views": options.views,
        "size": MESSAGE,
        "cafe": cafe,
    }
    with server as process:
        plan["server"] = process
        figures = play(HERE / "board.mjs", plan, seconds=240)
    print(json.dumps(figures), flush=True)
    return figures


def _table(cafe: Figures, bare: Figures) -> None:
    print(f"\n{cafe['rows']} rows at an organiser, {cafe['bytes']} bytes by brotli, {cafe['gzip']} by gzip")
    cold = cafe["cold"]["view"]
    cpu = cafe["cpu"]
    print(
        f"server's processor time, ms: {cpu['cold']} for the first view after a restart, "
        f"{cpu['view']} for a view, {cpu['line']} for one on the line, "
        f"{cpu['move']} for a move, {cpu['bulk']} for 200 at once"
    )
    print(f"{'':58}{'p50':>8}{'p95':>8}{'worst':>8}  ms")
    print(f"{'first view after a restart':58}{cold['whole']:8.1f}")
    lines = {
        "first view: page + rows + joining": cafe["warm"]["br"],
        "  the page": cafe["warm"]["page"],
        "  the rows, brotli": cafe["warm"]["rows"],
        "  joining with nothing": cafe["warm"]["join"],
        "first view with gzip": cafe["warm"]["gzip"],
        "all rows as the answer to joining, uncompressed": cafe["warm"]["line"],
        "a moved note known to the other": cafe["single"]["known"],
        "  bare Node server, a message as long": bare["known"],
        "  the mover's answer": cafe["single"]["answered"],
        "200 notes moved at once known to the other": cafe["bulk"]["known"],
    }
    for part, words in (
        ("quiet", "nobody at the board"),
        ("cold", "the first view after a restart"),
        ("viewing", "views"),
        ("moving", "moves"),
        ("bulkMoving", "200 at once"),
    ):
        seen = cafe["cold"]["others"] if part == "cold" else cafe[part]
        lines[f"time asked for, during: {words}"] = seen["pings"]
        lines[f"answers to notes, during: {words}"] = seen["acks"]
    for words, values in lines.items():
        print(f"{words:58}{values['p50']:8.1f}{values['p95']:8.1f}{values['worst']:8.1f}  of {values['n']}")


def _bars(cafe: Figures, bare: Figures) -> bool:
    """Say whether each bar holds."""
    busy = [cafe["viewing"], cafe["moving"], cafe["cold"]["others"]]
    bars = {
        "the first view takes the server at most 300 ms (p95)": cafe["warm"]["br"]["p95"] <= 300,
        "the same with gzip": cafe["warm"]["gzip"]["p95"] <= 300,
        "a moved note reaches the other organiser within 200 ms (p95)": cafe["single"]["known"]["p95"] <= 200,
        "every time within 200 ms": cafe["single"]["known"]["worst"] <= 200,
        "nobody waits for the time for half a second": all(one["pings"]["worst"] < 500 for one in busy),
        "p95 of answers to notes at most 150 ms meanwhile": all(one["acks"]["p95"] <= 150 for one in busy),
        "their p99 at most 500 ms": all(one["acks"]["p99"] <= 500 for one in busy),
        "no note was refused": not any(one["refused"] for one in busy),
        "the bare server passed everything on": bare["known"]["n"] > 0,
    }
    print()
    for bar, holds in bars.items():
        print(f"{'holds ' if holds else 'MISSED'}  {bar}")
    return all(bars.values())


if __name__ == "__main__":
    main()
