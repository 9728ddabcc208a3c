"""Mend topics visited again, and uneven sizes where topics are in the way, by chains over several rounds."""

from collections.abc import Callable, Iterator

from cafe.rotation.budget import Budget, Slice
from cafe.rotation.chains import Chains, Change
from cafe.rotation.figures import Figures
from cafe.rotation.hall import NONE
from cafe.rotation.seats import Seats

SHORT = 30  # steps of a chain for sizes, which matter less than topics
MOVE = 4  # steps that a move counts as
BEYOND = 10_000  # steps: rather some milliseconds too late than a topic twice

Firm = tuple[int, int, int, int]
"""The figures that count most: violations, alone, topics, sizes."""


class Mender:
    """Mend one seating in which nobody stands."""

    def __init__(self, seats: Seats, floor: Callable[[Figures], bool]) -> None:
        """Look for chains in the seating; `floor` tells when nothing can be better."""
        self._seats = seats
        self._floor = floor
        self._chains = Chains(seats)
        self._done: Firm | None = None
        # What was tried since something got better: round, topic left, other round, topic sought, gain.
        self._vain: set[tuple[int, ...]] = set()

    def run(self, budget: Budget | Slice) -> None:
        """Mend what is amiss, unless that was tried with as much amiss, and a little beyond the budget."""
        firm = self._firm()
        if firm == self._done or self._floor(Figures(*firm, 0, 0, 0, 0)):
            return
        self._vain.clear()
        beyond, better = BEYOND, True
        while better and beyond > 0:
            better = False
            for mended in self._attempts():
                better |= mended
                looked, self._chains.looked = self._chains.looked, 0
                if looked and not budget.spend(looked):
                    beyond -= looked
                    if beyond <= 0:
                        break
        self._done = self._firm()

    def _attempts(self) -> Iterator[bool]:
        """Mend round after round, person by person, then table by table; tell each time whether it helped."""
        seats, hall = self._seats, self._seats.hall
        for index in range(hall.rounds):
            if seats.topics:
                for person in range(hall.people):
                    if self._chains.free(index, person) and self._repeats(index, person):
                        yield self._settle(index, person)
            if seats.sizes and self._uneven(index):
                for place in hall.open_tables[index]:
                    yield self._even_out(index, place)

    def _uneven(self, index: int) -> bool:
        seats, first = self._seats, index * self._seats.hall.tables
        return any(
            seats.size_price(index, place, len(seats.members[first + place]))
            for place in seats.hall.open_tables[index]
        )

    def _repeats(self, index: int, person: int) -> bool:
        topic = self._chains.topic(index, person)
        return topic != NONE and self._seats.visits[person][topic] > 1

    def _firm(self) -> Firm:
        seats = self._seats
        return seats.violations, seats.alone, seats.topics, seats.sizes

    def _settle(self, index: int, person: int) -> bool:
        """Give somebody a new topic instead of a repeated one, if that makes the plan better."""
        before = self._firm()
        chain = self._chains.find(index, person)
        return self._keep(before, self._chains.follow(chain) if chain else [])

    def _even_out(self, index: int, here: int) -> bool:
        """Move people to tables where sizes want them, and mend the repeats that this may bring."""
        seats, better = self._seats, False
        takers = self._takers(index, here)
        for person in tuple(seats.members[index * seats.hall.tables + here]) if takers else ():
            if self._chains.free(index, person) and self._relieve(index, person, takers):
                better = True
                takers = self._takers(index, here)
        return better

    def _takers(self, index: int, here: int) -> list[int]:
        """List the tables of a round to which sizes want somebody from here to move, the emptiest first."""
        tables = self._seats.hall.open_tables[index]
        prices = [(self._chains.size_price(index, here, place), place) for place in tables if place != here]
        self._chains.looked += len(tables)
        return [place for price, place in sorted(prices) if price < 0]

    def _relieve(self, index: int, person: int, takers: list[int]) -> bool:
        """Move somebody to one of the tables; those of one topic are alike, so one of each is tried."""
        topics: set[int] = set()
        for place in takers:
            topic = self._seats.hall.topic[index][place]
            if topic not in topics and self._chains.admits(index, person, place):
                topics.add(topic)
                if self._try(index, person, place):
                    return True
        return False

    def _try(self, index: int, person: int, place: int) -> bool:
        """Move somebody, and look for a chain if they have had the topic; keep it if the plan is better."""
        chains, seats = self._chains, self._seats
        before, topics, topic = self._firm(), seats.topics, chains.topic(index, person)
        done = [chains.move(index, person, place)]
        chains.looked += MOVE
        if seats.topics > topics:
            other = self._other_round(index, person)
            key = index, topic, other, chains.topic(index, person), seats.sizes - before[-1]
            chain = chains.find(other, person, SHORT) if other != NONE and key not in self._vain else None
            done += chains.follow(chain) if chain else []
            self._vain.add(key)
        return self._keep(before, done)

    def _other_round(self, index: int, person: int) -> int:
        """Find the other round with the topic of this one, if it can be changed."""
        chains, rounds = self._chains, range(self._seats.hall.rounds)
        topic = chains.topic(index, person)
        others = [
            other
            for other in rounds
            if other != index and chains.topic(other, person) == topic and chains.free(other, person)
        ]
        return others[0] if others else NONE

    def _keep(self, before: Firm, done: list[Change]) -> bool:
        """Keep what was done if wishes, topics or sizes are better for it, else undo it."""
        if self._firm() < before:
            self._vain.clear()
            return True
        self._chains.undo(done)
        return False
