"""The database: the base of all tables and the one transaction that every change goes through."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from inspect import iscoroutinefunction
from typing import Any

from flask.sansio.app import App
from flask_sqlalchemy_lite import SQLAlchemy
from sqlalchemy import Engine, MetaData, event, text
from sqlalchemy.orm import DeclarativeBase, Session

NAMES = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """The base of every table."""

    metadata = MetaData(naming_convention=NAMES)


class Database(SQLAlchemy):
    """The engines and sessions of an app, without asynchronous ones."""

    def init_app(self, app: App) -> None:
        """Tie to an app, and take back the closing of asynchronous sessions, which nobody opens."""
        super().init_app(app)
        # It would start an event loop in a thread at the end of every request and command, and fail under
        # gevent as soon as two ended at once.
        app.teardown_appcontext_funcs = [
            closes for closes in app.teardown_appcontext_funcs if not iscoroutinefunction(closes)
        ]


db = Database(session_options={"expire_on_commit": False})

# One process writes one transaction at a time, from BEGIN until its rows have been handed to the sockets.
# Under gevent a second writer that woke up inside a SQLite transaction would lose its write and stop the
# process; holding the lock until the rows are out keeps the order of delivery the order of commit.
writing = threading.RLock()

BeforeCommit = Callable[[Session], Any]
AfterCommit = Callable[[Any], None]
_hooks: list[tuple[BeforeCommit, AfterCommit]] = []


def on_commit(before: BeforeCommit, after: AfterCommit) -> None:
    """Register the publisher: `before` gathers what changed, `after` sends it once it is stored."""
    if (before, after) not in _hooks:
        _hooks.append((before, after))


@contextmanager
def unit_of_work() -> Iterator[Session]:
    """Open the one kind of transaction there is: all or nothing, stored durably, then published."""
    with writing:
        with db.sessionmaker() as session:
            session.connection(execution_options={"writing": True})
            try:
                yield session
                gathered = [(after, before(session)) for before, after in _hooks]
                session.commit()
            except BaseException:
                session.rollback()
                raise
        for after, changes in gathered:
            after(changes)


@event.listens_for(Session, "loaded_as_persistent")
def keep(session: Session, row: Any) -> None:
    """Hold on to what a session has read, so that it is not read again: sessions live for one command."""
    session.info.setdefault("kept", []).append(row)


def prepare_engine(engine: Engine) -> None:
    """Make an embedded database durable (WAL, FULL) and leave transactions to us."""
    if engine.dialect.name != "sqlite":
        return

    @event.listens_for(engine, "connect")
    def durable(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # the driver's own BEGIN would come too late and be a read lock
        cursor = connection.cursor()
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=5000"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        writes = connection.get_execution_options().get("writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def answers() -> bool:
    """Ask the database something. Raises what the driver raises when it does not answer."""
    with db.sessionmaker() as session:
        session.execute(text("SELECT seq FROM stream LIMIT 1"))
    return True
