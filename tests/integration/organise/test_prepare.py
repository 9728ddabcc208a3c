"""The page of preparation, by plain forms, on both kinds of database."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from flask import Flask

from cafe.db import db
from cafe.dialogue.commands.session import Mode, RoundDraft, SetRounds
from cafe.dialogue.facts import PrepareFacts, prepare_facts
from cafe.dialogue.lists import table_rows
from tests.support.cafe import Hall, make_hall
from tests.support.organiser import signed_in

SENTENCE = {"rounds": "3", "minutes": "20", "switch": "2", "tables": "2", "seats": "8"}


def facts(hall: Hall, session_id: str = "") -> PrepareFacts:
    with hall.app.app_context(), db.sessionmaker() as session:
        return prepare_facts(session, session_id or hall.session_id)


def save(hall: Hall, part: str, data: dict[str, Any]) -> Any:
    return signed_in(hall).post(f"/cafe/{hall.session_id}/prepare/{part}", data=data)


def table_data(hall: Hall) -> dict[str, str]:
    data: dict[str, str] = {}
    found = facts(hall)
    for table in found.shape.tables:
        host, cohost = found.shape.hosts[table.id]
        data |= {
            f"{table.id}-topic_id": table.topic_id or "",
            f"{table.id}-seats": str(table.seats),
            f"{table.id}-host": (person.label if (person := found.person(host)) else ""),
            f"{table.id}-cohost": (person.label if (person := found.person(cohost)) else ""),
        }
    return data


def test_a_session_begins_with_good_defaults(app: Flask) -> None:
    hall = make_hall(app, people=20, planned=False)
    client = signed_in(hall)
    page = client.get(f"/gatherings/{hall.gathering_id}/cafe")
    assert 'value="20"' in page.text
    data = {
        "id": "new-session-1",
        "title": "Ettermiddag",
        "mode": "topic_per_table",
        "topics": "Håp\n\nHverdag\n",
        "people": "20",
    }
    made = client.post(f"/gatherings/{hall.gathering_id}/cafe", data=data)
    assert made.location == "/cafe/new-session-1/prepare"
    shape = facts(hall, "new-session-1").shape
    assert (len(shape.rounds), shape.minutes, len(shape.tables), shape.seats, shape.switch_minutes) == (
        3,
        20,
        4,
        6,
        2,
    )
    assert [topic.title for topic in shape.topics] == ["Håp", "Hverdag"]
    assert [t.topic_id for t in shape.tables] == [shape.topics[i % 2].id for i in range(4)]
    assert "Ettermiddag" in client.get(made.location).text


def test_the_sentence_changes_the_shape(app: Flask) -> None:
    hall = make_hall(app, planned=False)
    assert (
        save(
            hall, "shape", SENTENCE | {"rounds": "4", "minutes": "15", "tables": "3", "switch": "0"}
        ).status_code
        == 302
    )
    shape = facts(hall).shape
    assert [r.minutes for r in shape.rounds] == [15] * 4
    assert (len(shape.tables), shape.switch_minutes) == (3, 0)
    assert all(table.topic_id for table in shape.tables)


def test_what_does_not_fit_is_kept_and_explained(app: Flask) -> None:
    hall = make_hall(app, planned=False)
    before = facts(hall)
    answer = save(hall, "shape", SENTENCE | {"rounds": "many", "tables": "3"})
    assert answer.status_code == 400
    assert 'value="many"' in answer.text
    assert 'aria-invalid="true"' in answer.text
    assert facts(hall).shape == before.shape


def test_topics_are_added_moved_and_removed(app: Flask) -> None:
    hall = make_hall(app, planned=False)
    one, two = hall.topics
    data = {f"{one}-title": "One", f"{two}-title": "Two", "new-title": "Three", "new-question": "Why?"}
    assert save(hall, "topics", data).status_code == 302
    assert [t.title for t in facts(hall).shape.topics] == ["One", "Two", "Three"]
    data = {f"{t.id}-title": t.title for t in facts(hall).shape.topics}
    save(hall, "topics", data | {"do": f"down:{one}"})
    assert [t.title for t in facts(hall).shape.topics] == ["Two", "One", "Three"]
    save(hall, "topics", data | {"do": f"remove:{one}"})
    shape = facts(hall).shape
    assert [t.title for t in shape.topics] == ["Two", "Three"]
    assert all(table.topic_id in {t.id for t in shape.topics} for table in shape.tables)
    assert save(hall, "topics", {f"{two}-title": ""}).status_code == 400


def test_hosts_are_chosen_by_name(app: Flask) -> None:
    hall = make_hall(app, people=5, planned=False)
    one, two = hall.tables
    data = table_data(hall)
    # The two swap places in one go.
    swapped = data | {
        f"{one}-host": data[f"{two}-host"],
        f"{two}-host": "Person 0",
        f"{two}-cohost": "person 3",
    }
    assert save(hall, "tables", data | swapped).status_code == 302
    assert facts(hall).shape.hosts == {
        one: (hall.attendees[1], None),
        two: (hall.attendees[0], hall.attendees[3]),
    }
    for wrong in ({f"{one}-host": "Nobody"}, {f"{one}-host": "Person 0"}, {f"{one}-seats": "40"}):
        answer = save(hall, "tables", table_data(hall) | wrong)
        assert answer.status_code == 400
        assert 'aria-invalid="true"' in answer.text
    assert facts(hall).shape.hosts[one] == (hall.attendees[1], None)


@pytest.mark.parametrize("end", ["a", "-", "_"])
def test_fields_are_called_the_same_whatever_a_table_s_key_ends_with(app: Flask, end: str) -> None:
    hall = make_hall(app, people=5, planned=False)
    found = facts(hall)
    table = found.shape.tables[0].model_copy(update={"id": f"{'k' * 15}{end}"})
    odd = replace(found, shape=replace(found.shape, tables=(table,)))
    with app.test_request_context():
        ((_, row),) = table_rows(odd, None)
    assert row["host"].name == f"{table.id}-host"


def test_another_mode_gives_another_shape(app: Flask) -> None:
    hall = make_hall(app, planned=False)
    rounds = (RoundDraft(minutes=5), RoundDraft(minutes=10, question="Og så?"))
    hall.do(SetRounds(session_id=hall.session_id, rounds=rounds))
    before = facts(hall).shape
    data = {"title": "Kafé", "mode": "reflection", "question": "Hva bærer oss?"}
    assert save(hall, "manner", data).status_code == 302
    shape = facts(hall).shape
    assert shape.mode is Mode.REFLECTION
    assert len(shape.rounds) == 1
    assert shape.tables == before.tables
    save(hall, "manner", data | {"mode": "topic_per_table"})
    after = facts(hall).shape
    assert [(r.minutes, r.question) for r in after.rounds] == [(r.minutes, r.question) for r in rounds]
    assert (after.tables, after.topics) == (before.tables, before.topics)


def test_after_the_start_some_things_stay(app: Flask) -> None:
    hall = make_hall(app)
    for _ in range(3):
        hall.advance()
    answer = save(hall, "manner", {"title": "Kafé", "mode": "reflection"})
    assert answer.status_code == 400
    assert facts(hall).shape.mode is Mode.TOPIC_PER_TABLE
    assert save(hall, "shape", SENTENCE | {"rounds": "4"}).status_code == 302
    assert len(facts(hall).shape.rounds) == 4


def test_cards_carry_links_that_open_a_place(app: Flask) -> None:
    hall = make_hall(app)
    page = signed_in(hall).post(f"/cafe/{hall.session_id}/cards", data={"who": "all"})
    assert page.status_code == 200
    assert page.text.count('class="card"') == 12
    assert page.text.count("<svg") >= 12
