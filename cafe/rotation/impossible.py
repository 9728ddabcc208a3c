"""Find what no plan can do, before one is sought, and name it with its reason."""

from collections import Counter
from collections.abc import Iterator

from cafe.rotation.model import Impossible, Instance, Person, Reason, Table
from cafe.rotation.reachable import topics_out_of_reach


def find_impossible(instance: Instance, first_round: int = 1) -> tuple[Impossible, ...]:
    """List the wishes, pins and limits that no plan can meet, as far as they can be told beforehand.

    What happened before `first_round` is not judged.
    """
    return tuple(_Checks(instance, first_round).found())


class _Checks:
    def __init__(self, instance: Instance, first_round: int) -> None:
        self._instance = instance
        self._people = {person.id: person for person in instance.people}
        self._tables = {table.id: table for table in instance.tables}
        self._rounds = range(1, instance.rounds + 1)
        self._judged = range(first_round, instance.rounds + 1)
        self._given = {number: self._given_seats(number) for number in self._rounds}
        self._circles = _circles(instance)

    def found(self) -> Iterator[Impossible]:
        """Run all checks."""
        for number in self._judged:
            yield from self._seats(number)
            yield from self._hosts(number)
            yield from self._pins(number)
            yield from self._access(number)
            yield from self._pairs_in(number)
            yield from self._crowds(number)
            yield from self._company(number)
        yield from self._pairs()
        yield from self._staying()
        yield from topics_out_of_reach(self._instance, self._given)

    def _open(self, number: int) -> list[Table]:
        return [table for table in self._instance.tables if table.is_open(number)]

    def _here(self, number: int) -> list[Person]:
        return [person for person in self._instance.people if person.attends(number)]

    def _given_seats(self, number: int) -> dict[str, str]:
        """Map people to the tables that pins, and else their tasks as hosts, give them."""
        given = {
            host: table.id
            for table in reversed(self._open(number))
            for host in table.host_by_round[number - 1]
            if host in self._people and self._people[host].attends(number)
        }
        for (person, when), place in self._instance.fixed.items():
            if when == number and person in self._people and self._people[person].attends(number):
                given[person] = place
        return given

    def _seats(self, number: int) -> Iterator[Impossible]:
        """Compare people with seats, in the hall and at each table."""
        tables, here = self._open(number), len(self._here(number))
        seats, fewest = sum(table.seats for table in tables), sum(table.fewest for table in tables)
        if here > seats:
            yield Impossible(reason=Reason.TOO_MANY_PEOPLE, round=number, needed=here, available=seats)
        if here < fewest:
            yield Impossible(reason=Reason.TOO_FEW_PEOPLE, round=number, needed=fewest, available=here)
        at: dict[str, list[str]] = {}
        for person, place in (self._given[number] | self._drawn_along(number)).items():
            at.setdefault(place, []).append(person)
        for table in tables:
            people = at.get(table.id, [])
            if len(people) > table.seats:
                yield Impossible(
                    reason=Reason.TOO_MANY_PINNED,
                    people=tuple(people),
                    table=table.id,
                    round=number,
                    needed=len(people),
                    available=table.seats,
                )

    def _drawn_along(self, number: int) -> dict[str, str]:
        """Map people whose seat is not given to the table of those they are always with."""
        given, here = self._given[number], {person.id for person in self._here(number)}
        along: dict[str, str] = {}
        for circle in self._circles:
            places = {given[person] for person in circle if person in given}
            if len(places) == 1:
                along.update((each, min(places)) for each in circle if each in here and each not in given)
        return along

    def _hosts(self, number: int) -> Iterator[Impossible]:
        first: dict[str, str] = {}
        for table in self._open(number):
            for host in table.host_by_round[number - 1]:
                pinned = self._instance.fixed.get((host, number), table.id)
                if first.setdefault(host, table.id) != table.id:
                    yield Impossible(
                        reason=Reason.HOST_OF_TWO_TABLES, people=(host,), table=table.id, round=number
                    )
                elif pinned != table.id:
                    yield Impossible(
                        reason=Reason.HOST_PINNED_ELSEWHERE, people=(host,), table=pinned, round=number
                    )

    def _pins(self, number: int) -> Iterator[Impossible]:
        for (name, when), place in self._instance.fixed.items():
            person, table = self._people.get(name), self._tables.get(place)
            if when != number or person is None:
                continue
            if not person.attends(number):
                yield Impossible(reason=Reason.PINNED_WHILE_AWAY, people=(name,), table=place, round=number)
            elif table is not None and not table.is_open(number):
                yield Impossible(
                    reason=Reason.PINNED_TO_CLOSED_TABLE, people=(name,), table=place, round=number
                )
            elif person.needs_access and table is not None and not table.accessible:
                yield Impossible(
                    reason=Reason.PINNED_WITHOUT_ACCESS, people=(name,), table=place, round=number
                )

    def _access(self, number: int) -> Iterator[Impossible]:
        """Compare those who need an accessible table with the seats that others are not bound to."""
        given = self._given[number]
        needing = tuple(p.id for p in self._here(number) if p.needs_access and p.id not in given)
        taken = Counter(given.values())
        seats = sum(max(0, table.seats - taken[table.id]) for table in self._open(number) if table.accessible)
        if len(needing) > seats:
            yield Impossible(
                reason=Reason.NO_ACCESSIBLE_SEAT,
                people=needing,
                round=number,
                needed=len(needing),
                available=seats,
            )

    def _pairs(self) -> Iterator[Impossible]:
        """Find people who have to be both together and apart."""
        circle_of = {person: circle for circle in self._circles for person in circle}
        for one, other in self._instance.apart:
            common = {one, other} <= self._people.keys() and self._both_there(one, other)
            if common and other in circle_of.get(one, ()):
                yield Impossible(reason=Reason.APART_AND_TOGETHER, people=(one, other))

    def _both_there(self, one: str, other: str) -> bool:
        return any(
            self._people[one].attends(number) and self._people[other].attends(number)
            for number in self._judged
        )

    def _pairs_in(self, number: int) -> Iterator[Impossible]:
        given = self._given[number]
        largest = max((table.seats for table in self._open(number)), default=0)
        here = {person.id for person in self._here(number)}
        for circle in self._circles:
            present = tuple(person for person in circle if person in here)
            places = {given[person] for person in present if person in given}
            if len(places) > 1:
                yield Impossible(
                    reason=Reason.TOGETHER_BUT_PLACED_APART,
                    people=tuple(person for person in present if person in given),
                    round=number,
                )
            if len(present) > largest:
                yield Impossible(
                    reason=Reason.TOGETHER_TOO_MANY,
                    people=present,
                    round=number,
                    needed=len(present),
                    available=largest,
                )
        for one, other in self._instance.apart:
            if one in given and given[one] == given.get(other):
                yield Impossible(
                    reason=Reason.APART_BUT_PLACED_TOGETHER,
                    people=(one, other),
                    table=given[one],
                    round=number,
                )

    def _crowds(self, number: int) -> Iterator[Impossible]:
        """Find more people who are all apart from each other than there are tables."""
        here = {person.id for person in self._here(number)}
        apart: dict[str, set[str]] = {}
        for one, other in self._instance.apart:
            if one in here and other in here and one != other:
                apart.setdefault(one, set()).add(other)
                apart.setdefault(other, set()).add(one)
        crowd: list[str] = []
        for person in sorted(apart, key=lambda person: (-len(apart[person]), person)):
            if all(other in apart[person] for other in crowd):
                crowd.append(person)
        tables = len(self._open(number))
        if len(crowd) > tables:
            yield Impossible(
                reason=Reason.APART_TOO_MANY,
                people=tuple(crowd),
                round=number,
                needed=len(crowd),
                available=tables,
            )

    def _company(self, number: int) -> Iterator[Impossible]:
        count = Counter(person.kind for person in self._here(number))
        for person in self._here(number):
            if person.company and count[person.kind] == 1:
                yield Impossible(reason=Reason.ALONE_OF_KIND, people=(person.id,), round=number)

    def _staying(self) -> Iterator[Impossible]:
        for person in self._instance.people:
            if not person.stays:
                continue
            rounds = [number for number in self._judged if person.attends(number)]
            places = {self._given[number][person.id] for number in rounds if person.id in self._given[number]}
            if len(places) > 1:
                yield Impossible(reason=Reason.STAYS_BUT_PLACED_APART, people=(person.id,))
            elif not any(
                all(table.is_open(number) for number in rounds)
                and (table.accessible or not person.needs_access)
                for table in self._instance.tables
                if not places or table.id in places
            ):
                yield Impossible(reason=Reason.NO_TABLE_TO_STAY_AT, people=(person.id,))


def _circles(instance: Instance) -> list[tuple[str, ...]]:
    """Join those who are together, and with whom they are together, into circles."""
    circle: dict[str, list[str]] = {}
    for one, other in instance.together:
        here, there = circle.setdefault(one, [one]), circle.setdefault(other, [other])
        if here is not there:
            here += there
            for person in there:
                circle[person] = here
    seen: dict[int, tuple[str, ...]] = {id(people): tuple(people) for people in circle.values()}
    return list(seen.values())
