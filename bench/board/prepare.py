"""A session on the board: 10,000 notes under 40 themes, and who looks at them."""

from __future__ import annotations

import random
import re
import secrets
from pathlib import Path
from typing import Any

from flask import Flask, url_for
from flask.sessions import SecureCookieSessionInterface
from sqlalchemy import select

from cafe.app import alembic, create_app
from cafe.clock import now_ms
from cafe.commands import new_key
from cafe.db import db, unit_of_work
from cafe.dialogue.model import Note, TableRound
from cafe.harvest.model import Placement, Theme
from cafe.people.actions import issue_ticket
from cafe.people.model import User
from cafe.settings import Settings
from tests.support.cafe import Hall, make_hall

DATABASE = "kafedialog.db"
PEOPLE, TABLES, TOPICS, ROUNDS = 200, 25, 8, 3
THEMES = 40
PLACED = 1.2  # placements for each note: one in five supports a second theme
PIECE = 1_000
WORDS = re.findall(
    r"\w+",
    """vi jeg brukere pårørende kommunen helseforetaket hver uke sammen tidlig recovery erfaring samtale
    støtte håp bolig arbeid venner tillit tid rom møte plan mål endring lytte spørre våge prøve igjen gruppe
    veileder nettverk fastlege skole kveld helg åpent språk respekt verdighet valg ansvar hverdag mestring""",
)
KINDS = ("insight", "insight", "idea", "idea", "question", "action", "quote")
SOURCES = ("professional", "professional", "lived_experience", "relative", "unspecified")


def prepare(folder: Path, *, notes: int) -> tuple[str, dict[str, Any]]:
    """Make the session in `folder`; give its secret key and what the clients know of it."""
    secret_key = secrets.token_hex(32)
    url = f"sqlite:///{folder / DATABASE}"
    app = create_app(Settings(database_url=url, secret_key=secret_key, testing=True))
    with app.app_context():
        alembic.upgrade()
    hall = make_hall(app, people=PEOPLE, tables=TABLES, topics=TOPICS, rounds=ROUNDS, seats=10)
    while hall.advance()["phase"] != "running":
        pass
    hall.reread()
    chance = random.Random(notes)
    with app.app_context():
        ids = [
            note
            for first in range(0, notes, PIECE)
            for note in _write(hall, chance, min(PIECE, notes - first))
        ]
        themes = _place(hall, chance, ids)
        known = {
            "stream": hall.session_id,
            "tables": hall.tables,
            "places": [hall.place(table + 1) for table in range(TABLES)],
            "notes": ids,
            "themes": themes,
            "page": _page(app, hall),
            **_cookies(app, hall),
        }
        for engine in db.engines.values():
            engine.dispose()
    return secret_key, known


def _write(hall: Hall, chance: random.Random, count: int) -> list[str]:
    """Write notes as rows: ten thousand commands would take minutes and leave the same behind."""
    with unit_of_work() as session:
        places = session.scalars(select(TableRound).where(TableRound.session_id == hall.session_id)).all()
        notes = [
            Note(
                id=new_key(),
                stream_id=hall.session_id,
                session_id=hall.session_id,
                table_round=chance.choice(places),
                text=" ".join(chance.choices(WORDS, k=chance.randint(6, 28))).capitalize() + ".",
                kind=chance.choice(KINDS),
                source=chance.choice(SOURCES),
                origin="table",
                position=chance.random(),
                at=now_ms(),
            )
            for _ in range(count)
        ]
        session.add_all(notes)
    return [note.id for note in notes]


def _place(hall: Hall, chance: random.Random, notes: list[str]) -> list[str]:
    """Put all notes under themes, some of them under two."""
    shared = {"stream_id": hall.session_id, "session_id": hall.session_id}
    with unit_of_work() as session:
        themes = [
            Theme(id=new_key(), title=f"Hovudpunkt {number + 1}", position=float(number), **shared)
            for number in range(THEMES)
        ]
        session.add_all(themes)
        session.flush()
        again = chance.sample(notes, int(len(notes) * (PLACED - 1)))
        pairs = {(note, chance.choice(themes).id) for note in [*notes, *again]}
        session.add_all(
            Placement(id=new_key(), note_id=note, theme_id=theme, **shared) for note, theme in sorted(pairs)
        )
    return [theme.id for theme in themes]


def _page(app: Flask, hall: Hall) -> str:
    with app.test_request_context():
        return url_for("harvest.board", session_id=hall.session_id)


def _cookies(app: Flask, hall: Hall) -> dict[str, Any]:
    """Give the organiser a signed session, and each host a ticket."""
    with unit_of_work() as session:
        hosts = [issue_ticket(session, person, ends_others=False) for person in hall.participants[:TABLES]]
    with db.sessionmaker() as session:
        identity = session.get_one(User, hall.organiser.user_id).get_id()
    serializer = SecureCookieSessionInterface().get_signing_serializer(app)
    assert serializer is not None  # noqa: S101 - the app has a secret key
    signed = serializer.dumps({"_user_id": identity, "_fresh": True})
    return {"organiser": f"session={signed}", "hosts": [f"ticket={ticket}" for ticket in hosts]}
