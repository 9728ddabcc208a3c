"""Search 10,000 notes, cold and warm, beside a plain LIKE over all of them, while a host writes.

python -m bench.search.run [--notes 10000] [--folder .] [--database URL] [--searches 20]

See bench/README.md for what the figures mean. Writes nothing but a database that is removed afterwards; one
named with --database must be empty.
"""

from __future__ import annotations

from gevent import monkey

monkey.patch_all()

import argparse  # noqa: E402 - the server's own way of doing several things at once comes first
import json  # noqa: E402
import random  # noqa: E402
import re  # noqa: E402
import sys  # noqa: E402
import tempfile  # noqa: E402
from collections.abc import Callable, Iterator  # noqa: E402
from pathlib import Path  # noqa: E402
from time import perf_counter, process_time, sleep  # noqa: E402

import gevent  # noqa: E402
from flask import Flask  # noqa: E402
from sqlalchemy import func, select  # noqa: E402

from bench.machine import described  # noqa: E402
from cafe.app import alembic, create_app  # noqa: E402
from cafe.commands import new_key  # noqa: E402
from cafe.db import db  # noqa: E402
from cafe.dialogue.commands.table import AddNote  # noqa: E402
from cafe.dialogue.model import Note  # noqa: E402
from cafe.perform import perform_within  # noqa: E402
from cafe.search.catching_up import catch_up  # noqa: E402
from cafe.search.finding import find  # noqa: E402
from cafe.settings import Settings  # noqa: E402
from cafe.together import together  # noqa: E402
from tests.support.cafe import Hall, make_hall  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
WORDS = ("kommune", "erfaringene", "plan", "samtaler tid", "bruk", "å", "Kvardagsmeistring")
EVERY = 0.02  # seconds between two notes of the host who writes


def texts(seed: int) -> Iterator[str]:
    """Make up notes of 6 to 25 words: those of the demonstration and of the product in three languages."""
    chance = random.Random(seed)
    sources = [ROOT / "cafe/demo/data/texts.json"]
    sources += [ROOT / f"cafe/translations/{name}/LC_MESSAGES/messages.po" for name in ("nb", "nn", "sv")]
    words = re.findall(r"[a-zæøåäöé]{2,}", " ".join(file.read_text() for file in sources))
    while True:
        start = chance.randrange(len(words) - 30)
        own = [f"{chance.choice(words)}{chance.choice(words)}"]  # compounds that nobody has used before
        yield " ".join(words[start : start + chance.randint(5, 24)] + own)


def write(hall: Hall, text: str) -> None:
    """Write a note down the way a host's desk does."""
    note = AddNote(
        session_id=hall.session_id, table_round_id=hall.place(1), note_id=new_key(), text=text[:600]
    )
    together(lambda session: perform_within(session, hall.organiser, note))


def fill(app: Flask, notes: int) -> Hall:
    """Make a hall with that many notes."""
    hall = make_hall(app, people=8, tables=2, rounds=2)
    hall.advance()
    hall.advance()
    words = texts(1)
    for start in range(0, notes, 500):
        jobs = [gevent.spawn(in_app(app, write), hall, next(words)) for _ in range(min(500, notes - start))]
        gevent.joinall(jobs, raise_error=True)
    return hall


def in_app(app: Flask, work: Callable[..., object]) -> Callable[..., object]:
    """Let a greenlet work within the app."""

    def run(*arguments: object) -> object:
        with app.app_context():
            return work(*arguments)

    return run


def searched(hall: Hall, words: str) -> int:
    """Search as a page does; tell how many were found."""
    catch_up(hall.session_id)
    with db.sessionmaker() as session:
        return len(find(session, hall.session_id, words))


def compared(hall: Hall, words: str) -> int:
    """Search by the yardstick: every note of the session whose text holds the words as they are typed."""
    with db.sessionmaker() as session:
        query = select(Note.id).where(Note.session_id == hall.session_id, Note.binned.is_(False))
        for word in words.lower().split():
            query = query.where(func.lower(Note.text).like(f"%{word}%"))
        return len(session.scalars(query).all())


def timed(work: Callable[[], object]) -> float:
    """Tell how many milliseconds something takes."""
    before = perf_counter()
    work()
    return round((perf_counter() - before) * 1000, 1)


def processor_time(work: Callable[[], object], times: int = 1) -> float:
    """Tell how many milliseconds of this process's processor something takes; a server's are not in it."""
    before = process_time()
    for _ in range(times):
        work()
    return round((process_time() - before) * 1000 / times, 1)


def percentiles(times: list[float]) -> dict[str, float]:
    """Give the middle, the 99th of a hundred and the worst."""
    ordered = sorted(times)
    return {
        "p50": ordered[len(ordered) // 2],
        "p99": ordered[min(len(ordered) - 1, len(ordered) * 99 // 100)],
        "worst": ordered[-1],
        "count": len(ordered),
    }


def writing_meanwhile(app: Flask, hall: Hall, work: Callable[[], None]) -> dict[str, float]:
    """Let a host write while something is done; give how long the notes took to be stored."""
    going, times, words = [True], [], texts(2)

    def host() -> None:
        while going:
            times.append(timed(lambda: write(hall, next(words))))
            sleep(EVERY)

    writer = gevent.spawn(in_app(app, host))
    work()
    going.clear()
    writer.join()
    return percentiles(times)


def measure(app: Flask, notes: int, searches: int) -> dict[str, object]:
    """Measure everything, in the order in which it would happen."""
    figures: dict[str, object] = {}
    hall = fill(app, notes)
    with app.app_context():
        figures["notes stored, nobody searches"] = writing_meanwhile(app, hall, lambda: sleep(3))
        cold: list[float] = []

        def first() -> None:
            spent = processor_time(lambda: cold.append(timed(lambda: searched(hall, WORDS[0]))))
            cold.append(spent)

        figures["notes stored while the index is made"] = writing_meanwhile(app, hall, first)
        figures["first search, nothing indexed yet"] = {
            "all": cold[0],
            "processor, writing included": cold[1],
        }
        searched(hall, WORDS[0])
        for words in WORDS:
            typed = [timed(lambda words=words: searched(hall, words)) for _ in range(searches)]
            like = [timed(lambda words=words: compared(hall, words)) for _ in range(searches)]
            figures[f"search for {words!r}"] = {
                "found": searched(hall, words),
                "processor": processor_time(lambda words=words: searched(hall, words), searches),
                **percentiles(typed),
                "LIKE found": compared(hall, words),
                "LIKE processor": processor_time(lambda words=words: compared(hall, words), searches),
                "LIKE p50": percentiles(like)["p50"],
            }
        after, spent = [], []
        for text, _ in zip(texts(3), range(searches), strict=False):
            write(hall, text)
            spent.append(processor_time(lambda: after.append(timed(lambda: searched(hall, WORDS[0])))))
        figures["search just after a note was written"] = {
            **percentiles(after),
            "processor": percentiles(spent)["p50"],
        }
    return figures


def main() -> int:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description="Search 10,000 notes while a host writes.")
    parser.add_argument("--notes", type=int, default=10_000)
    parser.add_argument("--searches", type=int, default=20)
    parser.add_argument("--folder", type=Path, default=Path())
    parser.add_argument("--database")
    asked = parser.parse_args()
    print(described(asked.folder), file=sys.stderr)
    with tempfile.TemporaryDirectory(dir=asked.folder, prefix="bench-") as work:
        url = asked.database or f"sqlite:///{Path(work).resolve() / 'cafe.db'}"
        app = create_app(Settings(database_url=url, secret_key="of a measurement", testing=True))  # noqa: S106
        with app.app_context():
            alembic.upgrade()
        print(json.dumps(measure(app, asked.notes, asked.searches), indent=1, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
