"""A line that can be cut: what stands between one browser and the server, as the Wi-Fi of a hall does.

A browser that is told to be offline keeps its open WebSockets. Here they really break, nothing new gets
through, and the port answers nobody until the line is mended.
"""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from dataclasses import dataclass, field

PIECE = 65536


@dataclass
class Line:
    """A line from a port of its own to a server's port."""

    port: int
    server_port: int
    _listener: socket.socket | None = None
    _open: set[socket.socket] = field(default_factory=set)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def url(self) -> str:
        """Give the address that the browser behind this line uses."""
        return f"http://127.0.0.1:{self.port}"

    def mend(self) -> None:
        """Let everything through."""
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", self.port))
        listener.listen(64)
        self._listener = listener
        threading.Thread(target=self._accept, args=(listener,), daemon=True).start()

    def cut(self) -> None:
        """Break what is open and let nothing through."""
        if self._listener is not None:
            # Closing alone would leave the thread waiting in accept, and the port open.
            with suppress(OSError):
                self._listener.shutdown(socket.SHUT_RDWR)
            self._listener.close()
            self._listener = None
        with self._lock:
            for end in self._open:
                with suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                near, _ = listener.accept()
            except OSError:
                return
            try:
                far = socket.create_connection(("127.0.0.1", self.server_port))
            except OSError:
                near.close()
                continue
            with self._lock:
                self._open |= {near, far}
            ways = [
                threading.Thread(target=self._carry, args=way, daemon=True)
                for way in ((near, far), (far, near))
            ]
            for way in ways:
                way.start()
            threading.Thread(target=self._tidy, args=(ways, near, far), daemon=True).start()

    def _carry(self, source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while piece := source.recv(PIECE):
                target.sendall(piece)
        with suppress(OSError):
            target.shutdown(socket.SHUT_WR)

    def _tidy(self, ways: list[threading.Thread], near: socket.socket, far: socket.socket) -> None:
        for way in ways:
            way.join()
        with self._lock:
            self._open -= {near, far}
        near.close()
        far.close()
