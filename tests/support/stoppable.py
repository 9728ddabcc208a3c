"""A server in a process of its own that can be stopped and started again, as a network goes and comes."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from flask import Flask

from cafe.app import alembic, create_app
from cafe.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30


@dataclass
class StoppableServer:
    """The server, the address it answers at, and an app on the same database for preparing and looking."""

    address: str
    app: Flask
    environment: dict[str, str]
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start, and wait until it answers."""
        port = self.address.rpartition(":")[2]
        command = [sys.executable, "-m", "gunicorn", "-k", "gevent", "-w", "1", "--no-control-socket"]
        self.process = subprocess.Popen(
            [*command, "--log-level", "warning", "-b", f"127.0.0.1:{port}", "wsgi:app"],
            cwd=ROOT,
            env=self.environment,
            start_new_session=True,  # a group of its own: killed as one, or the worker would go on answering
        )
        give_up = time.monotonic() + PATIENCE
        while time.monotonic() < give_up:
            try:
                with urlopen(f"{self.address}/healthz", timeout=2):  # noqa: S310 - our own server
                    return
            except (URLError, OSError):
                time.sleep(0.1)
        message = "the server did not start"
        raise RuntimeError(message)

    def stop(self) -> None:
        """Stop, as when the network is gone: nothing answers any more."""
        if self.process is not None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None


def _free_port() -> int:
    with socket.socket() as chosen:
        chosen.bind(("127.0.0.1", 0))
        port: int = chosen.getsockname()[1]
        return port


@pytest.fixture
def stoppable_server(tmp_path: Path) -> Iterator[StoppableServer]:
    """Give a server that runs, with an empty database."""
    address = f"http://127.0.0.1:{_free_port()}"
    url = f"sqlite:///{tmp_path / 'cafe.db'}"
    kept = {
        "CAFE_DATA": str(tmp_path),
        "CAFE_DATABASE_URL": url,
        "CAFE_ORIGINS": address,
        "CAFE_SECRET_KEY": "x" * 32,
    }
    app = create_app(Settings(database_url=url, secret_key="x" * 32, testing=True, origins=(address,)))
    with app.app_context():
        alembic.upgrade()
    server = StoppableServer(address=address, app=app, environment={**os.environ, **kept})
    server.start()
    yield server
    server.stop()
