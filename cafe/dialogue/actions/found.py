"""Finding what a command is about. The roles were checked already; here it is only fetched."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.dialogue.model import Attendee, CafeSession, CafeTable, Note, TableRound
from cafe.dialogue.queries.roles import attendee_of
from cafe.dialogue.rules import Clockwork, Phase
from cafe.errors import NotAllowed, NotFound
from cafe.live.stamp import lock_stream


def cafe_of(session: Session, session_id: str) -> CafeSession:
    """Give the session, with its stream locked. Raises NotFound."""
    lock_stream(session, session_id)
    cafe = session.get(CafeSession, session_id)
    if cafe is None:
        raise NotFound
    return cafe


def table_round_of(session: Session, session_id: str, table_round_id: str) -> TableRound:
    """Give a table round of the session. Raises NotFound."""
    lock_stream(session, session_id)
    table_round = session.get(TableRound, table_round_id)
    if table_round is None or table_round.session_id != session_id:
        raise NotFound
    return table_round


def table_of(session: Session, session_id: str, table_id: str) -> CafeTable:
    """Give a table of the session. Raises NotFound."""
    table = session.get(CafeTable, table_id)
    if table is None or table.session_id != session_id:
        raise NotFound
    return table


def note_of(session: Session, session_id: str, note_id: str) -> Note:
    """Give a note of the session. Raises NotFound."""
    lock_stream(session, session_id)
    note = session.get(Note, note_id)
    if note is None or note.session_id != session_id:
        raise NotFound
    return note


def attendee_in(session: Session, session_id: str, attendee_id: str) -> Attendee:
    """Give an attendee of the session. Raises NotFound."""
    attendee = session.get(Attendee, attendee_id)
    if attendee is None or attendee.session_id != session_id:
        raise NotFound
    return attendee


def own_place(session: Session, actor: Actor, session_id: str) -> Attendee:
    """Give the attendee who asks. Raises NotAllowed when the actor has no place in the session."""
    lock_stream(session, session_id)
    attendee = attendee_of(session, actor, session_id)
    if attendee is None:
        raise NotAllowed
    return attendee


def table_rounds_of(session: Session, session_id: str) -> list[TableRound]:
    """Give every table round of the session, by table number and round."""
    query = select(TableRound).join(CafeTable).where(TableRound.session_id == session_id)
    return list(session.scalars(query.order_by(CafeTable.number, TableRound.round_number)))


def clockwork(cafe: CafeSession) -> Clockwork:
    """Give the facts that the rules decide on."""
    return Clockwork(
        phase=Phase(cafe.phase),
        round_number=cafe.round_number,
        step=cafe.step,
        deadline=cafe.deadline,
        paused_left=cafe.paused_left,
        round_minutes=tuple(round_.minutes for round_ in cafe.rounds_),
        switch_minutes=cafe.switch_minutes,
    )
