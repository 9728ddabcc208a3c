"""Plan every instance here and print figures and times beside bounds, best known and other methods.

    python bench/rotation/run.py [--seeds 5] [--seconds 0.3 1 5] [--only WORDS]

Times are processor time of this process, so that a shared machine does not change what is compared; the
worst of the seeds is shown. Figures are the product's own measure, which a test holds equal to an independent
scorer's.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from time import process_time
from typing import Any

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE)]

from known import BASELINES  # noqa: E402 - found beside this file

from cafe.rotation import Budget, Measure, Strategy, find_bounds, measure, plan_seating, replan  # noqa: E402
from cafe.rotation.schema import read_announced, read_instance  # noqa: E402

ENDLESS = 10**9
CLASSICAL = ((5, 3, 7), (8, 4, 6), (9, 3, 11), (6, 5, 6), (6, 4, 7), (7, 4, 9), (8, 4, 8), (8, 4, 10))


def key(found: Measure) -> tuple[int, ...]:
    """Order plans as the planner does."""
    return (
        found.violations,
        found.topic_repeats,
        found.size_spread,
        found.repeats,
        found.same_organisation,
        found.kind_gap,
    )


def shown(figures: tuple[int, ...]) -> str:
    """Show the last three figures, and the first three if there is something wrong with them."""
    cell = "/".join(map(str, figures[3:]))
    return cell if not any(figures[:2]) else f"{cell} ({figures[0]} violations, {figures[1]} topics)"


def plan_all(paths: list[Path], seconds: list[float], seeds: int) -> None:
    """Print a line for each instance and time limit."""
    best = json.loads((HERE / "best_known.json").read_text())
    print("instance | bound | best known | limit | worst of seeds | spread | CPU s | steps | search 1/5/30 s")
    for path in paths:
        data = json.loads(path.read_text())
        bound = find_bounds(read_instance(data))
        known = best.get(path.stem, {})
        for limit in seconds:
            runs = [_run(data, seed, limit) for seed in range(1, seeds + 1)]
            worst = max(figures for figures, _, _ in runs)
            baseline = BASELINES.get(path.stem)
            print(
                f"{path.stem} | {bound.repeats}/{bound.same_organisation}/0"
                f" | {known.get('repeats')}/{known.get('same_organisation')}/{known.get('kind_gap')}"
                f" | {limit:g} s | {shown(worst)} | {worst[2]} (bound {bound.size_spread})"
                f" | {max(used for _, used, _ in runs):.2f} | {max(steps for _, _, steps in runs):,}"
                f" | {' '.join(baseline[3:]) if baseline else '–'}",
                flush=True,
            )


def _run(data: dict[str, Any], seed: int, limit: float) -> tuple[tuple[int, ...], float, int]:
    began = process_time()
    instance = read_instance(data, seed)
    budget = Budget(steps=ENDLESS, seconds=limit, clock=process_time)
    plan = plan_seating(instance, budget)
    used = process_time() - began
    return key(measure(instance, plan)), used, budget.used


def replan_all(paths: list[Path], seeds: int) -> None:
    """Print a line for each change in the middle of things and each strategy."""
    print("\nchange | strategy | worst repeats/same organisation/kind gap | moved (at least) | CPU s")
    for path in paths:
        data = json.loads(path.read_text())
        for strategy in Strategy:
            runs = []
            for seed in range(1, seeds + 1):
                began = process_time()
                found = replan(read_instance(data, seed), read_announced(data), strategy)
                runs.append((key(found.measure), found.moved, found.fewest_moved, process_time() - began))
            figures, _, fewest, _ = max(runs)
            print(
                f"{path.stem} | {strategy} | {shown(figures)} | {max(run[1] for run in runs)} ({fewest})"
                f" | {max(run[3] for run in runs):.2f}",
                flush=True,
            )


def classical(seeds: int) -> None:
    """Print a line for each social golfer problem: tables, people at each, rounds."""
    print("\ntables-size-rounds | repeats, worst of seeds in 1 s | CPU s")
    for tables, size, rounds in CLASSICAL:
        data = {
            "rounds": rounds,
            "participants": [{"id": str(person)} for person in range(tables * size)],
            "tables": [{"id": f"t{table}", "min": size, "max": size} for table in range(tables)],
        }
        runs = [_run(data, seed, 1.0) for seed in range(1, seeds + 1)]
        worst = max(figures for figures, _, _ in runs)
        print(f"{tables}-{size}-{rounds} | {worst[3]} | {max(used for _, used, _ in runs):.2f}", flush=True)


def main() -> None:
    """Run all of it."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--seeds", type=int, default=5)
    arguments.add_argument("--seconds", type=float, nargs="+", default=[0.3, 1.0, 5.0])
    arguments.add_argument("--only", default="", help="part of a file's name")
    asked = arguments.parse_args()
    plan_all(_paths("instances", asked.only), asked.seconds, asked.seeds)
    replan_all(_paths("replan", asked.only), asked.seeds)
    classical(asked.seeds)


def _paths(folder: str, words: str) -> list[Path]:
    return sorted(path for path in (HERE / folder).glob("*.json") if words in path.stem)


if __name__ == "__main__":
    main()
