"""A lean Socket.IO client: Engine.IO 4 on a WebSocket, calls with answers, events in order."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from typing import Any
from urllib.parse import urlsplit

from simple_websocket import AioClient, ConnectionClosed
from simple_websocket import ConnectionError as Unreachable

OPEN, PING, PONG, MESSAGE = "0", "2", "3", "4"
CONNECT, EVENT, ANSWER = "40", "42", "43"
ANSWER_WITHIN = 15.0
Heard = Callable[[str, Any], None]


class Cut(Exception):
    """The connection is gone, was refused, or a call got no answer in time."""


class Wire:
    """One connection. `heard` is called with the name and the data of each event, in order."""

    def __init__(self, heard: Heard) -> None:
        self._heard = heard
        self._socket: AioClient | None = None
        self._waiting: dict[int, asyncio.Future[Any]] = {}
        self._numbers = count()
        self._reading: asyncio.Task[None] | None = None
        self.closed = asyncio.Event()

    async def open(self, address: str, cookies: str) -> None:
        """Connect to a server's origin as a browser that holds `cookies`. Raises Cut."""
        parts = urlsplit(address)
        scheme = "wss" if parts.scheme == "https" else "ws"
        url = f"{scheme}://{parts.netloc}/socket.io/?EIO=4&transport=websocket"
        headers = {"Origin": address, "Cookie": cookies}
        try:
            async with asyncio.timeout(ANSWER_WITHIN):
                self._socket = await AioClient.connect(url, headers=headers)
                # Sent before the server's own first packet is read: where that came together with the answer
                # to the handshake, the library hands it over only when more arrives.
                await self._socket.send(CONNECT)
                await self._expect(OPEN)
                await self._expect(CONNECT)
        except (Unreachable, ConnectionClosed, OSError, TimeoutError) as error:
            await self.close()
            raise Cut(type(error).__name__) from error
        except Cut:
            await self.close()
            raise
        self._reading = asyncio.create_task(self._read())

    async def call(self, event: str, data: Any) -> Any:
        """Send an event and give the server's answer. Raises Cut when there is none."""
        if self._socket is None or self.closed.is_set():
            raise Cut("closed")
        number = next(self._numbers)
        answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._waiting[number] = answer
        try:
            await self._socket.send(f"{EVENT}{number}{json.dumps([event, data])}")
            return await asyncio.wait_for(answer, ANSWER_WITHIN)
        except (ConnectionClosed, OSError, TimeoutError) as error:
            raise Cut(type(error).__name__) from error
        finally:
            self._waiting.pop(number, None)

    async def close(self) -> None:
        """Hang up."""
        if self._reading is not None:
            self._reading.cancel()
            with suppress(asyncio.CancelledError):
                await self._reading
        if self._socket is not None and self._socket.connected:
            with suppress(ConnectionClosed, OSError):
                await self._socket.close()
        self._end()

    async def _expect(self, beginning: str) -> None:
        assert self._socket is not None  # noqa: S101 - just connected
        while (packet := await self._socket.receive()) == PING:
            await self._socket.send(PONG)
        if not isinstance(packet, str) or not packet.startswith(beginning):
            raise Cut(f"refused: {packet}")

    async def _read(self) -> None:
        assert self._socket is not None  # noqa: S101 - started after connecting
        try:
            while True:
                packet = await self._socket.receive()
                if packet == PING:
                    await self._socket.send(PONG)
                elif isinstance(packet, str) and packet.startswith(MESSAGE):
                    self._take(packet)
        except (ConnectionClosed, OSError):
            self._end()

    def _take(self, packet: str) -> None:
        start = packet.find("[")
        if packet.startswith(ANSWER):
            answer = self._waiting.get(int(packet[2:start]))
            if answer is not None and not answer.done():
                answer.set_result(json.loads(packet[start:])[0])
        elif packet.startswith(EVENT):
            event, *data = json.loads(packet[start:])
            self._heard(event, data[0] if data else None)

    def _end(self) -> None:
        self.closed.set()
        for answer in self._waiting.values():
            if not answer.done():
                answer.set_exception(Cut("closed"))
