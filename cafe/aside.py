"""Work in a process of its own: a task as JSON on its standard input, lines of JSON on its standard output.

A server that worked hard by itself would answer nobody meanwhile. Each line is either how much has been done,
`{"progress": 37}`, or the last one: the answer.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from time import monotonic
from typing import IO, Any, TextIO, TypeAlias

Json: TypeAlias = dict[str, Any]
Tell: TypeAlias = Callable[[int], None]

TELL_EVERY = 0.25  # seconds between two lines of progress
GENTLY = 10  # how far the process steps back for the server that started it


class Lines:
    """Tell progress in lines, not more often than somebody wants to read."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._told = monotonic()

    def tell(self, percent: int) -> None:
        """Tell how far it is, if it has not been told just now."""
        if monotonic() - self._told >= TELL_EVERY:
            self._told = monotonic()
            self.write({"progress": percent})

    def write(self, line: Json) -> None:
        """Write a line at once. Where nobody reads any more, the process ends by it."""
        self._out.write(json.dumps(line) + "\n")
        self._out.flush()


def step_back() -> None:
    """Let the server go first. Called before anything large is imported."""
    os.nice(GENTLY)


def do_as_asked(answer: Callable[[Json, Tell], Json]) -> None:
    """Read the task, do it, write the answer."""
    lines = Lines(sys.stdout)
    lines.write(answer(json.load(sys.stdin), lines.tell))


class Process:
    """A process that works on a task; without its own clock it ends with its answer or when it is ended."""

    def __init__(self, module: str, task: Json) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - our own module
            [sys.executable, "-m", module], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._task = task

    def lines(self) -> Iterator[Json]:
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
