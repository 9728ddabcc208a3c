"""Where the demonstration can be reached."""

from __future__ import annotations

import socket

from cafe.serving import is_free

LOCAL = "127.0.0.1"
EVERYWHERE = "0.0.0.0"  # noqa: S104 - asked for by --lan
TRIES = 50


class NoPort(Exception):
    """No port is free."""


def lan_address() -> str | None:
    """Give this machine's address on its network, or None. No packet is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # an address for documentation; the route to it is what is asked
        except OSError:
            return None
        address: str = probe.getsockname()[0]
    return None if address.startswith("127.") else address


def free_port(host: str, wanted: int) -> int:
    """Give the wanted port, or the next one that is free. Raises NoPort."""
    for port in range(wanted, min(wanted + TRIES, 65_536)):
        if is_free(host, port):
            return port
    raise NoPort
