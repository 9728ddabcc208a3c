"""Polish a seating: trades of seats and of whole routes by people with something wrong.

Simulated annealing (Kirkpatrick, Gelatt & Vecchi, Science 220, 1983) in cycles that grow. Every cycle begins
from the best plan so far, so that a longer search only ever adds to a shorter one.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import cycle
from math import log
from random import Random

from cafe.rotation.budget import Budget, Slice
from cafe.rotation.faults import faulty
from cafe.rotation.figures import Figures
from cafe.rotation.hall import FREE, NONE
from cafe.rotation.mend import Mender
from cafe.rotation.partners import Partners
from cafe.rotation.prices import Prices
from cafe.rotation.seats import Seats

STEPS_A_SEAT = 25  # the least of a first cycle
SHORTEST_LONG, LONG_A_SEAT, LONGEST = 60_000, 300, 300_000  # how far cycles grow, by people times rounds


@dataclass(frozen=True, kw_only=True)
class Heats:
    """Where the cycles begin, where all of them end, and how many steps the first one has.

    A repeated meeting costs `Weights().repeats` at the same scale. `hotter` multiplies where more is wrong
    than colleagues and kinds.
    """

    hot: tuple[float, ...] = (0.3, 2.0, 1.2)
    cold: float = 0.3
    first: int = 20_000
    growth: int = 3
    hotter: float = 1.0


HOTTER_FROM = 3  # the cycle
USUAL_HEATS = Heats(hotter=6.0)
SMALL_HEATS = Heats(hot=(0.3, 8.0, 4.0))
CROWDED, UNEVEN = 0.5, 0.03
"""The share of moves to a table with room: where sizes are wrong or seats announced, and where
they may differ by one."""
CIRCLES = 0.1
"""The share of trades that are made of people who sit with somebody always: dear, and seldom of use."""
ANYONE = 0.1
"""The share of moves by people with nothing wrong, which open the way for others."""


class Polish:
    """Search for a better seating from the one given."""

    def __init__(
        self,
        seats: Seats,
        random: Random,
        floor: Callable[[Figures], bool],
        heats: Heats = USUAL_HEATS,
    ) -> None:
        """Take a seating in which nobody stands; `floor` tells when nothing can be better."""
        self._heats = heats
        self._seats = seats
        self._random = random
        self._floor = floor
        self._prices = Prices(seats)
        self._mender = Mender(seats, floor)
        hall = seats.hall
        self._movable = [
            [person for person in range(hall.people) if hall.given[index][person] == FREE]
            for index in range(hall.rounds)
        ]
        self._rounds = [index for index in range(hall.rounds) if len(self._movable[index]) > 1]
        self._partners = Partners(seats, random, self._movable)
        self._walkers = self._find_walkers()
        self._is_walker = set(self._walkers)
        self._route_share = self._crowding()
        self._uneven = UNEVEN if any(hall.low[r] != hall.high[r] for r in range(hall.rounds)) else 0.0
        self.best = seats.figures()
        self._rank = seats.rank()
        self._best_seats = seats.copy()

    def _find_walkers(self) -> list[int]:
        """List the people whose whole routes can be traded: alike in every round, without wishes."""
        hall = self._seats.hall
        return [
            person
            for person in range(hall.people)
            if self._prices.quick[person]
            and not self._prices.wishes[person]
            and all(row[person] == FREE for row in hall.given)
        ]

    def _crowding(self) -> float:
        """Choose the share of trades of whole routes by how many at a table somebody has met before.

        In a small hall hardly any trade of two seats is without a repeated meeting; routes keep all meetings.
        """
        hall = self._seats.hall
        tables = max(1, len(hall.open_tables[0])) if hall.rounds else 1
        at_table = hall.people / tables
        return min(0.5, hall.rounds * at_table * at_table / max(1, hall.people))

    def run(self, budget: Budget | Slice) -> None:
        """Search until the budget is used up or nothing can be better, and leave the best plan seated."""
        hall = self._seats.hall
        seats = hall.people * hall.rounds
        length = max(self._heats.first, STEPS_A_SEAT * seats)
        longest = max(length, min(max(SHORTEST_LONG, LONG_A_SEAT * seats), LONGEST))
        hot, turn = cycle(self._heats.hot), 0
        while self._rounds and budget.left and not self._floor(self.best):
            turn += 1
            self._cycle(budget, min(length, self._short()), next(hot) * self._hotter(turn))
            if self._seats.rank() == self._rank:
                self._best_seats = self._seats.copy()  # as good and elsewhere: the next cycle begins there
            self._restore()
            self._mender.run(budget)
            self._remember()
            length = min(length * self._heats.growth, longest)

    def _short(self) -> int:
        """Keep cycles short where only kinds are left to be spread: many tries do better than long ones."""
        if not self._floor(self.best._replace(kinds=0, moved=0)):
            return LONGEST
        hall = self._seats.hall
        return max(SHORTEST_LONG, STEPS_A_SEAT * hall.people * hall.rounds)

    def _hotter(self, turn: int) -> float:
        """Search hotter where more than colleagues and kinds is wrong in the end: such hills are higher."""
        if turn < HOTTER_FROM:
            return 1.0
        return 1.0 if self._floor(self.best._replace(colleagues=0, kinds=0, moved=0)) else self._heats.hotter

    def _restore(self) -> None:
        seats = self._seats
        for index, row in enumerate(self._best_seats):
            now = seats.seat[index]
            moves = [(person, place) for person, place in enumerate(row) if now[person] != place]
            if moves:
                seats.shift(index, moves)

    def _cycle(self, budget: Budget | Slice, length: int, hot: float) -> None:
        hall = self._seats.hall
        chunk = max(200, min(4000, hall.people * hall.rounds // 2))
        done = 0
        while done < length and not self._floor(self.best):
            self._chunk(chunk, hot * (self._heats.cold / hot) ** (done / length))
            done += chunk
            if not budget.spend(chunk):
                return

    def _chunk(self, steps: int, heat: float) -> None:
        """Try some moves at one temperature, mostly on those who have something wrong now."""
        random = self._random.random
        wrong = faulty(self._seats)
        self._partners.look()
        self._seats.press()
        rounds, movable, walkers = self._rounds, self._movable, self._walkers
        moves = CROWDED if self._seats.sizes or self._seats.announced else self._uneven
        for _ in range(steps):
            if wrong and random() >= ANYONE:
                index, one = wrong[int(random() * len(wrong))]
            else:
                index = rounds[int(random() * len(rounds))]
                one = movable[index][int(random() * len(movable[index]))]
            limit = -heat * log(1.0 - random())
            if one in self._is_walker and random() < self._route_share:
                changed = self._trade_routes(one, walkers[int(random() * len(walkers))], limit)
            elif random() < moves:
                changed = self._move(index, one, limit)
            else:
                changed = self._trade(index, one, self._partners.choose(index, one), limit)
            if changed:
                self._remember()

    def _remember(self) -> None:
        rank = self._seats.rank()
        if rank < self._rank:
            self._rank = rank
            self.best = self._seats.figures()
            self._best_seats = self._seats.copy()

    def _trade(self, index: int, one: int, other: int, limit: float) -> bool:
        seats = self._seats
        row = seats.seat[index]
        if row[one] == row[other]:
            return False
        quick = self._prices.quick
        if quick[one] and quick[other]:
            if self._prices.trade(index, one, other, limit) > limit:
                return False
            seats.trade(index, one, other)
            return True
        if not (seats.violations or seats.alone) and self._random.random() >= CIRCLES:
            return False
        return self._trade_circles(index, one, other, limit)

    def _trade_circles(self, index: int, one: int, other: int, limit: float) -> bool:
        """Trade people with those they have to sit with, against as many from the other table."""
        seats, mates = self._seats, self._seats.hall.mates[index]
        row = seats.seat[index]
        here, there = row[one], row[other]
        going, coming = mates.get(one, (one,)), mates.get(other, (other,))
        if len(going) < len(coming):
            going, coming, here, there = coming, going, there, here
        coming = self._fill(index, coming, there, len(going))
        moves = [(person, there) for person in going] + [(person, here) for person in coming]
        if not seats.topics and self._brings_topics_back(index, moves):
            return False
        sized = len(going) != len(coming)
        if seats.shift(index, moves, sized=sized) <= limit:
            return True
        back = [(person, here) for person in going] + [(person, there) for person in coming]
        seats.shift(index, back, sized=sized)
        return False

    def _brings_topics_back(self, index: int, moves: list[tuple[int, int]]) -> bool:
        seats = self._seats
        topics, row = seats.hall.topic[index], seats.seat[index]
        return any(
            topics[place] != NONE
            and topics[place] != topics[row[person]]
            and seats.visits[person][topics[place]] > 0
            for person, place in moves
        )

    def _move(self, index: int, person: int, limit: float) -> bool:
        """Move somebody, with those they sit with, to a table that has room."""
        seats, hall = self._seats, self._seats.hall
        here = seats.seat[index][person]
        place = self._random.choice(hall.open_tables[index])
        first = index * hall.tables
        circle = hall.mates[index].get(person, (person,))
        if (
            place == here
            or len(seats.members[first + place]) + len(circle) > hall.limits[index][place][1]
            or len(seats.members[first + place]) >= len(seats.members[first + here])
        ):
            return False
        if self._prices.quick[person]:
            if self._prices.move(index, person, place) > limit:
                return False
            seats.shift(index, [(person, place)])
            return True
        moves = [(one, place) for one in circle]
        if not seats.topics and self._brings_topics_back(index, moves):
            return False
        if seats.shift(index, moves) <= limit:
            return True
        seats.shift(index, [(one, here) for one in circle])
        return False

    def _fill(self, index: int, people: tuple[int, ...], place: int, wanted: int) -> tuple[int, ...]:
        """Add single people from the table until there are as many as wanted, or no more."""
        if len(people) == wanted:
            return people
        hall = self._seats.hall
        others = [
            person
            for person in self._seats.members[index * hall.tables + place]
            if person not in people and hall.given[index][person] == FREE and person not in hall.mates[index]
        ]
        missing = min(wanted - len(people), len(others))
        return people + tuple(self._random.sample(others, missing))

    def _trade_routes(self, one: int, other: int, limit: float) -> bool:
        seats = self._seats
        hall = seats.hall
        kind, organisation = hall.kind, hall.organisation
        same_kind, same_organisation = kind[one] == kind[other], organisation[one] == organisation[other]
        if one == other or (same_kind and same_organisation):
            return False
        if self._price_of_routes(one, other) > limit:
            return False
        for index, row in enumerate(seats.seat):
            if row[one] != row[other]:
                seats.trade(index, one, other)
        return True

    def _price_of_routes(self, one: int, other: int) -> int:
        seats = self._seats
        hall, weights = seats.hall, seats.weights
        kind, organisation = hall.kind, hall.organisation
        same_kind, same_organisation = kind[one] == kind[other], organisation[one] == organisation[other]
        mine, theirs = seats.colleagues_at[organisation[one]], seats.colleagues_at[organisation[other]]
        price = 0
        for index, row in enumerate(seats.seat):
            if row[one] == row[other]:
                continue
            here, there = index * hall.tables + row[one], index * hall.tables + row[other]
            if not same_organisation:
                price += weights.colleagues * (mine[there] - mine[here] + theirs[here] - theirs[there] + 2)
            if not same_kind:
                price += weights.kinds * self._prices.kinds(index, kind[one], kind[other], here, there)
            if seats.asking:
                price += weights.alone * self._prices.alone(one, other, here, there)
        return price
