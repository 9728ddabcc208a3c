"""The gate before the library: who comes from elsewhere, or brings what cannot be read, goes no further.

Engine.IO looks at an Origin only where there is one, answers "all is well" to a request that it could not
read, and takes what is split over many packets by halves.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any
from urllib.parse import parse_qs, urlsplit

from cafe.wire.bounds import MOST_IN, MOST_PACKETS
from cafe.wire.packets import is_ours

PATH = "/socket.io/"
END_OF_PACKET = "\x1e"
# What to ask for by GET, and to bring by POST; the rest of Engine.IO's vocabulary is for browsers of old.
KNOWN = {"EIO", "transport", "sid", "t"}
Refusal = tuple[str, str]
FOREIGN = ("403 Forbidden", "This does not come from a page of ours.")
METHOD = ("405 Method Not Allowed", "Ask by GET, bring by POST.")
UNREADABLE = ("400 Bad Request", "This cannot be read.")
TOO_LARGE = ("413 Content Too Large", "A message may have 64 KiB.")
TOO_MANY = ("400 Bad Request", "A request may bring 16 packets.")
ENDED = ("400 Bad Request", "This line has ended.")


def came_from(environ: dict[str, Any]) -> str | None:
    """Tell whose page asks. Polling one's own server, a browser names the page only."""
    origin: str | None = environ.get("HTTP_ORIGIN")
    if origin is None and environ.get("HTTP_REFERER"):
        try:
            page = urlsplit(environ["HTTP_REFERER"])
        except ValueError:
            return None
        return f"{page.scheme}://{page.netloc}"
    return origin


def gate(app: Any, origins: Collection[str], lines: Mapping[str, Any]) -> Any:
    """Let only what is ours through to `app`. `lines` are Engine.IO's sockets by their ids."""

    def serve(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if not (environ.get("PATH_INFO", "") + "/").startswith(PATH):
            return app(environ, start_response)  # type: ignore[no-any-return]
        refusal = _refusal(environ, origins, lines)
        if refusal is None:
            # The library would grant compression to all who ask, and then compress what everyone is told anew
            # for each phone and keep a window of past bytes for each; our messages are a few hundred bytes.
            environ.pop("HTTP_SEC_WEBSOCKET_EXTENSIONS", None)
            return app(environ, start_response)  # type: ignore[no-any-return]
        status, words = refusal
        start_response(status, [("Content-Type", "text/plain; charset=utf-8")])
        return [words.encode()]

    return serve


def _refusal(environ: dict[str, Any], origins: Collection[str], lines: Mapping[str, Any]) -> Refusal | None:
    if came_from(environ) not in origins:
        return FOREIGN
    if environ["REQUEST_METHOD"] not in {"GET", "POST"}:
        return METHOD
    asked = _asked(environ.get("QUERY_STRING", ""))
    if asked is None:
        return UNREADABLE
    if "sid" in asked and (asked["sid"] not in lines or lines[asked["sid"]].closed):
        return ENDED
    return _refused_body(environ) if environ["REQUEST_METHOD"] == "POST" else None


def _asked(query: str) -> dict[str, str] | None:
    try:
        asked = parse_qs(query, keep_blank_values=True, max_num_fields=10, errors="strict")
    except ValueError:
        return None
    if not asked.keys() <= KNOWN or any(len(values) > 1 for values in asked.values()):
        return None
    return {name: values[0] for name, values in asked.items()}


def _refused_body(environ: dict[str, Any]) -> Refusal | None:
    length = environ.get("CONTENT_LENGTH", "")
    if not (length.isascii() and length.isdigit()):
        return UNREADABLE
    if int(length) > MOST_IN:
        return TOO_LARGE
    body = environ["wsgi.input"].read(int(length))
    try:
        packets = body.decode().split(END_OF_PACKET)
    except UnicodeDecodeError:
        return UNREADABLE
    if len(packets) > MOST_PACKETS:
        return TOO_MANY
    if not all(is_ours(packet) for packet in packets):
        return UNREADABLE
    environ["wsgi.input"] = io.BytesIO(body)
    return None
