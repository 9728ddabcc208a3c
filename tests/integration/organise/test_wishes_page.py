"""The page of wishes, by plain forms: stated in a form, read as sentences, taken back and brought again."""

from __future__ import annotations

import html
import re
from typing import Any

from flask import Flask
from flask.testing import FlaskClient

from cafe.dialogue.commands.session import MoveSeat, PlanSeats
from cafe.dialogue.commands.wishes import WishKind
from tests.support.cafe import Hall, make_hall
from tests.support.organiser import signed_in
from tests.support.wishes import wish

APART = {"kind": "apart", "person": "Person 5", "other": "Person 6"}


def english(hall: Hall) -> FlaskClient:
    client = signed_in(hall)
    client.set_cookie("language", "en")
    return client


def address(hall: Hall, *parts: str) -> str:
    return "/".join((f"/cafe/{hall.session_id}/wishes", *parts))


def sentences(page: Any) -> list[str]:
    """Give the wishes that stand on the page."""
    found = re.findall(r"<li>\s*<span>(.*?)(?: <em .*)?</span>", page.text)
    return [html.unescape(text) for text in found]


def keys(page: Any) -> list[str]:
    return re.findall(r'name="key" value="([^"]+)"', page.text)


def test_wishes_are_stated_read_taken_back_and_brought_again(app: Flask) -> None:
    hall = make_hall(app, planned=False)
    client = english(hall)
    assert "There are none yet." in client.get(address(hall)).text
    typed = (
        APART,
        {"kind": "must_visit", "person": "person 7 (Kommune 2)", "topic_id": hall.topics[1]},
        {"kind": "stays", "person": "Person 8", "other": "somebody left behind in the form"},
        {"kind": "sits_out", "person": "Person 9", "round": "2"},
    )
    for each in typed:
        assert client.post(address(hall), data=each).location == address(hall)
    page = client.get(address(hall))
    said = sentences(page)
    assert said[0].startswith("Person 7 must visit topic B, “")
    assert said[1:] == [
        "Person 5 and Person 6 never at the same table.",
        "Person 8 stays at one table.",
        "Person 9 sits out round 2.",
    ]
    for key, sentence in zip(keys(page), said, strict=True):
        gone = client.post(address(hall, "take-back"), data={"key": key}, follow_redirects=True)
        assert sentence not in sentences(gone)
        assert f"Taken back: {sentence}" in html.unescape(gone.text)
        again = client.post(address(hall, "bring-again"), follow_redirects=True)
        assert sentences(again) == said
    assert "Undo" not in client.get(address(hall)).text


def test_what_is_typed_wrongly_is_kept_and_explained(app: Flask) -> None:
    hall = make_hall(app, planned=False)
    client = english(hall)
    nobody = client.post(address(hall), data=APART | {"other": "Nobody at all"})
    assert nobody.status_code == 400
    assert "Nobody on the list is called that." in nobody.text
    assert 'value="Person 5"' in nobody.text
    assert 'value="Nobody at all"' in nobody.text
    same = client.post(address(hall), data=APART | {"other": "Person 5"})
    assert "Choose two different people." in same.text
    missing = client.post(address(hall), data=APART | {"other": ""})
    assert "Something is missing here." in missing.text
    company = client.post(address(hall), data={"kind": "company", "person": "Person 5"})
    assert "Person 5 has not said what background they have." in company.text
    topic = client.post(address(hall), data={"kind": "must_visit", "person": "Person 5", "topic_id": "x"})
    assert topic.status_code == 400
    assert sentences(client.get(address(hall))) == []


def test_pins_of_a_person_are_lifted_in_one_tap(app: Flask) -> None:
    hall = make_hall(app)
    for number in (1, 2):
        move = MoveSeat(
            session_id=hall.session_id,
            attendee_id=hall.attendees[5],
            round=number,
            table_id=hall.tables[1],
        )
        hall.do(move)
    client = english(hall)
    page = client.get(address(hall))
    assert sentences(page) == ["Person 5 keeps table 2 in round 1 and table 2 in round 2."]
    gone = client.post(address(hall, "take-back"), data={"key": keys(page)[0]}, follow_redirects=True)
    assert sentences(gone) == []
    again = client.post(address(hall, "bring-again"), follow_redirects=True)
    assert sentences(again) == sentences(page)


def test_a_wish_that_the_seats_do_not_meet_yet_says_so_until_they_do(app: Flask) -> None:
    hall = make_hall(app)
    client = english(hall)
    wish(hall, WishKind.STAYS, 5)  # two topics are met in three rounds, so that everybody changes tables
    assert "Not so in the seats as they are." in client.get(address(hall)).text
    hall.do(PlanSeats(session_id=hall.session_id))
    assert "Not so in the seats as they are." not in client.get(address(hall)).text


def test_what_cannot_be_met_stands_on_the_page(app: Flask) -> None:
    hall = make_hall(app)
    wish(hall, WishKind.ACCESSIBLE, 5)
    page = english(hall).get(address(hall)).text
    assert "This cannot be met yet" in page
    assert "A step-free table is needed for Person 5," in page
    assert address(hall) in english(hall).get(f"/cafe/{hall.session_id}/prepare").text


def test_wishes_of_another_session_stay_out_of_reach(app: Flask) -> None:
    hall, other = make_hall(app), make_hall(app)
    theirs = wish(other, WishKind.STAYS, 5)
    client = english(hall)
    client.post(address(hall, "take-back"), data={"key": theirs})
    assert sentences(english(other).get(address(other))) == ["Person 5 stays at one table."]
    assert client.get(address(other)).status_code == 403
