"""Two writers on one text, in random runs: what either puts in stands in the text or in its history."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from cafe.commands import Command, new_key
from cafe.db import db
from cafe.dialogue.commands.table import AddNote, DeleteNote, EditNote, RestoreNote, WriteSummary
from cafe.dialogue.model import Note, NoteVersion, Summary, SummaryVersion, TextVersion
from cafe.dialogue.queries.texts import past_texts
from cafe.harvest.commands.texts import WriteConsolidated
from cafe.harvest.model import ConsolidatedVersion
from cafe.harvest.queries.texts import consolidated_of
from tests.faults.figures import Figures, count
from tests.support.apps import app_on, forget
from tests.support.cafe import Hall, make_hall

RUNS = count(full=1_000, quick=60)
ROUNDS = 8
STEPS = 12
START = "old1 old2 old3 old4 old5"


class Shared:
    """A text that two may write, as it is asked for and read: a note, a summary or a consolidated summary."""

    versions: type[TextVersion]
    names_own_edits = True

    def __init__(self, hall: Hall, run: int) -> None:
        self.hall = hall
        self.place = hall.place(1 + run // ROUNDS, 1 + run % ROUNDS)
        self.sent = ""

    def edit(self, version: int, based_on: tuple[str, ...], text: str) -> Command:
        raise NotImplementedError

    def row(self, session: Any) -> Any:
        raise NotImplementedError

    def takes(self, version: int, based_on: tuple[str, ...], text: str) -> str:
        command = self.edit(version, based_on if self.names_own_edits else (), text)
        self.hall.do(command)
        return command.id

    def now(self) -> tuple[str, int]:
        with self.hall.app.app_context(), db.sessionmaker() as session:
            row = self.row(session)
            return row.text, row.version

    def past(self) -> list[str]:
        with self.hall.app.app_context(), db.sessionmaker() as session:
            return [one.text for one in past_texts(session, self.row(session), self.versions)]


class SharedNote(Shared):
    versions = NoteVersion

    def __init__(self, hall: Hall, run: int) -> None:
        super().__init__(hall, run)
        self.note = new_key()
        note = AddNote(session_id=hall.session_id, table_round_id=self.place, note_id=self.note, text=START)
        hall.do(note)

    def edit(self, version: int, based_on: tuple[str, ...], text: str) -> Command:
        return EditNote(
            session_id=self.hall.session_id,
            note_id=self.note,
            base_version=version,
            based_on=based_on,
            text=text,
        )

    def row(self, session: Any) -> Any:
        return session.get_one(Note, self.note)


class SharedSummary(Shared):
    versions = SummaryVersion

    def __init__(self, hall: Hall, run: int) -> None:
        super().__init__(hall, run)
        self.takes(0, (), START)

    def edit(self, version: int, based_on: tuple[str, ...], text: str) -> Command:
        return WriteSummary(
            session_id=self.hall.session_id,
            table_round_id=self.place,
            base_version=version,
            based_on=based_on,
            text=text,
        )

    def row(self, session: Any) -> Any:
        return session.get_one(Summary, self.place)


class SharedConsolidated(Shared):
    versions = ConsolidatedVersion
    names_own_edits = False  # one is under way at a time, and the next begins from what it came to

    def __init__(self, hall: Hall, run: int) -> None:
        super().__init__(hall, run)
        self.topic = hall.topics[run % len(hall.topics)]
        with hall.app.app_context(), db.sessionmaker() as session:
            begun = consolidated_of(session, hall.session_id, self.topic)
        if begun is None:
            self.takes(0, (), START)

    def edit(self, version: int, based_on: tuple[str, ...], text: str) -> Command:
        return WriteConsolidated(
            session_id=self.hall.session_id, topic_id=self.topic, base_version=version, text=text
        )

    def row(self, session: Any) -> Any:
        return consolidated_of(session, self.hall.session_id, self.topic)


@dataclass
class Writer:
    """Somebody who edits what they see, which may be long out of date."""

    text: str
    version: int
    sent: tuple[str, ...] = ()
    unsent: bool = False
    inserted: list[str] = field(default_factory=list)

    def types(self, chance: random.Random, word: str) -> None:
        """Put a word of one's own in; now and then an old one goes."""
        words = self.text.split(" ")
        old = [one for one in words if one.startswith("old")]
        if old and chance.random() < 0.25:
            words.remove(chance.choice(old))
        words.insert(chance.randint(0, len(words)), word)
        self.text, self.unsent = " ".join(words), True
        self.inserted.append(word)

    def sends(self, shared: Shared) -> None:
        """Send what one sees; until the newest text has been read, the next edit grows from this one."""
        if not self.unsent:
            return
        self.sent = (shared.takes(self.version, self.sent, self.text), *self.sent)
        self.unsent = False
        if not shared.names_own_edits:
            self.reads(shared)

    def reads(self, shared: Shared) -> None:
        """See the text as it stands, when nothing here waits to be sent."""
        if not self.unsent:
            (self.text, self.version), self.sent = shared.now(), ()


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    """Give a hall with a place for every run."""
    file: Path = tmp_path_factory.mktemp("writers") / "cafe.db"
    app = app_on(f"sqlite:///{file}")
    hall = make_hall(app, tables=1 + RUNS // ROUNDS, rounds=ROUNDS, topics=20, planned=False)
    yield hall
    forget(app)


def write_together(shared: Shared, chance: random.Random, run: int) -> list[str]:
    """Let two write for a while, each seldom seeing what the other does; give every word they put in."""
    text, version = shared.now()
    writers = [Writer(text, version), Writer(text, version)]
    for step in range(STEPS):
        writer = chance.choice(writers)
        writer.types(chance, f"w{run}x{step}.")
        if chance.random() < 0.7:
            writer.sends(shared)
        if chance.random() < 0.3:
            writer.reads(shared)
    for writer in writers:
        writer.sends(shared)
    return [word for writer in writers for word in writer.inserted]


@pytest.mark.bar(9)
@pytest.mark.parametrize("kind", [SharedNote, SharedSummary, SharedConsolidated])
def test_whatever_two_writers_put_in_stands_in_the_text(
    hall: Hall, kind: type[Shared], seed: int, figures: Figures
) -> None:
    chance = random.Random(seed)
    words = 0
    for run in range({SharedNote: 0, SharedSummary: 1, SharedConsolidated: 2}[kind], RUNS, 3):
        shared = kind(hall, run)
        inserted = write_together(shared, chance, run)
        text, past = shared.now()[0], shared.past()
        assert [word for word in inserted if word not in f"{text} {' '.join(past)}"] == []
        assert [word for word in inserted if word not in text.split()] == []  # nobody took any of them out
        assert any(word in one for one in past for word in inserted)  # and earlier texts can be read
        words += len(inserted)
    figures.say(f"{kind.__name__}: {len(range(0, RUNS, 3)):,} runs, {words:,} inserts, 0 lost")


@pytest.mark.bar(9)
def test_a_text_deleted_while_the_other_writes_is_in_the_bin_with_all_its_words(
    hall: Hall, seed: int, figures: Figures
) -> None:
    chance = random.Random(seed)
    runs = count(full=100, quick=10)
    for run in range(runs):
        shared = SharedNote(hall, run)
        text, version = shared.now()
        writer = Writer(text, version)
        writer.types(chance, f"d{run}.")
        hall.do(DeleteNote(session_id=hall.session_id, note_id=shared.note))
        writer.sends(shared)
        with hall.app.app_context(), db.sessionmaker() as session:
            row = session.get_one(Note, shared.note)
            assert (row.binned, writer.inserted[0] in row.text) == (True, True)
        hall.do(RestoreNote(session_id=hall.session_id, note_id=shared.note))
        assert writer.inserted[0] in shared.now()[0]
    figures.say(f"{runs} edits of notes that were being deleted: all in the bin, all taken out again")
