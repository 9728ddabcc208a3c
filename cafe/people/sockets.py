"""Socket.IO in: who connects is verified, stands only in rooms it may see, and always gets an answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any
from urllib.parse import urlsplit

import structlog
from flask import request
from flask_socketio import SocketIO
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from cafe.clock import now_ms
from cafe.commands import Key
from cafe.errors import BadInput, Busy, SafeError, TooMany
from cafe.live.audience import Wish
from cafe.live.peers import Place, peers
from cafe.live.publish import publisher
from cafe.people.asking import answer_to, audience_for
from cafe.people.connections import Rooms, TextPacket
from cafe.people.floods import Floods
from cafe.people.identity import actor_of_request, settings, shown_by_request
from cafe.perform import parse

log = structlog.get_logger()
socketio = SocketIO()
Answer = dict[str, Any]
_floods = Floods()


class Join(BaseModel):
    """What a client sends to stand in its rooms: which stream, in which capacity, what it holds already."""

    model_config = ConfigDict(extra="forbid", strict=True)

    stream: Key
    capacity: str = Field(alias="as", max_length=20)
    table: Key | None = None
    seen: int | None = None
    audience: Annotated[str, Field(max_length=40)] | None = None


def wire(app: Any) -> None:
    """Tie the sockets to the app and the publisher to the sockets."""
    kept = settings_of(app)
    socketio.init_app(
        app,
        async_mode="threading" if kept.testing else "gevent",
        async_handlers=False,  # handlers of one client run in the order in which it sent
        cors_allowed_origins=list(kept.origins),
        max_http_buffer_size=64 * 1024,
        ping_interval=10,
        ping_timeout=10,
        manage_session=False,
        client_manager=Rooms(),
        serializer=TextPacket,  # type: ignore[call-arg] # missing in its types
        logger=False,
        engineio_logger=False,
    )
    app.wsgi_app = uncompressed(app.wsgi_app)
    server: Any = socketio.server  # type: ignore[attr-defined]
    server.on("ping_time", tell_time)
    server.on("disconnect", disconnect)
    publisher.emit = lambda event, message, room: server.emit(event, message, room=room)
    peers.enter, peers.leave, peers.close = server.enter_room, server.leave_room, server.disconnect


def uncompressed(app: Any) -> Any:
    """Offer browsers no compression of WebSockets.

    The library would grant it to all who ask, and then compress what everyone is told anew for each phone and
    keep a window of past bytes for each; our messages are a few hundred bytes.
    """

    def serve(environ: dict[str, Any], start_response: Any) -> Any:
        environ.pop("HTTP_SEC_WEBSOCKET_EXTENSIONS", None)
        return app(environ, start_response)

    return serve


def settings_of(app: Any) -> Any:
    """Give an app's settings outside a request."""
    return app.extensions["cafe_settings"]


def answered(handler: Callable[[Any], Answer]) -> Callable[..., Answer]:
    """Make sure that a handler answers whatever happens: an outbox without an answer would wait for ever."""

    def handle(message: Any = None, *_more: Any) -> Answer:
        try:
            _slow_down_floods(request.sid)  # type: ignore[attr-defined]
            return {"ok": True, **handler(message), "now": now_ms()}
        except SafeError as error:
            return refusal(error)
        except Exception:
            log.exception("a command failed", event_name=handler.__name__)
            return refusal(Busy())

    return handle


def _slow_down_floods(sid: str) -> None:
    if _floods.is_one_too_many(sid):
        raise TooMany


def refusal(error: SafeError) -> Answer:
    """Say why something was refused, in words that are safe to show."""
    told = {"code": error.code, "message": str(error.message)}
    if error.field:
        told["field"] = error.field
    return {"ok": False, "error": told, "retry": error.retry, "now": now_ms()}


@socketio.on("connect")
def connect(_auth: Any = None) -> bool:
    """Let a browser in that comes from one of our own pages and can show who it is."""
    if _came_from() not in settings().origins:
        return False
    actor = actor_of_request()
    owners = [*actor.participant_ids, *([actor.user_id] if actor.user_id else [])]
    peers.connected(request.sid, owners)  # type: ignore[attr-defined]
    return True


def _came_from() -> str | None:
    """Tell whose page connects. Polling one's own server, a browser names the page only."""
    origin = request.headers.get("Origin")
    if origin is None and request.referrer:
        page = urlsplit(request.referrer)
        return f"{page.scheme}://{page.netloc}"
    return origin


def disconnect(sid: str, _reason: Any = None) -> None:
    """Forget a socket. Without a request context: when the Wi-Fi goes, a thousand do so at once."""
    _floods.forget(sid)
    peers.disconnected(sid)


@socketio.on("join")
@answered
def join(message: Any) -> Answer:
    """Stand in the rooms one may see and get what one has not seen."""
    try:
        asked = Join.model_validate(message)
    except ValidationError:
        raise BadInput from None
    wish = Wish(stream_id=asked.stream, capacity=asked.capacity, table_id=asked.table)
    found = audience_for(shown_by_request(), wish)
    # Between entering the rooms and reading the image nothing yields, so no change falls in between.
    image = publisher.image_of(wish.stream_id)
    place = Place(stream_id=wish.stream_id, rooms=found.rooms, person=found.person, presents=found.presents)
    rows = publisher.since(image.stream_id, found.rooms, asked.seen, asked.audience)
    peers.join(request.sid, place)  # type: ignore[attr-defined]
    return rows


@socketio.on("command")
@answered
def command(message: Any) -> Answer:
    """Take a command and answer it."""
    if not isinstance(message, dict):
        raise BadInput
    typed = parse(message.get("name"), message.get("id"), message.get("data"))
    answer = answer_to(shown_by_request(), typed)
    return {"result": answer.result, "seq": publisher.seq_of(getattr(typed, "session_id", None))}


def tell_time(sid: str, _message: Any = None) -> Answer:
    """Tell the server's time.

    Every page in view asks every few seconds, a hall some hundred times a second: this one is answered
    without a request context, which would cost ten times the answer.
    """
    if _floods.is_one_too_many(sid):
        return refusal(TooMany())
    return {"ok": True, "now": now_ms()}
