"""A WebSocket of the server, read and written by those who use it.

Engine.IO's own reads ahead without end, sends long messages in part only when a phone is slow, and waits for
ever for one that takes nothing. Here a message is read when the one before has been dealt with, so that who
sends faster than we work is held up by its own network; and a message goes out as a whole or the line ends.
"""

from __future__ import annotations

import binascii
import os
import socket
import struct
from base64 import b64decode, b64encode
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import lru_cache
from hashlib import sha1
from ssl import SSLSocket
from typing import Any

import gevent
from gevent.lock import RLock
from wsproto.connection import Connection, ConnectionState, ConnectionType
from wsproto.events import CloseConnection, Message, Ping, TextMessage
from wsproto.frame_protocol import CloseReason
from wsproto.utilities import LocalProtocolError

from cafe.wire.bounds import FAREWELL, MOST_IN, MOST_IN_SYSTEM, STALLED
from cafe.wire.packets import is_packet

PIECE = 4096
MAGIC = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
KEY_LENGTH = 16
TEXT_AND_LAST = 0x81
# From here on the length stands in the two bytes that follow, and in eight where two do not hold it.
IN_TWO_BYTES = 126
IN_EIGHT_BYTES = 1 << 16


class WebSocket:
    """One connection, as Engine.IO asks for it: made with what handles it, then called as a WSGI app."""

    def __init__(self, handler: Callable[[Any], Any], server: Any) -> None:
        self._handler = handler
        self._server = server
        self._frames = Connection(ConnectionType.SERVER)
        self._writing = RLock()
        self._messages: deque[str] = deque()
        self._parts: list[str] = []
        self._size = 0
        self._left = b""  # of a message of which a part has gone out
        self._over = False

    def __call__(self, environ: dict[str, Any], _start_response: Any) -> Any:
        """Shake hands and talk until the end."""
        answer = answer_to_handshake(environ)
        engine: Any = self._handler.__self__  # type: ignore[attr-defined]
        if answer is None:
            engine.close(wait=False, abort=True)
            return self._server._bad_request("Invalid WebSocket handshake")  # noqa: SLF001
        self._socket: socket.socket = environ["gunicorn.socket"]
        self._socket.settimeout(STALLED)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, MOST_IN_SYSTEM)
        engine.line, self._engine = self, engine
        if not isinstance(self._socket, SSLSocket):
            engine.queue.line = self
        with suppress(OSError):
            self._write(answer)
            self._handler(self)
        self.abort()
        raise StopIteration  # to gunicorn: this connection has had its answer

    def wait(self) -> str | None:
        """Give the next message, or None when there will be none."""
        while not self._messages:
            piece = self._read()
            if not piece:
                self.abort()
                return None
            self._take(piece)
        return self._messages.popleft()

    def send(self, message: str | bytes) -> None:
        """Send a whole message, after what is left of the one before. Raises OSError if that cannot be."""
        if self._frames.state is not ConnectionState.OPEN:
            raise OSError
        self._write(frame_of(message) if isinstance(message, str) else message)

    def send_at_once(self, message: str) -> int | None:
        """Send what the line takes without waiting; give how much is left, or None if it is not our turn."""
        if not self._engine.upgraded or self._over or self._frames.state is not ConnectionState.OPEN:
            return None
        if self._left or not self._writing.acquire(blocking=False):
            return None
        frame = frame_of(message)
        try:
            self._left = frame[os.write(self._socket.fileno(), frame) :]
            return len(self._left)
        except BlockingIOError:
            return None
        except OSError:
            self.drop()
            return 0
        finally:
            self._writing.release()

    def close(self, reason: int = CloseReason.NORMAL_CLOSURE) -> None:
        """Say goodbye; who does not hang up then is hung up on."""
        with suppress(OSError, LocalProtocolError):
            self._write(self._frames.send(CloseConnection(code=reason)))
        gevent.spawn_later(FAREWELL, self.abort)

    def abort(self) -> None:
        """End the connection at once; whoever waits to read or write wakes up."""
        self._over = True
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)

    def drop(self) -> None:
        """End the connection without what is still on the way, which the other side does not take."""
        with suppress(OSError):
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.abort()

    def _read(self) -> bytes:
        if self._over:
            return b""
        try:
            return self._socket.recv(PIECE)
        except OSError:
            return b""

    def _write(self, data: bytes) -> None:
        with self._writing:
            rest = memoryview(self._left + data)
            self._left = b""
            while rest:
                if self._over:
                    raise OSError
                try:
                    rest = rest[self._socket.send(rest) :]
                except OSError:
                    self.drop()
                    raise

    def _take(self, piece: bytes) -> None:
        with suppress(LocalProtocolError):  # a frame after the last one
            self._frames.receive_data(piece)
            for event in self._frames.events():
                if isinstance(event, Message):
                    self._gather(event)
                elif isinstance(event, Ping):
                    with suppress(OSError):
                        self._write(self._frames.send(event.response()))
                elif isinstance(event, CloseConnection):
                    with suppress(OSError):
                        self._write(self._frames.send(event.response()))
                    self.abort()
                if self._over:
                    return

    def _gather(self, part: Message[Any]) -> None:
        if not isinstance(part, TextMessage):
            self._refuse(CloseReason.UNSUPPORTED_DATA)  # we have no use for anything but text
            return
        self._size += len(part.data.encode())
        if self._size > MOST_IN:
            self._refuse(CloseReason.MESSAGE_TOO_BIG)
            return
        self._parts.append(part.data)
        if not part.message_finished:
            return
        message = "".join(self._parts)
        self._parts, self._size = [], 0
        if is_packet(message):
            self._messages.append(message)
        else:
            self._refuse(CloseReason.PROTOCOL_ERROR)

    def _refuse(self, reason: int) -> None:
        self.close(reason)
        self._over = True
        self._messages.clear()


@lru_cache(maxsize=8)
def frame_of(text: str) -> bytes:
    """Give a text as the frame that carries it [RFC 6455, 5.2]; what a whole hall hears is framed once."""
    data = text.encode()
    if len(data) < IN_TWO_BYTES:
        return bytes((TEXT_AND_LAST, len(data))) + data
    if len(data) < IN_EIGHT_BYTES:
        return bytes((TEXT_AND_LAST, IN_TWO_BYTES)) + len(data).to_bytes(2, "big") + data
    return bytes((TEXT_AND_LAST, IN_TWO_BYTES + 1)) + len(data).to_bytes(8, "big") + data


def answer_to_handshake(environ: dict[str, Any]) -> bytes | None:
    """Give the bytes that accept a WebSocket, without extensions; None when it was asked for wrongly."""
    key = environ.get("HTTP_SEC_WEBSOCKET_KEY", "").encode("latin-1")
    try:
        right = len(b64decode(key, validate=True)) == KEY_LENGTH
    except (binascii.Error, ValueError):
        right = False
    if not right or environ.get("HTTP_SEC_WEBSOCKET_VERSION") != "13":
        return None
    accepted = b64encode(sha1(key + MAGIC, usedforsecurity=False).digest())
    lines: Iterable[bytes] = (
        b"HTTP/1.1 101 Switching Protocols",
        b"Upgrade: websocket",
        b"Connection: Upgrade",
        b"Sec-WebSocket-Accept: " + accepted,
    )
    return b"\r\n".join(lines) + b"\r\n\r\n"
