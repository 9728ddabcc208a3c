"""Coming in: a right or a wrong code, the budget of wrong ones, names on the list, another phone, links."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from cafe.actor import SERVER
from cafe.clock import now_ms
from cafe.commands import new_key
from cafe.db import db, unit_of_work
from cafe.dialogue.model import Attendee
from cafe.gatherings.commands import ChangeGathering, CreateGathering
from cafe.gatherings.model import Gathering
from cafe.live.peers import peers
from cafe.people.actions import issue_link, issue_ticket
from cafe.people.commands import Purpose
from cafe.people.guessing import FAILURES, forget_wrong_guesses
from cafe.people.model import Ticket
from cafe.perform import perform
from tests.support.cafe import Hall, make_hall


@pytest.fixture(autouse=True)
def _full_budget() -> Iterator[None]:
    forget_wrong_guesses()
    yield
    forget_wrong_guesses()


@pytest.fixture
def hall(app: Flask) -> Hall:
    return make_hall(app, people=6)


def browser_of(app: Flask) -> FlaskClient:
    """Give a browser of somebody who reads English."""
    browser = app.test_client()
    browser.set_cookie("language", "en")
    return browser


def opened_by(hall: Hall) -> Gathering:
    with hall.app.app_context(), db.sessionmaker() as session:
        return session.get_one(Gathering, hall.gathering_id)


def participants(hall: Hall) -> int:
    from cafe.gatherings.queries import participants_in

    with hall.app.app_context(), db.sessionmaker() as session:
        return len(participants_in(session, hall.gathering_id))


def join(hall: Hall, name: str, browser: FlaskClient | None = None) -> FlaskClient:
    browser = browser or browser_of(hall.app)
    browser.post("/", data={"code": opened_by(hall).join_code})
    came = browser.post("/join", data={"display_name": name, "organisation_id": "", "kind": ""})
    assert came.status_code == 302, came.text
    return browser


def ticket_in(browser: FlaskClient) -> str:
    cookie = browser.get_cookie("ticket")
    assert cookie is not None
    return cookie.value


def place_of(browser: FlaskClient, hall: Hall) -> str:
    with hall.app.app_context(), db.sessionmaker() as session:
        from cafe.people.actions import participant_of_ticket

        return participant_of_ticket(session, ticket_in(browser).split(".")[0]) or ""


def test_a_code_in_any_case_leads_to_the_name_and_on_to_the_session(hall: Hall) -> None:
    browser = browser_of(hall.app)
    code = opened_by(hall).join_code.lower()
    answer = browser.post("/", data={"code": f" {code[:3]}-{code[3:]} "})
    assert answer.location == "/join"
    assert "What would you like to be called" in browser.get("/join").text
    answer = browser.post("/join", data={"display_name": "Åse", "organisation_id": "", "kind": ""})
    assert answer.location == f"/here/{hall.gathering_id}"
    assert browser.get(answer.location).location == f"/cafe/{hall.session_id}"
    assert browser.get(f"/cafe/{hall.session_id}").status_code == 200


def test_the_secret_of_the_qr_opens_as_the_code_does(hall: Hall) -> None:
    browser = browser_of(hall.app)
    assert opened_by(hall).join_secret not in browser.get("/j").text
    assert browser.post("/j", data={"secret": opened_by(hall).join_secret}).location == "/join"
    assert browser.post("/j", data={"secret": "x" * 22}).status_code == 404


@pytest.mark.parametrize("typed", ["ZZZZZZ", "zz-zz zz", "ABC", "ÆØÅÆØÅ", "<b>hei</b>", "Z" * 500])
def test_a_wrong_code_is_kept_in_the_field_and_explained(hall: Hall, typed: str) -> None:
    answer = browser_of(hall.app).post("/", data={"code": typed})
    assert answer.status_code in {400, 404}
    assert 'aria-invalid="true"' in answer.text
    assert "Look at the wall" in answer.text
    assert "<b>hei" not in answer.text
    assert typed.replace("<", "&lt;").replace(">", "&gt;") in answer.text


def test_wrong_codes_have_one_budget_and_right_ones_are_free(hall: Hall) -> None:
    code, secret = opened_by(hall).join_code, opened_by(hall).join_secret
    statuses = []
    for guess in range(FAILURES.amount):
        if guess % 10 == 0:
            assert browser_of(hall.app).post("/", data={"code": code}).status_code == 302
        statuses.append(browser_of(hall.app).post("/", data={"code": "ZZZZZZ"}).status_code)
    assert set(statuses) == {404}
    assert browser_of(hall.app).post("/", data={"code": code}).status_code == 429
    assert browser_of(hall.app).post("/t", data={"secret": "ZZZZZZZZ"}).status_code == 429
    assert browser_of(hall.app).post("/j", data={"secret": secret}).status_code == 302


def test_nobody_is_let_in_without_a_code(hall: Hall) -> None:
    browser = browser_of(hall.app)
    assert browser.get("/join").location == "/here"
    assert browser.post("/join", data={"display_name": "Eve"}).location == "/here"
    assert browser.get("/here").location == "/"
    assert participants(hall) == 6


def test_a_name_on_the_list_takes_its_place_but_never_a_hosts(hall: Hall) -> None:
    guest = join(hall, "person 4")
    assert place_of(guest, hall) == hall.participants[4]
    second = join(hall, "Person 4")
    assert place_of(second, hall) != hall.participants[4]
    impostor = join(hall, "Person 0")
    assert place_of(impostor, hall) not in hall.participants
    assert participants(hall) == 8


def test_a_form_sent_twice_gives_one_place(hall: Hall) -> None:
    first = browser_of(hall.app)
    first.post("/", data={"code": opened_by(hall).join_code})
    session_cookie = first.get_cookie("session")
    assert session_cookie is not None
    second = browser_of(hall.app)
    second.set_cookie("session", session_cookie.value)
    form = {"display_name": "Kari", "organisation_id": "", "kind": ""}
    first.post("/join", data=form)
    second.post("/join", data=form)
    assert place_of(first, hall) == place_of(second, hall)
    assert participants(hall) == 7


def test_who_has_a_place_goes_straight_to_it(hall: Hall) -> None:
    browser = join(hall, "Kari")
    again = browser.post("/", data={"code": opened_by(hall).join_code})
    assert again.location == f"/here/{hall.gathering_id}"
    assert participants(hall) == 7
    assert "Back to my place" in browser.get("/").text


def test_organisation_and_kind_are_kept_when_said_and_a_foreign_one_is_refused(hall: Hall) -> None:
    browser = browser_of(hall.app)
    browser.post("/", data={"code": opened_by(hall).join_code})
    shown = browser.get("/join").text
    organisation = re.findall(r'<option value="([^"]+)">Kommune 2</option>', shown)[0]
    refused = browser.post("/join", data={"display_name": "Ola", "organisation_id": new_key(), "kind": ""})
    assert refused.status_code == 400
    browser.post("/join", data={"display_name": "Ola", "organisation_id": organisation, "kind": "relative"})
    with hall.app.app_context(), db.sessionmaker() as session:
        from cafe.gatherings.model import Participant

        kept = session.get_one(Participant, place_of(browser, hall))
        assert (kept.organisation_id, kept.kind) == (organisation, "relative")


def test_a_closed_door_says_so_and_keeps_the_name(hall: Hall) -> None:
    browser = browser_of(hall.app)
    browser.post("/", data={"code": opened_by(hall).join_code})
    hall.do(ChangeGathering(gathering_id=hall.gathering_id, join_open=False))
    answer = browser.post("/join", data={"display_name": "Sen", "organisation_id": "", "kind": ""})
    assert answer.status_code == 409
    assert "Ask an organiser at the door" in answer.text
    assert 'value="Sen"' in answer.text


def test_before_there_is_a_session_the_page_waits(app: Flask) -> None:
    gathering = new_key()
    with app.app_context():
        perform(SERVER, CreateGathering(new_gathering_id=gathering, network="N", title="Early birds"))
        with db.sessionmaker() as session:
            code = session.get_one(Gathering, gathering).join_code
    browser = browser_of(app)
    browser.post("/", data={"code": code})
    place = browser.post("/join", data={"display_name": "Ida", "organisation_id": "", "kind": ""}).location
    assert "goes on by itself" in browser.get(place).text


def test_who_comes_when_all_is_over_is_not_sent_in_circles(hall: Hall) -> None:
    for _ in range(9):
        hall.advance()
    browser = join(hall, "Late")
    assert browser.get(f"/here/{hall.gathering_id}").status_code == 200


def test_another_phone_takes_the_place_along_once_and_the_old_one_stops(hall: Hall) -> None:
    closed: list[str] = []
    old = join(hall, "Kari")
    mine = place_of(old, hall)
    peers.connected("old-socket", [mine])
    before, peers.close = peers.close, closed.append
    try:
        shown = old.post(f"/here/{hall.gathering_id}/phone").text
        code = re.findall(r"([2-9A-Z]{4}) ([2-9A-Z]{4})</p>", shown)[0]
        assert "<svg" in shown
        new = browser_of(hall.app)
        assert new.get("/t").status_code == 200
        assert new.post("/", data={"code": f"{code[0]}-{code[1]}".lower()}).location == "/here"
    finally:
        peers.close = before
    assert place_of(new, hall) == mine
    assert closed == ["old-socket"]
    assert old.get(f"/here/{hall.gathering_id}").location == "/"
    assert old.get(f"/cafe/{hall.session_id}").location == "/"
    assert place_of(old, hall) == ""
    assert browser_of(hall.app).post("/", data={"code": "".join(code)}).status_code == 404


def test_a_newer_transfer_code_ends_the_earlier_but_not_a_printed_card(hall: Hall) -> None:
    browser = join(hall, "Kari")
    with hall.app.app_context(), unit_of_work() as session:
        card = issue_link(session, Purpose.TICKET, place_of(browser, hall), now_ms() + 10**9)
    pages = [browser.post(f"/here/{hall.gathering_id}/phone").text for _ in range(2)]
    first, second = ("".join(re.findall(r"([2-9A-Z]{4}) ([2-9A-Z]{4})</p>", page)[0]) for page in pages)
    assert browser_of(hall.app).post("/t", data={"secret": first}).status_code == 404
    assert browser_of(hall.app).post("/t", data={"secret": second}).status_code == 302
    assert browser_of(hall.app).post("/t", data={"secret": card}).status_code == 302


def test_a_transfer_is_for_ones_own_place_only(hall: Hall) -> None:
    stranger = browser_of(hall.app)
    assert stranger.post(f"/here/{hall.gathering_id}/phone").status_code == 403
    with hall.app.app_context(), db.sessionmaker() as session:
        assert session.query(Ticket).count() == 0


def test_looking_at_a_personal_link_does_not_use_it_up(hall: Hall) -> None:
    with hall.app.app_context(), unit_of_work() as session:
        secret = issue_link(session, Purpose.TICKET, hall.participants[0], now_ms() + 60_000)
        old = issue_link(session, Purpose.TICKET, hall.participants[1], now_ms() - 1)
    browser = browser_of(hall.app)
    for _ in range(3):
        assert browser.get("/t").status_code == 200
    assert browser.post("/t", data={"secret": secret}).location == "/here"
    assert place_of(browser, hall) == hall.participants[0]
    assert browser_of(hall.app).post("/t", data={"secret": secret}).status_code == 404
    assert browser_of(hall.app).post("/t", data={"secret": old}).status_code == 404


def test_a_personal_link_checks_in_once_the_doors_are_open(hall: Hall) -> None:
    def arrival(number: int) -> str:
        with hall.app.app_context(), db.sessionmaker() as session:
            return session.get_one(Attendee, hall.attendees[number]).arrival

    def opens_the_card(number: int) -> None:
        with hall.app.app_context(), unit_of_work() as session:
            secret = issue_link(session, Purpose.TICKET, hall.participants[number], now_ms() + 60_000)
        browser_of(hall.app).post("/t", data={"secret": secret})

    opens_the_card(0)
    assert arrival(0) == "expected", "a card that is tried at home the day before"
    hall.advance()
    opens_the_card(0)
    assert (arrival(0), arrival(1)) == ("arrived", "expected")


def test_a_personal_link_wins_over_an_earlier_place_in_the_same_browser(hall: Hall) -> None:
    browser = join(hall, "Somebody")
    with hall.app.app_context(), unit_of_work() as session:
        secret = issue_link(session, Purpose.TICKET, hall.participants[0], now_ms() + 60_000)
    browser.post("/t", data={"secret": secret})
    hosted = browser.get(f"/cafe/{hall.session_id}/table")
    assert hosted.location == f"/cafe/{hall.session_id}/table/1"


def test_the_walls_link_opens_the_wall_of_its_session_and_nothing_else(hall: Hall) -> None:
    other = make_hall(hall.app, people=4)
    with hall.app.app_context(), unit_of_work() as session:
        secret = issue_link(session, Purpose.WALL, hall.session_id, now_ms() + 60_000)
        ticket = issue_ticket(session, hall.participants[5], ends_others=False)
    browser = browser_of(hall.app)
    assert browser.post("/w", data={"secret": ticket}).status_code == 404
    assert browser.post("/w", data={"secret": secret}).location == f"/cafe/{hall.session_id}/wall"
    assert browser.post("/t", data={"secret": secret}).status_code == 404
    with browser.session_transaction() as kept:
        assert kept["walls"] == [hall.session_id]
    assert browser.get(f"/cafe/{other.session_id}/wall").status_code in {302, 403}


def test_the_accessibility_statement_names_the_contact(app: Flask) -> None:
    assert "Tell an organiser" in browser_of(app).get("/accessibility").text
