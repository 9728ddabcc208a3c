"""What is possible at best: figures that no plan without violations can go below.

docs/rotation.md explains why each of them holds. A bound is not always reachable.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cafe.rotation.model import Instance, Pair, Person, Table
from cafe.rotation.sizes import even_sizes, fewest_pairs, pairs
from cafe.rotation.staying import mixing_rounds


@dataclass(frozen=True, kw_only=True)
class Bounds:
    """The least possible of each figure of `Measure`; `repeats` takes the least `topic_repeats` as given."""

    topic_repeats: int
    size_spread: int
    repeats: int
    same_organisation: int
    kind_gap: int = 0


def find_bounds(instance: Instance) -> Bounds:
    """Work out what no plan can go below."""
    return _Bounding(instance).bounds()


class _Bounding:
    def __init__(self, instance: Instance) -> None:
        self._instance = instance
        self._rounds = range(1, mixing_rounds(instance) + 1)
        self._hosting = {number: self._hosts(number) for number in range(1, instance.rounds + 1)}
        self._people = {person.id: person for person in instance.people}
        self._together = _pairs_of(instance.together, self._people)
        self._barred = _pairs_of(instance.apart, self._people) | self._together

    def bounds(self) -> Bounds:
        """Put the bounds together."""
        topics = sum(self._topic_repeats(person) for person in self._instance.people)
        return Bounds(
            topic_repeats=topics,
            size_spread=max(map(self._size_spread, self._all_rounds()), default=0),
            repeats=max(0, self._pigeonhole(), self._guests(), self._split(by_topic=topics == 0)),
            same_organisation=sum(map(self._colleagues, self._all_rounds())),
        )

    def _all_rounds(self) -> range:
        return range(1, self._instance.rounds + 1)

    def _hosts(self, number: int) -> dict[str, str]:
        """Map those who host in a round, and are not seated elsewhere by hand, to their tables."""
        found: dict[str, str] = {}
        for table in self._instance.tables:
            if table.is_open(number):
                for host in table.host_by_round[number - 1]:
                    if self._instance.fixed.get((host, number), table.id) == table.id:
                        found.setdefault(host, table.id)
        return found

    def _open(self, number: int) -> list[Table]:
        return [table for table in self._instance.tables if table.is_open(number)]

    def _here(self, number: int) -> list[Person]:
        return [person for person in self._instance.people if person.attends(number)]

    def _guests_in(self, number: int) -> list[Person]:
        return [person for person in self._here(number) if person.id not in self._hosting[number]]

    def _topic_repeats(self, person: Person) -> int:
        """Compare the rounds in which somebody is a guest with the topics on offer then."""
        rounds = [n for n in self._rounds if person.attends(n) and person.id not in self._hosting[n]]
        topics = {table.topic_by_round[number - 1] for number in rounds for table in self._open(number)}
        return 0 if None in topics or person.stays else max(0, len(rounds) - len(topics))

    def _sizes(self, number: int) -> list[int]:
        limits = [(table.fewest, table.seats) for table in self._open(number)]
        people = len(self._here(number))
        return even_sizes(people, limits) or even_sizes(people, [(0, people)] * len(limits)) or []

    def _size_spread(self, number: int) -> int:
        sizes = self._sizes(number)
        return max(sizes, default=0) - min(sizes, default=0)

    def _pigeonhole(self) -> int:
        """Compare the meetings that must take place with the pairs that can meet at all."""
        meetings = sum(pairs(size) for number in self._rounds for size in self._sizes(number))
        always = [person for person in self._instance.people if self._always_hosts(person)]
        hosts = {person.id for person in always}
        able = self._can_meet(self._instance.people) - self._can_meet(always)
        able -= sum(not (one in hosts and other in hosts) for one, other in self._meeting(self._barred))
        return meetings - self._excused() - able

    def _guests(self) -> int:
        """Compare the same among guests only, where hosts are hosts all day."""
        hosts = {host for number in self._rounds for host in self._hosting[number]}
        if not all(self._always_hosts(self._people[host]) for host in hosts if host in self._people):
            return 0
        meetings = 0
        for number in self._rounds:
            sitting = Counter(self._hosting[number][p.id] for p in self._here(number) if p.id in hosts)
            limits = [
                (max(0, table.fewest - sitting[table.id]), max(0, table.seats - sitting[table.id]))
                for table in self._open(number)
            ]
            meetings += sum(map(pairs, even_sizes(len(self._guests_in(number)), limits) or []))
        guests = [person for person in self._instance.people if person.id not in hosts]
        able = self._can_meet(guests)
        able -= sum(one not in hosts and other not in hosts for one, other in self._meeting(self._barred))
        return meetings - self._excused() - able

    def _always_hosts(self, person: Person) -> bool:
        return all(person.id in self._hosting[n] for n in self._rounds if person.attends(n))

    def _attended(self, person: Person) -> frozenset[int]:
        return frozenset(number for number in self._rounds if person.attends(number))

    def _can_meet(self, people: Iterable[Person]) -> int:
        """Count the pairs who are both there in some round."""
        classes = Counter(self._attended(person) for person in people)
        listed = list(classes.items())
        found = sum(pairs(count) for rounds, count in listed if rounds)
        return found + sum(
            count * others
            for place, (rounds, count) in enumerate(listed)
            for other_rounds, others in listed[place + 1 :]
            if rounds & other_rounds
        )

    def _common(self, pair: Pair) -> int:
        one, other = (self._attended(self._people[person]) for person in pair)
        return len(one & other)

    def _meeting(self, wished: Iterable[Pair]) -> list[Pair]:
        return [pair for pair in wished if self._common(pair)]

    def _excused(self) -> int:
        return sum(map(self._common, self._together))

    def _split(self, *, by_topic: bool) -> int:
        """Count those who must meet again because a table draws from too few tables of an earlier round."""
        return sum(
            max(
                (self._drawn(earlier, later, by_topic=by_topic) for earlier in self._rounds[: later - 1]),
                default=0,
            )
            for later in self._rounds
        )

    def _drawn(self, earlier: int, later: int, *, by_topic: bool) -> int:
        before = {person.id for person in self._guests_in(earlier)}
        guests = sum(person.id in before for person in self._guests_in(later))
        topics = Counter(table.topic_by_round[earlier - 1] for table in self._open(earlier))
        sources = len(self._open(earlier))
        tables = []
        hosts = Counter(self._hosting[later].values())
        for table in self._open(later):
            topic = table.topic_by_round[later - 1]
            barred = topics[topic] if by_topic and topic is not None else 0
            tables.append((sources - barred, max(0, table.seats - hosts[table.id])))
        excused = sum(self._both_there(pair, {earlier, later}) for pair in self._together)
        return _fewest_known(guests, tables) - excused

    def _both_there(self, pair: Pair, rounds: set[int]) -> bool:
        return all(rounds <= self._attended(self._people[person]) for person in pair)

    def _colleagues(self, number: int) -> int:
        """Spread every organisation as evenly as it goes, those always together taken out."""
        tables = len(self._open(number))
        count = Counter(p.organisation for p in self._here(number) if p.organisation is not None)
        forced: Counter[str | None] = Counter()
        for one, other in self._together:
            here, there = self._people[one], self._people[other]
            if here.organisation == there.organisation and here.attends(number) and there.attends(number):
                forced[here.organisation] += 1
        return sum(max(0, fewest_pairs(n, tables) - forced[name]) for name, n in count.items())


def _pairs_of(wished: Iterable[Pair], people: dict[str, Person]) -> set[Pair]:
    return {
        (min(pair), max(pair)) for pair in wished if pair[0] != pair[1] and all(one in people for one in pair)
    }


def _fewest_known(guests: int, tables: Sequence[tuple[int, int]]) -> int:
    """Seat guests so that the fewest sit with somebody of their earlier table.

    A table draws from some (sources) earlier tables and has room for some guests. Its first guest from each
    source knows nobody, the second from each knows one, and so on: fill level by level.
    """
    cost = level = 0
    while guests > 0:
        room = sum(max(0, min(sources, room - level * sources)) for sources, room in tables if sources > 0)
        if room == 0:
            return cost
        cost += level * min(guests, room)
        guests -= room
        level += 1
    return cost
