"""The server's own greenlets: the clock of all sessions, and the watch for what other processes write."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import gevent
import structlog
from flask import Flask

from cafe.clock import SECOND, now_ms
from cafe.dialogue.server import forget_presence, shuffle_ideas, turn_due_rounds, watch_presence
from cafe.live.publish import publisher
from cafe.people.sockets import socketio

log = structlog.get_logger()
CLOCK_EVERY = 0.5
WATCH_EVERY = 0.25


def start(app: Flask) -> None:
    """Start what a serving process does besides answering."""

    def in_app(work: Callable[..., Any], *arguments: Any) -> None:
        with app.app_context():
            work(*arguments)

    in_app(forget_presence)
    watch_presence(in_app, socketio.start_background_task, gevent.sleep)
    waiting_since: dict[str, float] = {}
    _repeat(in_app, turn_due_rounds, every=CLOCK_EVERY)
    _repeat(in_app, publisher.notice_other_writers, every=WATCH_EVERY)
    _repeat(in_app, lambda: shuffle_ideas(now_ms() / SECOND, waiting_since), every=5)


def _repeat(in_app: Callable[..., None], work: Callable[[], Any], *, every: float) -> None:
    def run() -> None:
        while True:
            gevent.sleep(every)
            try:
                in_app(work)
            except Exception:
                log.exception("background work failed; it is tried again")

    socketio.start_background_task(run)
