"""The pages of seats: a plan is looked at before it is used, seats are set by hand, figures are told."""

from __future__ import annotations

import re
import time
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select, update

from cafe.commands import new_key
from cafe.db import db, unit_of_work
from cafe.dialogue.actions.proposals import forget_half_done, note_progress
from cafe.dialogue.commands.proposals import Approach, UseProposal, Way
from cafe.dialogue.commands.session import AddAttendee, Arrival, MoveSeat, SetArrival
from cafe.dialogue.commands.wishes import AddWish, WishKind
from cafe.dialogue.model import Attendee, Seat
from cafe.errors import TooLate
from cafe.gatherings.model import Participant
from tests.support.cafe import Hall, make_hall
from tests.support.organiser import signed_in
from tests.support.proposals import asked, found_here, planning_in, stored

Seats = dict[tuple[str, int], str]


def seats_of(hall: Hall) -> Seats:
    with hall.app.app_context(), db.sessionmaker() as session:
        query = select(Seat).where(Seat.session_id == hall.session_id)
        return {
            (seat.attendee_id, seat.round_number): seat.table_round.table_id
            for seat in session.scalars(query)
        }


def pinned_in(hall: Hall) -> set[tuple[str, int]]:
    with hall.app.app_context(), db.sessionmaker() as session:
        query = select(Seat).where(Seat.session_id == hall.session_id, Seat.pinned)
        return {(seat.attendee_id, seat.round_number) for seat in session.scalars(query)}


def page(hall: Hall, client: FlaskClient, path: str = "seats") -> str:
    answer = client.get(f"/cafe/{hall.session_id}/{path}")
    assert answer.status_code == 200
    return answer.text


def tables_in(text: str) -> list[str]:
    return re.findall(r'<ol class="seat-tables">.*?</ol>', text, re.DOTALL)


def use(hall: Hall, key: str, way: Way = Way.NEW_FACES) -> dict[str, object]:
    return hall.do(UseProposal(session_id=hall.session_id, proposal_id=key, way=way))


def test_a_plan_is_looked_at_before_it_is_used(app: Flask) -> None:
    hall = make_hall(app, planned=False)
    client = signed_in(hall)
    assert "next-action" in page(hall, client)
    with planning_in(app):
        shown = client.post(f"/cafe/{hall.session_id}/seats/plan", data={"seed": "7"})
        assert shown.status_code == 302
        proposal = ""
        while "/use" not in proposal:
            proposal = client.get(shown.location).text
    assert seats_of(hall) == {}
    assert "Best possible" in proposal or "Best mulig" in proposal
    used = client.post(f"{shown.location}/use", data={"way": "new_faces"})
    assert used.status_code == 302
    assert len(seats_of(hall)) == 12 * 3
    assert tables_in(proposal) == tables_in(page(hall, client))
    assert client.get(shown.location).status_code == 302  # it is used up


def test_a_plan_for_people_who_do_not_fit_says_so(app: Flask) -> None:
    hall = make_hall(app, people=12, tables=2, seats=5, planned=False)
    client = signed_in(hall)
    with planning_in(app):
        shown = client.post(f"/cafe/{hall.session_id}/seats/plan", follow_redirects=True)
        until(
            lambda: (
                "12" in client.get(shown.request.path).text and "10" in client.get(shown.request.path).text
            )
        )
        assert "/use" not in client.get(shown.request.path).text
    assert seats_of(hall) == {}


def until(done: Any) -> None:
    end = time.monotonic() + 20
    while not done():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_a_cancelled_plan_ends_its_process(app: Flask) -> None:
    from cafe.dialogue.planning import planning

    hall = make_hall(app, people=200, tables=25, topics=5, rounds=6, seats=10, planned=False)
    client = signed_in(hall)
    with planning_in(app):
        key = asked(hall)
        until(lambda: key in planning.going_on and planning.going_on[key]._process is not None)
        process = planning.going_on[key]._process
        assert client.post(f"/cafe/{hall.session_id}/seats/plan/{key}/cancel").status_code == 302
        assert planning.wait_for(key, 5)
        assert process is not None
        assert process._process.returncode == -9
    assert (proposal := stored(hall, key)) is not None
    assert proposal.state == "cancelled"


def test_a_second_plan_gives_the_first_up(app: Flask) -> None:
    hall = make_hall(app)
    first = asked(hall)
    second = asked(hall, seed=2)
    states = [proposal.state for key in (first, second) if (proposal := stored(hall, key))]
    assert states == ["cancelled", "planning"]
    with app.app_context(), unit_of_work() as session:
        assert not note_progress(session, first, 40)
        assert note_progress(session, second, 40)


def test_what_was_half_done_when_the_server_stopped_has_failed(app: Flask) -> None:
    hall = make_hall(app)
    key = asked(hall)
    with app.app_context(), unit_of_work() as session:
        forget_half_done(session)
    assert (proposal := stored(hall, key)) is not None
    assert proposal.state == "failed"
    assert "/use" not in page(hall, signed_in(hall), f"seats/plan/{key}")


@pytest.mark.parametrize(
    "change", ["somebody comes", "a seat is moved", "a wish is stated", "a round begins"]
)
def test_a_plan_that_no_longer_fits_is_refused_and_changes_nothing(app: Flask, change: str) -> None:
    hall = make_hall(app, people=12, tables=3)
    key = found_here(hall, seed=5)
    sid, somebody = hall.session_id, hall.attendees[7]
    match change:
        case "somebody comes":
            hall.do(AddAttendee(session_id=sid, attendee_id=new_key(), display_name="Late"))
        case "a seat is moved":
            hall.do(MoveSeat(session_id=sid, attendee_id=somebody, round=2, table_id=None))
        case "a wish is stated":
            hall.do(AddWish(session_id=sid, kind=WishKind.STAYS, attendee_id=somebody))
        case _:
            for _ in range(3):
                hall.advance()
    before = seats_of(hall)
    with pytest.raises(TooLate):
        use(hall, key)
    answer = signed_in(hall).post(f"/cafe/{sid}/seats/plan/{key}/use", data={"way": "new_faces"})
    assert answer.status_code == 409
    assert seats_of(hall) == before
    assert use(hall, found_here(hall, seed=5))


def test_who_has_come_does_not_make_a_plan_too_old(app: Flask) -> None:
    hall = make_hall(app)
    key = found_here(hall, seed=5)
    hall.do(SetArrival(session_id=hall.session_id, attendee_id=hall.attendees[3], arrival=Arrival.ARRIVED))
    assert use(hall, key)["seated"] == 12


def test_seats_set_by_hand_are_kept_until_the_pin_is_lifted(app: Flask) -> None:
    hall = make_hall(app, people=12, tables=3, seats=6)
    client = signed_in(hall)
    somebody, table = hall.attendees[9], hall.tables[2]
    hall.do(MoveSeat(session_id=hall.session_id, attendee_id=somebody, round=1, table_id=table))
    for way, asked_for in ((Way.NEW_FACES, Approach.ANEW), (Way.FEWEST_REPEATS, Approach.AGAIN)):
        use(hall, found_here(hall, seed=11, approach=asked_for), way)
        assert seats_of(hall)[somebody, 1] == table
    assert pinned_in(hall) == {(somebody, 1)}
    answer = client.post(f"/cafe/{hall.session_id}/seats/unpin", data={"attendee_id": somebody, "round": "1"})
    assert answer.status_code == 302
    assert pinned_in(hall) == set()
    assert seats_of(hall)[somebody, 1] == table


def test_a_full_table_offers_that_somebody_changes_places(app: Flask) -> None:
    hall = make_hall(app, people=15, tables=3, seats=5)
    client = signed_in(hall)
    before = seats_of(hall)
    person = hall.attendees[8]
    table = next(key for key in hall.tables if key != before[person, 2])
    data = {"person": "Person 8", "round": "2", "table_id": table}
    full = client.post(f"/cafe/{hall.session_id}/seats/move", data=data)
    assert full.status_code == 400
    assert 'aria-invalid="true"' in full.text
    offered = re.findall(
        r'<option value="([^"]+)">', full.text.partition('name="other_id"')[2].partition("</select>")[0]
    )
    there = {key for (key, number), at in before.items() if number == 2 and at == table}
    assert set(offered) == there
    swap = {"round": "2", "attendee_id": person, "other_id": offered[-1]}
    assert client.post(f"/cafe/{hall.session_id}/seats/swap", data=swap).status_code == 302
    after = seats_of(hall)
    assert after[person, 2] == table
    assert after[offered[-1], 2] == before[person, 2]
    assert {key for key, at in after.items() if before[key] != at} == {(person, 2), (offered[-1], 2)}
    assert pinned_in(hall) == {(person, 2), (offered[-1], 2)}


def test_one_person_is_moved_and_nobody_else_is_meant(app: Flask) -> None:
    hall = make_hall(app, people=12, tables=3, seats=6)
    client = signed_in(hall)
    before = seats_of(hall)
    table = next(key for key in hall.tables if key != before[hall.attendees[7], 2])
    data = {"person": "Person 7", "round": "2", "table_id": table}
    assert client.post(f"/cafe/{hall.session_id}/seats/move", data=data).status_code == 302
    assert {key for key, at in seats_of(hall).items() if before[key] != at} == {(hall.attendees[7], 2)}
    assert client.post(f"/cafe/{hall.session_id}/seats/move", data=data | {"person": "X"}).status_code == 400


def test_from_check_in_on_people_keep_the_seats_they_were_told(app: Flask) -> None:
    hall = make_hall(app, people=24, tables=4)
    hall.advance()
    hall.do(SetArrival(session_id=hall.session_id, attendee_id=hall.attendees[9], arrival=Arrival.AWAY))
    client = signed_in(hall)
    assert 'name="approach" value="again"' in page(hall, client)
    key = found_here(hall, approach=Approach.AGAIN)
    shown = page(hall, client, f"seats/plan/{key}")
    assert 'value="fewest_moves"' in shown
    before = seats_of(hall)
    use(hall, key, Way.FEWEST_MOVES)
    moved = {person for (person, number), at in seats_of(hall).items() if before.get((person, number)) != at}
    assert len(moved) <= 3


def test_the_past_is_kept(app: Flask) -> None:
    hall = make_hall(app, people=24, tables=4)
    for _ in range(3):
        hall.advance()  # the first round runs
    before = {key: at for key, at in seats_of(hall).items() if key[1] == 1}
    key = found_here(hall, seed=77)
    proposal = stored(hall, key)
    assert proposal is not None
    assert proposal.found is not None
    first = proposal.found["ways"][0]["plan"]["rounds"][0]
    # The plan knows where people have been, and whom they have met there.
    assert {(person, 1): table for table, people in first.items() for person in people} == before
    use(hall, key)
    assert {key: at for key, at in seats_of(hall).items() if key[1] == 1} == before


def test_how_well_it_mixes_is_told_with_what_is_possible(app: Flask) -> None:
    hall = make_hall(app, people=12, tables=3)
    client = signed_in(hall)
    text = page(hall, client, "mixing")
    assert "12" in text
    assert text.count('scope="row"') == 5  # organisations
    assert "Kommune 4" in text
    empty = make_hall(app, planned=False)
    assert "matrix" not in page(empty, signed_in(empty), "mixing")


def test_who_would_sit_alone_is_told_by_name(app: Flask) -> None:
    hall = make_hall(app, people=12, tables=3, planned=True)
    with app.app_context(), unit_of_work() as session:
        for number in (5, 6):
            participant = session.get_one(Attendee, hall.attendees[number]).participant_id
            session.execute(
                update(Participant).where(Participant.id == participant).values(kind="lived_experience")
            )
    hall.do(AddWish(session_id=hall.session_id, kind=WishKind.COMPANY, attendee_id=hall.attendees[5]))
    seats = seats_of(hall)
    for number in (1, 2, 3):
        apart = next(t for t in hall.tables if t != seats[hall.attendees[5], number])
        hall.do(
            MoveSeat(session_id=hall.session_id, attendee_id=hall.attendees[6], round=number, table_id=apart)
        )
    text = page(hall, signed_in(hall), "mixing")
    assert text.count("Person 5, ") == 3
    assert client_of_a_guest(hall).get(f"/cafe/{hall.session_id}/mixing").status_code in {302, 403}


def client_of_a_guest(hall: Hall) -> FlaskClient:
    return hall.app.test_client()
