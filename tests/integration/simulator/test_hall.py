"""A small hall over real sockets: the demonstration itself, quickly, against a server as it is deployed."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, text

from cafe.demo.address import free_port

CAFE = (sys.executable, "-c", "from cafe.cli import main; main()")


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """Play the demonstration with twelve people, twenty times as fast, until it is over."""
    folder = tmp_path_factory.mktemp("demo")
    port = free_port("127.0.0.1", 8900)
    command = [*CAFE, "demo", "--people", "12", "--speed", "20", "--once", "--port", str(port)]
    done = subprocess.run(
        command,
        env={**os.environ, "CAFE_DATA": str(folder)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout, folder


def test_nothing_that_was_written_is_lost(played: tuple[str, Path]) -> None:
    said, folder = played
    assert "lost: 0; could not join: 0" in said
    engine = create_engine(f"sqlite:///{folder / 'demo.db'}")
    with engine.connect() as connection:

        def one(sql: str) -> Any:
            return connection.execute(text(sql)).scalar()

        assert one("SELECT count(*) FROM cafe_session WHERE phase = 'published'") == 1
        assert one("SELECT count(*) FROM note WHERE origin = 'table'") > 10
        assert one("SELECT count(*) FROM summary WHERE state = 'approved'") > 0
        assert one("SELECT count(*) FROM nod") > 0
        assert one("SELECT count(*) FROM visit") > 0
        played_here = "session_id = (SELECT session_id FROM nod LIMIT 1)"
        assert one(f"SELECT count(*) FROM attendee WHERE arrival = 'arrived' AND {played_here}") == 12
        assert one("SELECT count(*) FROM consolidated WHERE approved") == 4
        # The gathering before, which is told and not played, has been published too.
        assert one("SELECT count(*) FROM publication") == 2
        known = {name for (name,) in connection.execute(text("SELECT id FROM note"))}
        cited = {
            each
            for (written,) in connection.execute(text("SELECT text FROM consolidated"))
            for each in re.findall(r"\[#([\w-]+)\]", written)
        }
        assert cited
        assert cited <= known
    engine.dispose()


def test_ctrl_c_ends_everything(tmp_path: Path) -> None:
    port = free_port("127.0.0.1", 8950)
    command = [*CAFE, "demo", "--people", "8", "--port", str(port)]
    process = subprocess.Popen(
        command,
        env={**os.environ, "CAFE_DATA": str(tmp_path)},
        stdout=subprocess.PIPE,
        text=True,
        process_group=0,
    )
    assert process.stdout is not None
    for line in process.stdout:
        assert "have failed" not in line
        if "connected" in line:
            break
    process.send_signal(signal.SIGINT)
    rest = process.stdout.read()
    assert process.wait(15) == 0
    assert "The café is closed." in rest
    time.sleep(0.2)
    assert free_port("127.0.0.1", port) == port
    process.stdout.close()
