"""What happens when something is asked of a network itself and of who organises it."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.errors import BadInput, NotFound
from cafe.i18n import lazy
from cafe.network.actions.leaving import show_out
from cafe.network.commands import ChangeNetwork, InviteNetworkOrganiser, RemoveNetworkOrganiser
from cafe.network.model import Network, NetworkOrganiser
from cafe.network.queries import organises_network
from cafe.people.actions import account_for, invite
from cafe.people.commands import AddUser
from cafe.perform import Result, action

# What else somebody may do by having organised a network: the domains above take it away with it.
on_organiser_removed: list[Callable[[Session, str, str], None]] = []
LAST = lazy("Somebody has to organise the network. Invite another organiser first.")


@action(ChangeNetwork)
def change_network(session: Session, _actor: Actor, command: ChangeNetwork, _now: int) -> Result:
    """Change what a network is called and says of itself."""
    network = session.get_one(Network, command.network_id)
    network.name, network.about = command.title, command.about
    return {}


@action(InviteNetworkOrganiser)
def invite_network_organiser(
    session: Session, actor: Actor, command: InviteNetworkOrganiser, now: int
) -> Result:
    """Let somebody organise the network too, with an invitation when they have no password yet."""
    new = AddUser(new_user_id=command.new_user_id, email=command.email, display_name=command.display_name)
    user = account_for(session, actor, new, now)
    invited = invite(session, actor, user, command.secret, now)
    if not organises_network(session, user.id, command.network_id):
        session.add(NetworkOrganiser(network_id=command.network_id, user_id=user.id))
    return {"user_id": user.id, "invited": invited}


@action(RemoveNetworkOrganiser)
def remove_network_organiser(
    session: Session, _actor: Actor, command: RemoveNetworkOrganiser, _now: int
) -> Result:
    """Let somebody organise the network no more. Raises BadInput for the last one.

    The network is locked before those left are counted: two who remove each other at once would otherwise
    both find one left.
    """
    session.execute(select(Network.id).where(Network.id == command.network_id).with_for_update())
    organising = select(NetworkOrganiser).where(NetworkOrganiser.network_id == command.network_id)
    found = {row.user_id: row for row in session.scalars(organising)}
    if command.user_id not in found:
        raise NotFound
    if len(found) == 1:
        raise BadInput(LAST, field="user_id")
    session.delete(found[command.user_id])
    for removed in on_organiser_removed:
        removed(session, command.network_id, command.user_id)
    show_out(session, command.user_id)
    return {}
