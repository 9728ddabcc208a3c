"""What guests do for themselves: another name, sitting out, finding the table, asking for somebody."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.commands import new_key
from cafe.dialogue.actions.found import cafe_of, clockwork, own_place, table_round_of
from cafe.dialogue.actions.seating import free_seat, seat_newcomer
from cafe.dialogue.commands.guests import AskForHelp, Rename, SitOut, TakeSeat, WithdrawHelp
from cafe.dialogue.model import Attendee, CafeSession, HelpCall, Note, OpenTable, Seat, TableRound, Visit
from cafe.dialogue.rules import rounds_left
from cafe.errors import BadInput, NotFound, TooLate
from cafe.live.stamp import touch
from cafe.perform import Result, action


def seats_of(session: Session, attendee: Attendee) -> list[Seat]:
    """Give a person's seats, by round."""
    query = select(Seat).where(Seat.attendee_id == attendee.id)
    return list(session.scalars(query.order_by(Seat.round_number)))


def show_again(session: Session, attendee: Attendee) -> None:
    """Send again every row that shows a person's name or whether they have come."""
    touch(attendee, *seats_of(session, attendee))
    touch(*session.scalars(select(Visit).where(Visit.attendee_id == attendee.id)))
    touch(*session.scalars(select(HelpCall).where(HelpCall.attendee_id == attendee.id)))
    touch(*session.scalars(select(Note).where(Note.author_id == attendee.id, Note.origin == "phone")))
    hosted = session.scalars(select(TableRound).where(TableRound.host_id == attendee.id)).all()
    touch(*hosted)
    for table_round in hosted:
        touch(*session.scalars(select(Seat).where(Seat.table_round_id == table_round.id)))
        touch(*session.scalars(select(OpenTable).where(OpenTable.table_round_id == table_round.id)))


@action(Rename)
def rename(session: Session, actor: Actor, command: Rename, _now: int) -> Result:
    """Choose another name, shown everywhere from now on."""
    attendee = own_place(session, actor, command.session_id)
    attendee.participant.name = command.display_name
    show_again(session, attendee)
    return {}


@action(SitOut)
def sit_out(session: Session, actor: Actor, command: SitOut, _now: int) -> Result:
    """Free the chair in a round, or find one again."""
    attendee = own_place(session, actor, command.session_id)
    cafe = cafe_of(session, command.session_id)
    set_sitting_out(session, cafe, attendee, command.round, out=command.out)
    return {}


def set_sitting_out(
    session: Session, cafe: CafeSession, attendee: Attendee, number: int, *, out: bool
) -> None:
    """Free somebody's chair in a round, or find one again. Raises TooLate when the round has ended."""
    if number not in rounds_left(clockwork(cafe)):
        raise TooLate
    rounds = set(attendee.sitting_out)
    if out:
        attendee.sitting_out = sorted(rounds | {number})
        free_seat(session, attendee, number)
    else:
        attendee.sitting_out = sorted(rounds - {number})
        session.flush()
        seat_newcomer(session, cafe, attendee)


@action(TakeSeat)
def take_seat(session: Session, actor: Actor, command: TakeSeat, _now: int) -> Result:
    """Remember that somebody has found the table."""
    attendee = own_place(session, actor, command.session_id)
    table_round = table_round_of(session, command.session_id, command.table_round_id)
    mark_visited(session, attendee, table_round)
    if attendee.arrival == "expected":
        attendee.arrival = "arrived"
        show_again(session, attendee)
    return {}


def mark_visited(session: Session, attendee: Attendee, table_round: TableRound) -> None:
    """Write down where somebody was in a round; one place a round."""
    others = (
        select(Visit)
        .join(TableRound)
        .where(Visit.attendee_id == attendee.id, TableRound.round_number == table_round.round_number)
    )
    for visit in session.scalars(others):
        if visit.table_round_id == table_round.id:
            return
        session.delete(visit)
    session.add(
        Visit(
            id=new_key(),
            stream_id=attendee.session_id,
            session_id=attendee.session_id,
            attendee=attendee,
            attendee_id=attendee.id,
            table_round=table_round,
        )
    )


@action(AskForHelp)
def ask_for_help(session: Session, actor: Actor, command: AskForHelp, now: int) -> Result:
    """Call for somebody, privately."""
    attendee = own_place(session, actor, command.session_id)
    if session.get(HelpCall, command.help_id) is not None:
        raise BadInput(field="help_id")
    session.add(
        HelpCall(
            id=command.help_id,
            stream_id=command.session_id,
            session_id=command.session_id,
            attendee=attendee,
            attendee_id=attendee.id,
            kind=command.kind,
            at=now,
        )
    )
    return {}


@action(WithdrawHelp)
def withdraw_help(session: Session, actor: Actor, command: WithdrawHelp, _now: int) -> Result:
    """Take one's own call for help back."""
    attendee = own_place(session, actor, command.session_id)
    call = session.get(HelpCall, command.help_id)
    if call is None or call.attendee_id != attendee.id:
        raise NotFound
    session.delete(call)
    return {}
