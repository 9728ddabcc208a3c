"""Who does not take what is sent is let go, at little cost, and the others notice nothing."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import pytest

from tests.faults.figures import FULL, Figures, count
from tests.faults.hostile import (
    LONG,
    Ended,
    PollingLine,
    RawSocket,
    cookie_of_host,
    join_table,
    memory_of,
    note,
    worker_of,
)
from tests.support.cafe import Hall
from tests.support.server import Server, serving

MIB = 1024 * 1024


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """Give a running server whose log tells of nothing gone wrong."""
    with serving(tmp_path / "server") as running:
        yield running
        assert running.complaints() == []


@dataclass
class Writer:
    """A host who writes all the time, on a device that reads."""

    server: Server
    hall: Hall
    times: list[float] = field(default_factory=list)
    refused: list[object] = field(default_factory=list)
    done: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        """Write until told to stop."""
        with RawSocket(self.server.url, cookie_of_host(self.server, self.hall)).connect() as line:
            assert line.call("join", join_table(self.hall))["ok"]
            while not self.done.is_set():
                asked = time.monotonic()
                answer = line.call("command", note(self.hall))
                self.times.append(time.monotonic() - asked)
                if not answer["ok"]:
                    self.refused.append(answer)

    def __enter__(self) -> Self:
        self._thread = threading.Thread(target=self.run)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.done.set()
        self._thread.join()


@pytest.mark.bar(13)
def test_those_who_never_read_are_let_go_and_cost_little(
    server: Server, hall: Hall, figures: Figures
) -> None:
    many = count(full=50, quick=12)
    cookies = cookie_of_host(server, hall)
    silent = [RawSocket(server.url, cookies, small=True).connect() for _ in range(many)]
    for line in silent:
        line.call("join", join_table(hall))
    polling = [PollingLine(server.url, cookies).connect() for _ in range(many // 4)]
    for each in polling:
        each.ask("POST", f"420{json.dumps(['join', join_table(hall)])}")
    pid = worker_of(server)
    before = most = memory_of(pid)
    began = time.monotonic()
    with Writer(server, hall) as writer:
        while not all(line.has_ended() for line in silent) and time.monotonic() < began + 90:
            for line in silent[::2]:  # every other one says that it is alive, and reads nothing all the same
                _say(line, "3")
            most = max(most, memory_of(pid))
            time.sleep(0.25)
        gone = time.monotonic() - began
        still = [line for line in silent if not line.has_ended()]
        while not all(each.has_ended() for each in polling) and time.monotonic() < began + 90:
            time.sleep(0.25)
        gone_too = time.monotonic() - began
    for line in silent:
        line.socket.close()
    assert still == []
    assert all(each.has_ended() for each in polling)
    assert writer.refused == []
    each_mib = (most - before) / (len(silent) + len(polling)) / MIB
    slowest = max(writer.times)
    figures.say(
        f"{many} that never read gone after {gone:.0f} s, {len(polling)} that never poll {gone_too:.0f} s",
        held=max(gone, gone_too) <= 60,
    )
    figures.say(f"{each_mib:.2f} MB of memory each", held=each_mib <= 1)
    figures.say(
        f"{len(writer.times)} notes of a host beside them, slowest {slowest:.2f} s", held=slowest <= 1
    )


def _say(line: RawSocket, text: str) -> None:
    with suppress(Ended, TimeoutError):
        line.send(text)


@pytest.mark.bar(13)
@pytest.mark.skipif(not FULL, reason="takes two pings and half a minute")
def test_who_is_silent_in_a_quiet_hall_is_let_go(server: Server, hall: Hall, figures: Figures) -> None:
    """The network has gone and nobody has said so: neither side hears from the other."""
    with RawSocket(server.url, cookie_of_host(server, hall)).connect() as line:
        assert line.call("join", join_table(hall))["ok"]
        began = time.monotonic()
        while not line.has_ended() and time.monotonic() < began + 60:
            time.sleep(0.1)
        gone = time.monotonic() - began
        assert line.has_ended()
    figures.say(f"one that answers no ping gone after {gone:.0f} s", held=gone <= 60)


def test_a_slow_phone_gets_a_large_picture_whole(server: Server, hall: Hall) -> None:
    """What does not fit into the network at once is sent on, not cut off."""
    cookies = cookie_of_host(server, hall)
    with RawSocket(server.url, cookies).connect() as host:
        for _ in range(90):
            assert host.call("command", note(hall))["ok"]
    with RawSocket(server.url, cookies, small=True).connect() as phone:
        number = phone.ask("join", join_table(hall))
        time.sleep(1)
        picture = phone.answer(number)
    rows = [row for room in picture["rooms"].values() for row in room["rows"] if row["type"] == "note"]
    assert len(rows) == 90
    assert {row["text"] for row in rows} == {LONG}
