"""What many tests begin with is made once in each worker, and copied from then on.

It is made by the migrations and the commands that everyone uses, in the database of the first test that asks.
"""

from __future__ import annotations

import atexit
import copy
import os
import shutil
import tempfile
from collections.abc import Callable
from functools import cache, wraps
from itertools import count
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar, cast
from weakref import WeakSet

import psycopg
import time_machine
from flask import Flask
from psycopg import sql
from sqlalchemy import URL, inspect, text

from cafe.clock import SECOND, clock
from cafe.db import db

Asked = ParamSpec("Asked")
Made = TypeVar("Made")
_numbers = count(1)
_kept: dict[tuple[object, ...], tuple[str, Flask, Any]] = {}
_shared: WeakSet[Flask] = WeakSet()


def made_once(make: Callable[Concatenate[Flask, Asked], Made]) -> Callable[Concatenate[Flask, Asked], Made]:
    """Let `make`, asked for the same in an untouched database again, give a copy of what it made first."""

    @wraps(make)
    def made_or_copied(app: Flask, /, *asked: Asked.args, **how: Asked.kwargs) -> Made:
        with app.app_context():
            if app in _shared or not _is_untouched():
                return make(app, *asked, **how)
            url = db.engine.url
            same = (make, url.get_backend_name(), *asked, *sorted(how.items()))
            db.engine.dispose()
            if same in _kept:
                kept, maker, made = _kept[same]
                _restore(url, kept)
            else:
                maker, made = app, make(app, *asked, **how)
                db.engine.dispose()
                _kept[same] = _keep(url), maker, made
        # What a test changes in its own is nobody else's.
        return cast("Made", copy.deepcopy(made, {id(maker): app}))

    return made_or_copied


def share(app: Flask) -> None:
    """Say that another process has this database open too: it is not exchanged under its feet."""
    _shared.add(app)


def _is_untouched() -> bool:
    if time_machine.escape_hatch.is_travelling() or abs(clock.gap()) > SECOND:
        return False  # what is made in another time is not what others want a copy of
    if not inspect(db.engine).has_table("answered_command"):
        return True
    with db.sessionmaker() as session:
        return session.scalar(text("SELECT 1 FROM answered_command LIMIT 1")) is None


def _keep(url: URL) -> str:
    """Put a copy of a database aside, and give its name."""
    name = f"kept_{os.getpid()}_{next(_numbers)}"
    if url.get_backend_name() == "sqlite":
        shutil.copyfile(str(url.database), _folder() / name)
    else:
        _ask(url, "CREATE DATABASE {} TEMPLATE {}", name, str(url.database))
    return name


def _restore(url: URL, name: str) -> None:
    if url.get_backend_name() == "sqlite":
        shutil.copyfile(_folder() / name, str(url.database))
    else:
        _ask(url, "DROP DATABASE {} WITH (FORCE)", str(url.database))
        _ask(url, "CREATE DATABASE {} TEMPLATE {}", str(url.database), name)


def _ask(url: URL, words: str, *names: str) -> None:
    where = {"host": url.query["host"], "user": url.username, "dbname": "postgres"}
    with psycopg.connect(**where, autocommit=True) as admin:  # type: ignore[arg-type]
        admin.execute(sql.SQL(words).format(*map(sql.Identifier, names)))


@cache
def _folder() -> Path:
    folder = tempfile.mkdtemp(prefix="cafe-copies-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)
