"""A simulation from its script to its exit code."""

from __future__ import annotations

import asyncio

from cafe.simulator.hall import Tell, simulate
from cafe.simulator.measure import Measure
from cafe.simulator.script import Script


def play(script: Script, tell: Tell) -> int:
    """Play a script, tell how it went, and give the exit code: 0 when every note was stored."""
    measure = asyncio.run(simulate(script, tell))
    tell(summary_of(measure))
    return 0 if measure.lost == 0 and measure.joins_failed == 0 else 1


def summary_of(measure: Measure) -> str:
    """Say how a simulation went."""
    percentiles = (f"p{share} {measure.percentile(share / 100)}" for share in (50, 95, 99))
    done, late = measure.acknowledged.total(), measure.late
    lines = [
        f"commands: {measure.sent.total()} sent, {done} done, {late} too late",
        f"lost: {measure.lost}; could not join: {measure.joins_failed}; reconnects: {measure.reconnects}",
        f"answers in ms: {', '.join(percentiles)}",
    ]
    if measure.refused:
        lines.append(f"refused: {dict(measure.refused)}")
    return "\n".join(lines)
