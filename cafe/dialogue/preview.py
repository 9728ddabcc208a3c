"""Seats as the organisers look at them: as they are, or as a plan would set them, with what it achieves."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.dialogue.actions.found import clockwork
from cafe.dialogue.actions.seating import proposed
from cafe.dialogue.facts import expected_in
from cafe.dialogue.model import Attendee, CafeSession, Seat, TableRound
from cafe.dialogue.queries.plan import instance_of
from cafe.dialogue.rules import rounds_left
from cafe.dialogue.shape import Expected
from cafe.errors import NotFound
from cafe.rotation import Measure, Plan, measure


@dataclass(frozen=True, kw_only=True)
class Sitter:
    """Somebody at a table; `pinned` was put there by hand."""

    person: Expected
    hosts: bool
    pinned: bool


@dataclass(frozen=True, kw_only=True)
class TableSeats:
    """One table in one round, with who sits there."""

    id: str
    number: int
    seats: int
    letter: str
    sitters: tuple[Sitter, ...]


@dataclass(frozen=True, kw_only=True)
class Seating:
    """All tables of all rounds, and what the whole plan achieves."""

    rounds: tuple[tuple[TableSeats, ...], ...]
    rounds_left: tuple[int, ...]
    unseated: tuple[Expected, ...]
    measure: Measure
    seated: int
    seed: int

    @property
    def sizes(self) -> tuple[int, int]:
        """Give the smallest and the largest table of all rounds."""
        sizes = [len(table.sitters) for tables in self.rounds for table in tables] or [0]
        return min(sizes), max(sizes)

    @property
    def new_share(self) -> int:
        """Tell how many of a hundred meetings are between people who have not met here before."""
        found = self.measure
        return 100 if not found.meetings else found.new_meetings * 100 // found.meetings


def present_seating(session: Session, session_id: str) -> Seating:
    """Give the seats as they are. Raises NotFound."""
    cafe = _cafe(session, session_id)
    people = list(session.scalars(select(Attendee).where(Attendee.session_id == cafe.id)))
    plan: dict[str, list[str | None]] = {person.id: [None] * len(cafe.rounds_) for person in people}
    for seat in session.scalars(select(Seat).where(Seat.session_id == cafe.id)):
        plan[seat.attendee_id][seat.round_number - 1] = seat.table_round.table_id
    return _seating(session, cafe, people, {key: tuple(tables) for key, tables in plan.items()})


def proposed_seating(session: Session, session_id: str, *, only_arrived: bool, seed: int) -> Seating:
    """Give the seats as a plan would set them; nothing is written. Raises NotFound or TooLate."""
    cafe = _cafe(session, session_id)
    cafe.seed = seed  # in this session only, which is never committed
    with session.no_autoflush:
        people, plan = proposed(session, cafe, only_arrived=only_arrived)
        return _seating(session, cafe, people, plan)


def _cafe(session: Session, session_id: str) -> CafeSession:
    cafe = session.get(CafeSession, session_id)
    if cafe is None:
        raise NotFound
    return cafe


def _seating(session: Session, cafe: CafeSession, people: list[Attendee], plan: Plan) -> Seating:
    seated = [person for person in people if any(plan[person.id])]
    by_id = {person.id: person for person in expected_in(session, cafe.id)}
    pinned = {
        (seat.attendee_id, seat.round_number)
        for seat in session.scalars(select(Seat).where(Seat.session_id == cafe.id, Seat.pinned.is_(True)))
    }
    places = {
        (place.table_id, place.round_number): place
        for place in session.scalars(select(TableRound).where(TableRound.session_id == cafe.id))
    }
    at: dict[tuple[str, int], list[Expected]] = {}
    for key in sorted(plan, key=lambda key: by_id[key].label.casefold()):
        for number, table_id in enumerate(plan[key], start=1):
            if table_id is not None:
                at.setdefault((table_id, number), []).append(by_id[key])

    def at_table(table_id: str, number: int) -> tuple[Sitter, ...]:
        place = places[table_id, number]
        hosts = {place.host_id, place.cohost_id}
        sitters = [
            Sitter(person=person, hosts=person.id in hosts, pinned=(person.id, number) in pinned)
            for person in at.get((table_id, number), ())
        ]
        return tuple(sorted(sitters, key=lambda sitter: sitter.person.id != place.host_id))

    instance = instance_of(session, cafe, seated, {})
    return Seating(
        rounds=tuple(
            tuple(
                TableSeats(
                    id=table.id,
                    number=table.number,
                    seats=table.seats,
                    letter=topic.letter if (topic := places[table.id, number].topic) else "",
                    sitters=at_table(table.id, number),
                )
                for table in cafe.tables
            )
            for number in range(1, len(cafe.rounds_) + 1)
        ),
        rounds_left=tuple(rounds_left(clockwork(cafe))),
        unseated=tuple(
            person for key, person in by_id.items() if not any(plan.get(key, ())) and not person.away
        ),
        measure=measure(instance, {person.id: plan[person.id] for person in seated}),
        seated=len(seated),
        seed=cafe.seed,
    )
