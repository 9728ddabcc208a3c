"""Signing in: passwords, invitations and links, on both kinds of database."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from flask import Flask

from cafe.clock import now_ms
from cafe.commands import new_key
from cafe.db import unit_of_work
from cafe.gatherings.commands import InviteOrganiser
from cafe.people.actions import issue_link
from cafe.people.budget import forget_failures
from cafe.people.commands import Purpose
from cafe.people.rules import new_secret
from tests.support.cafe import PASSWORD, Hall, make_hall
from tests.support.organiser import signed_in


@pytest.fixture(autouse=True)
def full_budget() -> Iterator[None]:
    forget_failures()
    yield
    forget_failures()


def small(app: Flask) -> Hall:
    return make_hall(app, people=2, tables=1, planned=False)


def test_the_right_password_opens_the_gatherings(app: Flask) -> None:
    hall = small(app)
    client = app.test_client()
    answer = client.post("/sign-in", data={"email": hall.email.upper(), "password": PASSWORD})
    assert answer.location == "/home"
    assert "A gathering" in client.get("/gatherings").text


@pytest.mark.parametrize(
    "target", ["//evil.example", "https://evil.example/x", "/\\evil.example", "x", "/\n/e"]
)
def test_nobody_is_led_away_after_signing_in(app: Flask, target: str) -> None:
    hall = small(app)
    data = {"email": hall.email, "password": PASSWORD, "next": target}
    assert app.test_client().post("/sign-in", data=data).location == "/home"


def test_an_own_page_is_gone_back_to(app: Flask) -> None:
    hall = small(app)
    asked = app.test_client().get(f"/gatherings/{hall.gathering_id}")
    assert asked.location == f"/sign-in?next=/gatherings/{hall.gathering_id}"
    data = {"email": hall.email, "password": PASSWORD, "next": f"/gatherings/{hall.gathering_id}"}
    assert app.test_client().post("/sign-in", data=data).location == f"/gatherings/{hall.gathering_id}"


def test_a_wrong_password_and_an_unknown_address_are_told_alike(app: Flask) -> None:
    hall = small(app)
    texts = []
    for email in (hall.email, "nobody@example.org"):
        answer = app.test_client().post("/sign-in", data={"email": email, "password": "wrong password"})
        assert answer.status_code == 404
        texts.append(re.sub(r'name="csrf_token"[^>]*', "", answer.text.replace(email, "…")))
    assert texts[0] == texts[1]


def test_guessing_is_stopped_and_other_accounts_go_on(app: Flask) -> None:
    hall, other = small(app), small(app)
    for _ in range(10):
        app.test_client().post("/sign-in", data={"email": hall.email, "password": "wrong password"})
    right = {"email": hall.email, "password": PASSWORD}
    assert app.test_client().post("/sign-in", data=right).status_code == 429
    assert app.test_client().post("/sign-in", data=right | {"email": other.email}).status_code == 302


def test_signing_out_ends_it(app: Flask) -> None:
    client = signed_in(small(app))
    assert client.post("/sign-out").location == "/sign-in"
    assert client.get("/gatherings").status_code == 302


def test_nothing_that_must_be_written_is_called_optional(sqlite_app: Flask) -> None:
    shown = sqlite_app.test_client().get("/invitation", headers={"Accept-Language": "en"}).text
    assert "The same password again" in shown
    assert "optional" not in shown


def test_an_invitation_becomes_an_account_once(app: Flask) -> None:
    hall = small(app)
    secret, later = new_secret(), new_secret()
    for each in (secret, later):
        hall.do(
            InviteOrganiser(
                gathering_id=hall.gathering_id,
                new_user_id=new_key(),
                email="new@example.org",
                display_name="New",
                secret=each,
            )
        )
    client = app.test_client()
    short = {"secret": secret, "password": "short", "again": "short"}
    assert "12" in client.post("/invitation", data=short).text
    link = f"http://localhost/invitation#{secret}"
    right = {"secret": link, "password": PASSWORD, "again": PASSWORD}
    assert client.post("/invitation", data=right).location == "/home"
    assert "A gathering" in client.get("/gatherings").text
    # Neither this link nor the one handed out beside it changes the password any more.
    for each in (secret, later):
        again = {"secret": each, "password": "another password!", "again": "another password!"}
        assert app.test_client().post("/invitation", data=again).status_code == 404


def test_no_invitation_opens_an_account_that_sees_other_gatherings(app: Flask) -> None:
    hall, foreign = small(app), small(app)
    data = {"email": "waiting@example.org", "display_name": "Waiting"}
    assert (
        signed_in(foreign).post(f"/gatherings/{foreign.gathering_id}/organisers", data=data).status_code
        == 200
    )
    answer = signed_in(hall).post(f"/gatherings/{hall.gathering_id}/organisers", data=data)
    assert answer.status_code == 400
    assert "/invitation#" not in answer.text


def test_a_sign_in_link_holds_once(app: Flask) -> None:
    hall = small(app)
    with app.app_context(), unit_of_work() as session:
        assert hall.organiser.user_id
        secret = issue_link(session, Purpose.SIGN_IN, hall.organiser.user_id, now_ms() + 60_000)
    client = app.test_client()
    assert client.get("/in").status_code == 200
    assert client.post("/in", data={"secret": secret}).location == "/home"
    assert client.get("/gatherings").status_code == 200
    assert app.test_client().post("/in", data={"secret": secret}).status_code == 404
