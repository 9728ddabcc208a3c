"""The proxy does to a connection what it says: without this the other tests here would show nothing."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing, suppress

import pytest

from tests.faults.proxy import FaultProxy

# Silence can only be listened to for a while.
A_WHILE = 0.3
PATIENCE = 10


class Echo:
    """A server that says back what it hears and remembers it."""

    def __init__(self) -> None:
        self.heard = b""
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._echo, args=(client,), daemon=True).start()

    def _echo(self, client: socket.socket) -> None:
        with client:
            try:
                while piece := client.recv(65536):
                    self.heard += piece
                    client.sendall(piece)
            except OSError:
                return


@pytest.fixture
def echo() -> Iterator[Echo]:
    """Give a server that says back what it hears."""
    with closing(Echo()) as echo:
        yield echo


@pytest.fixture
def proxy(echo: Echo) -> Iterator[FaultProxy]:
    """Give a proxy in front of it."""
    with FaultProxy(echo.port) as proxy:
        yield proxy


@pytest.fixture
def client(proxy: FaultProxy) -> Iterator[socket.socket]:
    """Give a client whose connection has been used."""
    with connect(proxy) as client:
        assert said_back(client, b"before") == b"before"
        yield client


def connect(proxy: FaultProxy) -> socket.socket:
    return socket.create_connection(("127.0.0.1", proxy.port), timeout=PATIENCE)


def said_back(client: socket.socket, text: bytes, within: float = PATIENCE) -> bytes:
    """Say something and give what comes back in time; nothing when the connection has broken."""
    client.settimeout(within)
    try:
        client.sendall(text)
        answer = b""
        while len(answer) < len(text) and (piece := client.recv(65536)):
            answer += piece
    except TimeoutError:
        return b"(silence)"
    except OSError:
        return b""
    return answer


def test_a_cut_breaks_and_refuses_until_mended(proxy: FaultProxy, client: socket.socket) -> None:
    proxy.cut()
    assert said_back(client, b"after") == b""
    with pytest.raises(ConnectionRefusedError):
        connect(proxy)
    proxy.mend()
    with connect(proxy) as again:
        assert said_back(again, b"again") == b"again"


def test_a_snap_breaks_what_is_open_only(proxy: FaultProxy, client: socket.socket) -> None:
    proxy.snap()
    assert said_back(client, b"after") == b""
    with connect(proxy) as again:
        assert said_back(again, b"again") == b"again"


def test_a_delay_holds_everything_up_each_way(proxy: FaultProxy, client: socket.socket) -> None:
    proxy.delay(0.1)
    start = time.monotonic()
    assert said_back(client, b"late") == b"late"
    assert time.monotonic() - start >= 0.2


def test_fair_weather_may_take_its_time(echo: Echo) -> None:
    with FaultProxy(echo.port, seconds=0.1) as proxy, connect(proxy) as client:
        for text in (b"first", b"again"):
            start = time.monotonic()
            assert said_back(client, text) == text
            assert time.monotonic() - start >= 0.2
            proxy.mend()


def test_a_black_hole_swallows_and_stays_open(proxy: FaultProxy, echo: Echo, client: socket.socket) -> None:
    proxy.black_hole()
    assert said_back(client, b"lost", A_WHILE) == b"(silence)"
    with connect(proxy) as new:
        assert said_back(new, b"lost too", A_WHILE) == b"(silence)"
        assert echo.heard == b"before"
        proxy.mend()
        assert said_back(new, b"after") == said_back(client, b"after") == b""


def test_a_half_open_line_carries_only_questions(
    proxy: FaultProxy, echo: Echo, client: socket.socket
) -> None:
    proxy.half_open()
    assert said_back(client, b" heard", A_WHILE) == b"(silence)"
    end = time.monotonic() + PATIENCE
    while echo.heard != b"before heard" and time.monotonic() < end:
        time.sleep(0.01)
    assert echo.heard == b"before heard"
    proxy.mend()
    assert said_back(client, b"after") == b""


def test_a_throttled_line_is_slow_and_complete(proxy: FaultProxy, client: socket.socket) -> None:
    proxy.throttle(40_000)
    start = time.monotonic()
    assert said_back(client, b"x" * 10_000) == b"x" * 10_000
    assert time.monotonic() - start >= 0.2
    proxy.mend()
    assert said_back(client, b"y" * 1_000_000) == b"y" * 1_000_000


def test_closing_reaches_the_other_end(proxy: FaultProxy, client: socket.socket) -> None:
    client.close()
    end = time.monotonic() + PATIENCE
    while proxy.connections and time.monotonic() < end:
        time.sleep(0.01)
    assert proxy.connections == 0


def test_without_a_server_a_connection_ends(proxy: FaultProxy, echo: Echo) -> None:
    echo.close()
    with connect(proxy) as client:
        assert said_back(client, b"hello") == b""
