"""The first seating: routes of a design, then whoever the routes leave standing, then even sizes."""

from collections.abc import Mapping, Sequence
from random import Random

from cafe.rotation.hall import FREE
from cafe.rotation.prices import Prices
from cafe.rotation.seats import Seats

MOVERS = 24  # how many people at a crowded table, or crowded tables, are looked at for one move


def seat_given(seats: Seats) -> None:
    """Seat everybody whose place is given."""
    for index, row in enumerate(seats.hall.given):
        for person, place in enumerate(row):
            if place >= 0:
                seats.join(index, person, place)


def seat_by_routes(seats: Seats, routes: Mapping[int, Sequence[int]]) -> None:
    """Seat people along their routes where tables are open and have room."""
    hall = seats.hall
    for index in range(hall.rounds):
        open_now = set(hall.open_tables[index])
        for person, route in routes.items():
            place = route[index]
            if seats.seat[index][person] != FREE or place not in open_now:
                continue
            if len(seats.members[index * hall.tables + place]) < hall.limits[index][place][1]:
                seats.join(index, person, place)


def gather(seats: Seats) -> int:
    """Bring those to one table who have to sit together, by the cheapest trades; give the seats looked at."""
    hall = seats.hall
    steps = 0
    for index in range(hall.rounds):
        for person, circle in hall.mates[index].items():
            if person != circle[0]:
                steps += _fetch(seats, index, person, circle)
    return steps


def _fetch(seats: Seats, index: int, person: int, circle: tuple[int, ...]) -> int:
    """Let somebody trade places with whoever at the circle's table costs least, or stand up if nobody can."""
    row = seats.seat[index]
    there, here = row[circle[0]], row[person]
    if here == there:
        return 0
    others = [
        other
        for other in (seats.members[index * seats.hall.tables + there] if min(here, there) >= 0 else ())
        if seats.hall.given[index][other] == FREE and other not in seats.hall.mates[index]
    ]
    if not others:
        if here >= 0:
            seats.leave(index, person)
        return 0
    prices = []
    for other in others:
        prices.append((seats.shift(index, [(person, there), (other, here)], sized=False), other))
        seats.shift(index, [(person, here), (other, there)], sized=False)
    other = min(prices)[1]
    seats.shift(index, [(person, there), (other, here)], sized=False)
    return 4 * len(others)


def seat_the_rest(seats: Seats, prices: Prices, random: Random) -> int:
    """Seat whoever still stands where it costs least; give the number of seats looked at."""
    hall = seats.hall
    steps = 0
    for index in range(hall.rounds):
        standing = [person for person in range(hall.people) if seats.seat[index][person] == FREE]
        random.shuffle(standing)
        standing.sort(key=lambda person: -len(hall.mates[index].get(person, ())))
        for person in standing:
            if seats.seat[index][person] == FREE:
                _seat_one(seats, prices, index, person)
                steps += len(hall.open_tables[index])
    return steps


def reseat(seats: Seats, prices: Prices) -> bool:
    """Let everybody whose seat is not given look again, now that the others sit; tell whether that helped."""
    cost = seats.cost()
    for index, given in enumerate(seats.hall.given):
        for person, place in enumerate(given):
            circle = seats.hall.mates[index].get(person, (person,))
            if place == FREE and person == circle[0]:
                for one in circle:
                    seats.leave(index, one)
                _seat_one(seats, prices, index, person)
    return seats.cost() < cost


def _seat_one(seats: Seats, prices: Prices, index: int, person: int) -> None:
    together = seats.hall.mates[index].get(person, (person,))
    circle = tuple(one for one in together if seats.seat[index][one] == FREE)
    seated = [seats.seat[index][one] for one in together if seats.seat[index][one] >= 0]
    first = index * seats.hall.tables

    def price(place: int) -> tuple[int, int]:
        size = len(seats.members[first + place])
        beyond = max(0, size + len(circle) - seats.hall.limits[index][place][1])
        joining = sum(prices.joining(index, one, place) for one in circle)
        return joining + beyond * seats.weights.violations, size

    best = min(seated[:1] or seats.hall.open_tables[index], key=price)
    for one in circle:
        seats.join(index, one, best)


class Leveller:
    """Even out the tables by moves of one circle each, as long as that makes the plan better."""

    def __init__(self, seats: Seats, random: Random) -> None:
        """Look at a seating in which nobody stands."""
        self._seats = seats
        self._random = random
        self.steps = 0

    def run(self) -> None:
        """Level round after round."""
        hall = self._seats.hall
        for index in range(hall.rounds):
            for _ in range(hall.people):
                if not self._needed(index) or not self._step(index):
                    break

    def _size(self, index: int, place: int) -> int:
        return len(self._seats.members[index * self._seats.hall.tables + place])

    def _needed(self, index: int) -> bool:
        seats = self._seats
        return any(
            seats.size_price(index, place, self._size(index, place)) > 0
            for place in seats.hall.open_tables[index]
        )

    def _step(self, index: int) -> bool:
        """Make the best move from a crowded table to one with room."""
        hall = self._seats.hall
        low, high = hall.low[index], hall.high[index]
        tables = hall.open_tables[index]
        over = [place for place in tables if self._size(index, place) > high[place]]
        under = [place for place in tables if self._size(index, place) < low[place]]
        givers = over or [place for place in tables if self._size(index, place) > low[place]]
        takers = under or [place for place in tables if self._size(index, place) < high[place]]
        best: tuple[int, list[tuple[int, int]]] | None = None
        for person in self._movers(index, givers):
            for place in takers if len(takers) <= MOVERS else self._random.sample(takers, MOVERS):
                found = self._try(index, person, place)
                if found is not None and (best is None or found[0] < best[0]):
                    best = found
        if best is None or best[0] >= 0:
            return False
        self._seats.shift(index, best[1])
        return True

    def _movers(self, index: int, givers: list[int]) -> list[int]:
        hall, seats = self._seats.hall, self._seats
        people = [
            person
            for place in givers
            for person in seats.members[index * hall.tables + place]
            if hall.given[index][person] == FREE
        ]
        return people if len(people) <= MOVERS else self._random.sample(people, MOVERS)

    def _try(self, index: int, person: int, place: int) -> tuple[int, list[tuple[int, int]]] | None:
        seats = self._seats
        here = seats.seat[index][person]
        if here == place:
            return None
        circle = seats.hall.mates[index].get(person, (person,))
        moves = [(one, place) for one in circle]
        price = seats.shift(index, moves)
        seats.shift(index, [(one, here) for one in circle])
        self.steps += 4
        return price, moves
