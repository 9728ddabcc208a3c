"""What an organiser should know before the session: what does not fit, and what would help. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from cafe.dialogue.commands.session import Mode
from cafe.dialogue.shape import LEAST_TALK, Shape, tables_for
from cafe.i18n import Message, lazy

# People are led from topic to topic, and are to meet a new one each time.
COMING_BACK = frozenset({Mode.TOPIC_PER_TABLE, Mode.PRO_ACTION})


def advice_on(shape: Shape) -> list[Message]:
    """Give what is missing or does not fit, the most important first."""
    if not shape.tables:
        return []
    return [*_on_seats(shape), *_on_topics(shape), *_on_questions(shape), *_on_hosts(shape)]


def _on_seats(shape: Shape) -> Iterator[Message]:
    tables = len(shape.tables)
    if shape.people > shape.chairs:
        yield lazy(
            "There are %(people)s people and %(chairs)s seats. With %(seats)s seats a table, "
            "%(tables)s tables are enough.",
            people=shape.people,
            chairs=shape.chairs,
            seats=shape.usual_seats,
            tables=tables_for(shape.people, shape.usual_seats),
        )
    elif shape.people and tables > 1 and shape.people < LEAST_TALK * tables:
        yield lazy(
            "%(people)s people at %(tables)s tables are fewer than four at each. "
            "%(enough)s tables would give livelier talks.",
            people=shape.people,
            tables=tables,
            enough=max(1, shape.people // LEAST_TALK),
        )


def _on_topics(shape: Shape) -> Iterator[Message]:
    if not shape.has_topics:
        return
    if not shape.topics:
        yield lazy("There are no topics yet. Write down what the tables are to talk about.")
        return
    at_tables = {table.topic_id for table in shape.tables}
    missing = [topic.title for topic in shape.topics if topic.id not in at_tables]
    if missing:
        yield lazy("No table has the topic %(topics)s.", topics=", ".join(missing))
    if shape.mode in COMING_BACK and len(shape.rounds) > len(shape.topics) > 1:
        yield lazy(
            "There are %(rounds)s rounds and %(topics)s topics, so people come back to a topic.",
            rounds=len(shape.rounds),
            topics=len(shape.topics),
        )
    if any(table.topic_id is None for table in shape.tables):
        yield lazy("Some tables have no topic.")
    if shape.mode is Mode.PRO_ACTION and len(at_tables - {None}) < len(shape.tables):
        yield lazy(
            "What somebody brings is at several tables. With a table for each, every one of them hosts."
        )
    if shape.mode is Mode.HOSTS_ROTATE and len(shape.rounds) > len(shape.tables):
        yield lazy(
            "There are %(rounds)s rounds and %(tables)s tables, so a host comes back to a group.",
            rounds=len(shape.rounds),
            tables=len(shape.tables),
        )


def _on_questions(shape: Shape) -> Iterator[Message]:
    if shape.mode in {Mode.SAME_QUESTION, Mode.REFLECTION} and not shape.question:
        yield lazy("The question is not written yet.")
    if shape.asks_each_round and not all(draft.question for draft in shape.rounds):
        yield lazy("Some rounds have no question yet.")


def _on_hosts(shape: Shape) -> Iterator[Message]:
    without = [
        number
        for number, table in enumerate(shape.tables, start=1)
        if shape.hosts.get(table.id, (None, None))[0] is None
    ]
    if len(without) == len(shape.tables):
        yield lazy("No table has a host yet. The host takes the notes.")
    elif without:
        yield lazy(
            "These tables have no host yet: %(tables)s.", tables=", ".join(str(number) for number in without)
        )
