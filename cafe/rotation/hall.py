"""The instance in whole numbers, and what the planned rounds have brought about so far."""

from collections.abc import Hashable, Iterable
from itertools import combinations

from cafe.rotation.model import Instance, NotEnoughSeats

AWAY = -2
FREE = -1
NONE = -1  # no topic, no kind


def _numbers(names: Iterable[Hashable]) -> dict[Hashable, int]:
    """Give the names numbers in order of appearance, leaving out None."""
    numbers: dict[Hashable, int] = {}
    for name in names:
        if name is not None:
            numbers.setdefault(name, len(numbers))
    return numbers


class Hall:
    """
    Index-based view of an instance.

    `seat[round][person]` is a table, FREE (to be planned) or AWAY. Rounds count from 0 here.
    Tables that only `fixed` knows (since removed) are numbered after the real ones.
    """

    def __init__(self, instance: Instance) -> None:
        self.instance = instance
        self.rounds = instance.rounds
        self.people = range(len(instance.people))
        self.table_names = [table.id for table in instance.tables]
        self._table_numbers = {name: place for place, name in enumerate(self.table_names)}
        self._number_people(instance)
        self._number_tables(instance)
        self.seat = [self._given_seats(index) for index in range(instance.rounds)]
        self.met: list[dict[int, None]] = [{} for _ in self.people]
        self.visits = [[0] * self.topic_count for _ in self.people]
        # Future fixed seats count too: a newcomer must not meet now whom a pin brings later.
        for index in range(instance.rounds):
            self._remember_meetings(index)
            for person in self.people:
                self._remember_visit(index, person)

    def _number_people(self, instance: Instance) -> None:
        kinds = _numbers(person.kind for person in instance.people)
        # Whoever has no organisation gets one of their own: nobody is their colleague.
        organisations = _numbers(
            person.organisation or ("alone", index) for index, person in enumerate(instance.people)
        )
        self.kind_count = len(kinds)
        self.kind = [kinds.get(person.kind, NONE) for person in instance.people]
        self.organisation_count = len(organisations)
        self.organisation = [
            organisations[person.organisation or ("alone", index)]
            for index, person in enumerate(instance.people)
        ]

    def _number_tables(self, instance: Instance) -> None:
        topics = _numbers(topic for table in instance.tables for topic in table.topic_by_round)
        self.topic_count = len(topics)
        self.topic = [
            [topics.get(table.topic_by_round[index], NONE) for table in instance.tables]
            for index in range(instance.rounds)
        ]
        self.open_tables = [
            [place for place, table in enumerate(instance.tables) if table.is_open(index + 1)]
            for index in range(instance.rounds)
        ]

    def _given_seats(self, index: int) -> list[int]:
        hosting: dict[str, int] = {}
        for place in self.open_tables[index]:
            for host in self.instance.tables[place].host_by_round[index]:
                hosting.setdefault(host, place)
        seats = []
        for person in self.instance.people:
            fixed = self.instance.fixed.get((person.id, index + 1))
            if not person.attends(index + 1):
                seats.append(AWAY)
            elif fixed is not None:
                seats.append(self._place(fixed))
            else:
                seats.append(hosting.get(person.id, FREE))
        return seats

    def _place(self, name: str) -> int:
        if name not in self._table_numbers:
            self._table_numbers[name] = len(self.table_names)
            self.table_names.append(name)
        return self._table_numbers[name]

    def free_people(self, index: int) -> list[int]:
        """List the people who still have to be seated in this round."""
        return [person for person in self.people if self.seat[index][person] == FREE]

    def sizes(self, index: int) -> list[int]:
        """Count the people seated so far at every table of this round."""
        sizes = [0] * len(self.table_names)
        for place in self.seat[index]:
            if place >= 0:
                sizes[place] += 1
        return sizes

    def free_seats(self, index: int) -> list[int]:
        """Count the chairs left at every table of this round; none at a closed one."""
        sizes = self.sizes(index)
        left = [0] * len(self.table_names)
        for place in self.open_tables[index]:
            left[place] = max(0, self.instance.tables[place].seats - sizes[place])
        return left

    def require_seats(self, index: int) -> None:
        """Raise NotEnoughSeats if the people of this round cannot all sit."""
        waiting = len(self.free_people(index))
        left = sum(self.free_seats(index))
        if waiting > left:
            seated = sum(place >= 0 for place in self.seat[index])
            raise NotEnoughSeats(seated + waiting, seated + left, index + 1)

    def settle(self, index: int, person: int, place: int) -> None:
        """Give a free person a seat in this round."""
        self.seat[index][person] = place
        self._remember_visit(index, person)

    def close(self, index: int) -> None:
        """Take the finished round into account for the rounds planned after it."""
        self._remember_meetings(index)

    def _remember_visit(self, index: int, person: int) -> None:
        place = self.seat[index][person]
        if 0 <= place < len(self.topic[index]) and self.topic[index][place] != NONE:
            self.visits[person][self.topic[index][place]] += 1

    def _remember_meetings(self, index: int) -> None:
        groups: list[list[int]] = [[] for _ in self.table_names]
        for person, place in enumerate(self.seat[index]):
            if place >= 0:
                groups[place].append(person)
        for group in groups:
            for one, other in combinations(group, 2):
                self.met[one][other] = None
                self.met[other][one] = None
