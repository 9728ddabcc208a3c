"""The server as it is deployed, for tests that come from outside: gunicorn, one gevent worker, its own port.

The tables are made first. The test's own process may write through the same database, as the command line
does.
"""

from __future__ import annotations

import os
import secrets
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError

import pytest
from flask import Flask

from cafe.clock import now_ms
from cafe.db import unit_of_work
from cafe.people.actions import issue_link, issue_ticket
from cafe.people.commands import Purpose
from cafe.serving import is_free, server_command
from tests.support.apps import app_on, forget
from tests.support.cafe import Hall, make_hall
from tests.support.copies import share

ROOT = Path(__file__).resolve().parents[2]
STARTS_WITHIN = 30
STOPS_WITHIN = 10
HOUR = 3_600_000
LOWEST_PORT = 10_000
GIVEN_AWAY = Path("/proc/sys/net/ipv4/ip_local_port_range")
_claims: list[socket.socket] = []


@dataclass
class Server:
    """A running server. `app` has the same database, for what a test prepares by commands."""

    url: str
    folder: Path
    app: Flask
    database_url: str
    origins: tuple[str, ...]
    process: subprocess.Popen[bytes] | None = None
    watched_by: tuple[str, ...] = ()  # what stands before the command, such as strace

    @property
    def port(self) -> int:
        """Give the port that the server listens on, the same after each start."""
        return int(self.url.rpartition(":")[2])

    @property
    def log(self) -> str:
        """Give what the server has written so far."""
        return (self.folder / "log").read_text(errors="replace")

    def start(self) -> None:
        """Start, and return when the database answers too."""
        share(self.app)
        environment = {name: value for name, value in os.environ.items() if not name.startswith("CAFE_")}
        environment |= {
            "CAFE_DATA": str(self.folder),
            "CAFE_DATABASE_URL": self.database_url,
            # Answers without a name are sealed with it, by whichever process takes them.
            "CAFE_SECRET_KEY": str(self.app.secret_key),
            "CAFE_ORIGINS": " ".join(self.origins),
            "CAFE_FEEDBACK_CONTACT": "kafe@example.org",
        }
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [*self.watched_by, *server_command("127.0.0.1", self.port)],
                cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                start_new_session=True,  # a group of its own: killed as one, or the worker would go on
            )  # fmt: skip
        self._wait_until_ready()

    def stop(self) -> None:
        """Stop this server and no other, as an update does: with time to finish."""
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(STOPS_WITHIN)
        except subprocess.TimeoutExpired:
            self.kill()
        self.process = None

    def kill(self) -> None:
        """Stop it dead, the worker too: nothing is finished, nothing said, and nothing answers any more."""
        if self.process is not None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(STOPS_WITHIN)
            self.process = None
            end = time.monotonic() + STOPS_WITHIN
            while _listens(self.port):  # the worker is nobody's child now, and ends a moment later
                assert time.monotonic() < end, f"something still listens on port {self.port}"
                time.sleep(0.005)

    def ticket(self, participant_id: str) -> str:
        """Give a participant a ticket, as coming in does."""
        with self.app.app_context(), unit_of_work() as session:
            return issue_ticket(session, participant_id, ends_others=False)

    def sign_in_secret(self, user_id: str) -> str:
        """Give the secret of a link that signs somebody in once."""
        with self.app.app_context(), unit_of_work() as session:
            return issue_link(session, Purpose.SIGN_IN, user_id, now_ms() + HOUR)

    def complaints(self) -> list[str]:
        """Give the lines of the log that tell of something gone wrong."""
        bad = ("Traceback", "[error", "[critical", "[ERROR]", "[CRITICAL]", "Error:", '"level": "error"')
        return [line for line in self.log.splitlines() if any(word in line for word in bad)]

    def _wait_until_ready(self) -> None:
        assert self.process is not None
        end = time.monotonic() + STARTS_WITHIN
        while time.monotonic() < end:
            assert self.process.poll() is None, f"the server ended:\n{self.log}"
            try:
                with urllib.request.urlopen(f"{self.url}/readyz", timeout=2):  # noqa: S310 - our own server
                    return
            except (URLError, OSError):
                time.sleep(0.02)
        pytest.fail(f"the server did not start:\n{self.log}")


def _listens(port: int) -> bool:
    with closing(socket.socket()) as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def free_port() -> int:
    """Give a port that is ours until this process ends, also while nobody listens on it.

    No other process of tests takes it, and the system does not give it to a client on its way out.
    """
    for _ in range(1000):
        port = LOWEST_PORT + secrets.randbelow(_first_given_away() - LOWEST_PORT)
        claim = socket.socket(socket.AF_UNIX)
        try:
            claim.bind(f"\0kafedialog-tests-{port}")  # a name without a file, gone with the process
        except OSError:
            claim.close()
            continue
        if is_free("127.0.0.1", port):
            _claims.append(claim)
            return port
        claim.close()
    pytest.fail("no port is free")


def _first_given_away() -> int:
    """Give the first of the ports that the system takes for connections to others."""
    try:
        first = int(GIVEN_AWAY.read_text().split()[0])
    except OSError:
        first = 32_768
    return max(first, LOWEST_PORT + 1000)


@contextmanager
def serving(folder: Path, database_url: str = "", more_origins: tuple[str, ...] = ()) -> Iterator[Server]:
    """Run a server on an empty database, SQLite unless told; browsers may also come by `more_origins`."""
    folder.mkdir(parents=True, exist_ok=True)
    database_url = database_url or f"sqlite:///{folder / 'kafedialog.db'}"
    url = f"http://127.0.0.1:{free_port()}"
    server = Server(url, folder, app_on(database_url), database_url, (url, *more_origins))
    try:
        server.start()
        yield server
    finally:
        server.stop()
        forget(server.app)


@pytest.fixture
def sqlite_server(tmp_path: Path) -> Iterator[Server]:
    """Give a running server on SQLite, for tests that stop it and start it again."""
    with serving(tmp_path / "server") as running:
        yield running


@pytest.fixture
def hall(server: Server) -> Hall:
    """Give a hall in its first round, on the server that runs."""
    hall = make_hall(server.app)
    for _ in range(3):
        hall.advance()
    return hall


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Server]:
    """Give a running server, once on each kind of database."""
    url = ""
    if request.param == "postgresql":
        new_postgres_url: Callable[[], str] = request.getfixturevalue("new_postgres_url")
        url = new_postgres_url()
    with serving(tmp_path / "server", url) as running:
        yield running
        assert running.complaints() == []


@pytest.fixture(scope="session")
def server_of_this_run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give the server that stays while a worker's tests come and go."""
    with serving(tmp_path_factory.mktemp("standing") / "server") as running:
        yield running


@pytest.fixture
def standing_server(server_of_this_run: Server) -> Iterator[Server]:
    """Give a running server on SQLite to a test that never stops it, with the halls of other tests on it."""
    before = len(server_of_this_run.complaints())
    yield server_of_this_run
    assert server_of_this_run.complaints()[before:] == []
