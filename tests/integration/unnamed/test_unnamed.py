"""Answers without a name: one a person, let in with four others of their group, and what is told of them."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from flask import Flask

from cafe.commands import new_key
from cafe.db import db, unit_of_work
from cafe.unnamed.actions import keep_answer, mix
from cafe.unnamed.queries import answers_about, groups_with_five, has_answered
from cafe.unnamed.server import mix_due

ABOUT = "about-an-evaluation"


def answered(app: Flask, people: Iterable[int], group: str = "", *, until_told: bool = False) -> list[bool]:
    kept = []
    for person in people:
        with app.app_context(), unit_of_work() as session:
            said = {"liked": person % 5}
            who = f"person {person}"
            kept.append(keep_answer(session, ABOUT, who, new_key(), group, said, until_told=until_told))
    return kept


def told(app: Flask) -> dict[str, int]:
    with app.app_context(), db.sessionmaker() as session:
        return {group: len(answers) for group, answers in answers_about(session, ABOUT).items()}


def mixed(app: Flask) -> int:
    with app.app_context(), unit_of_work() as session:
        return mix(session, ABOUT)


def test_nobody_answers_twice(app: Flask) -> None:
    assert answered(app, [1, 1, 2]) == [True, False, True]
    with app.app_context(), db.sessionmaker() as session:
        assert has_answered(session, ABOUT, "person 1")
        assert not has_answered(session, ABOUT, "person 3")
        assert not has_answered(session, "another-evaluation", "person 1")


def test_four_wait_and_the_fifth_lets_them_in(app: Flask) -> None:
    answered(app, range(4))
    with app.app_context():
        mix_due()
    assert told(app) == {}
    answered(app, [4])
    with app.app_context():
        mix_due()
    assert told(app) == {"": 5}
    answered(app, range(5, 9))
    with app.app_context():
        mix_due()
    assert told(app) == {"": 5}


def test_what_waits_for_its_end_is_not_let_in_before(app: Flask) -> None:
    answered(app, range(7), "staff", until_told=True)
    with app.app_context():
        mix_due()
    assert told(app) == {}
    assert mixed(app) == 7
    assert told(app) == {"staff": 7}


def test_a_small_group_waits_while_others_are_let_in_and_comes_with_the_next(app: Flask) -> None:
    answered(app, range(6), "staff", until_told=True)
    answered(app, range(6, 9), "relative", until_told=True)
    assert mixed(app) == 6
    answered(app, range(9, 11), "relative", until_told=True)
    assert mixed(app) == 5
    assert told(app) == {"staff": 6, "relative": 5}


def test_that_a_group_has_five_is_told_and_nothing_of_smaller_ones(app: Flask) -> None:
    answered(app, range(5), "staff", until_told=True)
    answered(app, range(5, 9), "relative", until_told=True)
    with app.app_context(), db.sessionmaker() as session:
        assert groups_with_five(session, ABOUT) == {"staff"}


def test_with_another_secret_nothing_is_let_in_and_nothing_fails(
    sqlite_app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered(sqlite_app, range(5))
    monkeypatch.setitem(sqlite_app.config, "SECRET_KEY", "another secret")
    assert mixed(sqlite_app) == 0
    monkeypatch.undo()
    assert mixed(sqlite_app) == 5
