"""How the server process is started: gunicorn with one gevent worker, as it is deployed."""

from __future__ import annotations

import resource
import socket
import sys

from cafe.settings import WEB

CONNECTIONS = 4000
# Seconds. What is being answered ends within milliseconds, sockets never by themselves: more, as gunicorn's
# own half minute, would only keep a hall waiting for the server's next start.
FINISHING = 1


def server_command(host: str, port: int) -> list[str]:
    """Give the command line of a server."""
    bind = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    return [
        sys.executable,
        "-m",
        "gunicorn",
        "--worker-class=gevent",
        "--workers=1",
        f"--worker-connections={CONNECTIONS}",
        "--no-control-socket",
        f"--graceful-timeout={FINISHING}",
        f"--chdir={WEB}",  # where wsgi.py lies
        f"--bind={bind}",
        "wsgi:app",
    ]


def allow_many_sockets() -> int:
    """Raise the number of open files to what the system allows, for this process and those it starts."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != hard:
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    return hard


def is_free(host: str, port: int) -> bool:
    """Tell whether a server could listen there."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True
