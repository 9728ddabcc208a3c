"""A hall that is copied is as good as one that is made, and nobody else's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
import time_machine
from flask import Flask
from sqlalchemy import func, select

from cafe.db import db
from cafe.perform import Answered
from tests.support.apps import app_on, forget
from tests.support.cafe import Hall, make_hall
from tests.support.copies import share

NewApp = Callable[[], Flask]


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def new_app(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[NewApp]:
    """Give a function that makes an app on an empty database of a kind."""
    apps: list[Flask] = []
    numbers = count()

    def new() -> Flask:
        on_sqlite = request.param == "sqlite"
        file = f"sqlite:///{tmp_path / str(next(numbers))}.db"
        apps.append(app_on(file if on_sqlite else request.getfixturevalue("new_postgres_url")()))
        return apps[-1]

    yield new
    for app in apps:
        forget(app)


def small(app: Flask) -> Hall:
    return make_hall(app, people=2, tables=1, topics=1, rounds=2, planned=False)


def done_in(hall: Hall) -> int:
    with hall.app.app_context(), db.sessionmaker() as session:
        return session.scalars(select(func.count()).select_from(Answered)).one()


def test_what_is_done_in_one_hall_is_not_in_the_next(new_app: NewApp) -> None:
    first = small(new_app())
    made = done_in(first)
    first.advance()
    first.participants.clear()
    second = small(new_app())
    assert second.session_id == first.session_id
    assert (second.step(), done_in(second), len(second.participants)) == (0, made, 2)
    second.advance()
    assert (first.step(), second.step(), done_in(first)) == (1, 1, made + 1)


def test_where_something_is_already_and_where_others_look_in_a_hall_is_made(new_app: NewApp) -> None:
    first = small(new_app())
    beside = small(first.app)
    assert beside.session_id != first.session_id
    served = new_app()
    share(served)
    assert small(served).session_id not in {first.session_id, beside.session_id}
    with time_machine.travel("2040-01-01T09:00:00Z"):
        assert small(new_app()).session_id != first.session_id
