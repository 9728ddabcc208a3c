"""How long the planner may look: in steps, so that any machine finds the same plan."""

from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

from cafe.rotation.model import Cancelled

STEPS_A_SECOND = 1_000_000
"""More than an ordinary machine tries in a second: a wish in seconds is turned into steps by this."""

Progress = Callable[[float], bool | None]
"""Told the share of the steps that is used up; a True from it ends the search."""


@dataclass(kw_only=True)
class Budget:
    """Count the steps of a search; a step is about one seat or trade of seats looked at.

    The same number of steps gives the same plan everywhere. `seconds` only ends the search early, as does
    `progress` by answering True: the best plan so far is kept either way.
    """

    steps: int
    seconds: float | None = None
    progress: Progress | None = None
    clock: Callable[[], float] = monotonic
    used: int = field(default=0, init=False)
    stopped: bool = field(default=False, init=False)
    cancelled: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        """Start the clock."""
        self._began = self.clock()

    @property
    def left(self) -> int:
        """Count the steps that may still be taken."""
        return 0 if self.stopped else max(0, self.steps - self.used)

    def spend(self, steps: int) -> bool:
        """Note that steps were taken; tell whether there are more."""
        self.used += steps
        if self.seconds is not None and self.clock() - self._began >= self.seconds:
            self.stopped = True
        if self.progress is not None and self.progress(min(1.0, self.used / max(1, self.steps))):
            self.stopped = self.cancelled = True
        return self.left > 0

    def slice(self, steps: int) -> "Slice":
        """Give a part of what is left."""
        return Slice(whole=self, left_here=min(steps, self.left))

    def refuse_if_cancelled(self) -> None:
        """Raise Cancelled if the caller wants no plan any more."""
        if self.cancelled:
            raise Cancelled


@dataclass(kw_only=True)
class Slice:
    """A part of a budget; what it spends is the whole's."""

    whole: Budget
    left_here: int

    @property
    def left(self) -> int:
        """Count the steps that may still be taken here."""
        return min(self.left_here, self.whole.left)

    def spend(self, steps: int) -> bool:
        """Note that steps were taken; tell whether there are more."""
        self.left_here = max(0, self.left_here - steps)
        return self.whole.spend(steps) and self.left_here > 0
