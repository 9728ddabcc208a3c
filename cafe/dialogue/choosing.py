"""Who may take a chair where people choose their table themselves. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from cafe.clock import SECOND
from cafe.dialogue.rules import Clockwork, Phase

# A chair that somebody has waited for is kept for them this long; then it goes to the next.
OFFER_LASTS = 60 * SECOND


@dataclass(frozen=True, kw_only=True)
class Chairs:
    """The chairs at a table in a round: how many, who has one, and who waits, the first who came first."""

    seats: int
    taken: frozenset[str]
    queue: tuple[str, ...] = ()

    @property
    def empty(self) -> int:
        """Count the chairs that nobody has."""
        return max(0, self.seats - len(self.taken))

    @property
    def free(self) -> int:
        """Count the chairs that are free to anybody: those that somebody waits for are not."""
        return max(0, self.empty - len(self.queue))

    @property
    def offered(self) -> tuple[str, ...]:
        """Give those for whom a chair is kept."""
        return self.queue[: self.empty]

    def are_for(self, person: str) -> bool:
        """Tell whether somebody may sit down: they do already, or a chair is left after those before."""
        before = self.queue.index(person) if person in self.queue else len(self.queue)
        return person in self.taken or before < self.empty


def round_to_choose(clock: Clockwork) -> int | None:
    """Give the round that people choose for now: the one they go to or are in; before that the first."""
    if clock.phase is Phase.CHECK_IN:
        return 1
    return clock.round_number if clock.phase in {Phase.SWITCHING, Phase.RUNNING} else None
