"""A sign-in link leads to the page it names, on this server alone."""

import pytest
from flask import Flask

from cafe.clock import now_ms
from cafe.db import unit_of_work
from cafe.people.actions import issue_link
from cafe.people.commands import Purpose
from tests.support.cafe import make_hall


@pytest.mark.parametrize(
    ("wanted", "leads_to"),
    [
        ("/cafe/abc/run", "/cafe/abc/run"),
        ("", "/home"),
        ("https://evil.example/", "/home"),
        ("//evil.example/", "/home"),
    ],
)
def test_a_link_leads_on(app: Flask, wanted: str, leads_to: str) -> None:
    hall = make_hall(app, people=2, planned=False)
    assert hall.organiser.user_id is not None
    with app.app_context(), unit_of_work() as session:
        secret = issue_link(session, Purpose.SIGN_IN, hall.organiser.user_id, now_ms() + 60_000)
    browser = app.test_client()
    page = browser.get("/in", query_string={"next": wanted}).get_data(as_text=True)
    assert "/in" in page
    answer = browser.post("/in", query_string={"next": wanted}, data={"secret": secret})
    assert (answer.status_code, answer.headers["Location"]) == (302, leads_to)
