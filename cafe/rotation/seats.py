"""Who sits where, with every figure of the plan kept up to date by every move."""

from collections.abc import Iterator

from cafe.rotation.figures import Figures, Told, Weights
from cafe.rotation.hall import AWAY, FREE, NONE, Hall
from cafe.rotation.kinds import tabulate

DEARER = 2  # how many times dearer a changed seat is beyond the allowance


def bits(mask: int) -> Iterator[int]:
    """List the numbers whose bits are set."""
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest


class Seats:
    """
    A seating of the hall that moves can change and price.

    A cell is one table in one round: `round * tables + table`. Sets of people are whole numbers with a bit
    for each person, so that "whom of this table has she met" is one `&` and one `bit_count`.
    """

    def __init__(self, hall: Hall, weights: Weights, told: Told | None = None) -> None:
        """Start with empty tables."""
        self.hall = hall
        self.weights = self.usual = weights
        self.told = told
        self.announced = told.places if told else None
        people, cells = range(hall.people), hall.rounds * hall.tables
        self.bit = [1 << person for person in people]
        self.seat = [[FREE if given != AWAY else AWAY for given in row] for row in hall.given]
        self.mask = [0] * cells
        self.members: list[list[int]] = [[] for _ in range(cells)]
        self.colleagues_at = [bytearray(cells) for _ in range(hall.organisations)]
        self.kind_at = [[0] * cells for _ in range(hall.kinds)]
        self.askers_at = [[0] * cells for _ in range(hall.kinds)]
        self.asked = [False] * hall.kinds
        for person in people:
            self.asked[hall.kind[person]] |= hall.company[person]
        self.asking = any(self.asked)
        self.visits = [bytearray(hall.topics) for _ in people]
        self.met = [0] * hall.people
        self.met_again = [0] * hall.people
        self._times: dict[int, int] = {}
        self.one_more, self.one_less, self.kinds = tabulate(hall)
        self.even_colleagues = [self._even_colleagues(index) for index in range(hall.rounds)]
        self.violations = sum(len(wanted) for wanted in hall.must)
        self.alone = self.topics = self.repeats = self.colleagues = self.moved = 0
        self.sizes = sum(hall.low[r][t] for r in range(hall.rounds) for t in hall.open_tables[r])
        self.violations += sum(hall.limits[r][t][0] for r in range(hall.rounds) for t in hall.open_tables[r])

    def _even_colleagues(self, index: int) -> list[int]:
        """Find the most colleagues that a table has to take, organisation by organisation."""
        hall = self.hall
        count = [0] * hall.organisations
        for person in range(hall.people):
            count[hall.organisation[person]] += hall.given[index][person] != AWAY
        return [-(-total // max(1, len(hall.open_tables[index]))) for total in count]

    def figures(self) -> Figures:
        """Give the figures as they stand."""
        return Figures(
            self.violations,
            self.alone,
            self.topics,
            self.sizes,
            self.repeats,
            self.colleagues,
            self.kinds,
            self.moved,
        )

    def rank(self) -> tuple[int, ...]:
        """Give what plans are compared by, the smaller the better.

        Figure by figure; but where seats have been announced, the lesser figures are weighed against moves.
        """
        if self.told is None:
            return self._ordered()
        beyond = max(0, self.moved - self.told.allowance)
        return (self.violations, self.alone, self.topics, self.sizes, beyond, self.cost(self.told.ranking))

    def _ordered(self) -> tuple[int, ...]:
        """Give the figures with what is preferred first."""
        figures = self.figures()
        if self.weights.colleagues <= self.weights.repeats:
            return figures
        return (*figures[:4], figures.colleagues, figures.repeats, *figures[6:])

    def press(self) -> None:
        """Make moves dearer while more announced seats have changed than should."""
        dearer = self.told is not None and self.moved > self.told.allowance
        self.weights = self.usual._replace(moved=DEARER * self.usual.moved) if dearer else self.usual

    def cost(self, weights: Weights | None = None) -> int:
        """Give the weighted sum of the figures."""
        weights = weights or self.weights
        return (
            weights.violations * self.violations
            + weights.alone * self.alone
            + weights.topics * self.topics
            + weights.sizes * self.sizes
            + weights.repeats * self.repeats
            + weights.colleagues * self.colleagues
            + weights.kinds * self.kinds
            + weights.moved * self.moved
        )

    def join(self, index: int, person: int, place: int, *, sized: bool = True) -> None:
        """Seat somebody who stands. Where the sizes stay as they are in the end, they need not be counted."""
        hall = self.hall
        cell = index * hall.tables + place
        if sized:
            self._size(index, place, len(self.members[cell]), 1)
        self._kind(index, place, person, 1)
        mates = self.mask[cell] & ~hall.excused[person]
        known = self.met[person] & mates
        self.met[person] |= mates
        bit = self.bit[person]
        for other in self.members[cell]:
            self.met[other] |= bit
        if hall.excused[person]:
            self._unlearn(person, self.mask[cell] & hall.excused[person])
        if known:
            self._meet_again(person, known)
        self.violations += (hall.apart[person] & mates).bit_count()
        at = self.colleagues_at[hall.organisation[person]]
        self.colleagues += at[cell]
        at[cell] += 1
        if hall.excused[person]:
            self.colleagues -= self.excused_colleagues(person, cell)
        self.seat[index][person] = place
        self.mask[cell] |= bit
        self.members[cell].append(person)
        self._visit(index, person, place, 1)

    def leave(self, index: int, person: int, *, sized: bool = True) -> None:
        """Let somebody stand up. Where the sizes stay as they are in the end, they need not be counted."""
        hall = self.hall
        place = self.seat[index][person]
        cell = index * hall.tables + place
        if sized:
            self._size(index, place, len(self.members[cell]), -1)
        self._kind(index, place, person, -1)
        bit = self.bit[person]
        self.mask[cell] ^= bit
        self.members[cell].remove(person)
        mates = self.mask[cell] & ~hall.excused[person]
        known = self.met_again[person] & mates
        once = mates ^ known
        self.met[person] &= ~once
        not_bit = ~bit
        for other in self.members[cell]:
            if not known >> other & 1:
                self.met[other] &= not_bit
        if known:
            self._part_again(person, known)
        self.violations -= (hall.apart[person] & mates).bit_count()
        at = self.colleagues_at[hall.organisation[person]]
        at[cell] -= 1
        self.colleagues -= at[cell]
        if hall.excused[person]:
            self.colleagues += self.excused_colleagues(person, cell)
        self.seat[index][person] = FREE
        self._visit(index, person, place, -1)

    def _unlearn(self, person: int, excused: int) -> None:
        """Forget that people met who are always together: it is no meeting."""
        for other in bits(excused):
            self.met[other] &= ~self.bit[person]

    def excused_colleagues(self, person: int, cell: int) -> int:
        """Count the colleagues at a table with whom the person always sits."""
        organisation = self.hall.organisation
        return sum(
            organisation[other] == organisation[person]
            for other in bits(self.mask[cell] & self.hall.excused[person])
        )

    def _meet_again(self, person: int, known: int) -> None:
        self.repeats += known.bit_count()
        self.met_again[person] |= known
        for other in bits(known):
            self.met_again[other] |= self.bit[person]
            key = self._pair(person, other)
            self._times[key] = self._times.get(key, 1) + 1

    def _part_again(self, person: int, known: int) -> None:
        self.repeats -= known.bit_count()
        for other in bits(known):
            key = self._pair(person, other)
            self._times[key] -= 1
            if self._times[key] == 1:
                del self._times[key]
                self.met_again[person] ^= self.bit[other]
                self.met_again[other] ^= self.bit[person]

    def _pair(self, one: int, other: int) -> int:
        return one * self.hall.people + other if one < other else other * self.hall.people + one

    def _size(self, index: int, place: int, size: int, step: int) -> None:
        if place < self.hall.real_tables:
            self.sizes += self.size_price(index, place, size + step) - self.size_price(index, place, size)
            self.violations += self.limit_price(index, place, size + step) - self.limit_price(
                index, place, size
            )

    def size_price(self, index: int, place: int, size: int) -> int:
        """Count the people by which a table leaves the most even sizes; those too many squared, to spread."""
        above = size - self.hall.high[index][place]
        return above * above if above > 0 else max(0, self.hall.low[index][place] - size)

    def limit_price(self, index: int, place: int, size: int) -> int:
        """Count the people by which a table leaves its limits."""
        fewest, most = self.hall.limits[index][place]
        return max(0, fewest - size, size - most)

    def _kind(self, index: int, place: int, person: int, step: int) -> None:
        kind = self.hall.kind[person]
        cell = index * self.hall.tables + place
        at = self.kind_at[kind]
        table = self.one_more if step > 0 else self.one_less
        self.kinds += table[index][kind][at[cell]]
        if self.asked[kind]:
            self.alone -= self._lonely(kind, cell)
        at[cell] += step
        if self.asked[kind]:
            if self.hall.company[person]:
                self.askers_at[kind][cell] += step
            self.alone += self._lonely(kind, cell)

    def _lonely(self, kind: int, cell: int) -> int:
        return self.kind_at[kind][cell] == 1 and self.askers_at[kind][cell] == 1

    def lonelier(self, person: int, cell: int) -> int:
        """Count how many more of those who asked for company would lack it if the person came."""
        kind = self.hall.kind[person]
        alone = self.hall.company[person] and not self.kind_at[kind][cell]
        return alone - self._lonely(kind, cell)

    def _visit(self, index: int, person: int, place: int, step: int) -> None:
        hall = self.hall
        if place < hall.real_tables:
            allowed = hall.allowed[person]
            if allowed is not None and place not in allowed:
                self.violations += step
        if self.announced is not None and self.announced[index][person] not in (FREE, place):
            self.moved += step
        topic = hall.topic[index][place]
        if topic == NONE:
            return
        visits = self.visits[person]
        if hall.hosts[index].get(person) != place:
            before = visits[topic]
            visits[topic] = before + step
            self.topics += (step > 0 and before > 0) - (step < 0 and before > 1)
            if topic in hall.must[person] and before + step <= 1 and before <= 1:
                self.violations -= step

    def shift(self, index: int, moves: list[tuple[int, int]], *, sized: bool = True) -> int:
        """Move people at once to other tables of a round; give what that changes in cost."""
        before = self.cost()
        for person, _ in moves:
            self.leave(index, person, sized=sized)
        for person, place in moves:
            self.join(index, person, place, sized=sized)
        return self.cost() - before

    def trade(self, index: int, one: int, other: int) -> None:
        """Let two people take each other's seats."""
        here, there = self.seat[index][one], self.seat[index][other]
        self.leave(index, one, sized=False)
        self.leave(index, other, sized=False)
        self.join(index, one, there, sized=False)
        self.join(index, other, here, sized=False)

    def copy(self) -> list[list[int]]:
        """Copy who sits where."""
        return [row[:] for row in self.seat]
