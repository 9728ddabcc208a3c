"""What a move would cost, without making it."""

from math import inf

from cafe.rotation.hall import NONE
from cafe.rotation.seats import Seats

MOST_SPARED = 30  # repeated meetings that one trade spares at most, but for the strangest of halls


class Prices:
    """Price trades and moves in one seating."""

    def __init__(self, seats: Seats) -> None:
        """Find out whose trades can be priced without being made, and who has wishes."""
        hall = seats.hall
        self._seats = seats
        self._hall = hall
        people = range(hall.people)
        self.quick = [not hall.excused[person] for person in people]
        self.wishes = [
            bool(
                hall.must[person]
                or hall.apart[person]
                or hall.allowed[person] is not None
                or seats.announced is not None
            )
            for person in people
        ]
        self._has_topics = any(topic != NONE for row in hall.topic for topic in row)

    def trade(self, index: int, one: int, other: int, limit: float) -> float:
        """Price the trade of two quick people's seats; beyond `limit` the rest need not be known."""
        seats, hall = self._seats, self._hall
        row = seats.seat[index]
        first = index * hall.tables
        here, there = first + row[one], first + row[other]
        weights = seats.weights
        price = weights.topics * self._topics(index, one, other) if self._has_topics else 0
        spared = self._most_spared()
        if price > limit + spared + weights.topics / 2:  # colleagues and kinds spare less than that
            return price
        organisations = hall.organisation
        if organisations[one] != organisations[other]:
            mine, theirs = seats.colleagues_at[organisations[one]], seats.colleagues_at[organisations[other]]
            price += weights.colleagues * (mine[there] - mine[here] + theirs[here] - theirs[there] + 2)
        if hall.kind[one] != hall.kind[other]:
            price += weights.kinds * self.kinds(index, hall.kind[one], hall.kind[other], here, there)
        if seats.asking:
            price += weights.alone * self.alone(one, other, here, there)
        if price > limit + spared:
            return price
        price += weights.repeats * self._meetings(one, other, here, there)
        return price + self._wish(index, one, other) + self._wish(index, other, one)

    def _most_spared(self) -> float:
        """Tell how much less than nothing the part of a price can be that takes longest to work out."""
        seats = self._seats
        if seats.violations or seats.alone:
            return inf
        repeats = MOST_SPARED * seats.weights.repeats if seats.repeats else 0
        return repeats + 2 * seats.weights.moved

    def _meetings(self, one: int, other: int, here: int, there: int) -> int:
        seats = self._seats
        mask, met = seats.mask, seats.met
        meetings = (met[one] & mask[there]).bit_count() + (met[other] & mask[here]).bit_count()
        if met[one] >> other & 1:
            meetings -= 2
        if seats.repeats:
            again = seats.met_again
            meetings -= (again[one] & mask[here]).bit_count() + (again[other] & mask[there]).bit_count()
        return meetings

    def _wish(self, index: int, person: int, other: int) -> int:
        """Price what the person's own wishes say to taking the other's seat."""
        if not self.wishes[person]:
            return 0
        seats, hall = self._seats, self._hall
        here, there = seats.seat[index][person], seats.seat[index][other]
        first = index * hall.tables
        apart = hall.apart[person]
        violations = 0
        if apart:
            violations += (apart & seats.mask[first + there] & ~seats.bit[other]).bit_count()
            violations -= (apart & seats.mask[first + here]).bit_count()
        mine, theirs = hall.topic[index][here], hall.topic[index][there]
        if hall.must[person] and mine != theirs:
            visits = seats.visits[person]
            violations += mine in hall.must[person] and visits[mine] == 1
            violations -= theirs in hall.must[person] and visits[theirs] == 0
        allowed = hall.allowed[person]
        if allowed is not None:
            violations += (there not in allowed) - (here not in allowed)
        price = seats.weights.violations * violations
        if seats.announced is not None and seats.announced[index][person] >= 0:
            announced = seats.announced[index][person]
            price += seats.weights.moved * ((there != announced) - (here != announced))
        return price

    def _topics(self, index: int, one: int, other: int) -> int:
        row = self._seats.seat[index]
        topics = self._hall.topic[index]
        mine, theirs = topics[row[one]], topics[row[other]]
        if mine == theirs:
            return 0
        first, second = self._seats.visits[one], self._seats.visits[other]
        price = 0
        if theirs != NONE:
            price += (first[theirs] > 0) - (second[theirs] > 1)
        if mine != NONE:
            price += (second[mine] > 0) - (first[mine] > 1)
        return price

    def kinds(self, index: int, mine: int, theirs: int, here: int, there: int) -> int:
        """Price the trade of two kinds between two cells, in people of the kind gap."""
        seats = self._seats
        more, less = seats.one_more[index], seats.one_less[index]
        first, second = seats.kind_at[mine], seats.kind_at[theirs]
        return (
            less[mine][first[here]]
            + more[theirs][second[here]]
            + less[theirs][second[there]]
            + more[mine][first[there]]
        )

    def alone(self, one: int, other: int, here: int, there: int) -> int:
        """Price the trade in people who asked for company and lack it."""
        kind, company = self._hall.kind, self._hall.company
        change = 0
        for mover, follower, cell, place in ((one, other, here, there), (other, one, there, here)):
            mine, theirs = kind[mover], kind[follower]
            asking, asked = company[mover], company[follower]
            if mine == theirs:
                change += self._lonelier(mine, cell, 0, asked - asking)
            else:
                change += self._lonelier(mine, cell, -1, -asking) + self._lonelier(mine, place, 1, asking)
        return change

    def _lonelier(self, kind: int, cell: int, people: int, asking: int) -> int:
        """Tell what so many more of a kind at a table, so many of them asking for company, change."""
        count, askers = self._seats.kind_at[kind][cell], self._seats.askers_at[kind][cell]
        return (count + people == 1 == askers + asking) - (count == 1 == askers)

    def move(self, index: int, person: int, place: int) -> int:
        """Price the move of somebody who is not always with anybody to another table, without making it."""
        seats, hall, weights = self._seats, self._hall, self._seats.weights
        here = seats.seat[index][person]
        cell, size, kind = (
            index * hall.tables + here,
            len(seats.members[index * hall.tables + here]),
            hall.kind[person],
        )
        allowed, topic = hall.allowed[person], hall.topic[index][here]
        violations = seats.limit_price(index, here, size - 1) - seats.limit_price(index, here, size)
        violations -= (hall.apart[person] & seats.mask[cell]).bit_count()
        violations -= allowed is not None and here not in allowed
        topics = 0
        if topic != NONE:
            visits = seats.visits[person][topic]
            if topic == hall.topic[index][place]:
                topics -= 1  # no visit begins or ends: joining counts the visit here as an earlier one
            else:
                topics -= visits > 1
                violations += topic in hall.must[person] and visits == 1
        price = weights.violations * violations + weights.topics * topics
        price += weights.sizes * (
            seats.size_price(index, here, size - 1) - seats.size_price(index, here, size)
        )
        price -= weights.repeats * (seats.met_again[person] & seats.mask[cell]).bit_count()
        price -= weights.colleagues * (seats.colleagues_at[hall.organisation[person]][cell] - 1)
        price += weights.kinds * seats.one_less[index][kind][seats.kind_at[kind][cell]]
        if seats.asked[kind]:
            price += weights.alone * self._lonelier(kind, cell, -1, -hall.company[person])
        if seats.announced is not None and seats.announced[index][person] not in (NONE, here):
            price -= weights.moved
        return price + self.joining(index, person, place)

    def joining(self, index: int, person: int, place: int) -> int:
        """Price the coming of somebody who stands to a table, size and kinds included."""
        seats, hall, weights = self._seats, self._hall, self._seats.weights
        cell = index * hall.tables + place
        mates = seats.mask[cell] & ~hall.excused[person]
        size, kind = len(seats.members[cell]), hall.kind[person]
        violations = (hall.apart[person] & mates).bit_count()
        violations += seats.limit_price(index, place, size + 1) - seats.limit_price(index, place, size)
        allowed = hall.allowed[person]
        violations += allowed is not None and place not in allowed
        topic = hall.topic[index][place]
        topics = 0
        if topic != NONE:
            visits = seats.visits[person][topic]
            topics = visits > 0
            violations -= topic in hall.must[person] and not visits
        price = weights.violations * violations + weights.topics * topics
        price += weights.sizes * (
            seats.size_price(index, place, size + 1) - seats.size_price(index, place, size)
        )
        price += weights.repeats * (seats.met[person] & mates).bit_count()
        price += weights.colleagues * seats.colleagues_at[hall.organisation[person]][cell]
        price += weights.kinds * seats.one_more[index][kind][seats.kind_at[kind][cell]]
        if seats.asked[kind]:
            price += weights.alone * seats.lonelier(person, cell)
        if seats.announced is not None and seats.announced[index][person] not in (NONE, place):
            price += weights.moved
        return price
