"""Undo repeated topics by chains of moves: a greedy start alone paints itself into corners."""

from dataclasses import dataclass, field
from typing import NamedTuple

from cafe.rotation.hall import NONE
from cafe.rotation.seating import Seating

OUTSIDE = NONE - 1  # where a chain's first person comes from, as far as the search is concerned


@dataclass(kw_only=True)
class _Search:
    """The topics found so far: topic -> who would move there, and from which topic."""

    mover: dict[int, int] = field(default_factory=dict)
    origin: dict[int, int] = field(default_factory=dict)

    def chain(self, topic: int) -> list[int]:
        """List the movers up to this topic, first mover first."""
        movers = []
        while topic != OUTSIDE:
            movers.append(self.mover[topic])
            topic = self.origin[topic]
        return movers[::-1]


class _End(NamedTuple):
    """Where a chain ends: on a seat at this table, given up by its owner if it has one."""

    place: int
    owner: int | None = None


class TopicRepair:
    """Bring the number of repeated topics in a round down to the least possible.

    People and topics are a matching problem: whoever sits at a topic again while another would be
    new is unmatched, and an augmenting path (Berge 1957) is a chain of people who each take the
    seat of the next. Topics that a search has reached in vain cannot help a later one either.
    """

    def __init__(self, seating: Seating) -> None:
        self._seating = seating
        self._topics = list(dict.fromkeys(seating.topic[place] for place in seating.tables))
        self._dead: dict[int, None] = {}

    def run(self) -> bool:
        """Free whoever sits at a topic again, where possible; tell whether table sizes changed."""
        resized = False
        for person in self._seating.movable:
            if self._sits_again(person) and self._alive(person):
                resized |= self._free(person)
        return resized

    def _topic_of(self, person: int) -> int:
        return self._seating.topic[self._seating.place[person]]

    def _sits_again(self, person: int) -> bool:
        return self._seating.has_visited(person, self._topic_of(person))

    def _alive(self, person: int) -> list[int]:
        """List the topics that are new to the person and may still be opened."""
        return [
            topic
            for topic in self._topics
            if topic not in self._dead and not self._seating.has_visited(person, topic)
        ]

    def _free(self, person: int) -> bool:
        search = self._search(person)
        end = self._end(person, search)
        if end is None:
            self._dead |= dict.fromkeys(search.mover)
            return False
        self._shift(search.chain(self._seating.topic[end.place]), end)
        return end.owner is None

    def _search(self, person: int) -> _Search:
        """Find, nearest first, every topic that a chain beginning with this person opens."""
        settled: dict[int, list[int]] = {topic: [] for topic in self._topics}
        for other in self._seating.movable:
            if not self._sits_again(other):
                settled[self._topic_of(other)].append(other)
        search = _Search()
        waiting = [(person, OUTSIDE)]
        for mover, origin in waiting:  # grows while it is read
            for topic in self._alive(mover):
                if topic not in search.mover:
                    search.mover[topic], search.origin[topic] = mover, origin
                    waiting += [(other, topic) for other in settled[topic]]
        return search

    def _end(self, person: int, search: _Search) -> _End | None:
        """End at a seat to be had in exchange, else at an empty chair (uneven, but new)."""
        place = self._seating.place
        if self._topic_of(person) in search.mover:
            return _End(place[person], person)
        for other in self._seating.movable:
            if self._topic_of(other) in search.mover and self._sits_again(other):
                return _End(place[other], other)
        chairs = [
            table
            for table in self._seating.tables
            if self._seating.topic[table] in search.mover
            and self._seating.size[table] < self._seating.capacity[table]
        ]
        return _End(min(chairs, key=lambda table: self._seating.size[table])) if chairs else None

    def _shift(self, chain: list[int], end: _End) -> None:
        """Let everybody take the seat of the next; the last seat's owner gets the first one."""
        seats = [self._seating.place[person] for person in chain]
        if end.owner is not None and end.owner != chain[0]:
            self._seating.move(end.owner, seats[0])
        for person, place in zip(chain, [*seats[1:], end.place], strict=True):
            self._seating.move(person, place)
