"""Print the table of bars: `python -m tests.faults.table FIGURES.jsonl`; exits 1 when one is not held."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

BARS = {
    1: "200 writers, 20 cuts each, 10 kills of the server: no acknowledged character lost, all equal ≤ 2 s",
    2: "500 notes offline in a browser, tab killed, opened again: each stored once",
    3: "polling only, 200 operations kept back: each stored once",
    4: "no ack before its fsync; a power cut keeps what was acknowledged",
    5: "every operation five times and out of order: one effect",
    6: "“saved” never shown before the ack; a dead link shown ≤ 5 s",
    7: "100 faults while loading and storing: no text shrinks",
    8: "a host replaced in the middle of an edit: all pending text can be found",
    9: "1,000 random runs of two writers: every insert in the text or its history",
    10: "snapshot + changes = fresh state, every row type and audience",
    11: "1,000 come back within 5 s: all back ≤ 8 s, p99 ≤ 1 s, no errors",
    12: "400 clients, 15 minutes: ack p95 ≤ 150 ms, p99 ≤ 500 ms, memory ≤ + 5 %",
    13: "50 clients that never read: dropped ≤ 60 s, ≤ 1 MB each",
    14: "restart under load: serving ≤ 5 s, all back ≤ 15 s untouched",
    15: "backup while writing, restored: nothing acknowledged before it missing, hashes equal",
    17: "10,000 malformed payloads: no exception, no change, each refused ≤ 1 s",
    18: "> 64 KB refused; a flooder: the others' p99 ≤ 2 ×",
    19: "evil, null and absent Origin, forged forwarding headers: all refused",
    20: "who signs out, leaves or is replaced: open lines end ≤ 2 s, the next command refused",
}


def rows(lines: list[dict[str, Any]]) -> list[tuple[int, str, str, str]]:
    """Give one row a bar: number, bar, figures, and "held", "NOT HELD" or "not run"."""
    table = []
    for number, bar in BARS.items():
        mine = [line for line in lines if line["bar"] == number]
        said = [figure for line in mine for figure in line["figures"]]
        ended_well = all(line["outcome"] == "passed" for line in mine)
        held = ended_well and all(figure["held"] is not False for figure in said)
        verdict = ("held" if held else "NOT HELD") if mine else "not run"
        table.append((number, bar, "; ".join(figure["text"] for figure in said), verdict))
    return table


def main() -> int:
    """Read the file named on the command line and print the table as Markdown."""
    lines = [json.loads(line) for line in Path(sys.argv[1]).read_text().splitlines()]
    table = rows(lines)
    print("| # | bar | measured | |\n|---|---|---|---|")
    for number, bar, measured, verdict in table:
        print(f"| {number} | {bar} | {measured} | {verdict} |")
    return int(any(verdict != "held" for *_, verdict in table))


if __name__ == "__main__":
    sys.exit(main())
