"""Judge suggested themes by notes that were not seen, and measure them beside hosts who write.

python -m bench.themes.run [--seeds 5] [--draws 10] [--only judged|alone|beside] [--notes 1500] [--seconds 15]

See bench/README.md for what the figures mean. Writes nothing but a database that is removed afterwards.
"""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import fmean, stdev
from time import perf_counter

from bench.machine import described, raise_open_files
from bench.themes import beside
from bench.themes.coherence import (
    Measured,
    Way,
    by_keyword,
    by_keyword_as_many,
    by_lot,
    halves,
    statements,
    suggested,
)
from cafe.aside import Process
from cafe.themes.aside import MODULE, task_to_suggest
from cafe.themes.model import Language

ROOT = Path(__file__).resolve().parents[2]


def judge(seeds: int, draws: int) -> None:
    """Print how coherent groups are on the half they were not made from, the product's and others'."""
    print("way | groups | notes in them | NPMI by group | spread over halves | NPMI by note | spread")
    for name, ways in (
        ("suggested themes", [suggested]),
        ("by most frequent word", [by_keyword]),
        ("the same, as many groups", [by_keyword_as_many]),
        (f"by lot, the sizes of the suggested, {draws} draws", [by_lot(seed) for seed in range(draws)]),
    ):
        print(_line(name, list(_measured(seeds, ways))), flush=True)


def _measured(seeds: int, ways: Sequence[Way]) -> Iterator[Measured]:
    for seed in range(seeds):
        one, other = halves(statements(), seed)
        for way in ways:
            yield Measured(one, other, way)
            yield Measured(other, one, way)


def _line(name: str, all_measured: Sequence[Measured]) -> str:
    groups = fmean(each.groups for each in all_measured)
    grouped = fmean(each.grouped for each in all_measured)
    columns = [name, f"{groups:.0f}", f"{100 * grouped:.0f} %"]
    for scores in (
        [each.coherence for each in all_measured],
        [each.by_notes for each in all_measured],
    ):
        columns += [f"{fmean(scores):+.3f}", f"{stdev(scores):.3f}"]
    return " | ".join(columns)


def time_alone(counts: Sequence[int]) -> None:
    """Print how long a search takes as a process of its own, imports included, with nothing beside it."""
    for count in counts:
        notes = [(f"{number:06}", text) for number, text in enumerate(beside.texts(count))]
        began = perf_counter()
        *_, last = Process(MODULE, task_to_suggest(notes, Language.ENGLISH)).lines()
        print(
            f"{count} notes: {perf_counter() - began:.2f} s, {len(last['themes'])} themes, "
            f"{len(last['duplicates'])} near-duplicates, {len(last['different'])} notes say something else",
            flush=True,
        )


def main() -> None:
    """Measure, print, and exit with 1 when a bar does not hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--seeds", type=int, default=5, help="ways to divide the statements into halves")
    parser.add_argument("--draws", type=int, default=10, help="groups by lot for each half")
    parser.add_argument("--only", choices=("judged", "alone", "beside"), help="one part; all unless told")
    parser.add_argument("--notes", type=int, default=1500)
    parser.add_argument("--people", type=int, default=1000)
    parser.add_argument("--phones", type=int, default=250, help="connected; the first of them host tables")
    parser.add_argument("--writers", type=int, default=125, help="hosts who write two notes a second each")
    parser.add_argument("--seconds", type=int, default=15, help="of notes without a search, and with one")
    parser.add_argument("--folder", type=Path, default=ROOT, help="where the database is made: a real disk")
    options = parser.parse_args()
    raise_open_files()
    logging.disable(logging.INFO)
    print(described(options.folder), flush=True)
    if options.only in {None, "judged"}:
        judge(options.seeds, options.draws)
    if options.only in {None, "alone"}:
        time_alone((300, 1_500, 10_000))
    if options.only in {None, "beside"}:
        size = beside.Size(
            notes=options.notes,
            people=options.people,
            phones=options.phones,
            writers=options.writers,
            seconds=options.seconds,
        )
        sys.exit(0 if _beside(size, options.folder) else 1)


def _beside(size: beside.Size, folder: Path) -> bool:
    figures = beside.measure(size, folder)
    beside.show(figures)
    held = beside.bars(figures)
    for bar, holds in held.items():
        print(f"{'holds' if holds else 'FAILS'}: {bar}")
    return all(held.values())


if __name__ == "__main__":
    main()
