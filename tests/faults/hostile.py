"""What comes from those who mean harm, or are broken: lines by hand, below every library."""

from __future__ import annotations

import base64
import http.client
import json
import os
import select
import socket
import struct
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

from cafe.commands import new_key
from tests.support.cafe import Hall
from tests.support.server import Server

TEXT, BINARY, CLOSE = 1, 2, 8
PATIENCE = 10.0
WEBSOCKET = "/socket.io/?EIO=4&transport=websocket"
POLLING = "/socket.io/?EIO=4&transport=polling"
# What the system may keep for a client that does not read; by itself it would be megabytes on one machine.
SMALL = 8192
LONG = "Æ" * 3000


class Ended(Exception):
    """The server has hung up, or never let us in."""


@dataclass
class RawSocket:
    """A WebSocket by hand: sends any bytes, reads when told to."""

    url: str
    cookies: str
    headers: Iterable[tuple[str, str]] | None = None
    small: bool = False
    status: int = 0
    _read: bytes = b""
    _number: int = 0
    socket: socket.socket = field(init=False)

    def __post_init__(self) -> None:
        at = urlsplit(self.url)
        self.socket = socket.socket()
        if self.small:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, SMALL)
        self.socket.settimeout(PATIENCE)
        self.socket.connect((at.hostname, at.port))
        given = [("Origin", self.url)] if self.headers is None else list(self.headers)
        key = base64.b64encode(os.urandom(16)).decode()
        lines = [
            f"GET {WEBSOCKET} HTTP/1.1",
            *(f"{name}: {value}" for name, value in given),
            *([] if any(name == "Host" for name, _ in given) else [f"Host: {at.netloc}"]),
            f"Cookie: {self.cookies}",
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Version: 13",
            f"Sec-WebSocket-Key: {key}",
        ]
        self.socket.sendall("\r\n".join([*lines, "", ""]).encode("latin-1"))
        while b"\r\n\r\n" not in self._read:
            self._more()
        head, _, self._read = self._read.partition(b"\r\n\r\n")
        self.status = int(head.split()[1])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.socket.close()

    def connect(self) -> Self:
        """Enter the namespace, as every page does first. Raises Ended when one is not let in."""
        if self.status != 101:
            raise Ended(str(self.status))
        self.send("40")
        while not (packet := self.receive()).startswith("40"):
            if packet.startswith("44"):
                raise Ended(packet)
        return self

    def send(self, text: str) -> None:
        """Send a text message."""
        self.send_frame(TEXT, text.encode("utf-8", "surrogatepass"))

    def send_frame(self, opcode: int, payload: bytes, *, last: bool = True) -> None:
        """Send a frame of any kind, masked as a browser does."""
        size = len(payload)
        if size < 126:
            length = struct.pack("!B", 0x80 | size)
        elif size < 65536:
            length = struct.pack("!BH", 0x80 | 126, size)
        else:
            length = struct.pack("!BQ", 0x80 | 127, size)
        # A mask of zeros is a mask.
        self.send_bytes(bytes([(0x80 if last else 0) | opcode]) + length + bytes(4) + payload)

    def send_bytes(self, data: bytes) -> None:
        """Send anything at all."""
        try:
            self.socket.sendall(data)
        except OSError as error:
            raise Ended(type(error).__name__) from error

    def receive(self, within: float = PATIENCE) -> str:
        """Give the next text message; pings are answered. Raises Ended, or TimeoutError."""
        until = time.monotonic() + within
        while True:
            frame = self._frame(until)
            if frame is None:
                continue
            opcode, payload = frame
            if opcode == CLOSE:
                raise Ended("close")
            if payload == b"2":
                self.send("3")
            elif opcode == TEXT:
                return payload.decode()

    def call(self, event: str, data: Any, within: float = PATIENCE) -> dict[str, Any]:
        """Ask, and give the answer."""
        number = self.ask(event, data)
        return self.answer(number, within)

    def ask(self, event: str, data: Any) -> int:
        """Ask without waiting."""
        self._number += 1
        self.send(f"42{self._number}{json.dumps([event, data])}")
        return self._number

    def answer(self, number: int, within: float = PATIENCE) -> dict[str, Any]:
        """Wait for the answer to a question; what else comes is passed over."""
        until = time.monotonic() + within
        beginning = f"43{number}["
        while not (packet := self.receive(max(0.01, until - time.monotonic()))).startswith(beginning):
            pass
        answer: dict[str, Any] = json.loads(packet[len(beginning) - 1 :])[0]
        return answer

    def has_ended(self) -> bool:
        """Tell whether the server has hung up, without reading anything."""
        poll = select.poll()
        poll.register(self.socket, select.POLLRDHUP)
        return bool(poll.poll(0))

    def ends_within(self, seconds: float) -> bool:
        """Read on until the server hangs up."""
        try:
            until = time.monotonic() + seconds
            while True:
                self.receive(max(0.01, until - time.monotonic()))
        except TimeoutError:
            return False
        except (Ended, OSError):
            return True

    def _frame(self, until: float) -> tuple[int, bytes] | None:
        while True:
            size, start = self._header()
            if size is not None and len(self._read) >= start + size:
                opcode, payload = self._read[0] & 15, self._read[start : start + size]
                self._read = self._read[start + size :]
                return opcode, payload
            left = until - time.monotonic()
            if left <= 0:
                raise TimeoutError
            self.socket.settimeout(left)
            self._more()

    def _header(self) -> tuple[int | None, int]:
        if len(self._read) < 2:
            return None, 0
        size = self._read[1] & 127
        if size == 126:
            return (int.from_bytes(self._read[2:4]) if len(self._read) >= 4 else None), 4
        if size == 127:
            return (int.from_bytes(self._read[2:10]) if len(self._read) >= 10 else None), 10
        return size, 2

    def _more(self) -> None:
        try:
            piece = self.socket.recv(65536)
        except TimeoutError:
            raise
        except OSError as error:
            raise Ended(type(error).__name__) from error
        if not piece:
            raise Ended("hung up")
        self._read += piece


@dataclass
class PollingLine:
    """A client without WebSockets, by hand."""

    url: str
    cookies: str
    sid: str = ""

    def ask(self, method: str, body: str | bytes | None = None) -> tuple[int, str]:
        """Do one request."""
        line = http.client.HTTPConnection(urlsplit(self.url).netloc, timeout=40)
        path = f"{POLLING}&sid={self.sid}" if self.sid else POLLING
        line.request(method, path, body, {"Origin": self.url, "Cookie": self.cookies})
        with line.getresponse() as answer:
            text = answer.read().decode()
        line.close()
        return answer.status, text

    def connect(self) -> PollingLine:
        """Open a line and enter the namespace."""
        _, text = self.ask("GET")
        self.sid = json.loads(text[1:])["sid"]
        self.ask("POST", "40")
        self.ask("GET")
        return self

    def has_ended(self) -> bool:
        """Tell whether the server has forgotten us; the pong would keep a line alive."""
        return self.ask("POST", "3")[0] != 200


def cookie_of_host(server: Server, hall: Hall) -> str:
    return f"ticket={server.ticket(hall.participants[0])}"


def join_table(hall: Hall) -> dict[str, object]:
    return {"stream": hall.session_id, "as": "host", "table": hall.tables[0], "seen": None, "audience": None}


def note(hall: Hall, text: str = LONG) -> dict[str, Any]:
    data = {
        "session_id": hall.session_id,
        "table_round_id": hall.place(1),
        "note_id": new_key(),
        "text": text,
    }
    return {"id": new_key(), "name": "add_note", "data": data}


def worker_of(server: Server) -> int:
    """Give the process that serves: the only child of the one that was started."""
    assert server.process is not None
    pid = server.process.pid
    return int(Path(f"/proc/{pid}/task/{pid}/children").read_text().split()[0])


def memory_of(pid: int) -> int:
    """Give the bytes of memory that a process has."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) * 1024
    raise LookupError(pid)
