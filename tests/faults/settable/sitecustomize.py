"""A machine whose clock a test can set, and whose time it can let pass; read before anything else.

The file named by SETTABLE_CLOCK holds two numbers of milliseconds: what has passed, and by what the machine's
clock was set besides.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

FILE = Path(os.environ["SETTABLE_CLOCK"])
MILLISECOND = 1_000_000
_wall, _steady = time.time_ns, time.clock_gettime_ns


def _read() -> tuple[int, int]:
    passed, set_by = FILE.read_text().split()
    return int(passed) * MILLISECOND, int(set_by) * MILLISECOND


def wall_ns() -> int:
    """Read the clock that can be set."""
    return _wall() + sum(_read())


def steady_ns(which: int) -> int:
    """Read a clock that cannot."""
    return _steady(which) + _read()[0]


time.time_ns = wall_ns
time.clock_gettime_ns = steady_ns
