"""What is printed for a café: a sheet for each table and round, and the list of names for the wall."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.dialogue.model import CafeSession, Round, TableRound
from cafe.dialogue.modes import question_in
from cafe.dialogue.preview import Seating, Sitter
from cafe.dialogue.shape import Expected
from cafe.errors import NotFound


@dataclass(frozen=True, kw_only=True)
class TableSheet:
    """One table in one round, with who is expected; the host comes first."""

    table: int
    round: int
    minutes: int
    letter: str
    topic: str
    question: str
    sitters: tuple[Sitter, ...]


@dataclass(frozen=True, kw_only=True)
class WallName:
    """Somebody, and their table in each round; None where they have none."""

    person: Expected
    tables: tuple[int | None, ...]


def table_sheets(session: Session, session_id: str, seating: Seating) -> list[TableSheet]:
    """Give a sheet for each table and round, table by table. Raises NotFound."""
    cafe = session.get(CafeSession, session_id)
    if cafe is None:
        raise NotFound
    rounds = {round_.number: round_ for round_ in cafe.rounds_}
    places = {
        (place.table_id, place.round_number): place
        for place in session.scalars(select(TableRound).where(TableRound.session_id == session_id))
    }
    sheets = [
        _sheet(cafe, places[table.id, number], rounds[number], table.sitters)
        for number, tables in enumerate(seating.rounds, start=1)
        for table in tables
    ]
    return sorted(sheets, key=lambda sheet: (sheet.table, sheet.round))


def _sheet(cafe: CafeSession, place: TableRound, round_: Round, sitters: tuple[Sitter, ...]) -> TableSheet:
    topic = place.topic
    return TableSheet(
        table=place.table.number,
        round=round_.number,
        minutes=round_.minutes,
        letter=topic.letter if topic else "",
        topic=topic.title if topic else "",
        question=_question(cafe, place, round_),
        sitters=sitters,
    )


def _question(cafe: CafeSession, place: TableRound, round_: Round) -> str:
    return question_in(
        cafe.mode,
        table=place.question,
        of_round=round_.question,
        topic=place.topic.question if place.topic else None,
        session=cafe.question,
    )


def wall_names(seating: Seating) -> list[WallName]:
    """List everyone who has a seat, by name, with their table in each round."""
    people: dict[str, Expected] = {}
    tables: dict[str, list[int | None]] = {}
    for index, places in enumerate(seating.rounds):
        for place in places:
            for sitter in place.sitters:
                people[sitter.person.id] = sitter.person
                own = tables.setdefault(sitter.person.id, [None] * len(seating.rounds))
                own[index] = place.number
    in_order = sorted(people.values(), key=lambda person: person.label.casefold())
    return [WallName(person=person, tables=tuple(tables[person.id])) for person in in_order]
