"""Apps for tests: on SQLite and on a real PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from itsdangerous import URLSafeTimedSerializer
from werkzeug.datastructures import Headers
from werkzeug.test import TestResponse

from cafe.app import alembic, create_app
from cafe.db import db
from cafe.live.peers import peers
from cafe.live.publish import publisher
from cafe.settings import Settings
from tests.support.copies import made_once

ORIGIN = "http://localhost"


class Browser(FlaskClient):
    """A test client that sends the token of the page it would have the form from."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        if kwargs.get("method") == "POST":
            with self.session_transaction() as cookie:
                cookie["csrf_token"] = "of this browser"
            signer = URLSafeTimedSerializer(self.application.secret_key or "", salt="wtf-csrf-token")
            headers = Headers(kwargs.pop("headers", None) or {})
            headers["X-CSRFToken"] = signer.dumps("of this browser")
            kwargs["headers"] = headers
        return super().open(*args, **kwargs)


def app_on(url: str, *, with_tables: bool = True) -> Flask:
    """Make an app, on an empty database unless told, with its tables."""
    app = create_app(Settings(database_url=url, secret_key="only for tests", testing=True, origins=(ORIGIN,)))
    app.test_client_class = Browser
    if with_tables:
        _make_tables(app)
    return app


@made_once
def _make_tables(app: Flask) -> None:
    with app.app_context():
        alembic.upgrade()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def app(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Flask]:
    """Give an app with a database of its own, once on each kind of database."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path / 'cafe.db'}"
    else:
        new_postgres_url: Callable[[], str] = request.getfixturevalue("new_postgres_url")
        url = new_postgres_url()
    app = app_on(url)
    yield app
    forget(app)


@pytest.fixture
def sqlite_app(tmp_path: Path) -> Iterator[Flask]:
    """Give an app on SQLite alone, for what is decided before the database is asked."""
    app = app_on(f"sqlite:///{tmp_path / 'cafe.db'}")
    yield app
    forget(app)


def forget(app: Flask) -> None:
    """Leave nothing of one test to the next."""
    publisher.images.clear()
    peers.places.clear()
    peers.in_room.clear()
    with app.app_context():
        for engine in db.engines.values():
            engine.dispose()
