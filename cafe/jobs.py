"""What is done by the clock, in a process of its own: letters are written and sent.

Its queue is kept in memory: what is true stands in the outbox, and each job may be done again, or by two
processes at once, without harm.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Callable

import structlog
from flask import Flask
from huey import MemoryHuey, crontab

from cafe.app import create_app
from cafe.mail.post import Post, post_from
from cafe.reminding.sending import send_letters, write_letters
from cafe.settings import Settings, settings_from_environment

log = structlog.get_logger()
WRITE_AT = crontab(minute="10")  # of every hour; whether it is time for somebody is theirs
SEND_AT = crontab(minute="*")


def jobs_of(app: Flask, post: Post) -> MemoryHuey:
    """Give the jobs of an app."""
    jobs = MemoryHuey("cafe")

    @jobs.periodic_task(WRITE_AT)
    def write() -> None:
        _do(app, write_letters)

    @jobs.periodic_task(SEND_AT)
    def send() -> None:
        _do(app, lambda: send_letters(post))

    return jobs


def _do(app: Flask, job: Callable[[], object]) -> None:
    """Do a job; what goes wrong is told by our own log, which holds no names and no addresses."""
    try:
        with app.app_context():
            job()
    except Exception:
        log.exception("a job failed; it is done again")


def run(settings: Settings) -> None:
    """Do the jobs until the process is ended."""
    # Whom a letter is to must not be in a log; huey tells only which jobs it does.
    logging.getLogger("huey").setLevel(logging.WARNING)
    post = post_from(settings.mail_server, settings.mail_from)
    jobs_of(create_app(settings), post).create_consumer(workers=1, periodic=True).run()


def end_with_parent() -> None:
    """End this process when the one that started it has closed our input, however that one ended."""

    def wait() -> None:
        sys.stdin.read()
        os._exit(0)

    threading.Thread(target=wait, daemon=True).start()


if __name__ == "__main__":
    end_with_parent()
    os.nice(10)
    run(settings_from_environment())
