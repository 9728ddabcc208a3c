"""Wishes about seats: stated and taken back, by organisers for others and by guests for themselves."""

from __future__ import annotations

import hashlib
from base64 import urlsafe_b64encode

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.dialogue.actions.found import attendee_in, cafe_of, clockwork, own_place
from cafe.dialogue.actions.guests import set_sitting_out
from cafe.dialogue.commands.wishes import (
    ABOUT_A_TOPIC,
    ABOUT_TWO,
    AddWish,
    AskForCompany,
    PinSeat,
    RemoveWish,
    SitOutFor,
    WishKind,
)
from cafe.dialogue.model import Attendee, Seat, Topic, Wish
from cafe.dialogue.rules import rounds_left
from cafe.errors import BadInput, NotFound, TooLate
from cafe.i18n import lazy
from cafe.perform import Result, action


def wish_id(kind: WishKind, attendee_id: str, other_id: str | None, topic_id: str | None) -> str:
    """Give the id of a wish, which follows from what it says."""
    said = "/".join((kind, attendee_id, other_id or "", topic_id or ""))
    return urlsafe_b64encode(hashlib.sha256(said.encode()).digest()[:12]).decode()


@action(AddWish)
def add_wish(session: Session, _actor: Actor, command: AddWish, _now: int) -> Result:
    """State a wish; one that stands already stays as it is."""
    cafe = cafe_of(session, command.session_id)
    attendee = attendee_in(session, cafe.id, command.attendee_id)
    other = _other(session, command)
    topic = _topic(session, command)
    if command.kind is WishKind.COMPANY and attendee.participant.kind is None:
        raise BadInput(
            lazy("%(name)s has not said what background they have.", name=attendee.display_name),
            field="attendee_id",
        )
    return {"wish_id": _state(session, command.kind, attendee, other, topic)}


def _other(session: Session, command: AddWish) -> Attendee | None:
    if (command.other_id is not None) != (command.kind in ABOUT_TWO):
        raise BadInput(field="other_id")
    if command.other_id is None:
        return None
    if command.other_id == command.attendee_id:
        raise BadInput(lazy("Choose two different people."), field="other_id")
    return attendee_in(session, command.session_id, command.other_id)


def _topic(session: Session, command: AddWish) -> Topic | None:
    if (command.topic_id is not None) != (command.kind in ABOUT_A_TOPIC):
        raise BadInput(field="topic_id")
    if command.topic_id is None:
        return None
    topic = session.get(Topic, command.topic_id)
    if topic is None or topic.session_id != command.session_id:
        raise NotFound
    return topic


def _state(
    session: Session, kind: WishKind, attendee: Attendee, other: Attendee | None, topic: Topic | None
) -> str:
    """Write a wish down unless it stands; of two people it does not matter who is named first."""
    if other is not None and other.id < attendee.id:
        attendee, other = other, attendee
    key = wish_id(kind, attendee.id, other.id if other else None, topic.id if topic else None)
    if session.get(Wish, key) is None:
        session.add(
            Wish(
                id=key,
                stream_id=attendee.session_id,
                session_id=attendee.session_id,
                kind=kind,
                attendee=attendee,
                attendee_id=attendee.id,
                other=other,
                topic=topic,
            )
        )
    return key


@action(RemoveWish)
def remove_wish(session: Session, _actor: Actor, command: RemoveWish, _now: int) -> Result:
    """Take a wish back."""
    cafe = cafe_of(session, command.session_id)
    wish = session.get(Wish, command.wish_id)
    if wish is None or wish.session_id != cafe.id:
        raise NotFound
    session.delete(wish)
    return {}


def forget_wishes_about(session: Session, topic: Topic) -> None:
    """Take the wishes for a topic away that goes itself."""
    for wish in session.scalars(select(Wish).where(Wish.topic_id == topic.id)):
        session.delete(wish)


@action(SitOutFor)
def sit_out_for(session: Session, _actor: Actor, command: SitOutFor, _now: int) -> Result:
    """Free somebody's chair in a round, or find one again."""
    cafe = cafe_of(session, command.session_id)
    attendee = attendee_in(session, cafe.id, command.attendee_id)
    set_sitting_out(session, cafe, attendee, command.round, out=command.out)
    return {}


@action(PinSeat)
def pin_seat(session: Session, _actor: Actor, command: PinSeat, _now: int) -> Result:
    """Pin the seat that somebody has in a round, or lift the pin; nobody moves now."""
    cafe = cafe_of(session, command.session_id)
    attendee = attendee_in(session, cafe.id, command.attendee_id)
    if command.round not in rounds_left(clockwork(cafe)):
        raise TooLate
    query = select(Seat).where(Seat.attendee_id == attendee.id, Seat.round_number == command.round)
    seat = session.scalars(query).first()
    if seat is None:
        raise NotFound
    seat.pinned = command.pinned
    return {}


@action(AskForCompany)
def ask_for_company(session: Session, actor: Actor, command: AskForCompany, _now: int) -> Result:
    """Ask for company at one's own table, or take it back; whoever has not said a background cannot."""
    attendee = own_place(session, actor, command.session_id)
    if not command.wanted:
        mine = select(Wish).where(Wish.attendee_id == attendee.id, Wish.kind == WishKind.COMPANY)
        for wish in session.scalars(mine):
            session.delete(wish)
        return {}
    if attendee.participant.kind is None:
        raise BadInput
    _state(session, WishKind.COMPANY, attendee, None, None)
    return {}
