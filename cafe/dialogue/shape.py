"""The shape of a session: how many tables are enough, who talks about what, and what does not fit. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cafe.commands import new_key
from cafe.dialogue.commands.session import MAX_TABLES, Mode, RoundDraft, TableDraft, TopicDraft
from cafe.dialogue.modes import ROUND_MODES, TOPIC_MODES, Moves, moves_in, walks

LEAST_TALK = 4  # fewer at a table, and a silent one leaves it stuck


@dataclass(frozen=True, kw_only=True)
class Expected:
    """Somebody on the list, under a label that no one else on it has."""

    id: str
    label: str
    name: str
    organisation: str
    kind: str | None
    here: bool
    away: bool


@dataclass(frozen=True, kw_only=True)
class Shape:
    """A session as prepared. `hosts` maps a table's id to its host and co-host."""

    mode: Mode
    seats: int
    switch_minutes: int
    question: str
    rounds: tuple[RoundDraft, ...]
    topics: tuple[TopicDraft, ...]
    tables: tuple[TableDraft, ...]
    hosts: Mapping[str, tuple[str | None, str | None]]
    people: int

    @property
    def has_topics(self) -> bool:
        """Tell whether tables have topics in this mode."""
        return self.mode in TOPIC_MODES

    @property
    def walks_to(self) -> dict[str, list[int]]:
        """Give for each table where its question stands in the rounds after the first; {} where none walk."""
        if moves_in(self.mode) is not Moves.QUESTIONS:
            return {}
        standing = walks([table.topic_id for table in self.tables], len(self.rounds))[1:]
        return {
            table.id: [questions.index(number) + 1 for questions in standing]
            for number, table in enumerate(self.tables)
        }

    @property
    def asks_each_round(self) -> bool:
        """Tell whether every round has a question that goes for all tables."""
        return self.mode in ROUND_MODES

    @property
    def minutes(self) -> int:
        """Give the length that most rounds have."""
        return Counter(draft.minutes for draft in self.rounds).most_common(1)[0][0]

    @property
    def usual_seats(self) -> int:
        """Give the seats that most tables have; before there are tables, what they will have."""
        sizes = Counter(table.seats for table in self.tables)
        return sizes.most_common(1)[0][0] if sizes else self.seats

    @property
    def chairs(self) -> int:
        """Count the seats at all tables."""
        return sum(table.seats for table in self.tables)


def tables_for(people: int, seats: int, topics: int = 0) -> int:
    """Tell how many tables are enough: a seat for everyone, and a table for every topic."""
    return min(MAX_TABLES, max(1, topics, -(-people // seats)))


def tables_drafted(
    tables: Sequence[TableDraft], count: int, seats: int, topics: Sequence[TopicDraft]
) -> tuple[TableDraft, ...]:
    """Keep the first tables and add those that are missing; the topics are dealt out in turn."""
    kept = list(tables[:count])
    kept += [TableDraft(id=new_key(), seats=seats) for _ in range(count - len(kept))]
    return deal_topics(kept, topics)


def deal_topics(tables: Sequence[TableDraft], topics: Sequence[TopicDraft]) -> tuple[TableDraft, ...]:
    """Give every table that has no topic the one that fewest tables have."""
    known = [topic.id for topic in topics]
    dealt = Counter(table.topic_id for table in tables if table.topic_id in known)
    out = []
    for table in tables:
        topic_id = table.topic_id if table.topic_id in known else None
        if topic_id is None and known:
            topic_id = min(known, key=lambda key: (dealt[key], known.index(key)))
            dealt[topic_id] += 1
        out.append(table.model_copy(update={"topic_id": topic_id}))
    return tuple(out)


def rounds_drafted(
    rounds: Sequence[RoundDraft], count: int, minutes: int, *, begun: int
) -> tuple[RoundDraft, ...]:
    """Keep the first rounds and add those that are missing, all `minutes` long unless they have begun."""
    kept = list(rounds[:count]) + [RoundDraft() for _ in range(count - len(rounds))]
    return tuple(
        draft if number <= begun else draft.model_copy(update={"minutes": minutes})
        for number, draft in enumerate(kept, start=1)
    )


def suggest_hosts(tables: Sequence[str], free: Sequence[Expected]) -> dict[str, str]:
    """Suggest a host for each table, from many organisations, leaders and professionals first."""
    hosting: Counter[str] = Counter()
    left = [person for person in free if not person.away]
    suggested = {}
    for table_id in tables:
        if not left:
            break
        host = min(left, key=lambda person: (hosting[person.organisation], _reluctance(person), person.label))
        hosting[host.organisation] += 1
        left.remove(host)
        suggested[table_id] = host.id
    return suggested


def _reluctance(person: Expected) -> int:
    order = {"leader": 0, "professional": 1}
    # Nobody is made a host because of what they have lived through, or because they are in politics.
    return order.get(person.kind or "", 2)
