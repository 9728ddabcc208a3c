"""Socket.IO in: who connects is verified, stands only in rooms it may see, and always gets an answer."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from functools import partial
from typing import Annotated, Any

import gevent
import structlog
from flask import request
from flask_socketio import SocketIO
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from cafe.clock import now_ms
from cafe.commands import Command, Key
from cafe.errors import BadInput, Busy, SafeError, SignedOut, TooMany
from cafe.live.audience import Wish
from cafe.live.peers import Place, peers
from cafe.live.publish import publisher
from cafe.people.asking import answer_to, audience_for
from cafe.people.connections import Rooms, TextPacket
from cafe.people.identity import actor_of_request, settings, shown_by_request
from cafe.perform import parse
from cafe.wire.bounds import MOST_IN, MOST_WAITING
from cafe.wire.gate import came_from, gate
from cafe.wire.outgoing import Outgoing
from cafe.wire.pace import Pace, cost_of
from cafe.wire.packets import Event, event_of, is_about_the_line
from cafe.wire.websocket import WebSocket

log = structlog.get_logger()
socketio = SocketIO()
Answer = dict[str, Any]
EVENTS = {"join", "command", "ping_time"}


class Join(BaseModel):
    """What a client sends to stand in its rooms: which stream, in which capacity, what it holds already."""

    model_config = ConfigDict(extra="forbid", strict=True)

    stream: Key
    capacity: str = Field(alias="as", max_length=20)
    table: Key | None = None
    seen: int | None = None
    audience: Annotated[str, Field(max_length=40)] | None = None
    fetches: bool = False


def wire(app: Any) -> None:
    """Tie the sockets to the app and the publisher to the sockets."""
    kept = settings_of(app)
    socketio.init_app(
        app,
        async_mode="threading" if kept.testing else "gevent",
        async_handlers=False,  # handlers of one client run in the order in which it sent
        cors_allowed_origins=list(kept.origins),
        max_http_buffer_size=MOST_IN,
        ping_interval=10,
        ping_timeout=10,
        manage_session=False,
        client_manager=Rooms(),
        serializer=TextPacket,  # type: ignore[call-arg] # missing in its types
        logger=False,
        engineio_logger=False,
    )
    server: Any = socketio.server  # type: ignore[attr-defined]
    app.wsgi_app = gate(app.wsgi_app, kept.origins, server.eio.sockets)
    server.on("ping_time", tell_time)
    server.on("disconnect", disconnect)
    publisher.emit = lambda event, message, room: server.emit(event, message, room=room)
    peers.enter, peers.leave = server.enter_room, server.leave_room
    peers.close = lambda sid: hang_up(server, sid)
    engine = server.eio
    engine.on("message", guarded(server, engine.handlers["message"]))
    if not kept.testing:
        engine._async = {**engine._async, "websocket": WebSocket}  # noqa: SLF001 - its one seam
        engine.create_queue = lambda: Outgoing(partial(gevent.spawn, let_go, engine))


def settings_of(app: Any) -> Any:
    """Give an app's settings outside a request."""
    return app.extensions["cafe_settings"]


def answered(handler: Callable[[Any], Answer]) -> Callable[..., Answer]:
    """Make sure that a handler answers whatever happens: an outbox without an answer would wait for ever."""

    def handle(message: Any = None, *_more: Any) -> Answer:
        try:
            return {"ok": True, **handler(message), "now": now_ms()}
        except SafeError as error:
            return refusal(error)
        except Exception:
            log.exception("a command failed", event_name=handler.__name__)
            return refusal(Busy())

    return handle


def guarded(server: Any, deliver: Callable[[str, Any], None]) -> Callable[[str, Any], None]:
    """Take from each client at its pace, and answer what the library would drop or stumble over.

    What has a number is refused as an answer; what has none, and belongs to no line of ours, ends the line.
    """

    def take(line: str, message: Any) -> None:
        socket = server.eio.sockets.get(line)
        if socket is None:
            return
        event = event_of(message)
        wait = pace_of(socket).wait_for(cost_of(event, len(message)), time.monotonic())
        wrong: SafeError | None = TooMany()
        if wait is not None:
            server.sleep(wait)
            wrong = _wrong_with(server, line, event, message)
        if socket.closed:  # what still comes from one that has been shown out
            return
        try:
            if wrong is None:
                deliver(line, message)
        except (ValueError, RecursionError):  # JSON that is none, or too deep
            wrong = BadInput()
        if wrong is not None:
            _refuse(server, line, event, wrong)

    return take


def pace_of(socket: Any) -> Pace:
    """Give the pace of a line; it is kept with the line and forgotten with it."""
    pace: Pace = socket.session.setdefault("pace", Pace(at=time.monotonic()))
    return pace


def _wrong_with(server: Any, line: str, event: Event | None, message: Any) -> SafeError | None:
    if event is None:
        return None if is_about_the_line(message) else BadInput()
    if event.name not in EVENTS:
        return BadInput()
    sid = server.manager.sid_from_eio_sid(line, "/")
    return None if server.manager.is_connected(sid, "/") else SignedOut()


def _refuse(server: Any, line: str, event: Event | None, error: SafeError) -> None:
    if event is not None:
        server.eio.send(line, f"3{event.number}{json.dumps([refusal(error)])}")
        return
    server.eio.send(line, "2" + json.dumps(["refused", refusal(error)]))
    _end(server.eio, line)


def _end(engine: Any, line: str) -> None:
    """Close a line once what waits for it has been sent."""
    socket = engine.sockets.get(line)
    if socket is not None:
        socket.close(wait=False)


def hang_up(server: Any, sid: str) -> None:
    """Close a client's line: whoever it was has no right to it any more."""
    line = server.manager.eio_sid_from_sid(sid, "/")
    server.disconnect(sid)
    if line is not None:
        _end(server.eio, line)


def let_go(engine: Any, queue: Outgoing) -> None:
    """End the line of a client for which too much waits, without a word: it would not hear it."""
    for socket in list(engine.sockets.values()):
        if socket.queue is queue:
            socket.close(wait=False, abort=True)
            if hasattr(socket, "line"):
                socket.line.drop()


def refusal(error: SafeError) -> Answer:
    """Say why something was refused, in words that are safe to show."""
    told = {"code": error.code, "message": str(error.message)}
    if error.field:
        told["field"] = error.field
    return {"ok": False, "error": told, "retry": error.retry, "now": now_ms()}


@socketio.on("connect")
def connect(_auth: Any = None) -> bool:
    """Let a browser in that comes from one of our own pages and can show who it is."""
    if came_from(request.environ) not in settings().origins:
        return False
    actor = actor_of_request()
    owners = [*actor.participant_ids, *([actor.user_id] if actor.user_id else [])]
    peers.connected(request.sid, owners)  # type: ignore[attr-defined]
    return True


def disconnect(sid: str, _reason: Any = None) -> None:
    """Forget a socket. Without a request context: when the Wi-Fi goes, a thousand do so at once."""
    peers.disconnected(sid)


@socketio.on("join")
@answered
def join(message: Any) -> Answer:
    """Stand in the rooms one may see and get what one has not seen.

    Who can fetch what is large does so first, where it is compressed and others are not kept waiting.
    """
    try:
        asked = Join.model_validate(message)
    except ValidationError:
        raise BadInput from None
    wish = Wish(stream_id=asked.stream, capacity=asked.capacity, table_id=asked.table)
    found = audience_for(shown_by_request(), wish)
    # Between entering the rooms and reading the image nothing yields, so no change falls in between.
    image = publisher.image_of(wish.stream_id)
    place = Place(stream_id=wish.stream_id, rooms=found.rooms, person=found.person, presents=found.presents)
    missed = publisher.since(image.stream_id, found.rooms, asked.seen, asked.audience)
    if asked.fetches and missed.size > MOST_WAITING:
        return {"fetch": True}
    peers.join(request.sid, place)  # type: ignore[attr-defined]
    return {**missed.answer(), "person": found.person}


@socketio.on("command")
@answered
def command(message: Any) -> Answer:
    """Take a command and answer it."""
    if not isinstance(message, dict):
        raise BadInput
    typed = parse(message.get("name"), message.get("id"), message.get("data"))
    answer = answer_to(shown_by_request(), typed)
    return {"result": answer.result, "seq": publisher.seq_of(stream_named_by(typed))}


def stream_named_by(typed: Command) -> str | None:
    """Give the stream that a command is about; None for one that is about none."""
    return getattr(typed, "session_id", None) or getattr(typed, "plan_id", None)


def tell_time(_sid: str, _message: Any = None, *_more: Any) -> Answer:
    """Tell the server's time.

    Every page in view asks every few seconds, a hall some hundred times a second: this one is answered
    without a request context, which would cost ten times the answer.
    """
    return {"ok": True, "now": now_ms()}
