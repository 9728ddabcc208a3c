"""People as the organisers and hosts see them: at the door, at the table, on the list."""

from __future__ import annotations

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.commands import new_key
from cafe.dialogue.actions.chairs import find_chairs, set_arrived
from cafe.dialogue.actions.found import attendee_in, cafe_of, table_round_of
from cafe.dialogue.actions.guests import mark_visited, show_again
from cafe.dialogue.commands.session import AddAttendee, Arrival, SetArrival
from cafe.dialogue.commands.table import MarkPresence, MarkVisit
from cafe.dialogue.model import Attendee, CafeSession, FormerHost, HostPresence, TableRound, Visit
from cafe.dialogue.rules import Phase
from cafe.gatherings.actions import enrol, may_be_claimed, on_registered
from cafe.gatherings.model import Participant
from cafe.live.stamp import touch
from cafe.network.actions.organisations import on_renamed
from cafe.people.actions import on_entered
from cafe.perform import Result, action

OVER = (Phase.CLOSED, Phase.PUBLISHED)


def give_place(session: Session, participant: Participant, has_come: bool, _now: int) -> None:  # noqa: FBT001
    """Give a participant a place in every session of the gathering that is not over."""
    query = select(CafeSession).where(
        CafeSession.gathering_id == participant.gathering_id, CafeSession.phase.not_in(OVER)
    )
    for cafe in session.scalars(query):
        attend(session, cafe, participant, has_come=has_come, by_phone=has_come)


on_registered.append(give_place)


def show_new_name(session: Session, organisation_id: str) -> None:
    """Send everyone from an organisation again, with the name that it has now."""
    theirs = select(Participant.id).where(Participant.organisation_id == organisation_id)
    touch(*session.scalars(select(Attendee).where(Attendee.participant_id.in_(theirs))))


on_renamed.append(show_new_name)


def check_in_by_card(session: Session, participant_id: str) -> None:
    """Take somebody who opens a personal card as having come, wherever the doors are open."""
    query = (
        select(Attendee)
        .join(CafeSession)
        .where(Attendee.participant_id == participant_id, CafeSession.phase.not_in((Phase.DRAFT, *OVER)))
    )
    for attendee in session.scalars(query).all():
        cafe = cafe_of(session, attendee.session_id)
        attend(session, cafe, attendee.participant, has_come=True, by_phone=True)


on_entered.append(check_in_by_card)


def is_no_host(session: Session, participant: Participant) -> bool:
    """Refuse that a host's place is claimed by typing the name: hosting comes by a personal link only."""
    mine = select(Attendee.id).where(Attendee.participant_id == participant.id)
    hosting = exists().where(or_(TableRound.host_id.in_(mine), TableRound.cohost_id.in_(mine)))
    has_hosted = exists().where(FormerHost.attendee_id.in_(mine))
    return not session.scalar(select(or_(hosting, has_hosted)))


may_be_claimed.append(is_no_host)


def attend(
    session: Session, cafe: CafeSession, participant: Participant, *, has_come: bool, by_phone: bool
) -> Attendee:
    """Give a participant a place in a session; who has come is seated if there is a plan already."""
    query = select(Attendee).where(Attendee.session_id == cafe.id, Attendee.participant_id == participant.id)
    attendee = session.scalars(query).first()
    if attendee is None:
        attendee = Attendee(
            id=new_key(),
            stream_id=cafe.id,
            session_id=cafe.id,
            participant=participant,
            sitting_out=[],
            arrival=Arrival.EXPECTED,
        )
        session.add(attendee)
    if has_come:
        attendee.arrival = Arrival.ARRIVED
        attendee.by_phone = attendee.by_phone or by_phone
    session.flush()
    show_again(session, attendee)
    if has_come:
        find_chairs(session, cafe, attendee)
    return attendee


@action(AddAttendee)
def add_attendee(session: Session, _actor: Actor, command: AddAttendee, _now: int) -> Result:
    """Take up somebody at the door and seat them."""
    cafe = cafe_of(session, command.session_id)
    participant = enrol(
        session, cafe.gathering, new_key(), command.display_name, command.organisation_id, command.kind
    )
    attendee = Attendee(
        id=command.attendee_id,
        stream_id=cafe.id,
        session_id=cafe.id,
        participant=participant,
        sitting_out=[],
        arrival=Arrival.EXPECTED,
    )
    session.add(attendee)
    session.flush()
    attend(session, cafe, participant, has_come=command.arrived, by_phone=False)
    return {"attendee_id": attendee.id, "participant_id": participant.id}


@action(SetArrival)
def set_arrival(session: Session, _actor: Actor, command: SetArrival, _now: int) -> Result:
    """Say whether somebody has come; away frees the chairs that are left, coming finds one."""
    cafe = cafe_of(session, command.session_id)
    attendee = attendee_in(session, cafe.id, command.attendee_id)
    set_arrived(session, cafe, attendee, command.arrival)
    return {}


@action(MarkVisit)
def mark_visit(session: Session, _actor: Actor, command: MarkVisit, _now: int) -> Result:
    """Write down that somebody is at the table, or take it back."""
    table_round = table_round_of(session, command.session_id, command.table_round_id)
    attendee = attendee_in(session, command.session_id, command.attendee_id)
    if command.here:
        mark_visited(session, attendee, table_round)
        if attendee.arrival != Arrival.ARRIVED:
            attendee.arrival = Arrival.ARRIVED
            show_again(session, attendee)
        return {}
    query = select(Visit).where(Visit.attendee_id == attendee.id, Visit.table_round_id == table_round.id)
    for visit in session.scalars(query):
        session.delete(visit)
    return {}


@action(MarkPresence)
def mark_presence(session: Session, _actor: Actor, command: MarkPresence, now: int) -> Result:
    """Write down whether a host's device is connected, and since when."""
    attendee = attendee_in(session, cafe_of(session, command.session_id).id, command.attendee_id)
    presence = session.get(HostPresence, attendee.id)
    if presence is None:
        presence = HostPresence(
            id=attendee.id,
            stream_id=attendee.session_id,
            session_id=attendee.session_id,
            connected=False,
            since=now,
        )
        session.add(presence)
    if presence.connected != command.connected:
        presence.connected, presence.since = command.connected, now
    return {}
