"""The hall to be measured: everybody seated for the day, hosts assigned, the first round running."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flask.sessions import SecureCookieSessionInterface

from cafe.app import alembic, create_app
from cafe.db import db, unit_of_work
from cafe.dialogue.commands.session import ChangeSession, RoundDraft, SetRounds
from cafe.people.actions import issue_ticket
from cafe.people.model import User
from cafe.settings import Settings
from tests.support.cafe import Hall, make_hall

ROUNDS = 8
TOPICS = 24
DATABASE = "kafedialog.db"


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """A folder to start a server on, its secret key, and what the phones know of it."""

    folder: Path
    secret_key: str
    cafe: dict[str, Any]


def prepare(
    folder: Path,
    *,
    people: int,
    tables: int,
    topics: int = TOPICS,
    more: Callable[[Hall], Mapping[str, Any]] = lambda _hall: {},
) -> Prepared:
    """Make a café in `folder` by the commands that everyone uses; `more` may do more, and say what it did."""
    secret_key = secrets.token_hex(32)
    app = create_app(
        Settings(database_url=f"sqlite:///{folder / DATABASE}", secret_key=secret_key, testing=True)
    )
    with app.app_context():
        alembic.upgrade()
    hall = make_hall(app, people=people, tables=tables, topics=topics, rounds=ROUNDS, seats=10, planned=True)
    # Long rounds, so that nobody but the organiser says "next".
    hall.do(SetRounds(session_id=hall.session_id, rounds=(RoundDraft(minutes=60),) * ROUNDS))
    hall.do(ChangeSession(session_id=hall.session_id, switch_minutes=10))
    while (state := hall.advance())["phase"] != "running":
        pass
    hall.reread()
    cafe = {
        "stream": hall.session_id,
        "cookies": _cookies(hall),
        "tables": hall.tables,
        "places": [
            [hall.place(table + 1, number + 1) for table in range(tables)] for number in range(ROUNDS)
        ],
        "step": state["step"],
        **more(hall),
    }
    with app.app_context():
        for engine in db.engines.values():
            engine.dispose()
    return Prepared(folder=folder, secret_key=secret_key, cafe=cafe)


def _cookies(hall: Hall) -> list[str]:
    """Give each guest a ticket, and the organiser a signed session."""
    with hall.app.app_context():
        with unit_of_work() as session:
            tickets = [issue_ticket(session, person, ends_others=False) for person in hall.participants]
        with db.sessionmaker() as session:
            identity = session.get_one(User, hall.organiser.user_id).get_id()
    serializer = SecureCookieSessionInterface().get_signing_serializer(hall.app)
    assert serializer is not None  # noqa: S101 - the app has a secret key
    signed = serializer.dumps({"_user_id": identity, "_fresh": True})
    return [f"ticket={ticket}" for ticket in tickets] + [f"session={signed}"]
