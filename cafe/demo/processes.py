"""The processes of a demonstration: a server, and those who are simulated. All of them end together."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import FrameType
from urllib.error import URLError

from cafe.serving import server_command
from cafe.simulator.script import Script

READY_WITHIN = 30.0
ENDS_WITHIN = 8.0
Process = subprocess.Popen[str]
ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Stopped(Exception):
    """Somebody has asked us to stop."""


class NotServing(Exception):
    """The server did not come up; its own words say why."""


@contextmanager
def stopping_when_asked() -> Iterator[None]:
    """Turn Ctrl-C, a closed terminal and a plain kill into Stopped, once."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        for each in ENDING:
            signal.signal(each, signal.SIG_IGN)
        raise Stopped

    before = {each: signal.signal(each, stop) for each in ENDING}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


@contextmanager
def ending(process: Process) -> Iterator[Process]:
    """End a process on leaving, whatever happens."""
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(ENDS_WITHIN)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                stream.close()


def start_server(host: str, port: int, environment: Mapping[str, str]) -> Process:
    """Start a server in a process group of its own, so that Ctrl-C reaches us alone."""
    command = [*server_command(host, port), "--log-level=warning"]
    return subprocess.Popen(command, env=dict(environment), text=True, process_group=0)  # noqa: S603 - our own


def wait_until_ready(process: Process, port: int) -> None:
    """Wait until the server answers. Raises NotServing."""
    until = time.monotonic() + READY_WITHIN
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=2):
                return
        except (URLError, OSError):
            time.sleep(0.1)
    raise NotServing


def start_simulation(script: Script) -> Process:
    """Start the simulated people in a process of their own; a pipe takes the script and its secrets there."""
    command = [sys.executable, "-m", "cafe.simulator"]
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, process_group=0)  # noqa: S603 - our own
    assert process.stdin is not None  # noqa: S101 - a pipe was asked for
    process.stdin.write(script.model_dump_json())
    process.stdin.close()
    return process


def follow(process: Process, tell: Callable[[str], None]) -> None:
    """Pass on what a process says until it ends."""
    assert process.stdout is not None  # noqa: S101 - started with a pipe
    for line in process.stdout:
        tell(line.rstrip())
