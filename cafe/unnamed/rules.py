"""Pure decisions about answers without a name: who waits for whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import TypeVar

# Fewer answers than this are shown of nothing, and never let in together.
FEWEST = 5

Waiting = TypeVar("Waiting")


def enough_together(waiting: Iterable[Waiting], group_of: Callable[[Waiting], str]) -> list[Waiting]:
    """Give those who may be let in: whole groups of which at least five wait.

    What is shown before and after differs by five answers of a group or by none, so that taking the one
    from the other shows no fewer.
    """
    groups: dict[str, list[Waiting]] = defaultdict(list)
    for each in waiting:
        groups[group_of(each)].append(each)
    return [each for together in groups.values() if len(together) >= FEWEST for each in together]
