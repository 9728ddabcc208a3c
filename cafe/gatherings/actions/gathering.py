"""What happens when something is asked of a gathering."""

from __future__ import annotations

import secrets

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.commands import new_key
from cafe.errors import NotAllowed
from cafe.gatherings.actions.found import gathering_of
from cafe.gatherings.commands import (
    AddOrganisation,
    ChangeGathering,
    CreateGathering,
    InviteOrganiser,
)
from cafe.gatherings.model import Gathering, Organising
from cafe.gatherings.queries import organises
from cafe.gatherings.rules import new_code
from cafe.network.actions.network import on_organiser_removed
from cafe.network.model import Network, NetworkOrganiser, Organisation
from cafe.network.queries import organises_network
from cafe.network.rules import same_name
from cafe.people.actions import account_for, invite, opens_more
from cafe.people.commands import AddUser
from cafe.perform import Result, action


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
        themes=command.themes,
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
    gathering = gathering_of(session, command.gathering_id)
    for name in ("title", "place", "themes", "starts_on", "ends_on", "join_open"):
        value = getattr(command, name)
        if value is not None:
            setattr(gathering, name, value)
    return {}


@action(InviteOrganiser)
def invite_organiser(session: Session, actor: Actor, command: InviteOrganiser, now: int) -> Result:
    """Let somebody organise the gathering too, with an invitation when they have no password yet."""
    gathering = gathering_of(session, command.gathering_id)
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


def _organise_no_more(session: Session, network_id: str, user_id: str) -> None:
    """Let who no longer organises a network organise none of its gatherings either."""
    own = select(Gathering.id).where(Gathering.network_id == network_id)
    gone = delete(Organising).where(Organising.user_id == user_id, Organising.gathering_id.in_(own))
    session.execute(gone)


on_organiser_removed.append(_organise_no_more)


@action(AddOrganisation)
def add_organisation(session: Session, _actor: Actor, command: AddOrganisation, _now: int) -> Result:
    """Add an organisation to the network, or give the one that already has this name."""
    gathering = gathering_of(session, command.gathering_id)
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
