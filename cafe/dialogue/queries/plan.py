"""The facts of a session as the planner takes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.dialogue.commands.session import Mode
from cafe.dialogue.commands.wishes import WishKind
from cafe.dialogue.model import Attendee, CafeSession, TableRound, Wish
from cafe.rotation import Instance, Person, Table

STAYING = frozenset({Mode.REFLECTION, Mode.HOSTS_ROTATE})
"""The modes in which guests keep their table; in the second the hosts walk."""


def instance_of(
    session: Session,
    cafe: CafeSession,
    people: Sequence[Attendee],
    fixed: Mapping[tuple[str, int], str],
) -> Instance:
    """Give everything that decides a seating: people, tables, topics, hosts, wishes, what is kept."""
    rounds = len(cafe.rounds_)
    present = {person.id for person in people}
    wishes = _wishes_of(session, cafe, present)
    of_one = {(wish.attendee_id, wish.kind) for wish in wishes}
    places: dict[tuple[str, int], TableRound] = {
        (place.table_id, place.round_number): place
        for place in session.scalars(select(TableRound).where(TableRound.session_id == cafe.id))
    }
    tables = []
    for table in cafe.tables:
        at_table = [places[table.id, number] for number in range(1, rounds + 1)]
        tables.append(
            Table(
                id=table.id,
                seats=table.seats,
                accessible=table.accessible,
                topic_by_round=tuple(place.topic_id for place in at_table),
                host_by_round=tuple(
                    tuple(h for h in (place.host_id, place.cohost_id) if h in present) for place in at_table
                ),
            )
        )
    return Instance(
        people=tuple(_person(person, rounds, of_one) for person in people),
        tables=tuple(tables),
        rounds=rounds,
        seed=cafe.seed,
        fixed={key: table for key, table in fixed.items() if key[0] in present and key[1] <= rounds},
        stay=cafe.mode in STAYING,
        home_table_last=cafe.home_table_last,
        must_visit=tuple((wish.attendee_id, wish.topic_id) for wish in wishes if wish.topic_id is not None),
        apart=_pairs(wishes, WishKind.APART),
        together=_pairs(wishes, WishKind.TOGETHER),
    )


def _wishes_of(session: Session, cafe: CafeSession, present: AbstractSet[str]) -> list[Wish]:
    """Give the wishes of those who are seated, in an order that does not change."""
    query = select(Wish).where(Wish.session_id == cafe.id).order_by(Wish.id)
    return [
        wish
        for wish in session.scalars(query)
        if wish.attendee_id in present and (wish.other_id is None or wish.other_id in present)
    ]


def _pairs(wishes: Iterable[Wish], kind: WishKind) -> tuple[tuple[str, str], ...]:
    return tuple(
        (wish.attendee_id, wish.other_id)
        for wish in wishes
        if wish.kind == kind and wish.other_id is not None
    )


def _person(attendee: Attendee, rounds: int, wishes: AbstractSet[tuple[str, str]]) -> Person:
    out = set(attendee.sitting_out)
    return Person(
        id=attendee.id,
        organisation=attendee.participant.organisation_id,
        kind=attendee.participant.kind,
        rounds=frozenset(n for n in range(1, rounds + 1) if n not in out) if out else None,
        stays=(attendee.id, WishKind.STAYS) in wishes,
        needs_access=(attendee.id, WishKind.ACCESSIBLE) in wishes,
        company=(attendee.id, WishKind.COMPANY) in wishes,
    )
