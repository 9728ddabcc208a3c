"""Wishes on a list of people: looked at first, told where they cannot be, stated with the people or not."""

from __future__ import annotations

import html
import re

from flask import Flask
from flask_babel import force_locale

from cafe.db import db
from cafe.dialogue.wish_list import wish_list
from tests.support.cafe import Hall, make_hall
from tests.support.organiser import signed_in

TITLES = "Navn;Kommune;Rolle;Må innom;Ikke med;Med;Trinnfritt;Blir sittende;Selskap;Står over"


def wishes(hall: Hall) -> list[str]:
    with hall.app.test_request_context(), force_locale("en"), db.sessionmaker() as session:
        return [
            entry.text for _word, entries in wish_list(session, hall.session_id).groups for entry in entries
        ]


def problems(text: str) -> dict[int, str]:
    """Give what the page says is wrong, by line."""
    rows = re.findall(r"<tr><th scope=.row.>(\d+)</th><td>[^<]*</td><td>([^<]*)</td></tr>", text)
    return {int(number): html.unescape(message) for number, message in rows}


def send(hall: Hall, *lines: str, do: str = "", titles: str = TITLES) -> tuple[int, str]:
    client = signed_in(hall)
    client.set_cookie("language", "en")
    data = {"id": "list-0001", "text": "\n".join((titles, *lines)), "do": do}
    answer = client.post(f"/gatherings/{hall.gathering_id}/people/list", data=data)
    return answer.status_code, html.unescape(answer.text)


def test_wishes_are_looked_at_and_stated_with_the_people(app: Flask) -> None:
    hall = make_hall(app, people=3, planned=False)
    lines = (
        "Kari Nes;Bømlo;pårørende;B;Ola Ås;;;;ja;2",
        "Ola Ås;Sola;fagperson;;;Person 2;ja;ja;;",
        "Per Moe;Sola;;A, B;;;;;;",
    )
    status, page = send(hall, *lines)
    assert status == 200
    assert "must visit B; not with Ola Ås; would like company; sits out round 2" in page
    assert wishes(hall) == []
    assert send(hall, *lines, do="all")[0] == 302
    said = wishes(hall)
    assert [sentence.partition(", “")[0] for sentence in said[:3]] == [
        "Kari Nes must visit topic B",
        "Per Moe must visit topic A",
        "Per Moe must visit topic B",
    ]
    assert said[3:] == [
        "Kari Nes and Ola Ås never at the same table.",
        "Ola Ås and Person 2 always at the same table.",
        "Ola Ås only at step-free tables.",
        "Ola Ås stays at one table.",
        "Kari Nes would like somebody with the same background at the table.",
        "Kari Nes sits out round 2.",
    ]


def test_every_line_that_cannot_be_is_told_and_nothing_is_taken_up(app: Flask) -> None:
    hall = make_hall(app, people=3, planned=False)
    lines = (
        "Anna;;;Q;;;;;;",
        "Berit;;;;Ukjent;;;;;",
        "Cato;;;;;Cato;;;;",
        "Dag;;;;;;kanskje;;;",
        "Eli;;;;;;;;ja;",
        "Finn;;;;;;;;;tre",
        "Gro;;;;;;;;;4",
        "Person 1;Kommune 1;;;;;ja;;;",
        "Hans;;;;;Anna;;;;",
        "Ida;;;;;;;;;",
    )
    status, page = send(hall, *lines, do="all")
    assert status == 400
    found = problems(page)
    assert set(found) == set(range(2, 11))
    assert found[2].startswith("No topic is called “Q”.")
    assert found[3].startswith("Nobody else here is called “Ukjent”.")
    assert found[4].startswith("Nobody else here is called “Cato”.")
    assert found[5].startswith("“kanskje” is neither yes nor no.")
    assert found[6].startswith("Company is with somebody of the same background.")
    assert found[7].startswith("“tre” are not the numbers of rounds.")
    assert found[8].startswith("There are 3 rounds.")
    assert found[9].startswith("This person is on the list already.")
    assert found[10] == "The line of “Anna” needs another look first."
    assert wishes(hall) == []
    assert send(hall, *lines, do="without")[0] == 302
    assert wishes(hall) == []


def test_without_a_cafe_a_wish_has_nowhere_to_go(app: Flask) -> None:
    hall = make_hall(app, planned=False)
    for _ in range(3):
        hall.advance()
    found = problems(send(hall, "Anna;;;;;;ja;;;")[1])
    assert found[2].startswith("There is no café yet that the wish could be for.")
