"""The shape of a session, and the advice an organiser gets about it."""

from __future__ import annotations

from typing import Any

import pytest

from cafe.dialogue.advice import advice_on
from cafe.dialogue.commands.session import Mode, RoundDraft, TableDraft, TopicDraft
from cafe.dialogue.shape import (
    Expected,
    Shape,
    deal_topics,
    rounds_drafted,
    suggest_hosts,
    tables_drafted,
    tables_for,
)

TOPICS = tuple(TopicDraft(id=f"topic-{letter}-1", title=letter) for letter in "ABC")


def shape(**changes: Any) -> Shape:
    tables = tables_drafted((), 4, 6, TOPICS)
    facts: dict[str, Any] = {
        "mode": Mode.TOPIC_PER_TABLE,
        "seats": 6,
        "switch_minutes": 2,
        "question": "",
        "rounds": (RoundDraft(), RoundDraft(), RoundDraft()),
        "topics": TOPICS,
        "tables": tables,
        "hosts": {table.id: ("somebody", None) for table in tables},
        "people": 20,
    }
    return Shape(**{**facts, **changes})


@pytest.mark.parametrize(
    ("people", "seats", "topics", "tables"),
    [(24, 6, 0, 4), (25, 6, 0, 5), (3, 6, 3, 3), (0, 6, 0, 1), (5000, 3, 0, 250)],
)
def test_tables_are_enough(people: int, seats: int, topics: int, tables: int) -> None:
    assert tables_for(people, seats, topics) == tables


def test_topics_are_dealt_out_in_turn_and_kept_where_they_are() -> None:
    tables = tables_drafted((), 5, 6, TOPICS)
    assert [table.topic_id for table in tables] == [TOPICS[n % 3].id for n in range(5)]
    fewer = deal_topics(tables, TOPICS[:2])
    assert [table.topic_id for table in fewer][:2] == [TOPICS[0].id, TOPICS[1].id]
    assert fewer[2].topic_id in {TOPICS[0].id, TOPICS[1].id}


def test_rounds_that_have_begun_keep_their_length() -> None:
    drafts = rounds_drafted((RoundDraft(minutes=20),) * 2, 3, 15, begun=1)
    assert [draft.minutes for draft in drafts] == [20, 15, 15]


def test_nothing_is_said_when_everything_fits() -> None:
    assert advice_on(shape()) == []


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"people": 200}, "34 tables"),
        ({"people": 10}, "2 tables"),
        ({"topics": ()}, "no topics"),
        ({"topics": (*TOPICS, TopicDraft(title="D"))}, "topic D"),
        ({"topics": TOPICS[:2]}, "come back"),
        ({"hosts": {}}, "No table has a host"),
        ({"mode": Mode.SAME_QUESTION}, "question is not written"),
        ({"mode": Mode.PROGRESSIVE}, "no question yet"),
        ({"tables": (TableDraft(seats=10), TableDraft(seats=10))}, "topic A, B, C"),
    ],
)
def test_advice_names_what_does_not_fit(changes: dict[str, Any], words: str) -> None:
    assert any(words in str(message) for message in advice_on(shape(**changes)))


def test_hosts_are_suggested_from_many_organisations() -> None:
    def person(number: int, organisation: str, kind: str | None) -> Expected:
        name = f"P{number}"
        return Expected(
            id=name, label=name, name=name, organisation=organisation, kind=kind, here=False, away=number == 9
        )

    people = [
        person(1, "Hå", "lived_experience"),
        person(2, "Hå", "professional"),
        person(3, "Hå", "leader"),
        person(4, "Sola", None),
        person(9, "Bømlo", "leader"),
    ]
    assert suggest_hosts(["a", "b", "c"], people) == {"a": "P3", "b": "P4", "c": "P2"}
