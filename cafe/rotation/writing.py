"""Instances as JSON, in the schema of docs/rotation.md: what `read_instance` reads, it gives back."""

from collections.abc import Mapping

from cafe.rotation.model import Instance, Person, Plan, Table
from cafe.rotation.replanning import Announced
from cafe.rotation.schema import Json


def write_instance(instance: Instance, announced: Announced | None = None, *, done: int = 0) -> Json:
    """Give an instance as JSON, all but its seed; `announced` are seats of rounds after the `done` first.

    Who is there in no round and a table that is never open are left out: the schema has no word for them.
    """
    people = [person for person in instance.people if _is_ever(person.rounds)]
    there = {person.id for person in people}
    return {
        "rounds": instance.rounds,
        "participants": [_person(person) for person in people],
        "tables": [_table(table) for table in instance.tables if _is_ever(table.rounds)],
        "wishes": {
            "must_visit": [
                {"participant": who, "topic": topic} for who, topic in instance.must_visit if who in there
            ],
            "never_together": [list(pair) for pair in instance.apart if there.issuperset(pair)],
            "together": [list(pair) for pair in instance.together if there.issuperset(pair)],
        },
        "pins": [
            {"participant": who, "round": number, "table": table}
            for (who, number), table in instance.fixed.items()
            if who in there
        ],
        "stay": instance.stay,
        "home_table_last": instance.home_table_last,
        "past": {"rounds_done": done, "plan": {"rounds": _rounds(announced or {}, instance.rounds)}},
    }


def _is_ever(rounds: frozenset[int] | None) -> bool:
    return rounds is None or bool(rounds)


def _person(person: Person) -> Json:
    written = {
        "id": person.id,
        "organisation": person.organisation,
        "kind": person.kind,
        "rounds": None if person.rounds is None else sorted(person.rounds),
        "stays": person.stays,
        "needs_access": person.needs_access,
        "company": person.company,
        "home": person.home,
    }
    return {name: value for name, value in written.items() if value not in (None, False)}


def _table(table: Table) -> Json:
    return {
        "id": table.id,
        "max": table.seats,
        "min": table.fewest,
        "topics": list(table.topic_by_round),
        "hosts": [list(hosts) for hosts in table.host_by_round],
        "rounds": None if table.rounds is None else sorted(table.rounds),
        "accessible": table.accessible,
    }


def _rounds(seats: Announced, rounds: int) -> list[dict[str, list[str]]]:
    written: list[dict[str, list[str]]] = [{} for _ in range(rounds)]
    for (who, number), table in seats.items():
        if number <= rounds:
            written[number - 1].setdefault(table, []).append(who)
    return written


def read_plan(data: Mapping[str, list[Mapping[str, list[str]]]]) -> Plan:
    """Take a plan from its JSON; whoever is in it has an entry for every round."""
    rounds = data["rounds"]
    plan: dict[str, list[str | None]] = {}
    for index, groups in enumerate(rounds):
        for table, people in groups.items():
            for person in people:
                plan.setdefault(person, [None] * len(rounds))[index] = table
    return {person: tuple(tables) for person, tables in plan.items()}
