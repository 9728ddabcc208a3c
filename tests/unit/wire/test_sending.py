"""What is written at once and what is written after waiting come out whole and in order."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import suppress
from types import SimpleNamespace
from typing import Any

import gevent
import gevent.socket
import pytest
from wsproto.connection import Connection, ConnectionType
from wsproto.events import Ping, TextMessage

from cafe.wire.websocket import WebSocket

LARGE = "x" * 3_000_000


@pytest.fixture
def ends() -> Iterator[tuple[Any, Any]]:
    """Give two ends of a line."""
    ours, theirs = gevent.socket.socketpair()
    yield ours, theirs
    ours.close()
    theirs.close()


def open_on(end: Any, *, upgraded: bool = True) -> WebSocket:
    """Give a WebSocket that has shaken hands."""
    opened: Any = WebSocket(lambda _line: None, None)
    opened._socket, opened._engine = end, SimpleNamespace(upgraded=upgraded)
    return opened  # type: ignore[no-any-return]


def heard_by(end: Any, until: str) -> list[str]:
    """Read whole messages, until one ends so."""
    reader = Connection(ConnectionType.CLIENT)
    messages, parts = list[str](), list[str]()
    while not messages or not messages[-1].endswith(until):
        reader.receive_data(end.recv(65_536))
        for event in reader.events():
            if isinstance(event, TextMessage):
                parts.append(event.data)
                if event.message_finished:
                    messages.append("".join(parts))
                    parts.clear()
    return messages


def test_a_short_message_is_gone_at_once(ends: tuple[Any, Any]) -> None:
    line = open_on(ends[0])
    assert line.send_at_once("hello") == 0
    assert heard_by(ends[1], "hello") == ["hello"]


def test_what_is_left_of_a_long_one_comes_before_the_next(ends: tuple[Any, Any]) -> None:
    line = open_on(ends[0])
    left = line.send_at_once(LARGE)
    assert left
    assert line.send_at_once("too early") is None
    reader = gevent.spawn(heard_by, ends[1], "end")
    line.send(b"")
    line.send("end")
    assert reader.get(timeout=10) == [LARGE, "end"]


def test_an_answer_to_a_ping_does_not_fall_into_the_middle_of_a_message(ends: tuple[Any, Any]) -> None:
    line = open_on(ends[0])
    assert line.send_at_once(LARGE)
    reader = gevent.spawn(heard_by, ends[1], "end")
    line._take(Connection(ConnectionType.CLIENT).send(Ping(payload=b"there?")))
    line.send("end")
    assert reader.get(timeout=10) == [LARGE, "end"]


def test_a_full_line_takes_nothing(ends: tuple[Any, Any]) -> None:
    ends[0].setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
    with suppress(BlockingIOError):
        while True:
            os.write(ends[0].fileno(), b"\x89\x00" * 1000)
    assert open_on(ends[0]).send_at_once("hello") is None


def test_while_the_line_is_being_changed_over_nothing_is_sent_at_once(ends: tuple[Any, Any]) -> None:
    assert open_on(ends[0], upgraded=False).send_at_once("hello") is None


def test_a_line_that_broke_takes_everything_and_is_over(ends: tuple[Any, Any]) -> None:
    line = open_on(ends[0])
    ends[1].close()
    assert line.send_at_once("hello") == 0
    assert line.send_at_once("again") is None
