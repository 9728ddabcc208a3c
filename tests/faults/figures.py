"""What a run against a bar measured, gathered by pytest for the table that `make faults` prints.

A test names its bar with `@pytest.mark.bar(3)` and says what it measured with the fixture `figures`.
Whether the bar held is the outcome of the test, and for figures that hang on the machine (times, memory) what
it says itself: those are never asserted.
"""

from __future__ import annotations

import json
import os
import random
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

import pytest

FULL = os.environ.get("KAFE_FAULTS") == "full"
FILE = "KAFE_FIGURES"
SEED = "KAFE_SEED"
FIGURES = pytest.StashKey["Figures"]()


def count(*, full: int, quick: int) -> int:
    """Give how often to do something: `full` in `make faults`, `quick` in the test suite."""
    return full if FULL else quick


@dataclass(frozen=True)
class Figure:
    """One thing that was measured for a bar, in words. `held` is None where the test's outcome decides."""

    bar: int
    text: str
    held: bool | None = None


@dataclass
class Figures:
    """What one test has measured."""

    bar: int
    said: list[Figure] = field(default_factory=list)

    def say(self, text: str, *, held: bool | None = None) -> None:
        """Note a figure; `held` for what depends on the machine and is therefore not asserted."""
        self.said.append(Figure(self.bar, text, held))


@pytest.fixture
def figures(request: pytest.FixtureRequest) -> Figures:
    """Give the test its sheet to note figures on; it must be marked with its bar."""
    marker = request.node.get_closest_marker("bar")
    assert marker is not None, "a test that gives figures is marked with its bar"
    sheet = Figures(int(marker.args[0]))
    request.node.stash[FIGURES] = sheet
    return sheet


@pytest.fixture
def seed() -> int:
    """Give the seed of this run, shown with a failure so that KAFE_SEED plays the same again."""
    chosen = int(os.environ.get(SEED) or random.randrange(2**32))
    print(f"{SEED}={chosen}")  # pytest shows it with a failure
    return chosen


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Iterator[None]:  # fmt: skip
    """Write what a test has measured, and how it ended, for the table."""
    report: pytest.TestReport = yield  # type: ignore[assignment]
    marker = item.get_closest_marker("bar")
    file = os.environ.get(FILE)
    if file and marker and (call.when == "call" or report.outcome != "passed"):
        sheet = item.stash.get(FIGURES, Figures(int(marker.args[0])))
        line = {
            "bar": sheet.bar,
            "test": item.nodeid,
            "outcome": report.outcome,
            "figures": [asdict(figure) for figure in sheet.said],
        }
        with Path(file).open("a") as log:  # one short line in one write: several processes may append
            log.write(json.dumps(line) + "\n")
    return report  # type: ignore[return-value]
