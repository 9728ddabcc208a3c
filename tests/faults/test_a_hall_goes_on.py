"""A hall writes and reads for long, while rounds change and lines break; then every answer is checked."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bench.machine import raise_open_files
from bench.soak.run import ACK_P95, ACK_P99, GROWTH, Plan, soak
from tests.faults.figures import FULL, Figures

LONG = Plan()
# Quicker than people, so that a few seconds hold rounds, summaries and broken lines.
SHORT = Plan(seconds=7, warm=2, clients=30, pace=8, cut_every=10)


@pytest.mark.bar(12)
def test_every_answer_was_true_and_nobody_misses_anything(tmp_path: Path, figures: Figures) -> None:
    raise_open_files()
    plan = LONG if FULL else SHORT
    measured = soak(plan, tmp_path)
    figures.say(
        f"{measured['clients']} clients, {plan.seconds / 60:.1f} minutes, load {os.getloadavg()[0]:.1f}: "
        f"{len(measured['broken'])} of {measured['acknowledged']:,} acknowledged commands not stored, "
        f"{measured['cuts']} lines broken, {measured['behind']} clients that miss something"
    )
    figures.say(f"ack p50 {measured['p50']} ms, p95 {measured['p95']} ms", held=measured["p95"] <= ACK_P95)
    figures.say(f"p99 {measured['p99']} ms", held=measured["p99"] <= ACK_P99)
    memory = measured["memory"]
    # A few seconds after the start everything still grows.
    grown = measured["growth"] <= GROWTH if FULL else None
    figures.say(f"memory {memory[0]} → {memory[-1]} MiB, {measured['growth']:+} %", held=grown)
    assert measured["broken"] == []
    assert measured["unanswered"] == 0
    assert measured["waiting"] == 0
    assert measured["refused"] == {}
    assert measured["behind"] == 0
