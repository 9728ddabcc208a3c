"""Suggesting in a process of its own: it steps back, tells how far it is, and answers the same each time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from subprocess import PIPE

import pytest

from bench.themes.coherence import statements
from cafe.aside import GENTLY
from cafe.themes.aside import MODULE, answer, task_to_suggest
from cafe.themes.model import Language


@pytest.fixture(scope="module")
def task() -> bytes:
    notes = [(note.id, note.text) for note in statements()]
    return json.dumps(task_to_suggest(notes, Language.ENGLISH, seed=2)).encode()


def run(task: bytes) -> bytes:
    done = subprocess.run([sys.executable, "-m", MODULE], input=task, capture_output=True, check=True)
    assert not done.stderr
    return done.stdout


def test_the_process_answers_as_here_and_byte_for_byte_the_same(task: bytes) -> None:
    *progress, last = run(task).splitlines()
    assert all(set(json.loads(line)) == {"progress"} for line in progress)
    here = json.dumps(answer(json.loads(task), lambda _: None))
    assert last.decode() == here
    assert run(task).splitlines()[-1] == last


def test_progress_goes_up(task: bytes) -> None:
    told: list[int] = []
    answer(json.loads(task), told.append)
    assert told == sorted(told)
    assert told[-1] > 50


def test_the_process_steps_back_for_the_server() -> None:
    task = json.dumps(task_to_suggest([], Language.ENGLISH)).encode()
    here = os.getpriority(os.PRIO_PROCESS, 0)
    with subprocess.Popen([sys.executable, "-m", MODULE], stdin=PIPE, stdout=PIPE) as process:
        until = time.monotonic() + 20
        while os.getpriority(os.PRIO_PROCESS, process.pid) == here and time.monotonic() < until:
            time.sleep(0.05)
        assert os.getpriority(os.PRIO_PROCESS, process.pid) == min(19, here + GENTLY)
        process.communicate(task)
