"""The café on the pictures: the demonstration's people and words, brought by commands to each moment.

Commands are sent with the clock set back, so that a round has run for a while when its picture is taken.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import time_machine
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import SERVER, Actor
from cafe.clock import now_ms
from cafe.commands import new_key
from cafe.db import unit_of_work
from cafe.demo.texts import DATA
from cafe.dialogue.commands.guests import AskForHelp, HelpKind
from cafe.dialogue.commands.rounds import Advance, Announce, Extend
from cafe.dialogue.commands.session import Arrival, SetArrival
from cafe.dialogue.commands.table import (
    AddNote,
    ApproveSummary,
    MarkPresence,
    MarkVisit,
    ShowSummary,
    WriteSummary,
)
from cafe.dialogue.model import Attendee, CafeSession, Note, Seat, Summary, TableRound
from cafe.gatherings.model import Gathering
from cafe.harvest.commands.publication import Publish
from cafe.harvest.commands.texts import ApproveConsolidated, WriteConsolidated
from cafe.harvest.model import Consolidated
from cafe.importing.actions import import_within
from cafe.importing.file import ImportFile
from cafe.people.actions import issue_link, issue_ticket
from cafe.people.commands import Purpose
from cafe.perform import Result, perform_within
from cafe.simulator.script import Texts
from cafe.simulator.supply import Supply

# The demonstration's own notes, without the statements from elsewhere that it puts between them.
TEXTS = Texts.model_validate_json((DATA / "texts.json").read_text(encoding="utf-8"))
HOUR = 3_600_000
# Minutes before the picture at which a table's notes were written in round 2; some tables need a look.
PACE = (10.2, 8.4, 6.1, 3.8, 1.4)
QUIET = {5: (10.0, 8.9, 7.2, 5.3), 9: (10.4, 9.3)}
LOST = 11
FOUND_IT = 0.95
CALLS = 7


@contextmanager
def minutes_ago(minutes: float) -> Iterator[None]:
    """Set this process's clock back; the server's goes on as it is."""
    moment = datetime.now(tz=UTC) - timedelta(minutes=minutes)
    with time_machine.travel(moment, tick=False):
        yield


class PicturedCafe:
    """A café of 96 invented people at twelve tables. Each method takes it to what the next pictures show."""

    def __init__(self, app: Flask, file: ImportFile) -> None:
        self.app, self.chance = app, random.Random(7)  # noqa: S311 - the same café each time
        self.supply = Supply(TEXTS, self.chance)
        self.written = 0
        with self._writing() as session:
            imported = import_within(session, file)
            gathering = session.get_one(Gathering, imported.ids.gathering)
            self.gathering, self.join_code, self.organiser = (
                gathering.id, gathering.join_code, imported.organisers[0].user_id,
            )  # fmt: skip
            own = imported.ids.sessions[0]
            self.session, self.tables, self.topics = own.session, own.tables, own.topics
            everyone = session.scalars(select(Attendee).where(Attendee.session_id == self.session)).all()
            order = {participant: place for place, participant in enumerate(imported.ids.participants)}
            self.people = sorted((a.id, a.participant_id, order[a.participant_id]) for a in everyone)
            self.people.sort(key=lambda person: person[2])
            self.late = set(self.chance.sample(self.people[12:], 35))

    def name_of(self, place: int) -> str:
        """Give the name of somebody, by their place in the list."""
        with self.app.app_context(), unit_of_work() as session:
            return session.get_one(Attendee, self.people[place][0]).display_name

    def opens_doors(self) -> None:
        """Open the doors and let two in three come."""
        with self._writing() as session:
            self._advance(session)
            self._tell(session, Announce, text=TEXTS.welcome)
            for person in self.people:
                if person not in self.late:
                    self._tell(session, SetArrival, attendee_id=person[0], arrival=Arrival.ARRIVED)

    def goes_to_tables(self) -> None:
        """Let the others come too, but for a few, and go to the tables."""
        with self._writing() as session:
            self._tell(session, Announce, text="")
            self.away = {person[0] for person in sorted(self.late)[-3:]}
            for person in self.late:
                if person[0] in self.away:
                    continue
                self._tell(session, SetArrival, attendee_id=person[0], arrival=Arrival.ARRIVED)
            for attendee_id, _participant, _place in self.people[: len(self.tables)]:
                self._tell(session, MarkPresence, attendee_id=attendee_id, connected=True)
            self._advance(session)

    def talks_first(self) -> None:
        """Run the first round: notes, and summaries that are handed over. Then change tables."""
        with minutes_ago(15), self._writing() as session:
            self._advance(session)
        for minutes in (13.0, 9.0, 4.0):
            with minutes_ago(minutes), self._writing() as session:
                for place in self._places(session, 1):
                    self._note(session, place)
        with self._writing() as session:
            for place in self._places(session, 1):
                self._sum_up(session, place)
            self._advance(session)

    def talks_again(self) -> None:
        """Be eleven minutes into round 2: most tables write, two are quiet, one calls, one is lost."""
        with minutes_ago(11), self._writing() as session:
            self._advance(session)
            here = {place.id for place in self._places(session, 2)}
            for seat in session.scalars(select(Seat).where(Seat.table_round_id.in_(here))):
                if seat.attendee_id not in self.away and self.chance.random() < FOUND_IT:
                    self._tell(
                        session, MarkVisit, table_round_id=seat.table_round_id,
                        attendee_id=seat.attendee_id, here=True,
                    )  # fmt: skip
        pace = [
            (minutes, number)
            for number in range(1, len(self.tables) + 1)
            for minutes in QUIET.get(number, [m - self.chance.random() for m in PACE])
        ]
        for minutes, number in sorted(pace, reverse=True):
            with minutes_ago(minutes), self._writing() as session:
                self._note(session, self._place_of(session, number, 2))
        with minutes_ago(2.4), self._writing() as session:
            lost = self.people[LOST - 1][0]
            self._tell(session, MarkPresence, attendee_id=lost, connected=False)
        with minutes_ago(0.5), self._writing() as session:
            self._ask_for_help(session)

    def keeps_the_host(self, number: int) -> None:
        """Let a table's host be connected, whatever the windows that were open for a picture say."""
        with self._writing() as session:
            self._tell(session, MarkPresence, attendee_id=self.people[number - 1][0], connected=True)

    def sums_up(self, number: int) -> None:
        """Have a minute and a half left, and one table's summary shown to those who sit there."""
        with self._writing() as session:
            self._tell(session, Extend, minutes=-7, from_step=self._step(session))
            place = self._place_of(session, number, 2)
            version = self._write_summary(session, place)
            self._tell(session, ShowSummary, table_round_id=place.id, version=version)

    def is_over(self) -> None:
        """Talk for a third round, and come to the harvest with two of three topics written."""
        with self._writing() as session:
            for place in self._places(session, 2):
                self._sum_up(session, place)
            self._advance(session)
            self._advance(session)
            for _ in range(2):
                for place in self._places(session, 3):
                    self._note(session, place)
            for place in self._places(session, 3):
                self._sum_up(session, place)
            self._advance(session)
            self._consolidate(session, None, [TEXTS.introduction])
            for position in (0, 2):
                self._consolidate(session, self.topics[position], self._citing(session, position))

    def publishes(self) -> str:
        """Write what is left, approve and publish. Give the page's path."""
        with self._writing() as session:
            self._consolidate(session, self.topics[1], self._citing(session, 1))
            answer = self._tell(session, Publish, title=TEXTS.published_title, looked_at=True)
            return f"/published/{answer['slug']}"

    def half_a_conclusion(self) -> str:
        """Give the second topic's text as it stands half-way, with its citations."""
        with self._writing() as session:
            return "\n\n".join(self._citing(session, 1)[:2])

    def guest_of(self, number: int, round_number: int) -> int:
        """Give the place in the list of somebody who sits at a table in a round and hosts none."""
        with self.app.app_context(), unit_of_work() as session:
            place = self._place_of(session, number, round_number)
            seated = set(session.scalars(select(Seat.attendee_id).where(Seat.table_round_id == place.id)))
            came = (p for p in self.people[len(self.tables) :] if p not in self.late)
            return next(person[2] for person in came if person[0] in seated)

    def table_of(self, place: int, round_number: int) -> int:
        """Give the number of the table where somebody sits in a round."""
        with self.app.app_context(), unit_of_work() as session:
            seats = select(Seat).where(Seat.attendee_id == self.people[place][0])
            seat = next(s for s in session.scalars(seats) if s.round_number == round_number)
            return seat.table_round.table.number

    def ticket(self, place: int) -> str:
        """Give somebody's phone its ticket."""
        with self.app.app_context(), unit_of_work() as session:
            return issue_ticket(session, self.people[place][1], ends_others=False)

    def link(self, purpose: Purpose, subject: str) -> str:
        """Give the secret of a link for one use."""
        with self.app.app_context(), unit_of_work() as session:
            return issue_link(session, purpose, subject, now_ms() + HOUR)

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        with self.app.app_context(), unit_of_work() as session:
            yield session

    def _tell(self, session: Session, command: Any, actor: Actor = SERVER, **data: Any) -> Result:
        return perform_within(session, actor, command(session_id=self.session, **data)).result

    def _step(self, session: Session) -> int:
        return session.get_one(CafeSession, self.session).step

    def _advance(self, session: Session) -> None:
        self._tell(session, Advance, from_step=self._step(session))

    def _places(self, session: Session, round_number: int) -> list[TableRound]:
        query = select(TableRound).where(TableRound.session_id == self.session)
        places = [place for place in session.scalars(query) if place.round_number == round_number]
        return sorted(places, key=lambda place: place.table.number)

    def _place_of(self, session: Session, number: int, round_number: int) -> TableRound:
        return self._places(session, round_number)[number - 1]

    def _position(self, place: TableRound) -> int:
        return self.topics.index(place.topic_id or "")

    def _host(self, place: TableRound) -> Actor:
        return Actor(participant_ids=(self.people[place.table.number - 1][1],))

    def _note(self, session: Session, place: TableRound) -> None:
        line = self.supply.note(self._position(place))
        self.written += 1
        self._tell(
            session, AddNote, self._host(place), table_round_id=place.id, note_id=new_key(),
            text=line.text, kind=line.kind, source=line.source,
            position=self.written,
        )  # fmt: skip

    def _write_summary(self, session: Session, place: TableRound) -> int:
        text = self.supply.summary(self._position(place))
        answer = self._tell(
            session, WriteSummary, self._host(place), table_round_id=place.id, base_version=0, text=text
        )
        version: int = answer["version"]
        return version

    def _sum_up(self, session: Session, place: TableRound) -> None:
        summary = session.get(Summary, place.id)
        version = summary.version if summary else self._write_summary(session, place)
        self._tell(session, ApproveSummary, self._host(place), table_round_id=place.id, version=version)

    def _ask_for_help(self, session: Session) -> None:
        place = self._place_of(session, CALLS, 2)
        seats = select(Seat).where(Seat.table_round_id == place.id)
        hosts = {person[0] for person in self.people[: len(self.tables)]}
        who = next(seat.attendee for seat in session.scalars(seats) if seat.attendee_id not in hosts)
        actor = Actor(participant_ids=(who.participant_id,))
        self._tell(session, AskForHelp, actor, help_id=new_key(), kind=HelpKind.SOMEONE)

    def _citing(self, session: Session, position: int) -> list[str]:
        """Give a topic's conclusion, each paragraph with two of the notes it rests on."""
        query = select(Note).where(Note.session_id == self.session).order_by(Note.at, Note.id)
        notes = [n.id for n in session.scalars(query) if n.table_round.topic_id == self.topics[position]]
        paragraphs = self.supply.topic(position).conclusion
        chosen = random.Random(position).sample(notes, 2 * len(paragraphs))  # noqa: S311 - no secret
        return [
            f"{paragraph} [#{chosen[2 * place]}] [#{chosen[2 * place + 1]}]"
            for place, paragraph in enumerate(paragraphs)
        ]

    def _consolidate(self, session: Session, topic: str | None, paragraphs: list[str]) -> None:
        text = "\n\n".join(paragraphs)
        current = session.scalar(
            select(Consolidated.version).where(
                Consolidated.session_id == self.session, Consolidated.topic_id == topic
            )
        )
        answer = self._tell(session, WriteConsolidated, topic_id=topic, base_version=current or 0, text=text)
        self._tell(
            session, ApproveConsolidated, topic_id=topic, version=answer["version"], without_hosts=True
        )
