"""Whatever hosts do to notes in whatever order: each stays within reach, in one place, within its topic."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from cafe.actor import Actor
from cafe.commands import new_key
from cafe.db import db
from cafe.dialogue.commands.session import SetTables, TableDraft
from cafe.dialogue.model import Note
from cafe.errors import SafeError
from cafe.harvest.commands import hosts
from cafe.harvest.commands.board import UndoStep
from cafe.harvest.model import BoardStep, Bundle, Slip
from tests.integration.harvest.test_hosts import FIRST, THIRD, Confer
from tests.support.cafe import make_hall

STEPS = 70


class Hands:
    """Hosts of the first topic and an organiser, who do anything that can be done."""

    def __init__(self, confer: Confer, seed: int) -> None:
        self.confer = confer
        self.chance = random.Random(seed)
        self.notes = [confer.say(f"{table}.{number}", table, 3) for table in (1, 2, 3) for number in range(3)]
        self.bundles: list[str] = []
        self.undo: list[Callable[[], object]] = []

    def does_something(self) -> None:
        """Try one thing; what is refused must change nothing."""
        hands: list[Actor | int] = [FIRST, THIRD, self.confer.hall.organiser]
        actor = self.chance.choice(hands)
        some = self.chance.sample(self.notes, self.chance.randint(1, 3))
        bundle = self.chance.choice(self.bundles or [new_key()])
        does = self.confer.does
        steps: list[Callable[[], object]] = [
            lambda: self.bundle(actor, some),
            lambda: does(hosts.AddToBundle, actor, bundle_id=bundle, note_ids=some),
            lambda: does(hosts.TakeOutOfBundle, actor, note_ids=some),
            lambda: self.take_apart(actor, bundle),
            lambda: does(hosts.WriteBundle, actor, bundle_id=bundle, base_version=0, text="Words"),
            lambda: does(hosts.MarkImportant, actor, note_id=some[0], important=True),
            lambda: does(hosts.LeaveOut, actor, note_id=some[0], left_out=True, reason="Twice"),
            lambda: self.undo.pop()() if self.undo else None,
            self.take_a_step_back,
            self.take_a_step_back,
            self.another_topic,
        ]
        try:
            self.chance.choice(steps)()
        except SafeError:
            return

    def bundle(self, actor: Actor | int, notes: list[str]) -> None:
        key = new_key()
        self.confer.does(hosts.BundleNotes, actor, bundle_id=key, note_ids=notes, text="One")
        self.bundles.append(key)
        self.undo.append(lambda: self.confer.does(hosts.TakeBundleApart, bundle_id=key))

    def take_apart(self, actor: Actor | int, bundle: str) -> None:
        inside = [note for note in self.notes if self.confer.bundle_of(note) == bundle]
        self.confer.does(hosts.TakeBundleApart, actor, bundle_id=bundle)
        if inside:
            self.undo.append(lambda: self.confer.does(hosts.AddToBundle, bundle_id=bundle, note_ids=inside))

    def take_a_step_back(self) -> None:
        hall = self.confer.hall
        with hall.app.app_context(), db.sessionmaker() as session:
            steps = session.scalars(select(BoardStep.id).where(BoardStep.session_id == hall.session_id)).all()
        if steps:
            step = self.chance.choice(sorted(steps))
            hall.do(UndoStep(session_id=hall.session_id, step_id=step))

    def another_topic(self) -> None:
        hall = self.confer.hall
        about = [hall.topics[0], *self.chance.choices(hall.topics, k=2)]
        drafts = [TableDraft(id=t, seats=8, topic_id=a) for t, a in zip(hall.tables, about, strict=True)]
        hall.do(SetTables(session_id=hall.session_id, tables=tuple(drafts)))


def out_of_reach(app: Flask, session_id: str) -> list[str]:
    """Tell of notes that no view would show: in a bundle that does not stand, or in one of another topic."""
    query = (
        select(Note, Bundle)
        .join(Slip, Slip.note_id == Note.id)
        .join(Bundle, Bundle.id == Slip.bundle_id)
        .where(Note.session_id == session_id)
    )
    with app.app_context(), db.sessionmaker() as session:
        return [
            f"{note.text} in a bundle of {bundle.topic_id}, apart: {bundle.taken_apart}"
            for note, bundle in session.execute(query)
            if bundle.taken_apart or bundle.topic_id != note.table_round.topic_id
        ]


@pytest.mark.parametrize("seed", range(3))
def test_no_order_of_steps_puts_a_note_out_of_reach(app: Flask, seed: int) -> None:
    confer = Confer(make_hall(app, tables=3))
    for _ in range(8):
        confer.hall.advance()
    assert confer.hall.phase() == "harvest"
    hands = Hands(confer, seed)
    for step in range(STEPS):
        hands.does_something()
        assert not out_of_reach(app, confer.hall.session_id), step
    assert hands.bundles
    with app.app_context(), db.sessionmaker() as session:
        texts = set(session.scalars(select(Bundle.text).where(Bundle.id.in_(hands.bundles))))
    assert all(text.strip() for text in texts)
