"""One round while it is being seated: who sits where, and what each seat costs."""

from cafe.rotation.hall import FREE, NONE, Hall

# Far enough apart that a handful of the lesser evil seldom outweighs one of the greater.
TOPIC_AGAIN = 10_000
MEETING_AGAIN = 12
COLLEAGUE = 5
KIND_GAP = 2


class Seating:
    """
    The tables of one round with their people, and costs kept up to date by every move.

    Only `movable` people are ever moved; everybody else was seated before.
    """

    def __init__(self, hall: Hall, index: int) -> None:
        """Seat those whose place is given; `movable` people stand until placed."""
        self.hall = hall
        self.movable = hall.free_people(index)
        self.tables = hall.open_tables[index]
        self.topic = hall.topic[index]
        self.capacity = [table.seats for table in hall.instance.tables]
        self.place = [FREE for _ in hall.people]
        count = len(hall.table_names)
        self.size = [0] * count
        self._colleagues: list[dict[int, int]] = [{} for _ in range(count)]
        self._kinds = [[0] * hall.kind_count for _ in range(count)]
        self._kind_gap = self._kind_gaps(index)
        # known[person][table]: people there whom the person has met in another round.
        self._known: list[list[int]] = [[] for _ in hall.people]
        for person in self.movable:
            self._known[person] = [0] * count
        for person, place in enumerate(hall.seat[index]):
            if place >= 0:
                self.seat(person, place)

    def _kind_gaps(self, index: int) -> list[list[int]]:
        """Tabulate kind -> number at a table -> how far outside the even share that is."""
        present = [0] * self.hall.kind_count
        open_now = set(self.tables)
        for person, place in enumerate(self.hall.seat[index]):
            if (place == FREE or place in open_now) and self.hall.kind[person] != NONE:
                present[self.hall.kind[person]] += 1
        count = max(1, len(self.tables))
        return [
            [max(0, total // count - here, here + (-total // count)) for here in range(total + 2)]
            for total in present
        ]

    def seat(self, person: int, place: int) -> None:
        """Put a standing person at a table."""
        self.place[person] = place
        self._count(person, place, 1)

    def stand(self, person: int) -> None:
        """Take a person from the table."""
        self._count(person, self.place[person], -1)
        self.place[person] = FREE

    def move(self, person: int, place: int) -> None:
        """Move a seated person to another table."""
        self.stand(person)
        self.seat(person, place)

    def swap(self, one: int, other: int) -> None:
        """Let two people take each other's seats."""
        here, there = self.place[one], self.place[other]
        self.move(one, there)
        self.move(other, here)

    def _count(self, person: int, place: int, step: int) -> None:
        self.size[place] += step
        colleagues = self._colleagues[place]
        organisation = self.hall.organisation[person]
        colleagues[organisation] = colleagues.get(organisation, 0) + step
        kind = self.hall.kind[person]
        if kind != NONE:
            self._kinds[place][kind] += step
        for other in self.hall.met[person]:
            known = self._known[other]
            if known:
                known[place] += step

    def has_visited(self, person: int, topic: int) -> bool:
        """Tell whether the person meets the topic in another round."""
        return topic != NONE and self.hall.visits[person][topic] > 0

    def topic_visits(self, person: int, place: int) -> int:
        """Count the other rounds in which the person meets the topic of a table."""
        topic = self.topic[place]
        return 0 if topic == NONE else self.hall.visits[person][topic]

    def _company(self, person: int, place: int, colleagues: int) -> int:
        price = MEETING_AGAIN * self._known[person][place] + COLLEAGUE * colleagues
        topic = self.topic[place]  # not by topic_visits: this is the innermost loop
        return price if topic == NONE else price + TOPIC_AGAIN * self.hall.visits[person][topic]

    def joining(self, person: int, place: int) -> int:
        """Price the person's coming to a table, kinds left out."""
        organisation = self.hall.organisation[person]
        return self._company(person, place, self._colleagues[place].get(organisation, 0))

    def staying(self, person: int) -> int:
        """Price the person's present seat, kinds left out."""
        place = self.place[person]
        organisation = self.hall.organisation[person]
        return self._company(person, place, self._colleagues[place][organisation] - 1)

    def kind_joining(self, person: int, place: int) -> int:
        """Price what one more of the person's kind does to a table (may be negative)."""
        kind = self.hall.kind[person]
        if kind == NONE:
            return 0
        gap, here = self._kind_gap[kind], self._kinds[place][kind]
        return KIND_GAP * (gap[here + 1] - gap[here])

    def kind_staying(self, person: int) -> int:
        """Price what the person's kind costs at the present table (may be negative)."""
        kind = self.hall.kind[person]
        if kind == NONE:
            return 0
        gap, here = self._kind_gap[kind], self._kinds[self.place[person]][kind]
        return KIND_GAP * (gap[here] - gap[here - 1])

    def price_of_move(self, person: int, place: int) -> int:
        """Price the person's move to an empty chair; negative is better."""
        return (
            self.joining(person, place)
            - self.staying(person)
            + self.kind_joining(person, place)
            - self.kind_staying(person)
        )

    def price_of_swap(self, one: int, other: int, leaving: int) -> int:
        """Price two people's trading seats; `leaving` is `staying(one)`, which callers reuse."""
        here, there = self.place[one], self.place[other]
        hall = self.hall
        price = self.joining(one, there) + self.joining(other, here) - leaving - self.staying(other)
        # Each was counted as company for the other, but they pass each other on the way.
        if other in hall.met[one]:
            price -= 2 * MEETING_AGAIN
        if hall.organisation[one] == hall.organisation[other]:
            price -= 2 * COLLEAGUE
        if hall.kind[one] != hall.kind[other]:
            price += self.kind_joining(one, there) + self.kind_joining(other, here)
            price -= self.kind_staying(one) + self.kind_staying(other)
        return price
