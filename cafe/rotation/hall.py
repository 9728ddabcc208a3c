"""The instance in whole numbers: who is where when, which seats are given, how even sizes can be."""

from collections.abc import Hashable, Iterable, Mapping

from cafe.rotation.model import Instance, NotEnoughSeats, Plan
from cafe.rotation.sizes import even_sizes

AWAY = -2
FREE = -1
NONE = -1  # no topic


def _numbers(names: Iterable[Hashable]) -> dict[Hashable, int]:
    """Give the names numbers in order of appearance."""
    numbers: dict[Hashable, int] = {}
    for name in names:
        numbers.setdefault(name, len(numbers))
    return numbers


class Hall:
    """
    Index-based view of an instance; nothing in it changes while a plan is sought.

    `given[round][person]` is a table, FREE (to be planned) or AWAY. Rounds count from 0 here. Tables that
    only `fixed` knows (since removed) are numbered after the real ones.
    """

    def __init__(self, instance: Instance) -> None:
        """Give numbers to people, tables, topics, organisations and kinds."""
        self.instance = instance
        self.rounds = instance.rounds
        self.people = len(instance.people)
        self.number = {person.id: index for index, person in enumerate(instance.people)}
        self.table_names = [table.id for table in instance.tables]
        self.table_number = {name: place for place, name in enumerate(self.table_names)}
        self.real_tables = len(self.table_names)
        for name in instance.fixed.values():
            if name not in self.table_number:
                self.table_number[name] = len(self.table_names)
                self.table_names.append(name)
        self.tables = len(self.table_names)
        self._number_people()
        self._number_tables()
        self._number_wishes()
        self.given = [self._given(index) for index in range(self.rounds)]
        self.mates = [self._mates(index) for index in range(self.rounds)]
        self._sizes()

    def _number_people(self) -> None:
        people = self.instance.people
        kinds = _numbers(person.kind for person in people)
        # Whoever has no organisation gets one of their own: nobody is their colleague.
        own: list[Hashable] = [
            ("alone", index) if person.organisation is None else person.organisation
            for index, person in enumerate(people)
        ]
        organisations = _numbers(own)
        self.kinds = len(kinds)
        self.kind = [kinds[person.kind] for person in people]
        self.organisations = len(organisations)
        self.organisation = [organisations[name] for name in own]
        self.present = [[person.attends(index + 1) for person in people] for index in range(self.rounds)]

    def _number_tables(self) -> None:
        tables = self.instance.tables
        self.topic_number = _numbers(
            topic for table in tables for topic in table.topic_by_round if topic is not None
        )
        self.topics = len(self.topic_number)
        beyond = [NONE] * (self.tables - self.real_tables)
        self.topic = [
            [self.topic_number.get(table.topic_by_round[index], NONE) for table in tables] + beyond
            for index in range(self.rounds)
        ]
        self.open_tables = [
            [place for place, table in enumerate(tables) if table.is_open(index + 1)]
            for index in range(self.rounds)
        ]
        self.hosts: list[dict[int, int]] = [{} for _ in range(self.rounds)]
        for index, hosting in enumerate(self.hosts):
            for place in self.open_tables[index]:
                for host in tables[place].host_by_round[index]:
                    if host in self.number:
                        hosting.setdefault(self.number[host], place)

    def _number_wishes(self) -> None:
        instance, number = self.instance, self.number
        self.apart = [0] * self.people
        for one, other in _known(instance.apart, number):
            self.apart[one] |= 1 << other
            self.apart[other] |= 1 << one
        self.must: list[tuple[int, ...]] = [()] * self.people
        for name, topic in instance.must_visit:
            if name in number and topic in self.topic_number:
                person, wanted = number[name], self.topic_number[topic]
                if wanted not in self.must[person] and not self._hosts_topic(person, wanted):
                    self.must[person] += (wanted,)
        self.company = [person.company for person in instance.people]
        accessible = frozenset(place for place, table in enumerate(instance.tables) if table.accessible)
        self.allowed = [accessible if person.needs_access else None for person in instance.people]
        self.circle = list(range(self.people))  # people who are always together share a number
        self.excused = [0] * self.people
        for one, other in _known(instance.together, number):
            self.excused[one] |= 1 << other
            self.excused[other] |= 1 << one
            here, there = self.circle[one], self.circle[other]
            if here != there:
                self.circle = [here if circle == there else circle for circle in self.circle]

    def _hosts_topic(self, person: int, topic: int) -> bool:
        return any(
            person in hosting and row[hosting[person]] == topic
            for hosting, row in zip(self.hosts, self.topic, strict=True)
        )

    def _given(self, index: int) -> list[int]:
        fixed, hosting = self.instance.fixed, self.hosts[index]
        seats = []
        for number, person in enumerate(self.instance.people):
            place = fixed.get((person.id, index + 1))
            if not self.present[index][number]:
                seats.append(AWAY)
            elif place is not None:
                seats.append(self.table_number[place])
            else:
                seats.append(hosting.get(number, FREE))
        self._place_homes(index, seats)
        self._place_circles(seats)
        return seats

    def _place_homes(self, index: int, seats: list[int]) -> None:
        if index != 0:
            return
        for number, person in enumerate(self.instance.people):
            place = self.table_number.get(person.home or "", FREE)
            if seats[number] == FREE and place in self.open_tables[0]:
                seats[number] = place

    def _place_circles(self, seats: list[int]) -> None:
        """Seat whoever is always together with somebody whose seat is given."""
        if not any(self.excused):
            return
        place_of: dict[int, int] = {}
        for number, place in enumerate(seats):
            if place >= 0:
                place_of.setdefault(self.circle[number], place)
        for number, place in enumerate(seats):
            if place == FREE and self.excused[number]:
                seats[number] = place_of.get(self.circle[number], FREE)

    def _mates(self, index: int) -> dict[int, tuple[int, ...]]:
        """List the free people who have to move together this round, person by person."""
        circles: dict[int, list[int]] = {}
        for number, place in enumerate(self.given[index]):
            if place == FREE and self.excused[number]:
                circles.setdefault(self.circle[number], []).append(number)
        return {number: tuple(circle) for circle in circles.values() if len(circle) > 1 for number in circle}

    def _sizes(self) -> None:
        """Find the most even sizes; `low` and `high` of a table are the limits that keep them so."""
        self.low: list[list[int]] = []
        self.high: list[list[int]] = []
        self.limits: list[list[tuple[int, int]]] = []
        for index in range(self.rounds):
            open_now = set(self.open_tables[index])
            limits = [
                (table.fewest, max(table.seats, table.fewest)) if place in open_now else (0, 0)
                for place, table in enumerate(self.instance.tables)
            ]
            here = sum(self.given[index][person] != AWAY for person in range(self.people))
            beyond = sum(place >= self.real_tables for place in self.given[index])
            at_open = [limits[place] for place in self.open_tables[index]]
            sizes = even_sizes(here - beyond, at_open) or [here]
            least, most = min(sizes), max(sizes)
            self.limits.append(limits)
            self.low.append([min(max(low, least), high) for low, high in limits])
            self.high.append([max(min(high, most), low) for low, high in limits])

    def require_seats(self) -> None:
        """Raise NotEnoughSeats if the people of a round cannot all sit."""
        for index, seats in enumerate(self.given):
            sizes = [0] * self.tables
            for place in seats:
                if place >= 0:
                    sizes[place] += 1
            waiting = seats.count(FREE)
            left = sum(
                max(0, self.instance.tables[place].seats - sizes[place]) for place in self.open_tables[index]
            )
            if waiting > left:
                raise NotEnoughSeats(sum(sizes) + waiting, sum(sizes) + left, index + 1)

    def plan(self, seat: list[list[int]]) -> Plan:
        """Name the tables of a seating."""
        return {
            person.id: tuple(
                self.table_names[seat[index][number]] if seat[index][number] >= 0 else None
                for index in range(self.rounds)
            )
            for number, person in enumerate(self.instance.people)
        }


def _known(pairs: Iterable[tuple[str, str]], number: Mapping[str, int]) -> list[tuple[int, int]]:
    return [
        (number[one], number[other])
        for one, other in pairs
        if one in number and other in number and one != other
    ]
