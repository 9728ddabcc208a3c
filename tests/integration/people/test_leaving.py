"""Whoever leaves has left: on the server, and as far as a browser obeys on the device."""

from __future__ import annotations

from flask import Flask
from flask.testing import FlaskClient

from cafe.db import unit_of_work
from cafe.people.actions import issue_ticket
from tests.support.cafe import Hall, make_hall


def phone(app: Flask, hall: Hall) -> FlaskClient:
    with app.app_context(), unit_of_work() as session:
        ticket = issue_ticket(session, hall.participants[0], ends_others=False)
    client = app.test_client()
    client.set_cookie("ticket", ticket)
    return client


def test_leaving_ends_the_ticket_and_clears_the_device(app: Flask) -> None:
    hall = make_hall(app, people=2, planned=False)
    leaving, other = phone(app, hall), phone(app, hall)
    place = f"/cafe/{hall.session_id}"
    ticket = leaving.get_cookie("ticket")
    assert ticket is not None
    assert leaving.get(place).status_code == 200
    assert 'id="leave"' in leaving.get("/leave").get_data(as_text=True)

    answer = leaving.post("/leave")
    assert (answer.status_code, answer.location) == (302, "/")
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert leaving.get_cookie("ticket") is None

    leaving.set_cookie("ticket", ticket.value)
    assert leaving.get(place).status_code != 200, "the ticket itself has ended"
    assert other.get(place).status_code == 200, "the same person's other phone goes on"


def test_leaving_without_a_place_does_no_harm(app: Flask) -> None:
    assert app.test_client().post("/leave").location == "/"
