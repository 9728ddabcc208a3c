"""Every mode from the page of preparation through all rounds to the harvest, on both kinds of database."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from cafe.commands import new_key
from cafe.db import db
from cafe.dialogue.commands.choosing import ChooseTable
from cafe.dialogue.commands.session import (
    AddAttendee,
    AssignHost,
    ChangeSession,
    Mode,
    PlanSeats,
    SetTables,
    TableDraft,
)
from cafe.dialogue.commands.table import AddNote, ApproveSummary, ShowSummary, WriteSummary
from cafe.dialogue.model import CafeSession, Note, Seat, TableRound
from cafe.dialogue.modes import ROUND_MODES, ROUNDS, TOPIC_MODES
from cafe.dialogue.queries.pages import desk_page
from cafe.errors import NotAllowed
from cafe.harvest.queries.record import record_of
from cafe.harvest.record import NoteFacts, SessionRecord, SummaryFacts
from tests.support.cafe import Hall, make_hall
from tests.support.organiser import signed_in

TABLES = 3
Where = dict[int, dict[int, set[int]]]  # round -> table -> people


def prepared(app: Flask, mode: Mode) -> Hall:
    """Prepare a session on the organisers' pages, with a host at each table."""
    hall = make_hall(app, people=14, tables=1, topics=1, planned=False)
    session_id = new_key()
    data = {
        "id": session_id,
        "title": "Kafé",
        "mode": mode.value,
        "topics": "Recovery\nArbeid\nBolig",
        "question": "Hva bærer oss?",
        "people": "18",
    }
    answer = signed_in(hall).post(f"/gatherings/{hall.gathering_id}/cafe", data=data)
    assert answer.status_code == 302
    hall.session_id = session_id
    with app.app_context(), db.sessionmaker() as session:
        cafe = session.get_one(CafeSession, session_id)
        hall.tables = [table.id for table in cafe.tables]
        hall.topics = [topic.id for topic in cafe.topics]
    hall.reread()
    for number, table in enumerate(hall.tables):
        hall.do(AssignHost(session_id=session_id, table_id=table, host_id=hall.attendees[number]))
    return hall


def where(hall: Hall) -> Where:
    found: Where = defaultdict(lambda: defaultdict(set))
    with hall.app.app_context(), db.sessionmaker() as session:
        for seat in session.scalars(select(Seat).where(Seat.session_id == hall.session_id)):
            person = hall.attendees.index(seat.attendee_id)
            found[seat.round_number][seat.table_round.table.number].add(person)
    return found


def places(hall: Hall) -> dict[tuple[int, int], tuple[str | None, int | None]]:
    """Give the letter of the topic and the host of every table in every round."""
    with hall.app.app_context(), db.sessionmaker() as session:
        query = select(TableRound).where(TableRound.session_id == hall.session_id)
        return {
            (place.table.number, place.round_number): (
                place.topic.letter if place.topic else None,
                hall.attendees.index(place.host_id) if place.host_id else None,
            )
            for place in session.scalars(query)
        }


def play(hall: Hall) -> SessionRecord:
    """Go through all rounds; each host notes a thought and hands a summary over."""
    hall.do(PlanSeats(session_id=hall.session_id))
    while (state := hall.advance())["phase"] != "harvest":
        if state["phase"] == "switching" and mode_of(hall) is Mode.FREE_CHOICE:
            everybody_chooses(hall, int(str(state["round"])))
        if state["phase"] == "running":
            note_everywhere(hall, int(str(state["round"])))
    with hall.app.app_context(), db.sessionmaker() as session:
        return record_of(session, hall.session_id)


def mode_of(hall: Hall) -> Mode:
    with hall.app.app_context(), db.sessionmaker() as session:
        return Mode(session.get_one(CafeSession, hall.session_id).mode)


def everybody_chooses(hall: Hall, number: int) -> None:
    for person in range(TABLES, len(hall.attendees)):
        table = (person + number) % TABLES + 1
        choice = ChooseTable(session_id=hall.session_id, table_round_id=hall.place(table, number))
        hall.do(choice, hall.guest(person))


def note_everywhere(hall: Hall, number: int) -> None:
    for (table, round_number), (letter, host) in places(hall).items():
        if round_number != number:
            continue
        assert host is not None
        at: dict[str, Any] = {"session_id": hall.session_id, "table_round_id": hall.place(table, number)}
        actor = hall.guest(host)
        hall.do(AddNote(**at, note_id=new_key(), text=f"{letter} at {table} in {number}"), actor)
        hall.do(WriteSummary(**at, base_version=0, text=f"{letter} in {number}"), actor)
        hall.do(ShowSummary(**at, version=1), actor)
        hall.do(ApproveSummary(**at, version=1), actor)


@pytest.mark.parametrize("mode", list(Mode))
def test_a_session_goes_from_preparation_to_harvest(app: Flask, mode: Mode) -> None:
    hall = prepared(app, mode)
    rounds = ROUNDS.get(mode, 3)
    record = play(hall)
    assert len(record.rounds) == rounds
    assert len(record.notes) == len(record.summaries) == TABLES * rounds
    expected = {"A", "B", "C"} if mode in TOPIC_MODES else {None}
    everything: list[NoteFacts | SummaryFacts] = [*record.notes, *record.summaries]
    for said in everything:
        assert said.topic in expected
        assert said.text.startswith(str(said.topic))
    by_topic = {topic: [note for note in record.notes if note.topic == topic] for topic in expected}
    assert {len(notes) for notes in by_topic.values()} == {TABLES * rounds // len(expected)}
    if mode in ROUND_MODES - {Mode.PROGRESSIVE}:
        assert all(each.question for each in record.rounds)
    assert record.session.question == ("" if mode in TOPIC_MODES else "Hva bærer oss?")
    everybody_sits(where(hall), rounds)


def everybody_sits(found: Where, rounds: int) -> None:
    assert set(found) == set(range(1, rounds + 1))
    for tables in found.values():
        assert sorted(person for people in tables.values() for person in people) == list(range(14))


def test_where_questions_walk_groups_stay_and_meet_every_host(app: Flask) -> None:
    hall = prepared(app, Mode.HOSTS_ROTATE)
    play(hall)
    found, stands = where(hall), places(hall)
    hosts = set(range(TABLES))
    for table in range(1, TABLES + 1):
        groups = [found[number][table] - hosts for number in (1, 2, 3)]
        assert groups[0] == groups[1] == groups[2]
        assert {stands[table, number] for number in (1, 2, 3)} == {("A", 0), ("B", 1), ("C", 2)}
        for number in (1, 2, 3):
            assert found[number][table] & hosts == {stands[table, number][1]}


def test_another_host_takes_over_a_question_wherever_it_goes(app: Flask) -> None:
    hall = prepared(app, Mode.HOSTS_ROTATE)
    hall.do(PlanSeats(session_id=hall.session_id))
    for _ in range(4):
        hall.advance()  # on the way to the second round
    question = hall.tables[0]
    hall.do(AssignHost(session_id=hall.session_id, table_id=question, host_id=hall.attendees[9]))
    hosts = {number: host for (_table, number), (letter, host) in places(hall).items() if letter == "A"}
    assert hosts == {1: 0, 2: 9, 3: 9}
    stands = {number: table for (table, number), (letter, _host) in places(hall).items() if letter == "A"}
    assert lateness_of_a_note(hall, hall.place(stands[1], 1), 0) == "host"
    assert lateness_of_a_note(hall, hall.place(stands[3], 3), 9) == ""
    with pytest.raises(NotAllowed):  # the table is there, but the question of another host
        lateness_of_a_note(hall, hall.place(stands[1], 2), 9)


def test_a_desk_has_one_address_for_its_host_and_organisers_find_it_where_it_stands(app: Flask) -> None:
    hall = prepared(app, Mode.HOSTS_ROTATE)
    for _ in range(4):
        hall.advance()  # on the way to the second round
    stands = {host: table for (table, number), (_letter, host) in places(hall).items() if number == 2}
    with app.app_context(), db.sessionmaker() as session:
        for host in range(TABLES):
            own = desk_page(session, hall.session_id, None, hall.guest(host))
            assert own.table_id == hall.tables[host]
            assert desk_page(session, hall.session_id, own.number, hall.guest(host)) == own
            found = desk_page(session, hall.session_id, stands[host], hall.organiser)
            assert (found.table_id, found.as_organiser) == (hall.tables[host], True)
        with pytest.raises(NotAllowed):
            desk_page(session, hall.session_id, 1, hall.guest(9))


def lateness_of_a_note(hall: Hall, place: str, person: int) -> str:
    note = AddNote(session_id=hall.session_id, table_round_id=place, note_id=new_key(), text="A thought")
    hall.do(note, hall.guest(person))
    with hall.app.app_context(), db.sessionmaker() as session:
        return session.get_one(Note, note.note_id).late


def test_who_comes_late_and_a_table_that_is_added_join_in_where_questions_walk(app: Flask) -> None:
    hall = prepared(app, Mode.HOSTS_ROTATE)
    hall.do(PlanSeats(session_id=hall.session_id))
    for _ in range(3):
        hall.advance()  # the first round runs
    before = places(hall)
    late = new_key()
    hall.do(AddAttendee(session_id=hall.session_id, attendee_id=late, display_name="Late"))
    with app.app_context(), db.sessionmaker() as session:
        seats = session.scalars(select(Seat).where(Seat.attendee_id == late)).all()
        assert len({seat.table_round.table_id for seat in seats}) == 1
        assert len(seats) == 3
        tables = session.get_one(CafeSession, hall.session_id).tables
        drafts = tuple(TableDraft(id=t.id, seats=t.seats, topic_id=t.topic_id) for t in tables)
    added = TableDraft(seats=6, topic_id=hall.topics[0])
    hall.do(SetTables(session_id=hall.session_id, tables=(*drafts, added)))
    after = places(hall)
    assert {key: after[key] for key in before if key[1] == 1} == {
        k: v for k, v in before.items() if k[1] == 1
    }
    for number in (2, 3):
        hosts = [host for (_table, r), (_letter, host) in after.items() if r == number]
        assert sorted(hosts, key=str) == [0, 1, 2, None]


def test_nobody_moves_in_a_reflection(app: Flask) -> None:
    hall = prepared(app, Mode.REFLECTION)
    assert hall.do(PlanSeats(session_id=hall.session_id))["seated"] == 14
    assert list(where(hall)) == [1]


def test_the_last_round_is_where_the_first_was(app: Flask) -> None:
    hall = prepared(app, Mode.SAME_QUESTION)
    hall.do(ChangeSession(session_id=hall.session_id, home_table_last=True))
    play(hall)
    found = where(hall)
    assert found[1] == found[3] != found[2]


def test_seats_of_another_way_to_move_are_dropped_and_of_the_same_kept(app: Flask) -> None:
    hall = prepared(app, Mode.TOPIC_PER_TABLE)
    hall.do(PlanSeats(session_id=hall.session_id))
    planned = where(hall)
    hall.do(ChangeSession(session_id=hall.session_id, mode=Mode.PROGRESSIVE))
    assert where(hall) == planned
    assert {letter for letter, _host in places(hall).values()} == {None}
    hall.do(ChangeSession(session_id=hall.session_id, mode=Mode.FREE_CHOICE))
    assert where(hall) == {}
    hall.do(ChangeSession(session_id=hall.session_id, mode=Mode.TOPIC_PER_TABLE))
    assert {letter for letter, _host in places(hall).values()} == {"A", "B", "C"}
