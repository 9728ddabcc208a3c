"""The processes that work plans out: started, listened to, ended. The server answers others meanwhile."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from typing import IO, Any

import structlog
from flask import Flask

from cafe.db import on_commit, unit_of_work
from cafe.dialogue.actions.proposals import Wanted, forget_half_done, note_found, note_progress, wanted_by
from cafe.rotation import aside
from cafe.together import together

log = structlog.get_logger()
MOST = 2  # processes of one server
NOTE_EVERY = 0.4  # seconds between two notes of progress in the database
Task = dict[str, Any]
Found = dict[str, Any]

_room = threading.BoundedSemaphore(MOST)
_going_on: dict[str, Work] = {}
_served: list[Flask] = []  # the app, in a process that serves; the command line plans nothing in passing


class Process:
    """A process that works on a task; without its own clock it ends with its answer or when it is ended."""

    def __init__(self, task: Task) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - our own module
            [sys.executable, "-m", aside.MODULE], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._task = task

    def lines(self) -> Any:
        """Hand over the task and give the lines that come back, each as it comes."""
        with self._process as process:
            self._hand_over(process.stdin)
            for line in process.stdout or ():
                yield json.loads(line)

    def _hand_over(self, to: IO[bytes] | None) -> None:
        if to is not None:
            to.write(json.dumps(self._task).encode())
            to.close()

    def end(self) -> None:
        """End it at once."""
        self._process.kill()


class Work:
    """One proposal that is being worked out."""

    def __init__(self, app: Flask, proposal_id: str, task: Task) -> None:
        self._app, self._id, self._task = app, proposal_id, task
        self._process: Process | None = None
        self._unwanted = False
        self.ended = threading.Event()

    def run(self) -> None:
        """Wait for room, plan, write down what comes of it."""
        try:
            with _room, self._app.app_context():
                found = None if self._unwanted else self._found()
                if found is not None:
                    together(lambda session: note_found(session, self._id, found))
        finally:
            _going_on.pop(self._id, None)
            self.ended.set()

    def _found(self) -> Found | None:
        """Let a process plan; None when nobody wants the plan any more."""
        try:
            return self._listen()
        except (OSError, ValueError):
            log.exception("a plan could not be worked out")
            return {"problem": {}}

    def _listen(self) -> Found | None:
        self._process = Process(self._task)
        noted = time.monotonic()
        last: Found = {"problem": {}}
        for line in self._process.lines():
            if "progress" not in line:
                last = line
            elif time.monotonic() - noted >= NOTE_EVERY:
                noted = time.monotonic()
                if not self._note(line["progress"]):
                    self.end()
        return None if self._unwanted else last

    def _note(self, percent: int) -> bool:
        return together(lambda session: note_progress(session, self._id, percent))

    def end(self) -> None:
        """Stop: somebody has cancelled it, or asked for another plan."""
        self._unwanted = True
        if self._process is not None:
            self._process.end()


def _begin(wanted: Wanted) -> None:
    for proposal_id in wanted.unwanted:
        if proposal_id in _going_on:
            _going_on[proposal_id].end()
    for app in _served:
        for proposal_id, task in wanted.tasks.items():
            work = _going_on[proposal_id] = Work(app, proposal_id, task)
            threading.Thread(target=work.run, name=f"plan {proposal_id}", daemon=True).start()


def wait_for(proposal_id: str, seconds: float) -> bool:
    """Wait until a proposal has been worked out here; tell whether it has."""
    work = _going_on.get(proposal_id)
    return work is None or work.ended.wait(seconds)


def answer_to(task: Task) -> Found:
    """Let a process do a task and wait for the answer. Raises OSError when there is none."""
    with _room:
        for line in Process(task).lines():
            if "progress" not in line:
                found: Found = line
                return found
    raise OSError


def start(app: Flask) -> None:
    """Plan from now on what is asked for; what a process before this one left half done has failed."""
    with app.app_context(), unit_of_work() as session:
        forget_half_done(session)
    _served[:] = [app]


def stop() -> None:
    """End what is being worked out, and begin nothing more."""
    _served.clear()
    for work in list(_going_on.values()):
        work.end()
        work.ended.wait()


on_commit(wanted_by, _begin)
