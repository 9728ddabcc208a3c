"""How much work something is: two sizes compared, so that it holds on a slow and on a busy machine alike."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

Given = TypeVar("Given")
# Twice the size may take twice as long and a half more for chance; work that grows by the square takes four.
MOST = 3.0


def grows_with_size(work: Callable[[Given], object], small: Given, twice: Given) -> bool:
    """Tell whether work on something twice as large takes about twice the processor time, no more."""
    return _effort(work, twice) < MOST * _effort(work, small)


def _effort(work: Callable[[Given], object], given: Given) -> float:
    """Give the least time of some tries: what disturbs only adds."""
    tries = []
    for _ in range(4):
        begun = time.process_time()
        work(given)
        tries.append(time.process_time() - begun)
    return min(tries)
