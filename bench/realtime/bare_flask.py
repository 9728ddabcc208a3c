"""The stack we stand on, doing nothing: Flask-SocketIO on gevent that knows nobody and stores nothing.

gunicorn -k gevent -w 1 --worker-connections 4000 --no-control-socket --chdir bench/realtime bare_flask:app
"""

from gevent import monkey

monkey.patch_all()

from typing import Any  # noqa: E402 - nothing may be imported before the patch

from flask import Flask  # noqa: E402
from flask_socketio import SocketIO, emit, join_room  # noqa: E402

EVERYONE = "everyone"

app = Flask(__name__)
socketio = SocketIO(app, async_mode="gevent", async_handlers=False, logger=False, engineio_logger=False)


@socketio.on("join")
def join(wish: dict[str, Any]) -> str:
    """Stand at a table, and among everyone."""
    join_room(wish["room"])
    join_room(EVERYONE)
    return "ok"


@socketio.on("note")
def note(written: dict[str, Any]) -> str:
    """Pass a note on to its table."""
    emit("note", written, to=written["room"])
    return "ok"


@socketio.on("turn")
def turn(told: dict[str, Any]) -> str:
    """Tell everyone to move."""
    emit("turn", told, to=EVERYONE)
    return "ok"
