"""A whole hall loses its lines and comes back, beside two servers that know nobody and store nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bench.machine import raise_open_files
from bench.reconnect.run import ALL_BACK, P99, Plan, measure
from tests.faults.figures import FULL, Figures, count


@pytest.mark.bar(11)
def test_everybody_comes_back_and_misses_nothing(tmp_path: Path, figures: Figures) -> None:
    raise_open_files()
    plan = Plan(phones=count(full=1000, quick=60), within=5 if FULL else 1, runs=1)
    measured = measure(plan, tmp_path, only=() if FULL else ("cafe",))
    cafe = measured["cafe"][0]
    beside = ", ".join(
        f"bare {name} {runs[0]['p99']:.0f}" for name, runs in measured.items() if name != "cafe"
    )
    figures.say(
        f"{cafe['back']} of {plan.phones:,} back {cafe['all_back'] / 1000:.1f} s after the lines broke",
        held=cafe["all_back"] <= ALL_BACK,
    )
    figures.say(
        f"p99 {cafe['p99']:.0f} ms ({beside or 'alone'}), {cafe['cpu']} ms of the server's processor each, "
        f"load {os.getloadavg()[0]:.1f}",
        held=cafe["p99"] <= P99,
    )
    figures.say(f"{cafe['errors']} errors, {cafe['behind']} phones that miss something")
    assert cafe["back"] == plan.phones
    assert cafe["errors"] == 0
    assert cafe["behind"] == 0
