"""Instances and plans as JSON, in the schema of docs/rotation.md."""

from collections.abc import Iterator
from typing import Any

from cafe.rotation.model import Instance, Pair, Person, Plan, Table

Json = dict[str, Any]


class BadInstance(ValueError):
    """The file does not describe a café."""


def read_instance(data: Json, seed: int = 1) -> Instance:
    """Take an instance from its JSON; past rounds become fixed seats. Raises BadInstance."""
    try:
        return _read(data, seed)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise BadInstance(f"{type(error).__name__}: {error}") from error


def _read(data: Json, seed: int) -> Instance:
    rounds = int(data["rounds"])
    wishes = data.get("wishes") or {}
    instance = Instance(
        people=tuple(_person(entry) for entry in data["participants"]),
        tables=tuple(_table(entry, rounds) for entry in data["tables"]),
        rounds=rounds,
        seed=seed,
        fixed={**_past(data), **_pins(data)},
        stay=bool(data.get("stay", False)),
        home_table_last=bool(data.get("home_table_last", False)),
        must_visit=tuple((wish["participant"], wish["topic"]) for wish in wishes.get("must_visit") or ()),
        apart=_pairs(wishes.get("never_together")),
        together=_pairs(wishes.get("together")),
    )
    people = {person.id for person in instance.people}
    if len(people) != len(instance.people) or len({t.id for t in instance.tables}) != len(instance.tables):
        raise BadInstance("an id is used twice")
    named = {one for pair in instance.apart + instance.together for one in pair}
    unknown = sorted((named | {name for name, _ in instance.must_visit}) - people)
    if unknown:
        raise BadInstance(f"unknown people: {', '.join(unknown)}")
    return instance


def _person(entry: Json) -> Person:
    rounds = entry.get("rounds")
    return Person(
        id=entry["id"],
        organisation=entry.get("organisation"),
        kind=entry.get("kind"),
        # As in the independent scorer, an empty list says nothing.
        rounds=frozenset(map(int, rounds)) if rounds else None,
        stays=bool(entry.get("stays", False)),
        needs_access=bool(entry.get("needs_access", False)),
        company=bool(entry.get("company", False)),
        home=entry.get("home"),
    )


def _table(entry: Json, rounds: int) -> Table:
    """Read a table; `topics` and `hosts` (one entry a round) go before `topic` and `host`."""
    topics = entry.get("topics") or [entry.get("topic")] * rounds
    hosts = entry.get("hosts") or [entry.get("host")] * rounds
    open_in = entry.get("rounds")
    if len(topics) != rounds or len(hosts) != rounds:
        raise BadInstance(f"table {entry['id']}: one topic and one host a round, please")
    return Table(
        id=entry["id"],
        seats=int(entry["max"]),
        fewest=int(entry.get("min", 0)),
        topic_by_round=tuple(topics),
        host_by_round=tuple(map(_hosts, hosts)),
        rounds=frozenset(map(int, open_in)) if open_in else None,
        accessible=bool(entry.get("accessible", False)),
    )


def _hosts(entry: str | list[str] | None) -> tuple[str, ...]:
    """Read a round's host, or several."""
    if entry is None:
        return ()
    return (entry,) if isinstance(entry, str) else tuple(entry)


def _past(data: Json) -> dict[tuple[str, int], str]:
    past = data.get("past") or {}
    done = int(past.get("rounds_done", 0))
    return {key: table for key, table in _seats(past) if key[1] <= done}


def rounds_done(data: Json) -> int:
    """Tell how many rounds are past."""
    return int((data.get("past") or {}).get("rounds_done", 0))


def read_announced(data: Json) -> dict[tuple[str, int], str]:
    """Take the future seats of the plan in force, where the instance has one: (person, round) -> table."""
    past = data.get("past") or {}
    done = int(past.get("rounds_done", 0))
    return {key: table for key, table in _seats(past) if key[1] > done}


def _seats(past: Json) -> Iterator[tuple[tuple[str, int], str]]:
    for number, groups in enumerate((past.get("plan") or {}).get("rounds") or (), start=1):
        for table, people in groups.items():
            for person in people:
                yield (person, number), table


def _pins(data: Json) -> dict[tuple[str, int], str]:
    return {(pin["participant"], int(pin["round"])): pin["table"] for pin in data.get("pins") or ()}


def _pairs(wishes: list[list[str]] | None) -> tuple[Pair, ...]:
    return tuple((one, other) for one, other in wishes or ())


def write_plan(instance: Instance, plan: Plan) -> Json:
    """Give a plan as JSON: for every round the open tables with their people."""
    rounds: list[dict[str, list[str]]] = [
        {table.id: [] for table in instance.tables if table.is_open(number)}
        for number in range(1, instance.rounds + 1)
    ]
    for person, tables in plan.items():
        for groups, table in zip(rounds, tables, strict=True):
            if table is not None:
                groups.setdefault(table, []).append(person)
    return {"rounds": rounds}
