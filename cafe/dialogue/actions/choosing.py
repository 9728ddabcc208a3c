"""Choosing a table oneself: sitting down, waiting for a chair, and telling everybody how many are free."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.commands import new_key
from cafe.dialogue.actions.found import cafe_of, clockwork, own_place, table_round_of, table_rounds_of
from cafe.dialogue.actions.told import take_seat_at
from cafe.dialogue.choosing import OFFER_LASTS, Chairs, round_to_choose
from cafe.dialogue.commands.choosing import ChooseTable, CountChairs, StopWaiting, WaitForChair
from cafe.dialogue.commands.session import Arrival
from cafe.dialogue.model import Attendee, CafeSession, ChairWait, OpenTable, Seat, TableRound
from cafe.dialogue.modes import Moves, moves_in
from cafe.dialogue.rules import Phase
from cafe.errors import BadInput, TooLate
from cafe.i18n import lazy
from cafe.live.stamp import touch
from cafe.perform import Result, action


def _place_to_choose(session: Session, attendee: Attendee, table_round_id: str) -> TableRound:
    """Give the place asked for. Raises TooLate or BadInput where it is not for this person to choose."""
    place = table_round_of(session, attendee.session_id, table_round_id)
    cafe = cafe_of(session, attendee.session_id)
    if moves_in(cafe.mode) is not Moves.CHOICE or round_to_choose(clockwork(cafe)) != place.round_number:
        raise TooLate(lazy("Tables are not chosen for this round now."))
    own = select(TableRound).where(
        TableRound.session_id == cafe.id,
        TableRound.round_number == place.round_number,
        (TableRound.host_id == attendee.id) | (TableRound.cohost_id == attendee.id),
    )
    hosted = session.scalars(own).first()
    if hosted is not None:
        raise BadInput(
            lazy("You host table %(number)s in this round.", number=hosted.table.number),
            field="table_round_id",
        )
    return place


def _chairs(session: Session, places: Iterable[TableRound]) -> dict[str, Chairs]:
    """Give who sits and who waits at tables. The stream is locked, so it stays so until this is stored."""
    places = list(places)
    ids = [place.id for place in places]
    taken: dict[str, set[str]] = defaultdict(set)
    for place in places:
        taken[place.id] |= {host for host in place.hosts if host is not None}
    sitting = select(Seat.table_round_id, Seat.attendee_id).where(Seat.table_round_id.in_(ids))
    for place_id, attendee_id in session.execute(sitting):
        taken[place_id].add(attendee_id)
    queues: dict[str, list[str]] = defaultdict(list)
    waiting = select(ChairWait.table_round_id, ChairWait.attendee_id).where(ChairWait.table_round_id.in_(ids))
    for place_id, attendee_id in session.execute(waiting.order_by(ChairWait.since, ChairWait.id)):
        queues[place_id].append(attendee_id)
    return {
        place.id: Chairs(
            seats=place.table.seats, taken=frozenset(taken[place.id]), queue=tuple(queues[place.id])
        )
        for place in places
    }


def _waits_of(session: Session, attendee: Attendee) -> list[ChairWait]:
    return list(session.scalars(select(ChairWait).where(ChairWait.attendee_id == attendee.id)))


@action(ChooseTable)
def choose_table(session: Session, actor: Actor, command: ChooseTable, _now: int) -> Result:
    """Sit down if a chair is left after all who wait for one; who sat elsewhere leaves that chair."""
    attendee = own_place(session, actor, command.session_id)
    place = _place_to_choose(session, attendee, command.table_round_id)
    if not _chairs(session, [place])[place.id].are_for(attendee.id):
        raise TooLate(
            lazy(
                "Table %(number)s is full now. Choose another one, or wait for a chair.",
                number=place.table.number,
            )
        )
    for wait in _waits_of(session, attendee):
        if wait.table_round_id == place.id:
            session.delete(wait)
    sit_down(session, attendee, place)
    return {"table": place.table.number}


def sit_down(session: Session, attendee: Attendee, place: TableRound) -> None:
    """Give somebody the chair they have chosen. What they chose themselves is no change to be told of."""
    query = select(Seat).where(Seat.attendee_id == attendee.id, Seat.round_number == place.round_number)
    seat = session.scalars(query).first()
    if seat is None:
        seat = take_seat_at(session, attendee, place)
    elif seat.table_round_id != place.id:
        seat.table_round = place
    seat.was_table = None
    if place.round_number in attendee.sitting_out:
        attendee.sitting_out = [number for number in attendee.sitting_out if number != place.round_number]
    if attendee.arrival != Arrival.ARRIVED:
        attendee.arrival = Arrival.ARRIVED
        touch(attendee)


@action(WaitForChair)
def wait_for_chair(session: Session, actor: Actor, command: WaitForChair, now: int) -> Result:
    """Join the queue at a table; a chair that is free is kept at once."""
    attendee = own_place(session, actor, command.session_id)
    place = _place_to_choose(session, attendee, command.table_round_id)
    waits = _waits_of(session, attendee)
    chairs = _chairs(session, [place])[place.id]
    if attendee.id in chairs.taken or attendee.id in chairs.queue:
        return {}
    for wait in waits:
        session.delete(wait)
    session.flush()
    session.add(
        ChairWait(
            id=new_key(),
            stream_id=place.session_id,
            session_id=place.session_id,
            attendee=attendee,
            attendee_id=attendee.id,
            table_round=place,
            table_round_id=place.id,
            since=now,
            offered_at=now if chairs.are_for(attendee.id) else None,
        )
    )
    return {}


@action(StopWaiting)
def stop_waiting(session: Session, actor: Actor, command: StopWaiting, _now: int) -> Result:
    """Leave the queue."""
    attendee = own_place(session, actor, command.session_id)
    for wait in _waits_of(session, attendee):
        session.delete(wait)
    return {}


@action(CountChairs)
def count_chairs(session: Session, _actor: Actor, command: CountChairs, now: int) -> Result:
    """Offer chairs that have become free to those who wait, and write down how many are free to anybody."""
    cafe = cafe_of(session, command.session_id)
    number = _number_to_choose(cafe)
    places = [place for place in table_rounds_of(session, cafe.id) if place.round_number == number]
    _end_waiting(session, cafe, number, now)
    chairs = _chairs(session, places)
    _offer(session, cafe, chairs, now)
    counted = {
        row.id: row for row in session.scalars(select(OpenTable).where(OpenTable.session_id == cafe.id))
    }
    for place in places:
        at_table = chairs[place.id]
        row = counted.pop(place.id, None)
        if row is None:
            row = OpenTable(
                id=place.id,
                stream_id=cafe.id,
                session_id=cafe.id,
                table_round=place,
                table_round_id=place.id,
            )
            session.add(row)
        row.free, row.waiting = at_table.free, len(at_table.queue)
    for row in counted.values():
        session.delete(row)
    return {}


def _number_to_choose(cafe: CafeSession) -> int | None:
    return round_to_choose(clockwork(cafe)) if moves_in(cafe.mode) is Moves.CHOICE else None


def _end_waiting(session: Session, cafe: CafeSession, number: int | None, now: int) -> None:
    """End waits for rounds that are over, for chairs not taken in time, and of who sits once people talk."""
    seated = select(Seat.attendee_id).where(Seat.session_id == cafe.id, Seat.round_number == number)
    sitting = set(session.scalars(seated)) if cafe.phase == Phase.RUNNING else set()
    for wait in session.scalars(select(ChairWait).where(ChairWait.session_id == cafe.id)).all():
        too_late = _has_run_out(wait, now)
        gone = wait.attendee.arrival == Arrival.AWAY or number in wait.attendee.sitting_out
        if too_late or gone or wait.table_round.round_number != number or wait.attendee_id in sitting:
            session.delete(wait)
    session.flush()


def _has_run_out(wait: ChairWait, now: int) -> bool:
    return wait.offered_at is not None and now - wait.offered_at >= OFFER_LASTS


def _offer(session: Session, cafe: CafeSession, chairs: dict[str, Chairs], now: int) -> None:
    for wait in session.scalars(select(ChairWait).where(ChairWait.session_id == cafe.id)):
        kept = wait.attendee_id in chairs[wait.table_round_id].offered
        if kept is not (wait.offered_at is not None):
            wait.offered_at = now if kept else None


def recount(session: Session, cafe: CafeSession, now: int) -> None:
    """Open the tables of the round that people choose for next, or none, with what has just been decided."""
    any_open = select(OpenTable.id).where(OpenTable.session_id == cafe.id)
    if moves_in(cafe.mode) is Moves.CHOICE or session.scalars(any_open).first() is not None:
        session.flush()
        count_chairs(session, Actor(is_server=True), CountChairs(session_id=cafe.id), now)


def chairs_have_changed(session: Session, cafe: CafeSession, now: int) -> bool:
    """Tell whether what everybody has been told of the chairs is out of date, or an offer has run out."""
    number = _number_to_choose(cafe)
    places = [place for place in table_rounds_of(session, cafe.id) if place.round_number == number]
    chairs = _chairs(session, places)
    told = {
        row.id: (row.free, row.waiting)
        for row in session.scalars(select(OpenTable).where(OpenTable.session_id == cafe.id))
    }
    if told != {key: (at_table.free, len(at_table.queue)) for key, at_table in chairs.items()}:
        return True
    for wait in session.scalars(select(ChairWait).where(ChairWait.session_id == cafe.id)):
        at_table = chairs.get(wait.table_round_id)
        kept = at_table is not None and wait.attendee_id in at_table.offered
        if kept is (wait.offered_at is None) or (kept and _has_run_out(wait, now)):
            return True
    return False
