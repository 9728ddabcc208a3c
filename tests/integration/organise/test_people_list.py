"""Lists of people: looked at first, taken up whole or not at all."""

from __future__ import annotations

import io
import re

from flask import Flask
from openpyxl import Workbook

from cafe.db import db
from cafe.dialogue.facts import prepare_facts
from cafe.gatherings.facts import gathering_facts
from tests.support.cafe import Hall, make_hall
from tests.support.organiser import signed_in


def names(hall: Hall) -> list[str]:
    with hall.app.app_context(), hall.app.test_request_context(), db.sessionmaker() as session:
        return [person.name for person in gathering_facts(session, hall.gathering_id).people]


def address(hall: Hall) -> str:
    return f"/gatherings/{hall.gathering_id}/people/list"


def test_a_list_is_looked_at_and_taken_up(app: Flask) -> None:
    hall = make_hall(app, people=1, planned=False)
    client = signed_in(hall)
    text = (
        "Navn;Kommune;Rolle\nKari Nordmann;Bømlo;Fagperson\nPer Ås;Sola;brukerkonsulent\nPerson 0;Kommune 0"
    )
    look = client.post(address(hall), data={"id": "list-0001", "text": text})
    assert look.status_code == 200
    assert "Kari Nordmann" in look.text
    assert names(hall) == ["Person 0"]
    assert client.post(address(hall), data={"id": "list-0001", "text": text, "do": "all"}).status_code == 302
    assert names(hall) == ["Kari Nordmann", "Per Ås", "Person 0"]
    # The same press once more, as an impatient finger does, adds nobody.
    client.post(address(hall), data={"id": "list-0001", "text": text + "\nNy;;", "do": "all"})
    assert names(hall) == ["Kari Nordmann", "Per Ås", "Person 0"]


def test_bad_lines_stop_everything_unless_left_out(app: Flask) -> None:
    hall = make_hall(app, people=1, planned=False)
    client = signed_in(hall)
    data = {
        "id": "list-0001",
        "text": "name,organisation,kind\nAnna,Bømlo,wizard\nBerit,Bømlo,\n,Bømlo,\n",
        "do": "all",
    }
    answer = client.post(address(hall), data=data)
    assert answer.status_code == 400
    assert "wizard" in answer.text
    assert re.search(r"<th scope=.row.>2</th>", answer.text)
    assert names(hall) == ["Person 0"]
    assert client.post(address(hall), data={**data, "do": "without"}).status_code == 302
    assert names(hall) == ["Berit", "Person 0"]


def test_a_workbook_with_hosts_names_them(app: Flask) -> None:
    hall = make_hall(app, people=1, tables=2, planned=False)
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["Namn", "Kommun", "Bord", "Värd"],
        ["Åsa", "=1+1", 2, "ja"],
        ["Örjan", "Kiruna", None, None],
    ):
        sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    client = signed_in(hall)
    file.seek(0)
    look = client.post(address(hall), data={"id": "list-0001", "file": (file, "people.xlsx")})
    assert "=1+1" in look.text
    kept = re.search(r"<textarea name=.text. [^>]*>\n?([^<]*)</textarea>", look.text)
    assert kept
    client.post(address(hall), data={"id": "list-0001", "text": kept[1], "do": "all"})
    assert set(names(hall)) == {"Person 0", "Åsa", "Örjan"}
    with app.app_context(), db.sessionmaker() as session:
        facts = prepare_facts(session, hall.session_id)
    assert (2, "Åsa") in [(number, person.name) for number, person in facts.hosts]


def test_strangers_neither_see_nor_change_anything(app: Flask) -> None:
    hall, foreign = make_hall(app, people=1, planned=False), make_hall(app, people=1, planned=False)
    client = signed_in(foreign)
    data = {"id": "list-0001", "text": "Ny", "do": "all"}
    for path in ("", "/people/list", "/qr.svg"):
        assert client.get(f"/gatherings/{hall.gathering_id}{path}").status_code == 403
    for path in ("/people/list", "/people", "/change", "/organisers", "/cafe"):
        assert client.post(f"/gatherings/{hall.gathering_id}{path}", data=data).status_code == 403
        assert app.test_client().post(f"/gatherings/{hall.gathering_id}{path}", data=data).status_code == 403
    for path in ("prepare", "seats"):
        assert client.get(f"/cafe/{hall.session_id}/{path}").status_code == 403
    posts = (
        "prepare/shape",
        "prepare/manner",
        "prepare/topics",
        "prepare/rounds",
        "prepare/tables",
        "seats/plan",
        "seats/move",
        "wishes",
        "wishes/take-back",
        "wishes/bring-again",
        "cards",
    )
    for path in posts:
        assert client.post(f"/cafe/{hall.session_id}/{path}", data=data).status_code == 403
    assert names(hall) == ["Person 0"]
