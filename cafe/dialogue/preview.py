"""Seats as the organisers look at them: as they are, or as a plan would set them, with what it changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from cafe.dialogue.actions.found import clockwork
from cafe.dialogue.facts import expected_in
from cafe.dialogue.model import CafeSession, TableRound
from cafe.dialogue.queries.seats import placed_in
from cafe.dialogue.rules import open_rounds, rounds_left
from cafe.dialogue.shape import Expected
from cafe.errors import NotFound
from cafe.rotation import Plan

Tables = Mapping[tuple[str, int], str]
"""(person, round) -> table."""


@dataclass(frozen=True, kw_only=True)
class Sitter:
    """Somebody at a table; `pinned` was put there by hand. `moves`: a plan brings them here, from `was`."""

    person: Expected
    hosts: bool
    pinned: bool
    moves: bool = False
    was: int | None = None


@dataclass(frozen=True, kw_only=True)
class TableSeats:
    """One table in one round, with who sits there."""

    id: str
    number: int
    seats: int
    letter: str
    sitters: tuple[Sitter, ...]


@dataclass(frozen=True, kw_only=True)
class Move:
    """Somebody whose table in a round a plan would change; None is no seat."""

    person: Expected
    round: int
    was: int | None
    becomes: int | None


@dataclass(frozen=True, kw_only=True)
class Place:
    """What a table is in a round, as far as seats show it."""

    letter: str
    host_id: str | None
    cohost_id: str | None


@dataclass(frozen=True, kw_only=True)
class Room:
    """Tables and people of a session. `tables` holds (id, number, seats) by number."""

    people: Mapping[str, Expected]
    tables: tuple[tuple[str, int, int], ...]
    places: Mapping[tuple[str, int], Place]
    pinned: frozenset[tuple[str, int]]
    rounds: range
    rounds_left: tuple[int, ...]
    open_rounds: tuple[int, ...]
    seed: int

    @cached_property
    def number_of(self) -> dict[str, int]:
        """Map tables to their numbers."""
        return {key: number for key, number, _seats in self.tables}


@dataclass(frozen=True, kw_only=True)
class Seating:
    """Who sits where; with `before`, what it changes against the seats as they are."""

    room: Room
    at: Tables
    before: Tables | None = None

    @cached_property
    def rounds(self) -> tuple[tuple[TableSeats, ...], ...]:
        """Give all tables of all rounds."""
        return tuple(self.tables_in(number) for number in self.room.rounds)

    def tables_in(self, number: int) -> tuple[TableSeats, ...]:
        """Give the tables of a round; the host sits first, others by name."""
        by_table: dict[str, list[str]] = {}
        for person in self.room.people:  # which are in order of their names
            table = self.at.get((person, number))
            if table is not None:
                by_table.setdefault(table, []).append(person)
        return tuple(
            TableSeats(
                id=key,
                number=table_number,
                seats=seats,
                letter=self.room.places[key, number].letter,
                sitters=tuple(self._sitters(key, number, by_table.get(key, ()))),
            )
            for key, table_number, seats in self.room.tables
        )

    def _sitters(self, table: str, number: int, people: Iterable[str]) -> list[Sitter]:
        place = self.room.places[table, number]
        hosts = {place.host_id, place.cohost_id}
        changed = self._changed
        sitters = [
            Sitter(
                person=self.room.people[person],
                hosts=person in hosts,
                pinned=(person, number) in self.room.pinned,
                moves=(person, number) in changed,
                was=self._number(self.before, person, number),
            )
            for person in people
        ]
        return sorted(sitters, key=lambda sitter: sitter.person.id != place.host_id)

    def _number(self, at: Tables | None, person: str, number: int) -> int | None:
        table = (at or {}).get((person, number))
        return None if table is None else self.room.number_of.get(table)

    @cached_property
    def _changed(self) -> frozenset[tuple[str, int]]:
        if not self.before:
            return frozenset()
        keys = {*self.before, *self.at}
        return frozenset(
            key
            for key in keys
            if key[1] in self.room.open_rounds and self.at.get(key) != self.before.get(key)
        )

    @cached_property
    def moves(self) -> tuple[Move, ...]:
        """List what changes against the seats as they are, by round and name."""
        order = {person: place for place, person in enumerate(self.room.people)}
        return tuple(
            Move(
                person=self.room.people[person],
                round=number,
                was=self._number(self.before, person, number),
                becomes=self._number(self.at, person, number),
            )
            for person, number in sorted(self._changed, key=lambda key: (key[1], order.get(key[0], 0)))
            if person in self.room.people
        )

    @cached_property
    def moving(self) -> int:
        """Count the people for whom something changes."""
        return len({person for person, _number in self._changed})

    @cached_property
    def seated(self) -> int:
        """Count the people who have a seat in some round."""
        return len({person for person, _number in self.at})

    @cached_property
    def unseated(self) -> tuple[Expected, ...]:
        """List who has no seat in any round and is not away."""
        seated = {person for person, _number in self.at}
        return tuple(p for key, p in self.room.people.items() if key not in seated and not p.away)

    @cached_property
    def sizes(self) -> tuple[int, int]:
        """Give the smallest and the largest table of all rounds."""
        taken: dict[tuple[str, int], int] = dict.fromkeys(self.room.places, 0)
        for (_person, number), table in self.at.items():
            taken[table, number] = taken.get((table, number), 0) + 1
        return min(taken.values(), default=0), max(taken.values(), default=0)


def present_seating(session: Session, session_id: str, expected: Iterable[Expected] | None = None) -> Seating:
    """Give the seats as they are; `expected` is who is on the list, where that is known. Raises NotFound."""
    room, at = _room(session, session_id, expected)
    return Seating(room=room, at=at)


def seating_by(now: Seating, plan: Plan) -> Seating:
    """Give the seats as a plan would set them in the rounds that may still change."""
    room, before = now.room, now.at
    at = {key: table for key, table in before.items() if key[1] not in room.open_rounds}
    at |= {
        (person, number): table
        for person, tables in plan.items()
        for number, table in enumerate(tables, start=1)
        if table is not None and number in room.open_rounds and person in room.people
    }
    return Seating(room=room, at=at, before=before)


def _room(
    session: Session, session_id: str, expected: Iterable[Expected] | None
) -> tuple[Room, dict[tuple[str, int], str]]:
    cafe = session.get(CafeSession, session_id)
    if cafe is None:
        raise NotFound
    query = select(TableRound).where(TableRound.session_id == cafe.id).options(joinedload(TableRound.topic))
    listed = expected_in(session, cafe.id) if expected is None else expected
    people = sorted(listed, key=lambda person: person.label.casefold())
    seats = placed_in(session, cafe.id)
    room = Room(
        people={person.id: person for person in people},
        tables=tuple((table.id, table.number, table.seats) for table in cafe.tables),
        places={
            (place.table_id, place.round_number): Place(
                letter=place.topic.letter if place.topic else "",
                host_id=place.host_id,
                cohost_id=place.cohost_id,
            )
            for place in session.scalars(query)
        },
        pinned=frozenset(seat.key for seat in seats if seat.pinned),
        rounds=range(1, len(cafe.rounds_) + 1),
        rounds_left=tuple(rounds_left(clockwork(cafe))),
        open_rounds=tuple(open_rounds(clockwork(cafe))),
        seed=cafe.seed,
    )
    return room, {seat.key: seat.table_id for seat in seats}
