"""Which topics a person can still reach: rounds and topics as a matching problem."""

from collections.abc import Iterator, Mapping

from cafe.rotation.model import Impossible, Instance, Person, Reason

Given = Mapping[int, Mapping[str, str]]
"""Round -> person -> the table that is given."""


def topics_out_of_reach(instance: Instance, given: Given) -> Iterator[Impossible]:
    """Find wishes to visit topics that cannot come true, person by person.

    Each wish needs a round of its own: the wishes are matched to rounds by augmenting paths (Berge 1957).
    """
    wishes: dict[str, list[str]] = {}
    for name, topic in dict.fromkeys(instance.must_visit):
        wishes.setdefault(name, []).append(topic)
    for person in instance.people:
        topics = [topic for topic in wishes.get(person.id, ()) if not _hosts(instance, person, topic)]
        yield from _unreached(instance, given, person, topics)


def _hosts(instance: Instance, person: Person, topic: str) -> bool:
    return any(
        person.id in hosts and topic == at_table
        for table in instance.tables
        for hosts, at_table in zip(table.host_by_round, table.topic_by_round, strict=True)
    )


def _unreached(instance: Instance, given: Given, person: Person, topics: list[str]) -> Iterator[Impossible]:
    rounds = {topic: _rounds_for(instance, given, person, topic) for topic in topics}
    if topics and not any(person.attends(number) for number in range(1, instance.rounds + 1)):
        yield Impossible(reason=Reason.NEVER_THERE, people=(person.id,), topic=topics[0])
        return
    possible = [topic for topic in topics if rounds[topic]]
    for topic in topics:
        if not rounds[topic]:
            offered = any(topic in table.topic_by_round for table in instance.tables)
            reason = Reason.TOPIC_OUT_OF_REACH if offered else Reason.TOPIC_NOT_OPEN
            yield Impossible(reason=reason, people=(person.id,), topic=topic)
    taken: dict[int, str] = {}
    missed = [topic for topic in possible if not _match(topic, rounds, taken, set())]
    if missed:
        yield Impossible(
            reason=Reason.TOPICS_TOO_MANY,
            people=(person.id,),
            topic=missed[0],
            needed=len(possible),
            available=len(possible) - len(missed),
        )


def _rounds_for(instance: Instance, given: Given, person: Person, topic: str) -> list[int]:
    """List the rounds in which the person may sit at a table with the topic."""
    found = []
    for number in range(1, instance.rounds + 1):
        place = given[number].get(person.id)
        if person.attends(number) and any(
            table.is_open(number)
            and table.topic_by_round[number - 1] == topic
            and place in (None, table.id)
            and (table.accessible or not person.needs_access or place is not None)
            for table in instance.tables
        ):
            found.append(number)
    return found


def _match(topic: str, rounds: Mapping[str, list[int]], taken: dict[int, str], tried: set[int]) -> bool:
    """Give the topic a round, moving others to rounds of theirs where that is needed."""
    for number in rounds[topic]:
        if number in tried:
            continue
        tried.add(number)
        if number not in taken or _match(taken[number], rounds, taken, tried):
            taken[number] = topic
            return True
    return False
