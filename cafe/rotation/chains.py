"""Chains of trades over several rounds, for topics that no trade in one round mends.

With as many rounds as topics everybody needs every topic. A trade in one round then hands a repeat on to the
partner, who has to change another round of theirs, and so on until somebody takes the topic well or there is
room: alternating paths, as Kempe's for the colours of edges, with (round, topic left, topic sought) as nodes.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Self

from cafe.rotation.hall import FREE, NONE
from cafe.rotation.seats import Seats

Change = tuple[int, list[tuple[int, int]]]
"""A round, and who was where before."""

MOST_LOOKED_AT = 10_000  # trades, for one chain


@dataclass(frozen=True, kw_only=True)
class Link:
    """Somebody is to leave their table of a round for a topic; the link before handed them a repeat."""

    index: int
    person: int
    topic: int
    before: Self | None

    def people(self) -> set[int]:
        """Collect everybody in the chain so far."""
        return {self.person} | (self.before.people() if self.before else set())


@dataclass(frozen=True, kw_only=True)
class Chain:
    """A chain: it ends with a trade with somebody, or with a move to a table, which has a price in sizes."""

    last: Link
    partner: int = FREE
    place: int = FREE
    price: int = 0


class Chains:
    """Find and follow chains in one seating in which nobody stands."""

    def __init__(self, seats: Seats) -> None:
        """Sort the tables of every round by topic."""
        self._seats = seats
        self._hall = hall = seats.hall
        self.looked = 0
        self._tables: list[dict[int, list[int]]] = [{} for _ in range(hall.rounds)]
        for index, tables in enumerate(self._tables):
            for place in hall.open_tables[index]:
                if hall.topic[index][place] != NONE:
                    tables.setdefault(hall.topic[index][place], []).append(place)

    def free(self, index: int, person: int) -> bool:
        """Tell whether somebody may change tables in a round, on their own."""
        return self._hall.given[index][person] == FREE and person not in self._hall.mates[index]

    def topic(self, index: int, person: int) -> int:
        """Give the topic that somebody has in a round."""
        place = self._seats.seat[index][person]
        return self._hall.topic[index][place] if place >= 0 else NONE

    def find(self, index: int, person: int, most: int = MOST_LOOKED_AT) -> Chain | None:
        """Find a chain that gives somebody another topic: the shortest that keeps sizes, else the least."""
        best: Chain | None = None
        waiting = deque(self._links(index, person, ()))
        seen = {(index, self.topic(index, person), link.topic) for link in waiting}
        until = self.looked + most
        while waiting and self.looked < until:
            link = waiting.popleft()
            self.looked += 1
            end = self._end(link)
            if end is not None and (best is None or end.price < best.price):
                best = end
            if best is not None and best.price <= 0:
                return best
            for partner in self._partners(link):
                if self._takes_well(link, partner):
                    return Chain(last=link, partner=partner)
                for following in self._handed_on(link, partner):
                    key = following.index, self.topic(following.index, partner), following.topic
                    if key not in seen:
                        seen.add(key)
                        waiting.append(following)
        return best

    def follow(self, chain: Chain) -> list[Change]:
        """Make the trades of a chain; give what undoes them."""
        done: list[Change] = []
        if chain.place != FREE:
            done.append(self.move(chain.last.index, chain.last.person, chain.place))
        link, partner = chain.last, chain.partner
        while True:
            if partner != FREE:
                row = self._seats.seat[link.index]
                done.append((link.index, [(link.person, row[link.person]), (partner, row[partner])]))
                self._seats.trade(link.index, link.person, partner)
            if link.before is None:
                return done
            link, partner = link.before, link.person

    def move(self, index: int, person: int, place: int) -> Change:
        """Move somebody to a table; give what undoes that."""
        here = self._seats.seat[index][person]
        self._seats.shift(index, [(person, place)])
        return index, [(person, here)]

    def undo(self, done: Iterable[Change]) -> None:
        """Put everybody back."""
        for index, moves in reversed(list(done)):
            self._seats.shift(index, moves)

    def size_price(self, index: int, here: int, place: int) -> int:
        """Tell how much more uneven the sizes are with somebody of one table at the other."""
        seats, first = self._seats, index * self._hall.tables
        least, most = len(seats.members[first + here]), len(seats.members[first + place])
        return (
            seats.size_price(index, here, least - 1)
            - seats.size_price(index, here, least)
            + seats.size_price(index, place, most + 1)
            - seats.size_price(index, place, most)
        )

    def admits(self, index: int, person: int, place: int) -> bool:
        """Tell whether a table has room for somebody, and whether the one left behind can spare them."""
        hall, members = self._hall, self._seats.members
        first, here = index * hall.tables, self._seats.seat[index][person]
        return (
            len(members[first + here]) > hall.limits[index][here][0]
            and len(members[first + place]) < hall.limits[index][place][1]
            and self._suits(index, person, place)
        )

    def _suits(self, index: int, person: int, place: int, without: int = 0) -> bool:
        allowed = self._hall.allowed[person]
        others = self._seats.mask[index * self._hall.tables + place] & ~without
        return not self._hall.apart[person] & others and (allowed is None or place in allowed)

    def _links(
        self, index: int, person: int, lost: tuple[int, ...], before: Link | None = None
    ) -> Iterator[Link]:
        """List the topics that are new to somebody, once they have lost some, in a round."""
        visits = self._seats.visits[person]
        wanted = [topic for topic in lost if topic in self._hall.must[person]]
        for topic in wanted or self._tables[index]:
            if topic in self._tables[index] and (not visits[topic] or topic in lost):
                yield Link(index=index, person=person, topic=topic, before=before)

    def _end(self, link: Link) -> Chain | None:
        """End a chain with a move to the table with the topic where sizes mind least, if one has room."""
        here = self._seats.seat[link.index][link.person]
        prices = [
            (self.size_price(link.index, here, place), place)
            for place in self._tables[link.index][link.topic]
            if self.admits(link.index, link.person, place)
        ]
        if not prices:
            return None
        price, place = min(prices)
        return Chain(last=link, place=place, price=price)

    def _partners(self, link: Link) -> Iterator[int]:
        """List with whom a link could be made by a trade."""
        seats, index = self._seats, link.index
        here, first = seats.seat[index][link.person], index * self._hall.tables
        people = link.people()
        for place in self._tables[index][link.topic]:
            for other in seats.members[first + place]:
                self.looked += 1
                if (
                    other not in people
                    and self.free(index, other)
                    and self._suits(index, link.person, place, seats.bit[other])
                    and self._suits(index, other, here, seats.bit[link.person])
                ):
                    yield other

    def _takes_well(self, link: Link, partner: int) -> bool:
        """Tell whether the partner takes the topic that is left without a repeat more, or a wish less."""
        visits, left = self._seats.visits[partner], self.topic(link.index, link.person)
        if left != NONE and visits[left] and visits[link.topic] == 1:
            return False
        return link.topic not in self._hall.must[partner] or visits[link.topic] > 1

    def _handed_on(self, link: Link, partner: int) -> Iterator[Link]:
        """List what the partner can do about the topic that they have twice now."""
        left = self.topic(link.index, link.person)
        for index in range(self._hall.rounds):
            if index != link.index and self.topic(index, partner) == left and self.free(index, partner):
                yield from self._links(index, partner, (link.topic,), link)
