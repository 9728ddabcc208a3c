"""What people were promised, against what is stored: the log of the devices and the database.

An operation is promised something when the product's own code shows it as saved. Then its text must be found
word for word, once. What was never acknowledged may be stored, but not twice.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flask.json import dumps
from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.db import db
from cafe.dialogue.model import HelpCall, Note, NoteVersion, PendingIdea, Summary, SummaryVersion
from cafe.live.audience import audience_of
from cafe.live.loading import load_image
from cafe.perform import Answered
from tests.faults.writing import Person, Writers

Text = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Operation:
    """Something that somebody has done, and when in the order of the log."""

    id: str
    name: str
    data: dict[str, Any]
    person: int
    turn: int

    @property
    def text(self) -> str:
        """Give the text that was written, if any."""
        text: str = self.data.get("text", "")
        return text


class Oracle:
    """The log: what is on devices' disks (`made`), and what people were shown of it."""

    def __init__(self, log: Path) -> None:
        """Read the log so far."""
        self.made: dict[str, Operation] = {}
        self.saved: dict[str, int] = {}
        self.refused: dict[str, Any] = {}
        self.dropped: set[str] = set()
        self.sent: Counter[str] = Counter()
        for turn, text in enumerate(log.read_text().splitlines()):
            line = json.loads(text)
            if "made" in line:
                key = line["made"]
                self.made[key] = Operation(
                    id=key, name=line["name"], data=line["data"], person=line["number"], turn=turn
                )
            elif "saved" in line:
                self.saved[line["saved"]] = turn
            elif "refused" in line:
                self.refused[line["refused"]] = line["error"]
            elif "sent" in line:
                self.sent[line["sent"]] += 1
            else:
                self.dropped.add(line["dropped"])

    def promised(self, *names: str) -> list[Operation]:
        """Give what was acknowledged, in the order of the acknowledgements."""
        operations = [self.made[key] for key in sorted(self.saved, key=self.saved.__getitem__)]
        return [operation for operation in operations if not names or operation.name in names]

    @property
    def characters(self) -> int:
        """Count the characters that were acknowledged."""
        return sum(len(operation.text) for operation in self.promised())

    @property
    def sent_again(self) -> int:
        """Count the operations that were sent more than once, because no answer came."""
        return sum(times > 1 for times in self.sent.values())

    def unsettled(self) -> set[str]:
        """Give what was neither acknowledged nor replaced by its writer: nothing, once all is drained."""
        return self.made.keys() - self.saved.keys() - self.dropped


class Stored:
    """What the database holds, looked up once."""

    def __init__(self, session: Session) -> None:
        """Read it."""
        self.answered = set(session.scalars(select(Answered.id)))
        self.notes = {note.id: note for note in session.scalars(select(Note))}
        self.ideas = {idea.id: idea.text for idea in session.scalars(select(PendingIdea))}
        self.help = set(session.scalars(select(HelpCall.id)))
        self.summaries = {summary.id: summary.text for summary in session.scalars(select(Summary))}
        versions = list(session.scalars(select(NoteVersion)))
        drafts = list(session.scalars(select(SummaryVersion)))
        sent = [(version.command_id, version.text) for version in versions]
        sent += [(draft.command_id, draft.text) for draft in drafts]
        self.times = Counter(key for key, _ in sent)
        self.sent = dict(sent)
        self.first = {version.note_id: version.text for version in versions if version.command_id == "first"}
        del self.times["first"]

    def text_of(self, operation: Operation) -> str | None:
        """Give an operation's text as it is stored."""
        data = operation.data
        if operation.name in {"edit_note", "write_summary"}:
            return self.sent.get(operation.id)
        note = self.notes.get(data.get("note_id") or data.get("idea_id", ""))
        if note is not None:
            return self.first.get(note.id, note.text)
        return self.ideas.get(data.get("idea_id", ""))


def lost(oracle: Oracle, stored: Stored) -> list[Operation]:
    """Give what was acknowledged and is not stored, word for word, or has had no effect."""
    texts = oracle.promised("add_note", "edit_note", "write_summary", "send_idea")
    calls = oracle.promised("ask_for_help")
    return [
        *(operation for operation in oracle.promised() if operation.id not in stored.answered),
        *(operation for operation in texts if stored.text_of(operation) != operation.text),
        *(operation for operation in calls if operation.data["help_id"] not in stored.help),
        *_own_words_gone(oracle, stored),
    ]


def _own_words_gone(oracle: Oracle, stored: Stored) -> list[Operation]:
    """Give the edits whose own words no longer stand in the note: people here only ever add to a note."""
    return [
        operation
        for operation in oracle.promised("edit_note")
        if operation.data["note_id"] not in stored.notes
        or own_word(operation) not in stored.notes[operation.data["note_id"]].text
    ]


def own_word(operation: Operation) -> str:
    """Give the word that only this operation has brought: the last one with a number in it."""
    return next(word for word in reversed(operation.text.split()) if "." in word)


def twice(oracle: Oracle, stored: Stored) -> list[str]:
    """Give the ids of what is stored more than once, or was never asked for."""
    repeated = [key for key, times in stored.times.items() if times > 1]
    asked = {op.data.get("note_id") or op.data.get("idea_id") for op in oracle.made.values()}
    unknown = [key for key in [*stored.notes, *stored.ideas] if key not in asked]
    unasked = [key for key in stored.times if key not in oracle.made]
    return repeated + unknown + unasked


def undone(oracle: Oracle, stored: Stored) -> list[str]:
    """Give the notes whose bin or kind is not what one of their writers has last said of it."""
    last: dict[tuple[str, str], dict[int, object]] = defaultdict(dict)
    for operation in sorted(oracle.promised(), key=lambda op: op.turn):
        note = operation.data.get("note_id", "")
        if operation.name in {"delete_note", "restore_note"}:
            last[note, "binned"][operation.person] = operation.name == "delete_note"
        elif operation.name == "mark_note":
            last[note, "kind"][operation.person] = operation.data["kind"]
    return [
        note
        for (note, field), said in last.items()
        if note in stored.notes and getattr(stored.notes[note], field) not in said.values()
    ]


def unequal(writers: Writers) -> list[str]:
    """Give the rooms that some device does not hold as the database does, and the devices."""
    held: dict[str, dict[str, list[int]]] = writers.order("rooms")
    with writers.hall.app.app_context(), db.sessionmaker() as session:
        image = load_image(session, writers.hall.session_id)
        assert image is not None
        expected = {name: _sorted(room.since(None).rows) for name, room in image.rooms.items()}
        standing = [_rooms_of(session, person) for person in writers.people]
    found: dict[tuple[int, str], list[dict[str, Any]]] = {}
    for room, contents in held.items():
        for content, devices in contents.items():
            rows = _sorted(json.loads(content))
            found |= {(device, room): rows for device in devices}
    return [
        f"{room} on device {number}"
        for number, rooms in enumerate(standing)
        for room in rooms
        if found.get((number, room), []) != expected.get(room, [])
    ]


def _rooms_of(session: Session, person: Person) -> tuple[str, ...]:
    actor: Actor = person.actor
    return audience_of(session, actor, person.wish).rooms


def _sorted(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    plain: list[dict[str, Any]] = json.loads(dumps(list(rows)))
    return sorted(plain, key=lambda row: (row["type"], row["id"]))


def read_both(writers: Writers) -> tuple[Oracle, Stored]:
    """Read the log and the database."""
    with writers.hall.app.app_context(), db.sessionmaker() as session:
        return Oracle(writers.log), Stored(session)
