"""Wishes about seats: who may state them, that every plan heeds them, and that what cannot be is told."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from flask_babel import force_locale
from sqlalchemy import func, select

from cafe.actor import Actor
from cafe.db import db, unit_of_work
from cafe.dialogue.commands.guests import SitOut
from cafe.dialogue.commands.session import (
    AddAttendee,
    MoveSeat,
    PlanSeats,
    SetTables,
    SetTopics,
    TableDraft,
    TopicDraft,
)
from cafe.dialogue.commands.wishes import AddWish, AskForCompany, PinSeat, RemoveWish, SitOutFor, WishKind
from cafe.dialogue.model import Attendee, CafeSession, Seat, Wish
from cafe.dialogue.wish_list import impossible_sentences, wish_list
from cafe.errors import BadInput, NotFound, TooLate
from cafe.i18n import LANGUAGES
from cafe.live.audience import Wish as Asked
from tests.support.cafe import Hall, make_hall
from tests.support.clients import Client
from tests.support.wishes import say_kind, wish


def tables_of(hall: Hall, person: int) -> list[str | None]:
    """Give where somebody sits, round by round."""
    with hall.app.app_context(), db.sessionmaker() as session:
        seats = session.scalars(select(Seat).where(Seat.attendee_id == hall.attendees[person]))
        by_round = {seat.round_number: seat.table_round.table_id for seat in seats}
    return [by_round.get(number) for number in (1, 2, 3)]


def topics_of(hall: Hall, person: int) -> set[str | None]:
    with hall.app.app_context(), db.sessionmaker() as session:
        seats = session.scalars(select(Seat).where(Seat.attendee_id == hall.attendees[person]))
        return {seat.table_round.topic_id for seat in seats}


def wishes_in(hall: Hall) -> list[str]:
    with hall.app.app_context(), db.sessionmaker() as session:
        return sorted(session.scalars(select(Wish.id).where(Wish.session_id == hall.session_id)))


def impossible(hall: Hall, language: str = "en") -> list[str]:
    with hall.app.test_request_context(), force_locale(language), db.sessionmaker() as session:
        return impossible_sentences(session, session.get_one(CafeSession, hall.session_id))


def plan(hall: Hall, seed: int = 1) -> None:
    hall.do(PlanSeats(session_id=hall.session_id, seed=seed))


def test_a_plan_heeds_every_kind_of_wish(app: Flask) -> None:
    hall = make_hall(app, people=18, tables=4, topics=4, seats=6, planned=False)
    drafts = tuple(
        TableDraft(id=t, seats=6, topic_id=hall.topics[i], accessible=i < 2)
        for i, t in enumerate(hall.tables)
    )
    hall.do(SetTables(session_id=hall.session_id, tables=drafts))
    say_kind(hall, 15, "relative")
    say_kind(hall, 16, "relative")
    wish(hall, WishKind.MUST_VISIT, 5, topic=3)
    wish(hall, WishKind.MUST_VISIT, 5, topic=1)
    wish(hall, WishKind.APART, 6, other=7)
    wish(hall, WishKind.TOGETHER, 8, other=9)
    wish(hall, WishKind.ACCESSIBLE, 10)
    wish(hall, WishKind.STAYS, 11)
    wish(hall, WishKind.COMPANY, 15)
    hall.do(SitOutFor(session_id=hall.session_id, attendee_id=hall.attendees[12], round=2, out=True))
    for seed in (1, 2, 3):
        plan(hall, seed)
        assert {hall.topics[3], hall.topics[1]} <= topics_of(hall, 5)
        assert all(one != other for one, other in zip(tables_of(hall, 6), tables_of(hall, 7), strict=True))
        assert tables_of(hall, 8) == tables_of(hall, 9)
        assert set(tables_of(hall, 10)) <= set(hall.tables[:2])
        assert len(set(tables_of(hall, 11))) == 1
        assert tables_of(hall, 15) == tables_of(hall, 16)
        assert tables_of(hall, 12)[1] is None
    assert impossible(hall) == []


def test_the_same_wish_stands_once_and_can_be_taken_back_and_stated_again(app: Flask) -> None:
    hall = make_hall(app)
    one = wish(hall, WishKind.APART, 5, other=6)
    assert wish(hall, WishKind.APART, 6, other=5) == one
    assert wish(hall, WishKind.TOGETHER, 6, other=5) != one
    assert len(wishes_in(hall)) == 2
    hall.do(RemoveWish(session_id=hall.session_id, wish_id=one))
    assert one not in wishes_in(hall)
    with pytest.raises(NotFound):
        hall.do(RemoveWish(session_id=hall.session_id, wish_id=one))
    assert wish(hall, WishKind.APART, 5, other=6) == one
    assert one in wishes_in(hall)


def test_a_wish_names_what_its_kind_takes_and_nothing_else(app: Flask) -> None:
    hall, other_hall = make_hall(app), make_hall(app)
    person, topic = hall.attendees[5], hall.topics[0]
    about: dict[str, Any] = {"session_id": hall.session_id, "attendee_id": person}
    wrong: tuple[dict[str, Any], ...] = (
        {"kind": WishKind.MUST_VISIT},
        {"kind": WishKind.APART},
        {"kind": WishKind.APART, "other_id": person},
        {"kind": WishKind.STAYS, "other_id": hall.attendees[6]},
        {"kind": WishKind.TOGETHER, "other_id": hall.attendees[6], "topic_id": topic},
        {"kind": WishKind.COMPANY},  # no background has been said
    )
    for each in wrong:
        with pytest.raises(BadInput):
            hall.do(AddWish(**about, **each))
    foreign: tuple[dict[str, Any], ...] = (
        {"kind": WishKind.MUST_VISIT, "topic_id": other_hall.topics[0]},
        {"kind": WishKind.APART, "other_id": other_hall.attendees[0]},
    )
    for each in foreign:
        with pytest.raises(NotFound):
            hall.do(AddWish(**about, **each))
    assert wishes_in(hall) == []


def test_guests_ask_for_company_themselves_once_they_have_said_a_background(app: Flask) -> None:
    hall = make_hall(app)
    ask = AskForCompany(session_id=hall.session_id, wanted=True)
    with pytest.raises(BadInput):
        hall.do(ask, hall.guest(5))
    say_kind(hall, 5, "lived_experience")
    hall.do(ask, hall.guest(5))
    hall.do(AskForCompany(session_id=hall.session_id, wanted=True), hall.guest(5))
    assert len(wishes_in(hall)) == 1
    hall.do(AskForCompany(session_id=hall.session_id, wanted=False), hall.guest(5))
    assert wishes_in(hall) == []


def test_a_phone_holds_nothing_of_wishes_but_its_own_for_company(app: Flask) -> None:
    hall = make_hall(app)
    for person in (5, 6):
        say_kind(hall, person, "lived_experience")
        hall.do(AskForCompany(session_id=hall.session_id, wanted=True), hall.guest(person))
    wish(hall, WishKind.APART, 5, other=6)
    wish(hall, WishKind.STAYS, 5)

    def held(actor: Actor, capacity: str, table: str | None = None) -> list[Any]:
        client = Client(app, actor, Asked(stream_id=hall.session_id, capacity=capacity, table_id=table))
        client.join()
        return [row for (_room, kind, _id), row in client.state.items() if kind == "wish"]

    (own,) = held(hall.guest(5), "guest")
    assert set(own) == {"type", "id", "kind"}
    assert own["kind"] == "company"
    assert held(hall.guest(7), "guest") == []
    assert held(hall.guest(0), "host", hall.tables[0]) == []
    assert held(hall.organiser, "wall") == []
    assert len(held(hall.organiser, "organiser")) == 4


def test_a_late_arrival_is_seated_by_the_wishes_too(app: Flask) -> None:
    hall = make_hall(app, people=8, tables=2, seats=8, planned=False)
    hall.do(AddAttendee(session_id=hall.session_id, attendee_id="late-person-1", display_name="Sein"))
    hall.do(
        AddWish(
            session_id=hall.session_id,
            kind=WishKind.APART,
            attendee_id="late-person-1",
            other_id=hall.attendees[0],
        )
    )
    plan(hall)
    for number in (1, 2, 3):
        hall.do(SitOutFor(session_id=hall.session_id, attendee_id="late-person-1", round=number, out=True))
    for number in (1, 2, 3):
        hall.do(SitOutFor(session_id=hall.session_id, attendee_id="late-person-1", round=number, out=False))
    with app.app_context(), db.sessionmaker() as session:
        seats = session.scalars(select(Seat).where(Seat.attendee_id == "late-person-1")).all()
        assert {seat.table_round.table_id for seat in seats} == {hall.tables[1]}  # person 0 hosts table 1
        assert len(seats) == 3


def test_an_organiser_lets_somebody_sit_out_and_the_guest_may_come_back(app: Flask) -> None:
    hall = make_hall(app)
    hall.do(SitOutFor(session_id=hall.session_id, attendee_id=hall.attendees[5], round=2, out=True))
    assert tables_of(hall, 5)[1] is None
    hall.do(SitOut(session_id=hall.session_id, round=2, out=False), hall.guest(5))
    assert tables_of(hall, 5)[1] is not None


def test_a_pin_is_lifted_and_set_again_without_moving_anybody(app: Flask) -> None:
    hall = make_hall(app)
    table = hall.tables[0] if tables_of(hall, 5)[1] == hall.tables[1] else hall.tables[1]
    hall.do(MoveSeat(session_id=hall.session_id, attendee_id=hall.attendees[5], round=2, table_id=table))
    for pinned in (False, True):
        hall.do(PinSeat(session_id=hall.session_id, attendee_id=hall.attendees[5], round=2, pinned=pinned))
        assert tables_of(hall, 5)[1] == table
        with app.app_context(), db.sessionmaker() as session:
            count = select(func.count()).select_from(Seat).where(Seat.pinned.is_(True))
            assert session.scalar(count) == int(pinned)
    for _ in range(5):
        hall.advance()
    with pytest.raises(TooLate):
        hall.do(PinSeat(session_id=hall.session_id, attendee_id=hall.attendees[5], round=1, pinned=True))


def test_wishes_go_with_the_person_and_with_the_topic_they_are_about(app: Flask) -> None:
    hall = make_hall(app, planned=False)
    about_topic = wish(hall, WishKind.MUST_VISIT, 5, topic=1)
    of_six = {wish(hall, WishKind.APART, 5, other=6), wish(hall, WishKind.STAYS, 6)}
    stays = wish(hall, WishKind.STAYS, 7)
    assert wishes_in(hall) == sorted({about_topic, stays} | of_six)
    tables = tuple(TableDraft(id=t, seats=8, topic_id=hall.topics[0]) for t in hall.tables)
    hall.do(SetTables(session_id=hall.session_id, tables=tables))
    hall.do(SetTopics(session_id=hall.session_id, topics=(TopicDraft(id=hall.topics[0], title="T"),)))
    assert wishes_in(hall) == sorted({stays} | of_six)
    with app.app_context(), unit_of_work() as session:
        session.delete(session.get_one(Attendee, hall.attendees[6]))
    assert wishes_in(hall) == [stays]


def test_what_cannot_be_is_said_until_it_is_solved_and_the_rest_is_heeded(app: Flask) -> None:
    hall = make_hall(app, people=12, tables=2, seats=8, planned=False)
    wish(hall, WishKind.ACCESSIBLE, 5)  # no table is
    wish(hall, WishKind.TOGETHER, 6, other=7)
    apart = wish(hall, WishKind.APART, 6, other=7)
    wish(hall, WishKind.TOGETHER, 8, other=9)
    plan(hall)
    assert tables_of(hall, 8) == tables_of(hall, 9)
    assert all(None not in tables_of(hall, person) for person in range(12))
    (step_free, both) = sorted(impossible(hall))
    assert step_free.startswith("A step-free table is needed for Person 5,")
    assert both.startswith("Person 6 and Person 7 are never to share a table, and are always")
    for language, _name in LANGUAGES:
        assert all("Person" in sentence for sentence in impossible(hall, language))
    hall.do(RemoveWish(session_id=hall.session_id, wish_id=apart))
    assert impossible(hall) == [step_free]


def test_seats_set_by_hand_beyond_a_table_are_named_with_the_table(app: Flask) -> None:
    hall = make_hall(app, people=10, tables=2, seats=6, planned=False)
    for person in range(2, 7):
        hall.do(
            MoveSeat(
                session_id=hall.session_id,
                attendee_id=hall.attendees[person],
                round=2,
                table_id=hall.tables[0],
            )
        )
    drafts = tuple(TableDraft(id=t, seats=5, topic_id=hall.topics[i]) for i, t in enumerate(hall.tables))
    hall.do(SetTables(session_id=hall.session_id, tables=drafts))
    (sentence,) = impossible(hall)
    assert sentence.startswith(
        "Round 2: Table 1 seats 5, and 6 belong there, set by hand, as hosts, or always with one of these: "
    )


def test_the_list_says_everything_in_sentences(app: Flask) -> None:
    hall = make_hall(app)
    wish(hall, WishKind.APART, 5, other=6)
    wish(hall, WishKind.STAYS, 7)
    hall.do(SitOutFor(session_id=hall.session_id, attendee_id=hall.attendees[8], round=2, out=True))
    hall.do(
        MoveSeat(session_id=hall.session_id, attendee_id=hall.attendees[9], round=1, table_id=hall.tables[1])
    )
    with app.test_request_context(), force_locale("en"), db.sessionmaker() as session:
        found = wish_list(session, hall.session_id)
    said = [entry.text for _word, entries in found.groups for entry in entries]
    assert said == [
        "Person 5 and Person 6 never at the same table.",
        "Person 7 stays at one table.",
        "Person 8 sits out round 2.",
        "Person 9 keeps table 2 in round 1.",
    ]
