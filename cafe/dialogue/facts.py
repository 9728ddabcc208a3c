"""What the organisers' pages before a session show, as plain facts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from flask import url_for
from sqlalchemy import exists, select
from sqlalchemy.orm import Session, joinedload

from cafe.dialogue.commands.session import Arrival, Mode, RoundDraft, TableDraft, TopicDraft
from cafe.dialogue.model import Attendee, CafeSession, Seat, TableRound
from cafe.dialogue.queries.pages import sessions_of
from cafe.dialogue.queries.seats import told_otherwise
from cafe.dialogue.rules import Phase
from cafe.dialogue.shape import Expected, Shape
from cafe.dialogue.words import STATES
from cafe.errors import NotFound
from cafe.gatherings.facts import SessionRow, session_listers
from cafe.gatherings.model import Participant


@dataclass(frozen=True, kw_only=True)
class PrepareFacts:
    """A session as it is prepared.

    `begun` counts the rounds that have begun; `told_otherwise` holds whose printed card is no longer right.
    """

    session_id: str
    gathering_id: str
    gathering: str
    title: str
    phase: Phase
    begun: int
    home_table_last: bool
    planned: bool
    shape: Shape
    people: tuple[Expected, ...]
    told_otherwise: frozenset[str] = frozenset()

    @property
    def started(self) -> bool:
        """Tell whether the first round is being gone to, or later."""
        return self.phase not in {Phase.DRAFT, Phase.CHECK_IN}

    def person(self, attendee_id: str | None) -> Expected | None:
        """Give somebody on the list."""
        return next((person for person in self.people if person.id == attendee_id), None)

    @property
    def hosts(self) -> list[tuple[int, Expected]]:
        """Give who hosts and co-hosts, with the table's number."""
        return [
            (number, person)
            for number, table in enumerate(self.shape.tables, start=1)
            for attendee_id in self.shape.hosts.get(table.id, ())
            if (person := self.person(attendee_id)) is not None
        ]


def prepare_facts(session: Session, session_id: str) -> PrepareFacts:
    """Give what the page of preparation shows. Raises NotFound."""
    cafe = session.get(CafeSession, session_id)
    if cafe is None:
        raise NotFound
    people = expected_in(session, session_id)
    planned = bool(session.scalar(select(exists().where(Seat.session_id == session_id))))
    return PrepareFacts(
        session_id=cafe.id,
        gathering_id=cafe.gathering_id,
        gathering=cafe.gathering.title,
        title=cafe.title,
        phase=Phase(cafe.phase),
        begun=cafe.round_number,
        home_table_last=cafe.home_table_last,
        planned=planned,
        people=people,
        shape=_shape(session, cafe, people),
        told_otherwise=told_otherwise(session, cafe),
    )


def _shape(session: Session, cafe: CafeSession, people: tuple[Expected, ...]) -> Shape:
    return Shape(
        mode=Mode(cafe.mode),
        seats=cafe.seats,
        switch_minutes=cafe.switch_minutes,
        question=cafe.question,
        rounds=tuple(RoundDraft(id=r.id, minutes=r.minutes, question=r.question) for r in cafe.rounds_),
        topics=tuple(TopicDraft(id=t.id, title=t.title, question=t.question) for t in cafe.topics),
        tables=tuple(
            TableDraft(id=t.id, seats=t.seats, topic_id=t.topic_id, accessible=t.accessible)
            for t in cafe.tables
        ),
        hosts=_hosts(session, cafe),
        people=sum(not person.away for person in people),
    )


def _hosts(session: Session, cafe: CafeSession) -> dict[str, tuple[str | None, str | None]]:
    now = max(1, cafe.round_number)
    query = select(TableRound).where(TableRound.session_id == cafe.id, TableRound.round_number == now)
    return {place.desk_id: (place.host_id, place.cohost_id) for place in session.scalars(query)}


def expected_in(session: Session, session_id: str) -> tuple[Expected, ...]:
    """Give everyone on a session's list, by label."""
    query = (
        select(Attendee)
        .where(Attendee.session_id == session_id)
        .options(joinedload(Attendee.participant).joinedload(Participant.organisation))
    )
    people = list(session.scalars(query))
    plain = {person.id: _label(person.participant) for person in people}
    times = Counter(plain.values())
    numbered: Counter[str] = Counter()
    out = []
    for person in sorted(people, key=lambda person: (plain[person.id].casefold(), person.id)):
        label = plain[person.id]
        numbered[label] += 1
        out.append(
            Expected(
                id=person.id,
                label=f"{label} #{numbered[label]}" if times[label] > 1 else label,
                name=person.participant.name,
                organisation=person.participant.organisation.name if person.participant.organisation else "",
                kind=person.participant.kind,
                here=person.arrival == Arrival.ARRIVED,
                away=person.arrival == Arrival.AWAY,
            )
        )
    return tuple(out)


def _label(participant: Participant) -> str:
    organisation = participant.organisation
    return f"{participant.name} ({organisation.name})" if organisation else participant.name


def session_rows(session: Session, gathering_id: str) -> list[SessionRow]:
    """Give the sessions of a gathering for its page."""
    return [
        SessionRow(
            title=cafe.title,
            state=STATES[Phase(cafe.phase)],
            address=url_for(
                "dialogue.prepare" if cafe.phase == Phase.DRAFT else "dialogue.run", session_id=cafe.id
            ),
        )
        for cafe in sessions_of(session, gathering_id)
    ]


session_listers.append(session_rows)
