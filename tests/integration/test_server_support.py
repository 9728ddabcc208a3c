"""What the tests stand on: ports that nobody else takes, and no waiting without end."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest
from flask import Flask

from tests.support import server as support
from tests.support.server import GIVEN_AWAY, Server, free_port


def test_a_port_is_ours_though_nobody_listens_on_it() -> None:
    ours = free_port()
    assert ours < int(GIVEN_AWAY.read_text().split()[0])
    # Another process of tests comes upon the same number first, and passes on to the next.
    code = f"""
import secrets
numbers = iter([{ours} - 10_000, 7, 77, 777])
secrets.randbelow = lambda below: next(numbers)
from tests.support.server import free_port
print(free_port())
"""
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert int(other.stdout) != ours


def test_a_port_that_is_never_free_is_said(
    tmp_path: Path, sqlite_app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(support, "STOPS_WITHIN", 0.2)
    with socket.create_server(("127.0.0.1", free_port())) as stranger:
        server = Server(f"http://127.0.0.1:{stranger.getsockname()[1]}", tmp_path, sqlite_app, "", ())
        server.process = subprocess.Popen(["/bin/sleep", "60"], start_new_session=True)
        with pytest.raises(AssertionError, match="something still listens"):
            server.kill()
