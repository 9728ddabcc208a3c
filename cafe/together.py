"""Group commit: commands that wait at the same moment are done in one transaction, with one fsync.

A hall writes in bursts. Each command alone would pay for its own BEGIN, its own number and its own fsync, and
a thousand phones would wait behind them. Nobody's answer comes before what it says is stored.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from sqlalchemy.orm import Session

from cafe.db import unit_of_work, writing

Result = TypeVar("Result")
MOST = 64


@dataclass(kw_only=True)
class Waiting(Generic[Result]):
    """One piece of work that waits for its turn, and then what came of it."""

    work: Callable[[Session], Result]
    result: Result | None = None
    error: BaseException | None = None
    done: bool = False


_waiting: deque[Waiting[object]] = deque()


def together(work: Callable[[Session], Result]) -> Result:
    """Do `work` in a transaction, shared with what others wait to do at this moment.

    Each has its own outcome: when one is refused, nothing of it is stored and the others are done all the
    same. Raises what `work` raises.
    """
    own: Waiting[Result] = Waiting(work=work)
    _waiting.append(own)  # type: ignore[arg-type]
    time.sleep(0)  # whoever has been heard at the same moment comes to the queue before it is emptied
    with writing:
        while not own.done:
            _do([_waiting.popleft() for _ in range(min(MOST, len(_waiting)))])
    if own.error is not None:
        raise own.error
    return own.result  # type: ignore[return-value]


def _do(batch: list[Waiting[object]]) -> None:
    try:
        _do_as_one(batch)
    except Exception:  # noqa: BLE001 - whose it was shows when each is done alone
        for each in batch:
            _do_alone(each)
    finally:
        # Who leads may be stopped in the middle; the others must not wait for ever.
        _waiting.extendleft(each for each in reversed(batch) if not each.done)


def _do_as_one(batch: list[Waiting[object]]) -> None:
    with unit_of_work() as session:
        results = [each.work(session) for each in batch]
    for each, result in zip(batch, results, strict=True):
        each.result, each.done = result, True


def _do_alone(each: Waiting[object]) -> None:
    try:
        with unit_of_work() as session:
            each.result = each.work(session)
    except Exception as error:  # noqa: BLE001 - it is raised where it was asked for
        each.error = error
    each.done = True
