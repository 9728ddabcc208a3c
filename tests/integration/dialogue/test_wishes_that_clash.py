"""Wishes at random, clashing as they like: planning goes on, and the wishes of others are heeded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from flask_babel import force_locale
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select, update

from cafe.db import db, unit_of_work
from cafe.dialogue.commands.session import Arrival, MoveSeat, PlanSeats, SetArrival, SetTables, TableDraft
from cafe.dialogue.commands.wishes import ABOUT_A_TOPIC, ABOUT_TWO, SitOutFor, WishKind
from cafe.dialogue.model import Attendee, CafeSession, Seat, Wish
from cafe.dialogue.queries.plan import instance_of
from cafe.dialogue.wish_list import impossible_sentences
from cafe.errors import SafeError
from tests.support.apps import app_on, forget
from tests.support.cafe import Hall, make_hall
from tests.support.wishes import say_kind, wish

CLASHING = st.integers(3, 7)  # the first three host; the last four have wishes that nothing stands against
SEATS = 8


@dataclass(frozen=True)
class Drawn:
    """A wish as drawn; what its kind does not take is left aside."""

    kind: WishKind
    person: int
    other: int
    topic: int


drawn = st.builds(Drawn, st.sampled_from(list(WishKind)), CLASHING, CLASHING, st.integers(0, 2)).filter(
    lambda each: each.person != each.other
)
pins = st.lists(st.tuples(CLASHING, st.integers(1, 3), st.integers(0, 2)), max_size=6)
absences = st.lists(st.tuples(CLASHING, st.integers(1, 3)), max_size=3)


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    app = app_on(f"sqlite:///{tmp_path_factory.mktemp('clash') / 'cafe.db'}")
    hall = make_hall(app, people=12, tables=3, topics=3, seats=SEATS, planned=False)
    tables = tuple(
        TableDraft(id=table, seats=SEATS, topic_id=hall.topics[number], accessible=number == 0)
        for number, table in enumerate(hall.tables)
    )
    hall.do(SetTables(session_id=hall.session_id, tables=tables))
    for person, kind in ((3, "relative"), (4, "relative"), (5, "leader"), (6, "politician"), (7, "other")):
        say_kind(hall, person, kind)
    yield hall
    forget(app)


def begin_anew(hall: Hall) -> None:
    with hall.app.app_context(), unit_of_work() as session:
        for table in (Wish, Seat):
            session.execute(delete(table).where(table.session_id == hall.session_id))
        session.execute(update(Attendee).values(sitting_out=[]))


def try_(hall: Hall, command: MoveSeat | SitOutFor) -> None:
    try:
        hall.do(command)
    except SafeError:
        return


def seats_in(hall: Hall) -> dict[tuple[str, int], str]:
    with hall.app.app_context(), db.sessionmaker() as session:
        seats = session.scalars(select(Seat).where(Seat.session_id == hall.session_id))
        return {(seat.attendee_id, seat.round_number): seat.table_round.table_id for seat in seats}


# Each example plans a whole hall, so that making a failing one smaller would take longer than reading it.
@settings(deadline=None, max_examples=12, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(st.lists(drawn, max_size=10), pins, absences)
def test_clashing_wishes_stop_nothing_and_take_nothing_from_others(
    hall: Hall, clashing: list[Drawn], pinned: list[tuple[int, int, int]], away: list[tuple[int, int]]
) -> None:
    begin_anew(hall)
    for each in clashing:
        other = each.other if each.kind in ABOUT_TWO else None
        wish(
            hall,
            each.kind,
            each.person,
            other=other,
            topic=each.topic if each.kind in ABOUT_A_TOPIC else None,
        )
    wish(hall, WishKind.TOGETHER, 8, other=9)
    wish(hall, WishKind.APART, 10, other=11)
    wish(hall, WishKind.MUST_VISIT, 10, topic=2)
    wish(hall, WishKind.STAYS, 11)
    where = {"session_id": hall.session_id}
    for person, number, table in pinned:
        try_(
            hall,
            MoveSeat(**where, attendee_id=hall.attendees[person], round=number, table_id=hall.tables[table]),
        )
    for person, number in away:
        try_(hall, SitOutFor(**where, attendee_id=hall.attendees[person], round=number, out=True))
    hall.do(PlanSeats(session_id=hall.session_id))
    seats = seats_in(hall)
    out = {(hall.attendees[person], number) for person, number in away}
    assert set(seats) == {(person, number) for person in hall.attendees for number in (1, 2, 3)} - out
    of = {who: [seats[hall.attendees[who], number] for number in (1, 2, 3)] for who in (8, 9, 10, 11)}
    assert of[8] == of[9]
    assert all(one != other for one, other in zip(of[10], of[11], strict=True))
    assert hall.tables[2] in of[10]
    assert len(set(of[11])) == 1
    assert heeded(hall) == stated(hall)
    hall.do(SetArrival(**where, attendee_id=hall.attendees[3], arrival=Arrival.AWAY))
    hall.do(SetArrival(**where, attendee_id=hall.attendees[3], arrival=Arrival.ARRIVED))
    assert {(p, n) for p, n in seats_in(hall) if p == hall.attendees[3]} == {
        (p, n) for p, n in seats if p == hall.attendees[3]
    }
    with hall.app.test_request_context(), force_locale("en"), db.sessionmaker() as session:
        said = impossible_sentences(session, session.get_one(CafeSession, hall.session_id))
    assert all("%" not in sentence and "–" not in sentence for sentence in said)
    assert len(set(said)) == len(said)


def stated(hall: Hall) -> int:
    with hall.app.app_context(), db.sessionmaker() as session:
        return len(session.scalars(select(Wish.id).where(Wish.session_id == hall.session_id)).all())


def heeded(hall: Hall) -> int:
    """Count the wishes that reach the planner."""
    with hall.app.app_context(), db.sessionmaker() as session:
        cafe = session.get_one(CafeSession, hall.session_id)
        people = session.scalars(select(Attendee).where(Attendee.session_id == cafe.id)).all()
        instance = instance_of(session, cafe, list(people), {})
    of_one = sum(person.stays + person.needs_access + person.company for person in instance.people)
    return of_one + len(instance.must_visit) + len(instance.apart) + len(instance.together)
