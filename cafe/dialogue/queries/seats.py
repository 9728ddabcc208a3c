"""Questions about seats."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import exists, select
from sqlalchemy.orm import Session, joinedload, object_session

from cafe.dialogue.commands.session import Arrival
from cafe.dialogue.model import Attendee, CafeSession, Seat, TableRound
from cafe.dialogue.modes import Moves, moves_in
from cafe.dialogue.rules import Phase


@dataclass(frozen=True, slots=True)
class Placed:
    """Somebody's seat in a round."""

    attendee_id: str
    round_number: int
    table_id: str
    pinned: bool

    @property
    def key(self) -> tuple[str, int]:
        """Give whose seat it is, and when."""
        return self.attendee_id, self.round_number


def placed_in(session: Session, session_id: str, only_round: int | None = None) -> list[Placed]:
    """Give the seats of a session, or of one of its rounds, without an object of the mapper for each."""
    query = (
        select(Seat.attendee_id, Seat.round_number, TableRound.table_id, Seat.pinned)
        .join(TableRound, TableRound.id == Seat.table_round_id)
        .where(Seat.session_id == session_id)
        .order_by(Seat.attendee_id, Seat.round_number)
    )
    if only_round is not None:
        query = query.where(Seat.round_number == only_round)
    return [Placed(*row) for row in session.execute(query)]


def people_to_seat(session: Session, cafe: CafeSession, *, only_arrived: bool = False) -> list[Attendee]:
    """Give who is to have a seat: all who are not away, or those who have come.

    Where people choose their table themselves only the hosts are seated for them.
    """
    query = select(Attendee).where(Attendee.session_id == cafe.id).options(joinedload(Attendee.participant))
    if only_arrived:
        query = query.where(Attendee.arrival == Arrival.ARRIVED)
    else:
        query = query.where(Attendee.arrival != Arrival.AWAY)
    if moves_in(cafe.mode) is Moves.CHOICE:
        at_a_table = Attendee.id.in_([TableRound.host_id, TableRound.cohost_id])
        query = query.where(exists().where(TableRound.session_id == cafe.id, at_a_table))
    return list(session.scalars(query.order_by(Attendee.id)))


def has_seats(session: Session, session_id: str) -> bool:
    """Tell whether anybody has a seat yet."""
    return bool(session.scalar(select(exists().where(Seat.session_id == session_id))))


def told_otherwise(session: Session, cafe: CafeSession) -> frozenset[str]:
    """Give who has another seat than they were told when people came in, in rounds that are not over."""
    if cafe.phase in {Phase.HARVEST, Phase.CLOSED, Phase.PUBLISHED}:
        return frozenset()
    query = select(Seat.attendee_id).where(Seat.session_id == cafe.id, Seat.was_table.is_not(None))
    return frozenset(session.scalars(query.where(Seat.round_number >= cafe.round_number)))


def attendees_seated_at(table_round: TableRound) -> list[str]:
    """Give the ids of those who are to sit at a table in a round."""
    session = object_session(table_round)
    if session is None:
        return []
    query = select(Seat.attendee_id).where(Seat.table_round_id == table_round.id)
    return list(session.scalars(query.order_by(Seat.attendee_id)))
