"""What happens when something is asked of a gathering."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.commands import new_key
from cafe.errors import BadInput, NotAllowed, NotFound, TooLate
from cafe.gatherings.commands import (
    AddOrganisation,
    ChangeGathering,
    CreateGathering,
    HandOutCards,
    InviteOrganiser,
    JoinGathering,
    RegisterParticipant,
    RegisterPeople,
)
from cafe.gatherings.model import Gathering, Organising, Participant
from cafe.gatherings.queries import organises
from cafe.gatherings.rules import new_code, same_name
from cafe.i18n import lazy
from cafe.network.model import Network, NetworkOrganiser, Organisation
from cafe.network.queries import organises_network
from cafe.people.actions import account_for, invite, issue_link, opens_more
from cafe.people.commands import AddUser, Purpose
from cafe.people.model import Ticket
from cafe.people.rules import CARD_LASTS
from cafe.perform import Result, action

# Higher domains add their part: a place in the sessions for everyone who is registered or joins.
Registered = Callable[[Session, Participant, bool, int], None]
on_registered: list[Registered] = []
# A participant on the list may be claimed by typing the name unless one of these says no (hosts may not).
Claimable = Callable[[Session, Participant], bool]
may_be_claimed: list[Claimable] = []


@action(CreateGathering)
def create_gathering(session: Session, actor: Actor, command: CreateGathering, now: int) -> Result:
    """Begin a gathering; the one who asks organises it."""
    network = session.scalars(_networks_of(actor).where(Network.name == command.network)).first()
    if network is None:
        network = Network(id=new_key(), name=command.network)
        session.add(network)
        if actor.user_id:
            session.add(NetworkOrganiser(network_id=network.id, user_id=actor.user_id))
    gathering = Gathering(
        id=command.new_gathering_id,
        network=network,
        title=command.title,
        ordinal=command.ordinal,
        place=command.place,
        starts_on=command.starts_on,
        ends_on=command.ends_on,
        join_code=_free_code(session),
        join_secret=secrets.token_urlsafe(16),
        created_at=now,
    )
    session.add(gathering)
    session.flush()
    if actor.user_id:
        session.add(Organising(gathering_id=gathering.id, user_id=actor.user_id))
    return {"gathering_id": gathering.id}


def _networks_of(actor: Actor):  # type: ignore[no-untyped-def]  # noqa: ANN202
    mine = select(NetworkOrganiser.network_id).where(NetworkOrganiser.user_id == actor.user_id)
    return select(Network) if actor.is_server else select(Network).where(Network.id.in_(mine))


def _free_code(session: Session) -> str:
    while True:
        code = new_code()
        if session.scalar(select(Gathering.id).where(Gathering.join_code == code)) is None:
            return code


@action(ChangeGathering)
def change_gathering(session: Session, _actor: Actor, command: ChangeGathering, _now: int) -> Result:
    """Change what is given; what is left out stays."""
    gathering = _gathering(session, command.gathering_id)
    for name in ("title", "place", "starts_on", "ends_on", "join_open"):
        value = getattr(command, name)
        if value is not None:
            setattr(gathering, name, value)
    return {}


def _gathering(session: Session, gathering_id: str) -> Gathering:
    gathering = session.get(Gathering, gathering_id)
    if gathering is None:
        raise NotFound
    return gathering


@action(InviteOrganiser)
def invite_organiser(session: Session, actor: Actor, command: InviteOrganiser, now: int) -> Result:
    """Let somebody organise the gathering too, with an invitation when they have no password yet."""
    gathering = _gathering(session, command.gathering_id)
    new = AddUser(new_user_id=command.new_user_id, email=command.email, display_name=command.display_name)
    if command.of_network and not _organises_all(session, actor, gathering.network_id):
        raise NotAllowed
    user = account_for(session, actor, new, now)
    if command.of_network and not organises_network(session, user.id, gathering.network_id):
        session.add(NetworkOrganiser(network_id=gathering.network_id, user_id=user.id))
    if session.get(Organising, (gathering.id, user.id)) is None:
        session.add(Organising(gathering_id=gathering.id, user_id=user.id))
    return {"user_id": user.id, "invited": invite(session, actor, user, command.secret, now)}


def _organises_all(session: Session, actor: Actor, network_id: str) -> bool:
    user_id = actor.user_id
    return actor.is_server or (user_id is not None and organises_network(session, user_id, network_id))


def _opens_more(session: Session, actor: Actor, user_id: str) -> bool:
    """Tell whether somebody organises a gathering that the actor does not."""
    theirs = select(Organising.gathering_id).where(Organising.user_id == user_id)
    return any(not organises(session, actor.user_id or "", each) for each in session.scalars(theirs))


opens_more.append(_opens_more)


@action(AddOrganisation)
def add_organisation(session: Session, _actor: Actor, command: AddOrganisation, _now: int) -> Result:
    """Add an organisation to the network, or give the one that already has this name."""
    gathering = _gathering(session, command.gathering_id)
    organisation = _organisation_named(session, gathering, command.title)
    if organisation is None:
        organisation = Organisation(
            id=new_key(),
            network_id=gathering.network_id,
            name=command.title,
            number=command.number or None,
            kind=command.kind,
            role="member" if command.member else "organiser",
        )
        session.add(organisation)
        session.flush()
    return {"organisation_id": organisation.id}


def _organisation_named(session: Session, gathering: Gathering, name: str) -> Organisation | None:
    query = select(Organisation).where(Organisation.network_id == gathering.network_id)
    return next((each for each in session.scalars(query) if same_name(each.name, name)), None)


@action(RegisterParticipant)
def register_participant(session: Session, actor: Actor, command: RegisterParticipant, now: int) -> Result:
    """Put somebody on the list; an organisation not known yet is added to the network."""
    gathering = _gathering(session, command.gathering_id)
    organisation_id = None
    if command.organisation:
        add = AddOrganisation(gathering_id=gathering.id, title=command.organisation)
        organisation_id = add_organisation(session, actor, add, now)["organisation_id"]  # type: ignore[index]
    participant = enrol(
        session, gathering, command.participant_id, command.display_name, organisation_id, command.kind
    )
    for registered in on_registered:
        registered(session, participant, False, now)  # noqa: FBT003 - has not come yet
    return {"participant_id": participant.id}


@action(RegisterPeople)
def register_people(session: Session, actor: Actor, command: RegisterPeople, now: int) -> Result:
    """Put a whole list of people on the gathering's list."""
    for person in command.people:
        register = RegisterParticipant(
            gathering_id=command.gathering_id,
            participant_id=person.id,
            display_name=person.display_name,
            organisation=person.organisation,
            kind=person.kind,
        )
        register_participant(session, actor, register, now)
    return {"registered": len(command.people)}


@action(HandOutCards)
def hand_out_cards(session: Session, _actor: Actor, command: HandOutCards, now: int) -> Result:
    """Make a personal link for each card. Raises NotFound for somebody who is not on the list."""
    wanted = [card.id for card in command.cards]
    query = select(Participant.id).where(
        Participant.gathering_id == command.gathering_id, Participant.id.in_(wanted)
    )
    if set(wanted) != set(session.scalars(query)):
        raise NotFound
    for card in command.cards:
        issue_link(session, Purpose.TICKET, card.id, now + CARD_LASTS, secret=card.secret)
    return {"cards": len(wanted)}


def enrol(
    session: Session,
    gathering: Gathering,
    participant_id: str,
    name: str,
    organisation_id: str | None,
    kind: str | None,
) -> Participant:
    """Put a new participant on a gathering's list. Raises BadInput for a foreign organisation."""
    if organisation_id is not None:
        organisation = session.get(Organisation, organisation_id)
        if organisation is None or organisation.network_id != gathering.network_id:
            raise BadInput(field="organisation_id")
    if session.get(Participant, participant_id) is not None:
        raise BadInput(field="participant_id")
    participant = Participant(
        id=participant_id, gathering=gathering, name=name, organisation_id=organisation_id, kind=kind
    )
    session.add(participant)
    session.flush()
    return participant


@action(JoinGathering)
def join_gathering(session: Session, _actor: Actor, command: JoinGathering, now: int) -> Result:
    """Let somebody in: onto their place on the list if the name is there and free, else onto a new one."""
    gathering = _gathering(session, command.gathering_id)
    if not gathering.join_open:
        raise TooLate(lazy("This gathering does not take in more people. Ask an organiser at the door."))
    participant = _claimed(session, gathering, command) or enrol(
        session,
        gathering,
        command.participant_id,
        command.display_name,
        command.organisation_id,
        command.kind,
    )
    for registered in on_registered:
        registered(session, participant, True, now)  # noqa: FBT003 - has come
    return {"participant_id": participant.id}


def _claimed(session: Session, gathering: Gathering, command: JoinGathering) -> Participant | None:
    taken = select(Ticket.participant_id).where(Ticket.ended.is_(False))
    query = select(Participant.id, Participant.name).where(
        Participant.gathering_id == gathering.id, Participant.id.not_in(taken)
    )
    # Compared here, because an embedded database knows capital letters from A to Z only: no Å, no Ø.
    named = [id_ for id_, name in session.execute(query) if same_name(name, command.display_name)]
    found = [session.get_one(Participant, participant_id) for participant_id in named]
    matches = [p for p in found if all(may(session, p) for may in may_be_claimed)]
    if len(matches) != 1:
        return None
    participant = matches[0]
    participant.organisation_id = participant.organisation_id or command.organisation_id
    participant.kind = participant.kind or command.kind
    return participant
