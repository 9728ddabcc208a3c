"""Every table in every round: what it is about, who hosts it, and when it may go."""

from __future__ import annotations

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from cafe.commands import new_key
from cafe.dialogue.actions.harvesters import topics_changed
from cafe.dialogue.actions.told import leave_seat, move_seat_to
from cafe.dialogue.model import (
    CafeSession,
    CafeTable,
    ChairWait,
    FormerHost,
    Note,
    OpenTable,
    PendingIdea,
    Seat,
    Summary,
    TableRound,
)
from cafe.dialogue.modes import TOPIC_MODES, Moves, moves_in, walks
from cafe.errors import TooLate
from cafe.i18n import lazy
from cafe.live.stamp import touch

Hosts = tuple[str | None, str | None]


def fill_places(session: Session, cafe: CafeSession) -> None:
    """Make sure that every table has its row for every round, with the right topic and hosts.

    Rounds that have begun keep their hosts and, where questions walk, whose question stood where.
    """
    places = {
        (place.table_id, place.round_number): place
        for place in session.scalars(select(TableRound).where(TableRound.session_id == cafe.id))
    }
    now = max(1, cafe.round_number)
    hosts = {place.desk_id: place.hosts for place in places.values() if place.round_number == now}
    topics = {table.id: table.topic_id if cafe.mode in TOPIC_MODES else None for table in cafe.tables}
    changed = []
    for number, desks in enumerate(_desks(cafe), start=1):
        for table in cafe.tables:
            place = places.pop((table.id, number), None)
            if place is None:
                desk = desks[table.id] if number > cafe.round_number else table.id
                place = _new_place(session, cafe, table, number, desk)
                _give_hosts(session, place, hosts.get(desk, (None, None)))
            elif number > cafe.round_number:
                place.desk_id = desks[table.id]
                _give_hosts(session, place, hosts.get(place.desk_id, (None, None)))
            if number >= now and place.topic_id != topics.get(place.desk_id):
                place.topic_id = topics.get(place.desk_id)
                changed.append(place)
            session.flush()
            show_again_at(session, place)
    for place in places.values():
        delete_place(session, place)
    session.flush()
    topics_changed(session, cafe, changed)
    touch(*cafe.topics)  # they tell at which tables they are


def _desks(cafe: CafeSession) -> list[dict[str, str]]:
    """Give for each round and table the table whose question stands there."""
    rounds, tables = len(cafe.rounds_), [table.id for table in cafe.tables]
    if moves_in(cafe.mode) is not Moves.QUESTIONS or not tables:
        return [{table: table for table in tables}] * rounds
    walking = walks([table.topic_id for table in cafe.tables], rounds)
    return [
        {table: tables[question] for table, question in zip(tables, standing, strict=True)}
        for standing in walking
    ]


def _new_place(session: Session, cafe: CafeSession, table: CafeTable, number: int, desk: str) -> TableRound:
    place = TableRound(
        id=new_key(),
        stream_id=cafe.id,
        session_id=cafe.id,
        table=table,
        table_id=table.id,
        desk_id=desk,
        round_number=number,
    )
    session.add(place)
    return place


def _give_hosts(session: Session, place: TableRound, hosts: Hosts) -> None:
    if place.hosts == hosts:
        return
    place.host_id, place.cohost_id = hosts
    session.flush()
    session.refresh(place, ["host"])
    seat_hosts_at(session, place)


def show_again_at(session: Session, place: TableRound) -> None:
    """Send a table's row for a round again, and all that show its number, topic or host."""
    touch(place)
    for kind in (Seat, OpenTable):
        touch(*session.scalars(select(kind).where(kind.table_round_id == place.id)))


def seat_hosts_at(session: Session, place: TableRound) -> None:
    """Let hosts who have a seat in a round sit at the table that they host in it."""
    hosts = [host for host in place.hosts if host is not None]
    query = select(Seat).where(Seat.attendee_id.in_(hosts), Seat.round_number == place.round_number)
    for seat in session.scalars(query):
        if seat.table_round_id != place.id:
            move_seat_to(session, seat, place)


def table_may_go(session: Session, cafe: CafeSession, table: CafeTable) -> None:
    """Keep a table that something was said at, or that a phone without network may still bring notes for."""
    own = or_(TableRound.table_id == table.id, TableRound.desk_id == table.id)
    places = session.scalars(select(TableRound).where(TableRound.session_id == cafe.id, own)).all()
    if any(_has_texts(session, place) for place in places):
        raise TooLate(
            lazy("Table %(number)s has notes and cannot be removed. They are kept.", number=table.number)
        )
    hosted = any(p.round_number <= cafe.round_number and (p.host_id or p.cohost_id) for p in places)
    left = session.scalars(select(FormerHost.table_id).where(FormerHost.table_id == table.id)).first()
    if hosted or left is not None:
        raise TooLate(
            lazy(
                "Table %(number)s has been in use and cannot be removed: notes may still be on the way.",
                number=table.number,
            )
        )


def _has_texts(session: Session, place: TableRound) -> bool:
    return any(
        session.scalars(select(kind.id).where(kind.table_round_id == place.id)).first() is not None
        for kind in (Note, PendingIdea, Summary)
    )


def delete_place(session: Session, place: TableRound) -> None:
    """Remove a table's row for a round, with its seats. Raises TooLate where something was said."""
    if _has_texts(session, place):
        raise TooLate(
            lazy(
                "Round %(number)s has notes and cannot be removed. They are kept.", number=place.round_number
            )
        )
    for seat in session.scalars(select(Seat).where(Seat.table_round_id == place.id)):
        leave_seat(session, seat)
    for kind in (OpenTable, ChairWait):
        for row in session.scalars(select(kind).where(kind.table_round_id == place.id)):
            session.delete(row)
    session.flush()
    session.delete(place)
