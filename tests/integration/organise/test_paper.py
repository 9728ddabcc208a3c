"""The café on paper: cards, table sheets and the list for the wall, as pages and as PDF files."""

from __future__ import annotations

import socket
import subprocess
import sys

import pytest
from flask import Flask

from cafe.dialogue.commands.session import ChangeSession, Mode, PlanSeats
from cafe.settings import STATIC
from cafe.site.pdf import PdfNotMade, pdf_of
from tests.support.cafe import Hall, make_hall
from tests.support.moved import MOVED_LATER, MOVED_NOW, move_people
from tests.support.organiser import signed_in


def test_a_sheet_for_each_table_and_round_names_who_is_expected(app: Flask) -> None:
    hall = make_hall(app)
    page = signed_in(hall).get(f"/cafe/{hall.session_id}/paper/tables")
    assert page.status_code == 200
    assert page.text.count('class="sheet"') == 2 * 3
    assert page.text.count('class="box"') == 12 * 3


def test_the_list_for_the_wall_has_everyone_with_each_round(app: Flask) -> None:
    hall = make_hall(app)
    page = signed_in(hall).get(f"/cafe/{hall.session_id}/paper/names")
    assert page.text.count('<th scope="row">') == 12
    assert page.text.count("<td>") == 12 * 3


def test_before_there_are_seats_the_sheets_have_lines_and_the_list_says_so(app: Flask) -> None:
    hall = make_hall(app, planned=False)
    client = signed_in(hall)
    assert 'class="line"' in client.get(f"/cafe/{hall.session_id}/paper/tables").text
    assert 'class="empty"' in client.get(f"/cafe/{hall.session_id}/paper/names").text


@pytest.mark.parametrize("piece", ["paper/tables", "paper/names"])
def test_each_piece_is_a_file_as_well(app: Flask, piece: str) -> None:
    hall = make_hall(app)
    answer = signed_in(hall).get(f"/cafe/{hall.session_id}/{piece}?as=pdf")
    assert answer.mimetype == "application/pdf"
    assert answer.data.startswith(b"%PDF-")


def test_cards_are_a_file_as_well_and_their_links_are_kept_nowhere(app: Flask) -> None:
    hall = make_hall(app)
    answer = signed_in(hall).post(f"/cafe/{hall.session_id}/cards", data={"who": "all", "as": "pdf"})
    assert answer.data.startswith(b"%PDF-")
    assert answer.headers["Cache-Control"] == "no-store"


def test_only_the_cards_of_those_who_have_been_moved_are_printed_anew(app: Flask) -> None:
    hall = make_hall(app)
    client = signed_in(hall)
    address = f"/cafe/{hall.session_id}/seats"
    assert 'value="changed"' not in client.get(address).text
    move_people(hall)
    assert 'value="changed"' in client.get(address).text
    page = client.post(f"/cafe/{hall.session_id}/cards", data={"who": "changed"}).text
    printed = [number for number in range(12) if f">Person {number}<" in page]
    assert printed == [MOVED_LATER, MOVED_NOW]
    for _ in range(5):
        hall.advance()
    assert 'value="changed"' not in client.get(address).text


def test_the_writer_fetches_nothing() -> None:
    with socket.create_server(("127.0.0.1", 0)) as asked:
        asked.settimeout(0.2)
        address = f"http://127.0.0.1:{asked.getsockname()[1]}/x.png"
        html = f'<link rel="attachment" href="file:///etc/hostname"><img src="{address}"><p>Text'
        command = [sys.executable, "-m", "cafe.site.pdf_writer", str(STATIC / "css/paper.css")]
        done = subprocess.run(command, input=html.encode(), capture_output=True, check=True)
        with pytest.raises(TimeoutError):
            asked.accept()
    assert done.stdout.startswith(b"%PDF-")
    assert b"/EmbeddedFile" not in done.stdout


def test_a_writer_that_fails_is_a_refusal_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nonexistent/python")
    with pytest.raises(PdfNotMade):
        pdf_of("<p>", "css/paper.css")


def cards(hall: Hall) -> str:
    return signed_in(hall).post(f"/cafe/{hall.session_id}/cards", data={"who": "all"}).text


def test_paper_says_what_moves(app: Flask) -> None:
    walking = make_hall(app, people=8, mode=Mode.HOSTS_ROTATE)
    assert cards(walking).count('class="card-rounds"') == 8  # the hosts', too
    chosen = make_hall(app, people=8, mode=Mode.FREE_CHOICE)
    assert cards(chosen).count('class="card-rounds"') == 0
    home = make_hall(app, people=8, planned=False)
    home.do(ChangeSession(session_id=home.session_id, home_table_last=True))
    home.do(PlanSeats(session_id=home.session_id))
    assert cards(home).count("hjemmebord") == 6
    sheets = signed_in(home).get(f"/cafe/{home.session_id}/paper/tables").text
    assert sheets.count("tilbake ved hjemmebordet") == 2
