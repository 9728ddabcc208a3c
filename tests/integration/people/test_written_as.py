"""A page knows as whom it writes, a line as whom it was let in: what waits on a shared device goes by it."""

from __future__ import annotations

import json
import re
from typing import Any

from flask import Flask
from flask.testing import FlaskClient

from cafe.db import db
from cafe.people.actions import issue_ticket
from cafe.people.sockets import socketio
from tests.support.apps import ORIGIN
from tests.support.cafe import Hall, make_hall
from tests.support.organiser import signed_in


def give_ticket(browser: FlaskClient, hall: Hall, number: int) -> FlaskClient:
    with hall.app.app_context(), db.sessionmaker.begin() as session:
        ticket = issue_ticket(session, hall.participants[number], ends_others=False)
    held = browser.get_cookie("ticket")
    browser.set_cookie("ticket", f"{ticket}.{held.value}" if held else ticket)
    return browser


def page(browser: FlaskClient, address: str) -> dict[str, Any]:
    block = re.search(r'id="page">(.*?)</script>', browser.get(address).get_data(as_text=True), re.DOTALL)
    assert block is not None
    found: dict[str, Any] = json.loads(block[1])
    return found


def let_in(hall: Hall, browser: FlaskClient, capacity: str) -> str | None:
    line = socketio.test_client(hall.app, flask_test_client=browser, headers={"Origin": ORIGIN})
    answer: dict[str, Any] | None = line.emit(
        "join", {"stream": hall.session_id, "as": capacity, "seen": None, "audience": None}, callback=True
    )
    assert answer is not None
    assert answer["ok"], answer
    person: str | None = answer["person"]
    return person


def test_the_next_ticket_on_a_shared_device_is_another_writer(app: Flask) -> None:
    hall = make_hall(app)
    browser = app.test_client()
    for number in (2, 3):
        give_ticket(browser, hall, number)
        assert page(browser, f"/cafe/{hall.session_id}")["writers"] == [hall.attendees[number]]
        assert let_in(hall, browser, "guest") == hall.attendees[number]


def test_an_organiser_writes_by_account_and_by_a_place_of_their_own(app: Flask) -> None:
    hall = make_hall(app)
    browser = signed_in(hall)
    account = hall.organiser.user_id
    assert page(browser, f"/cafe/{hall.session_id}/run")["writers"] == [account]
    assert let_in(hall, browser, "organiser") is None
    give_ticket(browser, hall, 1)
    assert page(browser, f"/cafe/{hall.session_id}/run")["writers"] == [hall.attendees[1], account]
