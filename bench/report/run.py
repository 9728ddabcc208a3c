"""How long the report's files take: 1,500 notes as PDF, Word and Excel, beside bare notes as PDF.

    python -m bench.report.run [--notes 1500]

The files are made as the server makes them: by a process of its own that steps back and reads the database.
"""

from __future__ import annotations

import argparse
import base64
import resource
import tempfile
import time
from collections.abc import Callable
from functools import partial
from html import escape
from pathlib import Path

from cafe.aside import Process
from cafe.harvest.actions.report import task_for
from cafe.harvest.making import MODULE
from cafe.site.pdf import pdf_of
from tests.support.apps import app_on
from tests.support.cafe import Hall, make_hall
from tests.support.harvest import harvest_of

WORDS = (
    "Samtalen ved bordet gav oss mot til å begynne i det små",
    "Brukerne må være med fra første møte, ikke bare høres til slutt",
    "Vi mangler tid til veiledning når to avdelinger deler en stilling",
    "En erfaringskonsulent alene blir fort den som skal svare for alle",
    "Kvardagsmeistringsgruppeleiarsamlinga var det beste vi gjorde i fjor",
)


def texts(count: int) -> list[str]:
    """Make up notes of one to four sentences."""
    return [
        ". ".join(WORDS[(number + more) % len(WORDS)] for more in range(1 + number % 4)) + f" ({number})."
        for number in range(count)
    ]


def prepared(folder: Path, notes: int) -> Hall:
    """Make a harvested session."""
    hall = make_hall(app_on(f"sqlite:///{folder / 'cafe.db'}"))
    while hall.phase() != "harvest":
        hall.advance()
    harvest_of(hall, texts(notes + 1), tables=2, rounds=3)
    return hall


def processor_time() -> float:
    """Give the processor time of the processes that have ended, in seconds."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measured(name: str, make: Callable[[], bytes]) -> None:
    """Make a file and print what it took."""
    begun, used = time.monotonic(), processor_time()
    size = len(make()) // 1024
    print(
        f"{name:24} {time.monotonic() - begun:6.1f} s, processor {processor_time() - used:6.1f} s, {size} KiB"
    )


def made(hall: Hall, format_: str) -> bytes:
    """Make a file as the server does."""
    with hall.app.app_context():
        task = task_for(session_id=hall.session_id, format=format_, language="nb")
    *_, last = Process(MODULE, task).lines()
    return base64.b64decode(last["file"])


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--notes", type=int, default=1500)
    notes = parser.parse_args().notes
    with tempfile.TemporaryDirectory() as folder:
        hall = prepared(Path(folder), notes)
        print(f"{notes} notes")
        for format_ in ("pdf", "docx", "xlsx"):
            measured(format_, partial(made, hall, format_))
    bare = "<p>".join(escape(text) for text in texts(notes))
    measured("bare notes (yardstick)", lambda: pdf_of(f"<title>Bare</title><p>{bare}", "css/print.css"))


if __name__ == "__main__":
    main()
