"""The three servers, each started for one measurement and stopped after it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from bench.hall import NODE

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
GUNICORN = Path(sys.executable).parent / "gunicorn"
# As docs say that a café is deployed; the bare server is started the same way.
DEPLOYED = ("-k", "gevent", "-w", "1", "--worker-connections", "4000", "--no-control-socket")
QUIET = ("--log-level", "warning")
PATIENCE = 30


def free_port() -> int:
    """Find a port on the loopback that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def origin_of(port: int) -> str:
    """Give the address that the phones' pages come from."""
    return f"http://127.0.0.1:{port}"


@contextmanager
def bare_node(port: int) -> Iterator[int]:
    """Run the bare Node socket.io server. Each of these gives the id of the process that was started."""
    with _running([str(NODE), str(HERE / "bare_node.mjs"), str(port)], port, {}) as process:
        yield process


@contextmanager
def bare_flask(port: int) -> Iterator[int]:
    """Run the bare Flask-SocketIO server on gevent."""
    command = [str(GUNICORN), *DEPLOYED, *QUIET, "-b", f"127.0.0.1:{port}", "bare_flask:app"]
    with _running(command, port, {}, folder=HERE) as process:
        yield process


@contextmanager
def cafe(port: int, folder: Path, secret_key: str) -> Iterator[int]:
    """Run a café on the database in `folder`, exactly as it is deployed."""
    settings = {"CAFE_DATA": str(folder), "CAFE_SECRET_KEY": secret_key, "CAFE_ORIGINS": origin_of(port)}
    command = [str(GUNICORN), *DEPLOYED, *QUIET, "-b", f"127.0.0.1:{port}", "wsgi:app"]
    with _running(command, port, settings) as process:
        yield process


@contextmanager
def _running(
    command: list[str], port: int, settings: Mapping[str, str], folder: Path = ROOT
) -> Iterator[int]:
    process = subprocess.Popen(command, cwd=folder, env={**os.environ, **settings}, start_new_session=True)
    try:
        _wait_for(process, port)
        yield process.pid
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _wait_for(process: subprocess.Popen[bytes], port: int) -> None:
    until = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError(f"{process.args!r} did not start")
