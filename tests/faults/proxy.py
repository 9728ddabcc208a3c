"""The bad network: a TCP proxy between clients and the server that cuts, delays, swallows and slows down.

All proxies share one event loop in a thread of its own, so a test that is not asynchronous may have hundreds
of them, one for each client, and call them from any thread. Each call returns when the fault is in force.
"""

from __future__ import annotations

import asyncio
import contextlib
import functools
import socket
import threading
from collections.abc import Coroutine, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Self, TypeVar

from cafe.serving import allow_many_sockets

PIECE = 65536
AT_ONCE = 1024
PATIENCE = 10
T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Weather:
    """How it stands with the network."""

    seconds: float = 0.0
    bytes_per_second: float | None = None
    loses_questions: bool = False
    loses_answers: bool = False

    def loses(self, *, answers: bool) -> bool:
        """Tell whether what goes this way vanishes."""
        return self.loses_answers if answers else self.loses_questions


class FaultProxy:
    """A port of its own behind which stands a server's port. Lets everything through until told otherwise."""

    def __init__(self, server_port: int = 0, *, seconds: float = 0) -> None:
        """Take a port, kept even while it refuses; `server_port` may be set before the first connection.

        `seconds` is what each way takes in fair weather.
        """
        self.server_port = server_port
        self._fair = Weather(seconds=seconds)
        self.weather = self._fair
        self._kept = _bound(0)
        self.port: int = self._kept.getsockname()[1]
        self._listening: asyncio.Server | None = None
        self._open: set[_Connection] = set()
        self.mend()

    @property
    def url(self) -> str:
        """Give the address that clients behind this proxy use."""
        return f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        """Close at the end of a with block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close."""
        self.close()

    @property
    def connections(self) -> int:
        """Count the connections that are open."""
        return len(self._open)

    def mend(self) -> None:
        """Let everything through. A connection that has lost something cannot go on: it breaks."""
        _wait_for(self._mend())

    def cut(self) -> None:
        """Break what is open and refuse what is new."""
        _wait_for(self._cut())

    def snap(self) -> None:
        """Break what is open; what is new gets through at once."""
        _wait_for(self._break_all())

    def delay(self, seconds: float) -> None:
        """Let everything arrive so much later, each way."""
        _wait_for(self._become(Weather(seconds=seconds)))

    def throttle(self, bytes_per_second: float) -> None:
        """Let through so much each way of each connection."""
        _wait_for(self._become(Weather(bytes_per_second=bytes_per_second)))

    def black_hole(self) -> None:
        """Swallow all that goes either way; connections stay open, and new ones seem to open."""
        _wait_for(self._become(Weather(loses_questions=True, loses_answers=True)))

    def half_open(self) -> None:
        """Swallow what the server says; what clients say arrives."""
        _wait_for(self._become(Weather(loses_answers=True)))

    def close(self) -> None:
        """Break everything and give the port back."""
        self.cut()
        self._kept.close()

    async def _mend(self) -> None:
        self.weather = self._fair
        await _broken(connection for connection in self._open if connection.lost_something)
        if self._listening is None:
            self._listening = await asyncio.start_server(self._serve, sock=_bound(self.port), backlog=AT_ONCE)

    async def _cut(self) -> None:
        if self._listening is not None:
            self._listening.close()
            self._listening = None
        await self._break_all()

    async def _break_all(self) -> None:
        await _broken(self._open)

    async def _become(self, weather: Weather) -> None:
        await self._mend()
        self.weather = weather

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connection = _Connection(self, reader, writer)
        self._open.add(connection)
        try:
            await connection.carry()
        finally:
            self._open.discard(connection)
            connection.ended.set()


class _Connection:
    """One connection: two ways, each with what is on it and when it is due."""

    def __init__(self, proxy: FaultProxy, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.lost_something = False
        self._proxy = proxy
        self._near = (reader, writer)
        self._writers = [writer]
        self._broken = asyncio.Event()
        self.ended = asyncio.Event()

    async def carry(self) -> None:
        """Carry what comes either way until both ends have closed or the connection is broken."""
        work = asyncio.ensure_future(self._both_ways())
        broken = asyncio.ensure_future(self._broken.wait())
        await asyncio.wait({work, broken}, return_when=asyncio.FIRST_COMPLETED)
        for task in (work, broken):
            task.cancel()
        await asyncio.gather(work, broken, return_exceptions=True)
        for writer in self._writers:
            writer.transport.abort()

    def break_(self) -> None:
        """Break."""
        self._broken.set()

    async def _both_ways(self) -> None:
        if self._proxy.weather.loses_questions:
            await self._lose()
        far = await asyncio.open_connection("127.0.0.1", self._proxy.server_port)
        self._writers.append(far[1])
        ways = [
            asyncio.ensure_future(self._way(self._near[0], far[1], answers=False)),
            asyncio.ensure_future(self._way(far[0], self._near[1], answers=True)),
        ]
        try:
            await asyncio.gather(*ways)
        finally:
            for way in ways:
                way.cancel()
            await asyncio.gather(*ways, return_exceptions=True)

    async def _way(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, answers: bool
    ) -> None:
        # What is under way has a length of its own: a slow network does not stop those who send at once.
        under_way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue(maxsize=64)
        arriving = asyncio.ensure_future(self._arrive(under_way, writer, answers=answers))
        try:
            piece = b"-"
            while piece:
                piece = await reader.read(PIECE)
                await under_way.put((_now() + self._proxy.weather.seconds, piece))
            await arriving
        finally:
            arriving.cancel()
            await asyncio.gather(arriving, return_exceptions=True)

    async def _arrive(
        self, under_way: asyncio.Queue[tuple[float, bytes]], writer: asyncio.StreamWriter, *, answers: bool
    ) -> None:
        piece = b"-"
        while piece:
            due, piece = await under_way.get()
            await asyncio.sleep(max(0.0, due - _now()))
            if self._proxy.weather.loses(answers=answers):
                await self._lose()
            await self._pass_on(piece, writer)
        writer.write_eof()

    async def _lose(self) -> None:
        """Lose something. After a gap nothing can follow, not even the end."""
        self.lost_something = True
        await asyncio.get_running_loop().create_future()

    async def _pass_on(self, piece: bytes, writer: asyncio.StreamWriter) -> None:
        while piece:
            speed = self._proxy.weather.bytes_per_second
            size = len(piece) if speed is None else max(1, int(speed / 20))
            writer.write(piece[:size])
            await writer.drain()
            if speed is not None:
                await asyncio.sleep(len(piece[:size]) / speed)
            piece = piece[size:]


def _bound(port: int) -> socket.socket:
    """Bind to a port. Two sockets may: one listens at times, the other keeps the port for us all the time."""
    bound = socket.socket()
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    bound.bind(("127.0.0.1", port))
    return bound


def _now() -> float:
    return asyncio.get_running_loop().time()


async def _broken(connections: Iterable[_Connection]) -> None:
    ending = list(connections)
    for connection in ending:
        connection.break_()
    await asyncio.gather(*(connection.ended.wait() for connection in ending))


@functools.cache
def _loop() -> asyncio.AbstractEventLoop:
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, name="bad network", daemon=True).start()
    return loop


def _wait_for(work: Coroutine[Any, Any, T]) -> T:
    return asyncio.run_coroutine_threadsafe(work, _loop()).result(PATIENCE)


@contextlib.contextmanager
def proxies(server_port: int, count: int, *, seconds: float = 0) -> Iterator[list[FaultProxy]]:
    """Give each of `count` clients a network of its own."""
    allow_many_sockets()  # each client takes four
    made = [FaultProxy(server_port, seconds=seconds) for _ in range(count)]
    try:
        yield made
    finally:
        for proxy in made:
            proxy.close()
