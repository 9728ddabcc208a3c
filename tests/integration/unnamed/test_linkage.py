"""A thief with the database and its journal links 1,000 answers to people no better than chance."""

from __future__ import annotations

import json
import random
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import text

from cafe.commands import new_key
from cafe.db import db, unit_of_work
from cafe.unnamed.actions import keep_answer, mix
from cafe.unnamed.model import HasAnswered, SealedAnswer, UnnamedAnswer
from tests.support.apps import app_on, forget

ABOUT = "about-an-evaluation"
PEOPLE = 1_000
WORD = re.compile(rb"canary-(\d{4})")


def everybody_answers(app: Flask) -> list[str]:
    """Let each person say something that only they say, and give the ids that their phones made."""
    phones = [new_key() for _ in range(PEOPLE)]
    for person, answer_id in enumerate(phones):
        with app.app_context(), unit_of_work() as session:
            said = {"liked": 1 + person % 5, "comment": f"canary-{person:04}" + "å" * (person % 400)}
            keep_answer(session, ABOUT, f"participant-{person:04}", answer_id, "", said, until_told=True)
    return phones


@pytest.fixture
def kept_journal(sqlite_app: Flask) -> Flask:
    """Let the write-ahead log grow, as a thief would wish: every page that ever was is in it."""
    with sqlite_app.app_context(), db.engine.connect() as connection:
        connection.connection.execute("PRAGMA wal_autocheckpoint=0")
    return sqlite_app


def journal_of(app: Flask) -> bytes:
    with app.app_context():
        file = Path(str(db.engine.url.database))
    return file.with_name(file.name + "-wal").read_bytes() + file.read_bytes()


def test_what_waits_cannot_be_read_nor_told_apart(kept_journal: Flask) -> None:
    phones = everybody_answers(kept_journal)
    stolen = journal_of(kept_journal)
    assert phones[500].encode() in stolen  # the journal is whole: what the phone sent is there
    assert b"canary" not in stolen
    assert b"participant-" not in stolen
    with kept_journal.app_context(), db.sessionmaker() as session:
        assert len({len(row.sealed) for row in session.query(SealedAnswer)}) == 1


def test_what_was_let_in_stands_in_an_order_that_says_nothing(kept_journal: Flask) -> None:
    phones = everybody_answers(kept_journal)
    with kept_journal.app_context(), unit_of_work() as session:
        assert mix(session, ABOUT) == PEOPLE
    stolen = journal_of(kept_journal)
    with kept_journal.app_context(), db.sessionmaker() as session:
        ids = {row.id for row in session.query(UnnamedAnswer)}
    assert not ids & set(phones)
    # The order in the file, in the journal and in the table are guesses at who came when; each guess
    # puts the n-th answer found to the n-th person who came. By chance one is right.
    in_files = [int(found) for found in dict.fromkeys(WORD.findall(stolen))]
    assert len(in_files) == PEOPLE
    assert right(in_files) <= MOST_BY_CHANCE
    assert right(in_files[::-1]) <= MOST_BY_CHANCE
    assert abs(correlation(in_files)) < LARGEST_CORRELATION


# One right guess in a thousand is expected; more than seven happen by chance once in 100,000 times.
MOST_BY_CHANCE = 7
# 4.5 standard deviations of the rank correlation of 1,000 shuffled: once in 150,000 times.
LARGEST_CORRELATION = 4.5 / PEOPLE**0.5


def right(guess: list[int]) -> int:
    return sum(person == place for place, person in enumerate(guess))


def correlation(guess: list[int]) -> float:
    middle = (PEOPLE - 1) / 2
    both = sum((person - middle) * (place - middle) for place, person in enumerate(guess))
    return both / sum((place - middle) ** 2 for place in range(PEOPLE))


def test_the_tests_of_order_find_an_order() -> None:
    assert right(list(range(PEOPLE))) == PEOPLE
    assert correlation(list(range(PEOPLE))) == pytest.approx(1)
    nearly = sorted(range(PEOPLE), key=lambda person: person + random.Random(1).random() * 500)
    assert correlation(nearly) > LARGEST_CORRELATION


@pytest.mark.postgres
def test_postgresql_keeps_no_order_either(new_postgres_url: Callable[[], str]) -> None:
    app = app_on(new_postgres_url())
    everybody_answers(app)
    with app.app_context(), unit_of_work() as session:
        mix(session, ABOUT)
    query = "SELECT ctid, xmin::text, answers ->> 'comment' FROM unnamed_answer ORDER BY ctid"
    with app.app_context(), db.sessionmaker() as session:
        rows = session.execute(text(query)).all()
    forget(app)
    assert len({row[1] for row in rows}) == 1
    in_order = [int(WORD.match(row[2].encode()).group(1)) for row in rows]  # type: ignore[union-attr]
    assert right(in_order) <= MOST_BY_CHANCE
    assert abs(correlation(in_order)) < LARGEST_CORRELATION


def test_a_stolen_database_and_a_persons_id_do_not_even_tell_that_they_answered(sqlite_app: Flask) -> None:
    with sqlite_app.app_context(), unit_of_work() as session:
        keep_answer(session, ABOUT, "participant-0001", new_key(), "", {"liked": 1})
    with sqlite_app.app_context(), db.sessionmaker() as session:
        kept = session.query(HasAnswered).one()
        file = str(db.engine.url.database)
    assert "participant" not in kept.who
    columns = json.dumps([row[1] for row in sqlite3.connect(file).execute("PRAGMA table_info(has_answered)")])
    assert columns == '["about", "who"]'
