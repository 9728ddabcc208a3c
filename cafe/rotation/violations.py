"""Count the hard rules that a plan breaks, from the plan itself."""

from collections import Counter

from cafe.rotation.model import Instance, Person, Plan


def count_violations(instance: Instance, plan: Plan) -> int:
    """Count every broken rule or wish: seats, limits, hosts, fixed seats and what people asked for."""
    broken = sum(_in_round(instance, plan, number) for number in range(1, instance.rounds + 1))
    return broken + _never_visited(instance, plan) + sum(_strays(person, plan) for person in instance.people)


def _in_round(instance: Instance, plan: Plan, number: int) -> int:
    seat = {
        person.id: table for person in instance.people if (table := plan[person.id][number - 1]) is not None
    }
    return (
        _wrongly_seated(instance, seat, number)
        + _beyond_limits(instance, seat, number)
        + _not_as_given(instance, seat, number)
        + _pairs(instance, seat, number)
    )


def _wrongly_seated(instance: Instance, seat: dict[str, str], number: int) -> int:
    """Count people without a seat, seated while away, at closed tables or where they cannot get to."""
    tables = {table.id: table for table in instance.tables}
    broken = 0
    for person in instance.people:
        place = seat.get(person.id)
        broken += (place is not None) != person.attends(number)
        if place is None or (person.id, number) in instance.fixed:
            continue
        table = tables.get(place)
        broken += table is None or not table.is_open(number)
        broken += person.needs_access and table is not None and not table.accessible
    return broken


def _beyond_limits(instance: Instance, seat: dict[str, str], number: int) -> int:
    """Count tables with too many people or too few."""
    size = Counter(seat.values())
    return sum(
        not table.fewest <= size[table.id] <= table.seats
        for table in instance.tables
        if table.is_open(number)
    )


def _not_as_given(instance: Instance, seat: dict[str, str], number: int) -> int:
    """Count fixed people and hosts who sit elsewhere; a fixed seat goes before a host's."""
    there = {person.id for person in instance.people if person.attends(number)}
    fixed = {person: table for (person, when), table in instance.fixed.items() if when == number}
    broken = sum(seat.get(person) != table for person, table in fixed.items() if person in there)
    hosts = {
        (host, table.id)
        for table in instance.tables
        if table.is_open(number)
        for host in table.host_by_round[number - 1]
    }
    first: dict[str, str] = {}
    for table in instance.tables:
        for host in table.host_by_round[number - 1]:
            if (host, table.id) in hosts:
                first.setdefault(host, table.id)
    return broken + sum(
        seat.get(host) != table for host, table in first.items() if host in there and host not in fixed
    )


def _pairs(instance: Instance, seat: dict[str, str], number: int) -> int:
    """Count those who should be apart and are not, and those who should be together and are not."""
    there = {person.id for person in instance.people if person.attends(number)}
    broken = sum(
        one in seat and seat[one] == seat.get(other)
        for one, other in dict.fromkeys((min(pair), max(pair)) for pair in instance.apart)
    )
    return broken + sum(
        one in there and other in there and seat.get(one) != seat.get(other)
        for one, other in dict.fromkeys((min(pair), max(pair)) for pair in instance.together)
    )


def _never_visited(instance: Instance, plan: Plan) -> int:
    """Count wishes to visit a topic that the plan leaves open; whoever hosts a topic is there."""
    tables = {table.id: table for table in instance.tables}
    broken = 0
    for person, topic in dict.fromkeys(instance.must_visit):
        visited = any(
            place in tables and tables[place].topic_by_round[index] == topic
            for index, place in enumerate(plan.get(person, ()))
        )
        broken += not visited
    return broken


def _strays(person: Person, plan: Plan) -> int:
    """Count the tables beyond the first of somebody who stays at one."""
    places = {place for place in plan[person.id] if place is not None}
    return max(0, len(places) - 1) if person.stays else 0
