"""The server's own greenlets: the clock of all sessions, and the watch for what other processes write."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import gevent
import structlog
from flask import Flask

from cafe.clock import MINUTE, SECOND, clock, now_ms
from cafe.dialogue.planning import planning
from cafe.dialogue.server import (
    Watch,
    count_chairs,
    forget_presence,
    shuffle_ideas,
    turn_due_rounds,
    watch_presence,
)
from cafe.dialogue.timekeeping import Timekeeper
from cafe.harvest.making import making
from cafe.harvest.server import count_votes
from cafe.harvest.suggesting import suggesting
from cafe.live.publish import publisher
from cafe.people.sockets import socketio
from cafe.settings import data_folder
from cafe.unnamed.server import mix_due

log = structlog.get_logger()
CLOCK_EVERY = 0.5
WATCH_EVERY = 0.25
CHAIRS_EVERY = 1
VOTES_EVERY = 1
MIX_EVERY = 20
# A full collection of what a thousand phones hold stops everyone for up to a third of a second.
YOUNG = 20_000
TIDY_EVERY = 5
JOBS_EVERY = 15
TIDY_AT_LATEST = 30 * MINUTE


def start(app: Flask) -> None:
    """Start what a serving process does besides answering."""

    def in_app(work: Callable[..., Any], *arguments: Any) -> None:
        with app.app_context():
            work(*arguments)

    with app.app_context():
        timekeeper = Timekeeper(clock, data_folder())
    watch = Watch()
    in_app(forget_presence)
    planning.start(app)
    making.start(app)
    suggesting.start(app)
    watch_presence(in_app, socketio.start_background_task, gevent.sleep, watch)
    waiting_since: dict[str, float] = {}
    _repeat(in_app, timekeeper.look, every=CLOCK_EVERY)
    _repeat(in_app, lambda: turn_due_rounds(watch), every=CLOCK_EVERY)
    _repeat(in_app, count_chairs, every=CHAIRS_EVERY)
    _repeat(in_app, count_votes, every=VOTES_EVERY)
    _repeat(in_app, publisher.notice_other_writers, every=WATCH_EVERY)
    _repeat(in_app, lambda: shuffle_ideas(now_ms() / SECOND, waiting_since), every=5)
    _repeat(in_app, mix_due, every=MIX_EVERY)
    _repeat(in_app, Tidying().tidy, every=TIDY_EVERY)
    if app.extensions["cafe_settings"].sends_mail:
        _repeat(in_app, JobsKeeper().look, every=JOBS_EVERY)


class JobsKeeper:
    """Keeps a process at the jobs that are done by the clock, and starts another when it has ended.

    It ends by itself with this one, whose end of the pipe is closed then.
    """

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def look(self) -> None:
        """Start the process if there is none."""
        if self._process is None or self._process.poll() is not None:
            command = [sys.executable, "-m", "cafe.jobs"]
            self._process = subprocess.Popen(command, stdin=subprocess.PIPE)  # noqa: S603 - our own module


class Tidying:
    """Python's search for garbage in circles: the young as ever, everything only when little goes on."""

    def __init__(self) -> None:
        gc.collect()
        gc.freeze()  # what is there at the start stays for good
        gc.set_threshold(YOUNG, 20, 1_000_000)
        self._young = 0
        self._last = now_ms()

    def tidy(self) -> None:
        """Search everything if nothing has been going on since the last look, or if it has been too long."""
        young = gc.get_stats()[0]["collections"]
        quiet, self._young = young == self._young, young
        if (quiet and gc.get_count()[2] > 0) or now_ms() - self._last > TIDY_AT_LATEST:
            gc.collect()
            self._last = now_ms()


def _repeat(in_app: Callable[..., None], work: Callable[[], Any], *, every: float) -> None:
    def run() -> None:
        while True:
            gevent.sleep(every)
            try:
                in_app(work)
            except Exception:
                log.exception("background work failed; it is tried again")

    socketio.start_background_task(run)
