"""Those who keep their table: people who stay at one, and everybody where the day stays or comes home."""

from collections.abc import Mapping
from dataclasses import replace

from cafe.rotation.model import Instance, Person, Plan, Table


def mixing_rounds(instance: Instance) -> int:
    """Count the rounds, from the first, to which people come from elsewhere."""
    if instance.stay:
        return min(1, instance.rounds)
    if instance.home_table_last and instance.rounds > 1:
        return instance.rounds - 1
    return instance.rounds


def shortened(instance: Instance, rounds: int) -> Instance:
    """Give the instance without its later rounds."""
    return replace(
        instance,
        rounds=rounds,
        fixed={key: table for key, table in instance.fixed.items() if key[1] <= rounds},
        stay=False,
        home_table_last=False,
    )


def returning(instance: Instance, plan: Plan) -> Instance:
    """Fix the planned rounds, and in the later ones everybody's first table where it is open and has room."""
    fixed = dict(instance.fixed)
    planned = len(next(iter(plan.values()), ()))
    for person, tables in plan.items():
        for number, table in enumerate(tables, start=1):
            if table is not None:
                fixed[person, number] = table
    for number in range(planned + 1, instance.rounds + 1):
        _return(instance, plan, number, fixed)
    return replace(instance, fixed=fixed)


def _return(instance: Instance, plan: Plan, number: int, fixed: dict[tuple[str, int], str]) -> None:
    room = _room(instance, number, fixed)
    hosting = _hosting(instance, number)
    for person in instance.people:
        key = (person.id, number)
        home = next((table for table in plan[person.id] if table is not None), None)
        if key in fixed or person.id in hosting or not person.attends(number) or home is None:
            continue
        if room.get(home, 0) > 0:
            room[home] -= 1
            fixed[key] = home


def _hosting(instance: Instance, number: int) -> dict[str, str]:
    """Map the hosts of a round to their tables."""
    there = {person.id for person in instance.people if person.attends(number)}
    return {
        host: table.id
        for table in instance.tables
        if table.is_open(number)
        for host in table.host_by_round[number - 1]
        if host in there
    }


def _room(instance: Instance, number: int, fixed: Mapping[tuple[str, int], str]) -> dict[str, int]:
    room = {table.id: table.seats for table in instance.tables if table.is_open(number)}
    hosting = _hosting(instance, number)
    for person in instance.people:
        place = fixed.get((person.id, number)) or hosting.get(person.id)
        if place in room and person.attends(number):
            room[place] -= 1
    return room


def settled(instance: Instance) -> Instance:
    """Choose a table for everybody who stays at one, and fix it."""
    if not any(person.stays for person in instance.people):
        return instance
    fixed = dict(instance.fixed)
    for person in instance.people:
        rounds = [number for number in range(1, instance.rounds + 1) if person.attends(number)]
        if person.stays and rounds:
            table = _table_to_stay_at(instance, person, rounds, fixed)
            if table is not None:
                for number in rounds:
                    fixed.setdefault((person.id, number), table)
    return replace(instance, fixed=fixed)


def _table_to_stay_at(
    instance: Instance, person: Person, rounds: list[int], fixed: Mapping[tuple[str, int], str]
) -> str | None:
    """Give the person's own table if there is one, else the emptiest that will do in all their rounds.

    Whoever is always with them sits there too, so that what binds one binds them all.
    """
    circle = _circle(instance, person.id)
    own = [
        fixed.get((name, number)) or _hosting(instance, number).get(name)
        for name in circle
        for number in rounds
    ]
    given = next((table for table in [*own, person.home] if table is not None), None)
    if given is not None:
        return given
    wanted = {topic for name, topic in instance.must_visit if name in circle}
    needs_access = any(each.needs_access for each in instance.people if each.id in circle)
    rooms = {number: _room(instance, number, fixed) for number in rounds}
    barred = _barred(instance, person, rounds, fixed)
    fit = [
        table
        for table in instance.tables
        if all(rooms[number].get(table.id, 0) > 0 for number in rounds)
        and (table.accessible or not needs_access)
        and wanted <= set(table.topic_by_round)
    ]
    best = min(fit, key=lambda table: _reluctance(table, barred, rooms), default=None)
    return best.id if best else None


def _barred(
    instance: Instance, person: Person, rounds: list[int], fixed: Mapping[tuple[str, int], str]
) -> set[str]:
    """Find the tables where somebody sits, or cannot but sit, whom the person must not meet."""
    others = {other for pair in instance.apart if person.id in pair for other in pair if other != person.id}
    return _needed_by(instance, others) | {
        place
        for number in rounds
        for other in others
        if (place := fixed.get((other, number)) or _hosting(instance, number).get(other)) is not None
    }


def _needed_by(instance: Instance, people: set[str]) -> set[str]:
    """Find the tables that somebody has no other for: the only one with a topic to visit, or within reach."""
    topics = {topic for name, topic in instance.must_visit if name in people}
    choices = [{table.id for table in instance.tables if topic in table.topic_by_round} for topic in topics]
    if any(person.needs_access for person in instance.people if person.id in people):
        choices.append({table.id for table in instance.tables if table.accessible})
    return {table for choice in choices if len(choice) == 1 for table in choice}


def _circle(instance: Instance, person: str) -> list[str]:
    """Give the person, first, and everybody who is always with them, directly or through others."""
    circle = [person]
    for name in circle:
        for pair in instance.together:
            circle += [other for other in pair if name in pair and other not in circle]
    return circle


def _reluctance(table: Table, barred: set[str], rooms: Mapping[int, Mapping[str, int]]) -> tuple[bool, int]:
    return table.id in barred, -min(room[table.id] for room in rooms.values())
