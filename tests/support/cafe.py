"""A gathering with a café session, made by the same commands that everyone uses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from flask import Flask

from cafe.actor import SERVER, Actor
from cafe.commands import Command, new_key
from cafe.dialogue.commands.rounds import Advance
from cafe.dialogue.commands.session import (
    AssignHost,
    CreateSession,
    Mode,
    PlanSeats,
    RoundDraft,
    SetRounds,
    SetTables,
    SetTopics,
    TableDraft,
    TopicDraft,
)
from cafe.dialogue.modes import ROUNDS, TOPIC_MODES
from cafe.gatherings.commands import CreateGathering, RegisterParticipant
from cafe.people.commands import AddUser
from cafe.perform import perform
from tests.support.copies import made_once

PASSWORD = "a long enough password"
LONG_WORD = "Kvardagsmeistringsgruppeleiarsamlinga"


@dataclass
class Hall:
    """A hall with its ids: tables, topics and attendees in order; the first attendees host the tables."""

    app: Flask
    gathering_id: str
    session_id: str
    organiser: Actor
    email: str
    topics: list[str]
    tables: list[str]
    participants: list[str]
    attendees: list[str] = field(default_factory=list)
    table_rounds: Mapping[tuple[int, int], str] = field(default_factory=dict)

    def do(self, command: Command, actor: Actor | None = None) -> dict[str, object]:
        """Let somebody (the organiser unless told) ask for something."""
        with self.app.app_context():
            return perform(actor or self.organiser, command).result

    def guest(self, number: int) -> Actor:
        """Give the nth participant, from 0, as an actor."""
        return Actor(participant_ids=(self.participants[number],))

    def place(self, table: int, round_number: int = 1) -> str:
        """Give the id of a table (from 1) in a round (from 1)."""
        return self.table_rounds[table, round_number]

    def advance(self) -> dict[str, object]:
        """Take the next step, whatever it is."""
        return self.do(Advance(session_id=self.session_id, from_step=self.step()))

    def step(self) -> int:
        """Tell the present step."""
        return int(self._now("step"))

    def phase(self) -> str:
        """Tell the present phase."""
        return str(self._now("phase"))

    def _now(self, name: str) -> Any:
        from cafe.db import db
        from cafe.dialogue.model import CafeSession

        with self.app.app_context(), db.sessionmaker() as session:
            return getattr(session.get_one(CafeSession, self.session_id), name)

    def reread(self) -> None:
        """Look up the ids of attendees and table rounds."""
        from sqlalchemy import select

        from cafe.db import db
        from cafe.dialogue.model import Attendee, TableRound

        with self.app.app_context(), db.sessionmaker() as session:
            by_participant = {
                a.participant_id: a.id
                for a in session.scalars(select(Attendee).where(Attendee.session_id == self.session_id))
            }
            places = session.scalars(select(TableRound).where(TableRound.session_id == self.session_id))
            self.table_rounds = {(p.table.number, p.round_number): p.id for p in places}
        self.attendees = [by_participant[p] for p in self.participants]


@made_once
def make_hall(
    app: Flask,
    *,
    people: int = 12,
    tables: int = 2,
    topics: int = 2,
    rounds: int = 3,
    mode: Mode = Mode.TOPIC_PER_TABLE,
    seats: int = 8,
    planned: bool = True,
) -> Hall:
    """Make a hall that is ready to open its doors."""
    user, gathering, session_id = new_key(), new_key(), new_key()
    email = f"{user.lower()}@example.org"
    with app.app_context():
        perform(SERVER, AddUser(new_user_id=user, email=email, display_name="Organiser", password=PASSWORD))
        organiser = Actor(user_id=user)
        perform(
            organiser,
            CreateGathering(new_gathering_id=gathering, network=f"Network {user}", title="A gathering"),
        )
        participants = [new_key() for _ in range(people)]
        for number, participant in enumerate(participants):
            perform(
                organiser,
                RegisterParticipant(
                    gathering_id=gathering,
                    participant_id=participant,
                    display_name=f"Person {number}",
                    organisation=f"Kommune {number % 5}",
                ),
            )
        perform(
            organiser,
            CreateSession(gathering_id=gathering, new_session_id=session_id, title="Kafé", mode=mode),
        )
        topic_ids = [new_key() for _ in range(topics)]
        # Long words are ordinary in the languages of the hall, and no page may become too wide by them.
        drafts = tuple(
            TopicDraft(id=topic_id, title=f"{LONG_WORD} {number}", question=f"What about {topic_id}?")
            for number, topic_id in enumerate(topic_ids)
        )
        perform(organiser, SetTopics(session_id=session_id, topics=drafts))
        if mode not in ROUNDS:
            drafts_of_rounds = tuple(RoundDraft(minutes=20) for _ in range(rounds))
            perform(organiser, SetRounds(session_id=session_id, rounds=drafts_of_rounds))
        table_ids = [new_key() for _ in range(tables)]
        by_topic = mode in TOPIC_MODES
        perform(
            organiser,
            SetTables(
                session_id=session_id,
                tables=tuple(
                    TableDraft(id=t, seats=seats, topic_id=topic_ids[i % topics] if by_topic else None)
                    for i, t in enumerate(table_ids)
                ),
            ),
        )
    hall = Hall(app, gathering, session_id, organiser, email, topic_ids, table_ids, participants)
    hall.reread()
    for number, table in enumerate(table_ids):
        if number < people:
            hall.do(AssignHost(session_id=session_id, table_id=table, host_id=hall.attendees[number]))
    if planned:
        hall.do(PlanSeats(session_id=session_id))
    return hall
