"""Searching at the harvest: who finds what, and how often."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from flask import Flask
from flask.testing import FlaskClient
from limits import parse

from cafe.actor import Actor
from cafe.commands import new_key
from cafe.db import unit_of_work
from cafe.dialogue.commands.table import AddNote, WriteSummary
from cafe.harvest.commands.board import CreateTheme, RenameTheme
from cafe.harvest.commands.conclusions import RemoveConclusion, WriteConclusion
from cafe.harvest.commands.texts import WriteConsolidated
from cafe.people.actions import issue_ticket
from cafe.search import pace
from tests.support.cafe import Hall, make_hall
from tests.support.organiser import signed_in


@pytest.fixture(autouse=True)
def unhurried() -> Iterator[None]:
    pace.forget_pace()
    yield
    pace.forget_pace()


@pytest.fixture
def hall(app: Flask) -> Hall:
    hall = make_hall(app, rounds=1)
    hall.advance()
    hall.advance()
    return hall


def note_at(hall: Hall, table: int, text: str) -> str:
    note = new_key()
    place = hall.place(table)
    hall.do(AddNote(session_id=hall.session_id, table_round_id=place, note_id=note, text=text))
    return note


def phone_of(hall: Hall, number: int) -> FlaskClient:
    client = hall.app.test_client()
    guest: Actor = hall.guest(number)
    with hall.app.app_context(), unit_of_work() as session:
        ticket = issue_ticket(session, guest.participant_ids[0], ends_others=False)
    client.set_cookie("ticket", ticket)
    return client


def found(client: FlaskClient, hall: Hall, words: str) -> list[str] | int:
    answer = client.get(f"/cafe/{hall.session_id}/harvest/search?words={quote(words)}")
    return list(answer.get_json()["ids"]) if answer.status_code == 200 else answer.status_code


def test_an_organiser_finds_notes_summaries_and_what_they_came_to(hall: Hall) -> None:
    organiser = signed_in(hall)
    note, other = note_at(hall, 1, "Kommunene må lytte"), note_at(hall, 2, "Noe annet")
    place = hall.place(1)
    summary = WriteSummary(
        session_id=hall.session_id, table_round_id=place, base_version=0, text="Kommuner lytter"
    )
    hall.do(summary)
    assert set(found(organiser, hall, "kommune")) == {note, place}  # type: ignore[arg-type]
    hall.do(
        WriteConsolidated(
            session_id=hall.session_id, topic_id=hall.topics[0], base_version=0, text="Kommunen"
        )
    )
    assert len(found(organiser, hall, "kommune")) == 3  # type: ignore[arg-type]
    assert found(organiser, hall, "annen") == [other]
    assert found(organiser, hall, "") == []
    assert found(organiser, hall, "kommune " + "x" * 3_000) == []


def test_conclusions_and_themes_are_found_by_what_they_are_called_now(hall: Hall) -> None:
    organiser, session_id = signed_in(hall), hall.session_id
    theme, conclusion = new_key(), new_key()
    hall.do(CreateTheme(session_id=session_id, theme_id=theme, title="Ventetid"))
    hall.do(
        WriteConclusion(
            session_id=session_id,
            conclusion_id=conclusion,
            title="Kortere ventetider",
            text="",
            base_version=0,
        )
    )
    assert set(found(organiser, hall, "ventetiden")) == {theme, conclusion}  # type: ignore[arg-type]
    hall.do(RenameTheme(session_id=session_id, theme_id=theme, title="Tålmodighet"))
    hall.do(
        WriteConclusion(
            session_id=session_id,
            conclusion_id=conclusion,
            title="Ingen skal vente",
            text="Tålmodigheten er brukt opp",
            base_version=1,
        )
    )
    assert found(organiser, hall, "ventetiden") == []
    assert set(found(organiser, hall, "tålmodighet")) == {theme, conclusion}  # type: ignore[arg-type]
    hall.do(RemoveConclusion(session_id=session_id, conclusion_id=conclusion))
    assert found(organiser, hall, "tålmodighet") == [theme]


def test_hosts_find_what_was_said_about_their_topic_when_the_rounds_are_over(hall: Hall) -> None:
    own, _other = note_at(hall, 1, "Kommunene her"), note_at(hall, 2, "Kommunene der")
    host, guest = phone_of(hall, 0), phone_of(hall, 5)
    assert found(host, hall, "kommune") == 403
    while hall.advance()["phase"] != "harvest":
        pass
    assert found(host, hall, "kommune") == [own]
    assert found(guest, hall, "kommune") == 403


def test_nobody_searches_more_quickly_than_one_can_type(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "SEARCHES", parse("3 per minute"))
    organiser = signed_in(hall)
    assert [found(organiser, hall, "ord") for _ in range(4)] == [[], [], [], 429]
