"""Count what a plan achieves, in the figures that organisers see."""

from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from typing import TypeAlias

from cafe.rotation.model import Instance, Plan
from cafe.rotation.staying import mixing_rounds
from cafe.rotation.violations import count_violations

Groups: TypeAlias = dict[str, list[str]]
"""Table -> its people, in the order of the instance."""


@dataclass(frozen=True, kw_only=True)
class Measure:
    """The figures of a plan; all but the last two are better the smaller they are.

    violations: hard rules and wishes that are broken, one by one.
    alone: how often somebody who asked for company is the only one of their kind at a table.
    topic_repeats: visits to a topic beyond the first, hosts at their own table left out.
    size_spread: largest minus smallest open table, in the worst round.
    repeats: meetings of two people who have met before.
    same_organisation: how often two people of one organisation share a table.
    kind_gap: people above or below the even share of their kind, over all tables and rounds.
    meetings: how often two people share a table; new_meetings: how many pairs do so at all.

    What was asked for is no fault: a kept or home table adds to neither kind of repeats, and people who are
    always together are left out of repeats and of colleagues.
    """

    violations: int
    alone: int
    topic_repeats: int
    size_spread: int
    repeats: int
    same_organisation: int
    kind_gap: int
    meetings: int
    new_meetings: int


def measure(instance: Instance, plan: Plan) -> Measure:
    """Count the figures of a plan anew, without the planner's own book-keeping."""
    rounds = [_groups(instance, plan, number) for number in range(1, instance.rounds + 1)]
    mixing = rounds[: mixing_rounds(instance)]
    excused = {tuple(sorted(pair)) for pair in instance.together}
    times, mixed = _times_together(rounds), _times_together(mixing)
    organisation = {person.id: person.organisation for person in instance.people}
    return Measure(
        violations=count_violations(instance, plan),
        alone=sum(_alone(instance, groups) for groups in rounds),
        topic_repeats=_topic_repeats(instance, mixing),
        size_spread=max((_size_spread(instance, *numbered) for numbered in enumerate(rounds, 1)), default=0),
        repeats=sum(count - 1 for pair, count in mixed.items() if pair not in excused),
        same_organisation=sum(
            count
            for pair, count in times.items()
            if organisation[pair[0]] is not None
            and organisation[pair[0]] == organisation[pair[1]]
            and pair not in excused
        ),
        kind_gap=sum(_kind_gap(instance, *numbered) for numbered in enumerate(rounds, 1)),
        meetings=times.total(),
        new_meetings=len(times),
    )


def _groups(instance: Instance, plan: Plan, number: int) -> Groups:
    groups: Groups = {}
    for person in instance.people:
        place = plan[person.id][number - 1]
        if place is not None:
            groups.setdefault(place, []).append(person.id)
    return groups


def _times_together(rounds: list[Groups]) -> Counter[tuple[str, str]]:
    return Counter(
        pair for groups in rounds for group in groups.values() for pair in combinations(sorted(group), 2)
    )


def _alone(instance: Instance, groups: Groups) -> int:
    kind = {person.id: person.kind for person in instance.people}
    askers = {person.id for person in instance.people if person.company}
    lonely = 0
    for group in groups.values() if askers else ():
        counts = Counter(kind[person] for person in group)
        lonely += sum(counts[kind[person]] == 1 for person in group if person in askers)
    return lonely


def _topic_repeats(instance: Instance, rounds: list[Groups]) -> int:
    """Count guests' visits beyond the first; whoever stays at one table wanted it so."""
    tables = {table.id: table for table in instance.tables}
    stays = {person.id for person in instance.people if person.stays}
    visits: Counter[tuple[str, str]] = Counter()
    for index, groups in enumerate(rounds):
        for place, group in groups.items():
            topic = tables[place].topic_by_round[index] if place in tables else None
            if topic is not None:
                hosts = tables[place].host_by_round[index]
                visits.update((person, topic) for person in group if person not in hosts)
    return sum(count - 1 for (person, _), count in visits.items() if person not in stays)


def _open_tables(instance: Instance, number: int) -> list[str]:
    return [table.id for table in instance.tables if table.is_open(number)]


def _size_spread(instance: Instance, number: int, groups: Groups) -> int:
    sizes = [len(groups.get(place, [])) for place in _open_tables(instance, number)]
    return max(sizes, default=0) - min(sizes, default=0)


def _kind_gap(instance: Instance, number: int, groups: Groups) -> int:
    """Count people outside the even share of each kind, rounded down and up, at every open table."""
    kind = {person.id: person.kind for person in instance.people}
    tables = [
        Counter(kind[person] for person in groups.get(place, [])) for place in _open_tables(instance, number)
    ]
    gap = 0
    for name in dict.fromkeys(kind.values()):
        total = sum(counts[name] for counts in tables)
        if tables:
            low, high = total // len(tables), -(-total // len(tables))
            gap += sum(max(0, low - counts[name], counts[name] - high) for counts in tables)
    return gap
