"""Faults while loading and storing: no text shrinks, the sender is told, and trying again works once.

The faults are put in where the driver is called, so that all that stands above it runs as it is deployed.
"""

from __future__ import annotations

import json
import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest.mock import patch

import psycopg
import pytest
from flask import Flask
from sqlalchemy import text

from cafe import perform
from cafe.commands import new_key
from cafe.db import db, unit_of_work
from cafe.dialogue.commands.table import SUMMARY_LENGTH, AddNote
from cafe.live.image import Image
from cafe.live.loading import load_image
from cafe.live.publish import publisher
from cafe.people.actions import issue_ticket
from cafe.people.sockets import socketio
from cafe.perform import parse, perform_within
from cafe.together import Waiting, _waiting
from tests.faults.figures import Figures, count
from tests.support.apps import ORIGIN
from tests.support.cafe import Hall, make_hall

DOCUMENTS = ("note", "summary", "consolidated")
SAYINGS = ("database or disk is full", "database is locked", "disk I/O error", "out of memory")


class Gone(Exception):
    """Something that nobody has thought of."""


@dataclass
class Fault:
    """One fault: which calls fail, and how. `struck` counts how often it has."""

    chance: random.Random
    dialect: Any
    struck: int = 0
    calls: int = 0
    first: int = 0
    times: int = 1

    def error(self) -> Exception:
        """Make an error as the driver raises them."""
        saying = self.chance.choice(SAYINGS)
        sqlite = self.dialect.name == "sqlite"
        return sqlite3.OperationalError(saying) if sqlite else psycopg.OperationalError(saying)

    def strikes(self) -> bool:
        """Tell whether this call is one that fails."""
        self.calls += 1
        struck = self.first <= self.calls < self.first + self.times
        self.struck += struck
        return struck

    def before(self, does: Callable[..., Any], fails: Callable[[], Exception]) -> Callable[..., Any]:
        """Let something fail instead of being done."""

        def call(*arguments: Any, **named: Any) -> Any:
            if self.strikes():
                raise fails()
            return does(*arguments, **named)

        return call

    def after(self, does: Callable[..., Any], fails: Callable[[], Exception]) -> Callable[..., Any]:
        """Let something be done and fail then."""

        def call(*arguments: Any, **named: Any) -> Any:
            result = does(*arguments, **named)
            if self.strikes():
                raise fails()
            return result

        return call


Injection = Callable[[Fault, ExitStack], None]


def _statement(fault: Fault, stack: ExitStack) -> None:
    """BEGIN, a read, or a write in the middle of a flush."""
    fault.first = fault.chance.randint(1, 14)
    do = fault.before(fault.dialect.do_execute, fault.error)
    stack.enter_context(patch.object(fault.dialect, "do_execute", do))


def _commit(fault: Fault, stack: ExitStack) -> None:
    do = fault.before(fault.dialect.do_commit, fault.error)
    stack.enter_context(patch.object(fault.dialect, "do_commit", do))


def _commit_and_then(fault: Fault, stack: ExitStack) -> None:
    """It is stored, but nobody knows."""
    do = fault.after(fault.dialect.do_commit, fault.error)
    stack.enter_context(patch.object(fault.dialect, "do_commit", do))


def _action(fault: Fault, stack: ExitStack) -> None:
    way = fault.chance.choice((fault.before, fault.after))
    actions = {name: way(does, Gone) for name, does in perform._actions.items()}
    stack.enter_context(patch.dict(perform._actions, actions))


def _emit(fault: Fault, stack: ExitStack) -> None:
    stack.enter_context(patch.object(publisher, "emit", fault.before(publisher.emit or print, Gone)))


def _image(fault: Fault, stack: ExitStack) -> None:
    """The image is changed by half, or not at all."""
    way = fault.chance.choice((fault.before, fault.after))
    stack.enter_context(patch.object(Image, "apply", way(Image.apply, Gone)))


def _load(fault: Fault, stack: ExitStack) -> None:
    """The image has to be read anew, and cannot be."""
    publisher.images.clear()
    way = fault.chance.choice((fault.before, fault.after))
    stack.enter_context(patch("cafe.live.publish.load_image", way(load_image, fault.error)))


INJECTIONS: tuple[Injection, ...] = (
    _statement, _statement, _commit, _commit_and_then, _action, _emit, _image, _load,
)  # fmt: skip


@dataclass
class Desk:
    """A host and an organiser who write longer and longer texts, over a socket each."""

    hall: Hall
    host: Any
    organiser: Any
    ticket: str
    chance: random.Random
    versions: dict[str, int] = field(default_factory=dict)

    def joins(self) -> dict[str, Any]:
        """Take all there is anew, as after a reload."""
        hall = self.hall
        place = {"stream": hall.session_id, "as": "host", "table": hall.tables[0]}
        return dict(self.host.emit("join", place, callback=True))

    def writes(self, texts: dict[str, str]) -> tuple[Any, dict[str, Any], str]:
        """Give who sends what, and the id of the document it is about."""
        hall, place = self.hall, self.hall.place(1)
        base: dict[str, Any] = {"session_id": hall.session_id}
        known = [key for key in texts if key in self.versions]
        what = self.chance.choice(("add", "edit", "edit", "summary", "consolidated"))
        if what == "summary" and len(texts.get(place, "")) > SUMMARY_LENGTH - 10:
            what = "add"
        if what == "add" or (what == "edit" and not known):
            key = new_key()
            data = {**base, "table_round_id": place, "note_id": key, "text": "A note " * 20}
            return self.host, {"id": new_key(), "name": "add_note", "data": data}, key
        if what == "edit":
            key = self.chance.choice(known)
            data = {**base, "note_id": key, "base_version": self.versions[key]}
            data["text"] = texts[key] + " more"
            return self.host, {"id": new_key(), "name": "edit_note", "data": data}, key
        if what == "summary":
            longer = texts.get(place, "In short:") + " more"
            data = {**base, "table_round_id": place, "base_version": self.versions.get("summary", 0)}
            data["text"] = longer
            return self.host, {"id": new_key(), "name": "write_summary", "data": data}, place
        key = next((each for each in texts if each.startswith("consolidated ")), "consolidated")
        longer = texts.get(key, "# Together") + " more"
        data = {
            **base,
            "topic_id": None,
            "base_version": self.versions.get("consolidated", 0),
            "text": longer,
        }
        return self.organiser, {"id": new_key(), "name": "write_consolidated", "data": data}, key

    def noted(self, operation: dict[str, Any], result: dict[str, Any]) -> None:
        """Remember the version that the next edit starts from."""
        name = operation["name"]
        key = {"write_summary": "summary", "write_consolidated": "consolidated"}.get(name)
        self.versions[key or operation["data"]["note_id"]] = result["version"]

    def neighbour(self) -> Waiting[object]:
        """Give what somebody else asks for at the same moment, in the same transaction."""
        data = {
            "session_id": self.hall.session_id,
            "table_round_id": self.hall.place(1),
            "note_id": new_key(),
            "text": "Beside it",
        }
        command = parse("add_note", new_key(), data)
        return Waiting(work=lambda session: perform_within(session, self.hall.guest(0), command))


@pytest.fixture
def desk(app: Flask, seed: int) -> Desk:
    hall = make_hall(app, people=4, tables=2, rounds=1)
    with app.app_context(), unit_of_work() as session:
        ticket = issue_ticket(session, hall.participants[0], ends_others=False)
    signed_in = app.test_client()
    with signed_in.session_transaction() as cookie:
        cookie["_user_id"] = f"{hall.organiser.user_id}.0.this-sign-in"
    host = socketio.test_client(app, headers={"Origin": ORIGIN, "Cookie": f"ticket={ticket}"})
    organiser = socketio.test_client(app, headers={"Origin": ORIGIN}, flask_test_client=signed_in)
    return Desk(hall, host, organiser, ticket, random.Random(seed))


@pytest.mark.bar(7)
def test_no_text_shrinks_whatever_fails(app: Flask, desk: Desk, figures: Figures, seed: int) -> None:
    assert desk.joins()["ok"]
    struck = refused = 0
    while struck < count(full=1_000, quick=50):
        before = _texts(app)
        sender, operation, key = desk.writes(before)
        with _fault(app, desk.chance) as fault:
            if desk.chance.random() < 0.3:
                _waiting.append(desk.neighbour())
            answer = sender.emit("command", operation, callback=True)
            joined = desk.joins()
        struck += bool(fault.struck)
        _waiting.clear()
        assert joined["ok"] or joined["retry"], joined
        after = _texts(app)
        _nothing_shrank(before, after)
        assert answer["ok"] or (answer["error"]["code"] == "busy" and answer["retry"]), answer
        assert not answer["ok"] or _is_stored(app, operation), "acknowledged and not stored"
        refused += not answer["ok"]
        again = sender.emit("command", operation, callback=True)
        assert again["ok"], again
        assert not answer["ok"] or again["result"] == answer["result"]
        desk.noted(operation, again["result"])
        _stored_once(app, operation, key, before)
        _image_is_the_database(app, desk)
    kind = "SQLite" if "sqlite" in str(_url(app)) else "PostgreSQL"
    figures.say(
        f"{kind}: {struck} faults, {refused} refused and sent again, 0 texts shorter, each stored once"
    )


@pytest.mark.bar(7)
def test_what_is_stored_is_never_answered_as_a_failure(app: Flask, desk: Desk, figures: Figures) -> None:
    """A form that is told "nothing was changed" is filled in again."""
    hall = desk.hall
    assert desk.joins()["ok"]
    with patch.object(publisher, "emit", side_effect=Gone):
        place = hall.place(1)
        hall.do(AddNote(session_id=hall.session_id, table_round_id=place, text="Once", note_id=new_key()))
    assert list(_texts(app).values()) == ["Once"]
    _image_is_the_database(app, desk)
    figures.say("stored and not published: answered as stored, and published a moment later")


@contextmanager
def _fault(app: Flask, chance: random.Random) -> Iterator[Fault]:
    with app.app_context():
        dialect = db.engine.dialect
    fault = Fault(chance, dialect, first=1, times=chance.choice((1, 1, 2, 3, 1000)))
    with ExitStack() as stack:
        chance.choice(INJECTIONS)(fault, stack)
        yield fault


def _url(app: Flask) -> object:
    with app.app_context():
        return db.engine.url


def _is_stored(app: Flask, operation: dict[str, Any]) -> bool:
    with app.app_context(), db.engine.connect() as connection:
        query = text("SELECT count(*) FROM answered_command WHERE id = :command")
        return connection.execute(query, {"command": operation["id"]}).scalar() == 1


def _texts(app: Flask) -> dict[str, str]:
    found = {}
    with app.app_context(), db.engine.connect() as connection:
        for table in DOCUMENTS:
            mark = "consolidated " if table == "consolidated" else ""
            for key, said in connection.execute(text(f"SELECT id, text FROM {table}")):
                found[mark + key] = said
    return found


def _nothing_shrank(before: dict[str, str], after: dict[str, str]) -> None:
    assert before.keys() <= after.keys()
    shorter = {key for key, said in before.items() if len(after[key]) < len(said)}
    assert shorter == set()
    assert all(after.values()), "a text is empty"


def _stored_once(app: Flask, operation: dict[str, Any], key: str, before: dict[str, str]) -> None:
    after = _texts(app)
    sent = operation["data"]["text"]
    assert sent in after.values()
    if key in before:
        assert after[key] == sent
    with app.app_context(), db.engine.connect() as connection:
        for table in ("note_version", "summary_version"):
            query = f"SELECT count(*) FROM {table} WHERE command_id = :command"
            times = connection.execute(text(query), {"command": operation["id"]}).scalar()
            assert times == (operation["name"] == {"note": "edit_note"}.get(table[:4], "write_summary"))


def _image_is_the_database(app: Flask, desk: Desk) -> None:
    """Let the server look once, as it does four times a second; then a page knows what a newcomer learns."""
    with app.app_context():
        publisher.notice_other_writers()
        held = publisher.image_of(desk.hall.session_id)
        with db.sessionmaker() as session:
            fresh = load_image(session, desk.hall.session_id)
    assert fresh is not None
    assert held.seq == fresh.seq
    assert _contents(held) == _contents(fresh)


def _contents(image: Image) -> dict[str, dict[tuple[str, str], tuple[int, Any]]]:
    return {
        name: {known: (seq, json.loads(row)) for known, (seq, row) in room.rows.items()}
        for name, room in image.rooms.items()
        if room.rows
    }
