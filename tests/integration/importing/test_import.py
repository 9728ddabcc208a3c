"""A file becomes a gathering, all of it or nothing, on both databases."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from cafe.db import db, unit_of_work
from cafe.dialogue.model import Attendee, CafeSession, Seat, TableRound, Wish
from cafe.gatherings.model import Gathering, Organising, Participant
from cafe.importing.actions import import_gathering, import_within
from cafe.importing.errors import ImportRefused
from cafe.importing.file import ImportFile
from cafe.importing.report import report_of
from cafe.network.model import Network, Organisation
from cafe.people.actions import participant_of_ticket, use_link
from cafe.people.commands import Purpose
from cafe.people.model import User

ROOT = Path(__file__).resolve().parents[3]
SAMPLE: dict[str, Any] = json.loads((ROOT / "docs/import-sample.json").read_text())
OWNED = (Network, Organisation, Gathering, Participant, User, Organising, CafeSession, Seat, Wish)


def counts() -> dict[str, int]:
    with db.sessionmaker() as session:
        return {
            model.__tablename__: session.scalar(select(func.count()).select_from(model)) or 0
            for model in OWNED
        }


def test_everything_in_the_file_is_there(app: Flask) -> None:
    with app.app_context():
        imported = import_gathering(ImportFile.model_validate(SAMPLE))
        assert counts() == {
            "network": 1,
            "organisation": 4,
            "gathering": 1,
            "participant": 8,
            "user_account": 1,
            "organising": 1,
            "cafe_session": 1,
            "seat": 16,
            "wish": 2,
        }
        with db.sessionmaker() as session:
            cafe = session.get_one(CafeSession, imported.ids.sessions[0].session)
            assert [(topic.letter, topic.title) for topic in cafe.topics] == [
                ("A", "Brukerkompetansen"),
                ("B", "Den endrede brukerrollen"),
            ]
            assert [round_.minutes for round_ in cafe.rounds_] == [20, 15]
            assert [(table.seats, table.accessible) for table in cafe.tables] == [(6, False), (8, True)]
            query = select(TableRound).where(TableRound.table_id == cafe.tables[1].id)
            assert {place.host.display_name for place in session.scalars(query) if place.host} == {"Kari Moe"}
            assert {place.topic_id for place in session.scalars(query)} == {cafe.topics[1].id}
            turid = session.scalars(select(Seat).where(Seat.pinned)).one()
            assert (turid.attendee.display_name, turid.round_number) == ("Turid", 1)
            assert turid.table_round.table.number == 2


def test_wishes_are_stated_before_the_seats_are_planned(app: Flask) -> None:
    raw = deepcopy(SAMPLE)
    raw["sessions"][0]["wishes"] += [
        {"participant": "Geir Vik", "kind": "apart", "other": "Kari fra Eigersund"},
        {"participant": "Geir Vik", "kind": "accessible"},
        {"participant": "Kari fra Eigersund", "kind": "stays"},
        {"participant": "Bjarne Tveit", "kind": "company"},
        {"participant": "Turid", "kind": "sits_out", "rounds": [2]},
    ]
    with app.app_context():
        imported = import_gathering(ImportFile.model_validate(raw))
        with db.sessionmaker() as session:
            wishes = session.scalars(select(Wish).where(Wish.session_id == imported.ids.sessions[0].session))
            assert sorted(wish.kind for wish in wishes) == [
                "accessible",
                "apart",
                "company",
                "must_visit",
                "stays",
                "together",
            ]
            away = session.scalars(
                select(Attendee).where(Attendee.participant_id == imported.ids.participants[7])
            ).one()
            assert away.sitting_out == [2]
            seats = session.scalars(select(Seat)).all()
            place = {key: index for index, key in enumerate(imported.ids.participants)}
            at = {
                (place[s.attendee.participant_id], s.round_number): s.table_round.table.number for s in seats
            }
            eva, geir, kari, odd, turid = 2, 3, 5, 6, 7
            assert (turid, 2) not in at
            assert at[eva, 1] == at[turid, 1]
            assert 2 in (at[odd, 1], at[odd, 2])
            assert at[geir, 1] == at[geir, 2] == 2
            assert at[kari, 1] == at[kari, 2] == 1


def test_the_same_file_again_is_a_second_gathering_in_the_same_network(app: Flask) -> None:
    with app.app_context():
        for _ in range(2):
            import_gathering(ImportFile.model_validate(SAMPLE))
        found = counts()
    assert (found["network"], found["organisation"], found["gathering"]) == (1, 4, 2)
    assert (found["user_account"], found["organising"]) == (1, 2)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            {"seats": 3, "tables": [{"topic": "A", "seats": 3}]},
            r"sessions\[0\]\.seating: Round 1 needs 8 seats",
        ),
        (
            {"tables": [{"topic": "A", "host": "X"}]},
            r"sessions\[0\]\.tables\[0\]\.host: there is no participant",
        ),
        (
            {"wishes": [{"participant": "Eva Lie", "kind": "stays"}, {"participant": "X", "kind": "stays"}]},
            r"sessions\[0\]\.wishes\[1\]\.participant: there is no participant",
        ),
    ],
)
def test_nothing_is_half_imported(app: Flask, change: dict[str, Any], told: str) -> None:
    raw = deepcopy(SAMPLE)
    raw["sessions"][0] |= {"seating": {"plan": True}} | change
    with app.app_context():
        before = counts()
        with pytest.raises(ImportRefused, match=told):
            import_gathering(ImportFile.model_validate(raw))
        assert counts() == before


def test_the_links_open_what_they_say(app: Flask) -> None:
    file = ImportFile.model_validate(SAMPLE)
    with app.app_context():
        with unit_of_work() as session:
            imported = import_within(session, file)
            report = report_of(session, file, imported, "https://cafe.example", links=True, tickets=True)
        with unit_of_work() as session:
            card = report["participants"][2]["link"]
            assert card.startswith("https://cafe.example/t#")
            opened = use_link(session, Purpose.TICKET, card.partition("#")[2], 0)
            assert opened == imported.ids.participants[2]
            wall = report["sessions"][0]["wall_link"].partition("#")[2]
            assert use_link(session, Purpose.WALL, wall, 0) == imported.ids.sessions[0].session
            for key, purpose in (("sign_in_link", Purpose.SIGN_IN), ("invitation_link", Purpose.INVITATION)):
                secret = report["organisers"][0][key].partition("#")[2]
                assert use_link(session, purpose, secret, 0) == imported.organisers[0].user_id
            cast = report["casts"][0]
            assert [host["number"] for host in cast["hosts"]] == [1, 1, 2]
            tickets = [each["ticket"] for each in cast["hosts"] + cast["phones"]]
            assert {participant_of_ticket(session, t) for t in tickets} == set(imported.ids.participants)


def test_without_being_asked_for_no_personal_link_is_made(app: Flask) -> None:
    file = ImportFile.model_validate(SAMPLE)
    with app.app_context(), unit_of_work() as session:
        imported = import_within(session, file)
        report = report_of(session, file, imported, "https://cafe.example", links=False, tickets=False)
    assert set(report) == {"gathering", "join_code", "join_link", "organisers", "sessions"}
