"""The processes that work something out: started, listened to, ended. The server answers others meanwhile."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import structlog
from flask import Flask
from sqlalchemy.orm import Session

from cafe.aside import Json, Process
from cafe.db import on_commit, unit_of_work
from cafe.together import together

log = structlog.get_logger()
MOST = 2  # processes of one server, whatever they work on
NOTE_EVERY = 0.4  # seconds between two notes of progress in the database
FAILED: Json = {"problem": {}}

_room = threading.BoundedSemaphore(MOST)


@dataclass
class Wanted:
    """What a transaction asks of a workshop: tasks by the id of what they are for, and ids nobody wants."""

    tasks: dict[str, Json] = field(default_factory=dict)
    unwanted: set[str] = field(default_factory=set)


@dataclass(frozen=True, kw_only=True)
class Book:
    """How a domain writes down what becomes of its tasks.

    `progress` tells whether anybody still wants it. `found` is given the answer, or `FAILED`. `forget` is for
    what a server before this one left half done.
    """

    progress: Callable[[Session, str, int], bool]
    found: Callable[[Session, str, Json], object]
    forget: Callable[[Session], None]


def answer_from(module: str, task: Json) -> Json:
    """Let a process of a module do a task and wait for the answer. Raises OSError when there is none."""
    with _room:
        for line in Process(module, task).lines():
            if "progress" not in line:
                return line
    raise OSError


class Work:
    """One task that is being worked on."""

    def __init__(self, workshop: Workshop, app: Flask, key: str, task: Json) -> None:
        self._workshop, self._app, self._key, self._task = workshop, app, key, task
        self._process: Process | None = None
        self._unwanted = False
        self.ended = threading.Event()

    def run(self) -> None:
        """Wait for room, work, write down what comes of it."""
        try:
            with _room, self._app.app_context():
                found = None if self._unwanted else self._found()
                if found is not None:
                    together(lambda session: self._workshop.book.found(session, self._key, found))
        finally:
            self._workshop.going_on.pop(self._key, None)
            self.ended.set()

    def _found(self) -> Json | None:
        """Let a process work; None when nobody wants the answer any more."""
        try:
            return self._listen()
        except (OSError, ValueError):
            log.exception("a task could not be done", module=self._workshop.module)
            return FAILED

    def _listen(self) -> Json | None:
        self._process = Process(self._workshop.module, self._task)
        noted = time.monotonic()
        last = FAILED
        for line in self._process.lines():
            if "progress" not in line:
                last = line
            elif time.monotonic() - noted >= NOTE_EVERY:
                noted = time.monotonic()
                if not self._note(line["progress"]):
                    self.end()
        return None if self._unwanted else last

    def _note(self, percent: int) -> bool:
        return together(lambda session: self._workshop.book.progress(session, self._key, percent))

    def end(self) -> None:
        """Stop: somebody has cancelled it, or asked for something else."""
        self._unwanted = True
        if self._process is not None:
            self._process.end()


class Workshop:
    """The processes of one module, each at work on something that is stored as a row."""

    def __init__(self, module: str, book: Book, wanted_by: Callable[[Session], Wanted]) -> None:
        self.module, self.book = module, book
        self.going_on: dict[str, Work] = {}
        # The app, in a process that serves; the command line works nothing out in passing.
        self._served: list[Flask] = []
        on_commit(wanted_by, self._begin)

    def _begin(self, wanted: Wanted) -> None:
        for key in wanted.unwanted:
            if key in self.going_on:
                self.going_on[key].end()
        for app in self._served:
            for key, task in wanted.tasks.items():
                work = self.going_on[key] = Work(self, app, key, task)
                threading.Thread(target=work.run, name=f"{self.module} {key}", daemon=True).start()

    def wait_for(self, key: str, seconds: float) -> bool:
        """Wait until a task has been done here; tell whether it has."""
        work = self.going_on.get(key)
        return work is None or work.ended.wait(seconds)

    def answer_to(self, task: Json) -> Json:
        """Let a process do a task and wait for the answer. Raises OSError when there is none."""
        return answer_from(self.module, task)

    def start(self, app: Flask) -> None:
        """Work from now on on what is asked for; what a process before this one left half done has failed."""
        with app.app_context(), unit_of_work() as session:
            self.book.forget(session)
        self._served[:] = [app]

    def stop(self) -> None:
        """End what is being worked on, and begin nothing more."""
        self._served.clear()
        for work in list(self.going_on.values()):
            work.end()
            work.ended.wait()
