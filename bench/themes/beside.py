"""Suggestions for 1,500 notes while hosts write: how long they take, and how long the hosts' notes wait."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from bench.hall import play
from bench.realtime import servers
from bench.realtime.prepare import prepare
from bench.themes.coherence import statements
from cafe.dialogue.commands.table import AddNote
from tests.support.cafe import Hall

HERE = Path(__file__).resolve().parent
P95, P99 = 150, 500  # milliseconds, of answers to notes while themes are looked for
MOST_TOPICS = 24  # of a session; a few tables of writers share that of the notes looked at
WITHIN = 5.0  # seconds, from the organiser's click until the proposals are on the screen
PATIENCE = 300
Figures = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Size:
    """How many notes are looked at, people seated, phones connected, and hosts who write."""

    notes: int
    people: int
    phones: int
    writers: int
    seconds: int


def texts(count: int, seed: int = 1) -> list[str]:
    """Give so many texts: the statements, and then halves of two of them joined by lot."""
    random = Random(seed)
    found = [note.text for note in statements()][:count]
    words = [text.split() for text in found]
    while len(found) < count:
        one, other = random.choice(words), random.choice(words)
        found.append(" ".join(one[: len(one) // 2] + other[len(other) // 2 :]))
    return found


def measure(size: Size, folder: Path) -> Figures:
    """Prepare a hall, serve it, and let it write while themes of one table's topic are looked for."""
    tables = size.writers + 1
    topics = min(tables, MOST_TOPICS)
    place = tables - 1  # of the table whose notes are looked at; its host writes nothing else

    def write(hall: Hall) -> dict[str, str]:
        for number, text in enumerate(texts(size.notes)):
            note = AddNote(
                session_id=hall.session_id,
                table_round_id=hall.place(tables),
                note_id=f"statement-{number:06}",
                text=text,
                position=number,
            )
            hall.do(note, hall.guest(place))
        return {"topic": hall.topics[place % topics]}

    with tempfile.TemporaryDirectory(dir=folder, prefix="bench-") as work:
        prepared = prepare(Path(work), people=size.people, tables=tables, topics=topics, more=write)
        port = servers.free_port()
        with servers.cafe(port, prepared.folder, prepared.secret_key):
            plan = {
                "port": port,
                "origin": servers.origin_of(port),
                "phones": size.phones,
                "writers": size.writers,
                "seconds": size.seconds,
                "cafe": prepared.cafe,
            }
            return play(HERE / "hall.mjs", plan, seconds=2 * size.seconds + PATIENCE)


def bars(figures: Figures) -> dict[str, bool]:
    """Say which bars hold."""
    during, runs = figures["during"], figures["runs"]
    return {
        f"answers to notes meanwhile: p95 at most {P95} ms, p99 at most {P99} ms": during["p95"] <= P95
        and during["p99"] <= P99,
        "no note is refused": figures["refused"] == 0,
        f"every search is ready within {WITHIN:.0f} s": all(
            run["state"] == "ready" and run["seconds"] <= WITHIN for run in runs
        ),
    }


def show(figures: Figures) -> None:
    """Print what was measured."""
    for name, title in (("quiet", "no search"), ("during", "a search goes on")):
        part = figures[name]
        times = ", ".join(f"{share} {part[share]:.1f} ms" for share in ("p50", "p95", "p99", "worst"))
        print(f"answers to notes, {title:17} {times} ({part['n']} notes)")
    seconds = sorted(run["seconds"] for run in figures["runs"])
    first = figures["runs"][0]
    print(
        f"{len(seconds)} searches in {first['notes']} notes: {seconds[0]:.1f} to {seconds[-1]:.1f} s, "
        f"asked for in {max(run['took'] for run in figures['runs']):.0f} ms at most; "
        f"{first['proposals']} proposals"
    )
