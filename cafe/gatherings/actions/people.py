"""What happens when people are put on a gathering's list or come in."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.errors import BadInput, NotFound, TooLate
from cafe.gatherings.actions.found import gathering_of
from cafe.gatherings.actions.gathering import add_organisation
from cafe.gatherings.commands import (
    AddOrganisation,
    HandOutCards,
    JoinGathering,
    RegisterParticipant,
    RegisterPeople,
)
from cafe.gatherings.model import Gathering, Participant
from cafe.i18n import lazy
from cafe.network.model import Organisation
from cafe.network.rules import same_name
from cafe.people.actions import issue_link
from cafe.people.commands import Purpose
from cafe.people.model import Ticket
from cafe.people.rules import CARD_LASTS
from cafe.perform import Result, action

# Higher domains add their part: a place in the sessions for everyone who is registered or joins.
Registered = Callable[[Session, Participant, bool, int], None]
on_registered: list[Registered] = []
# A participant on the list may be claimed by typing the name unless one of these says no (hosts may not).
Claimable = Callable[[Session, Participant], bool]
may_be_claimed: list[Claimable] = []


@action(RegisterParticipant)
def register_participant(session: Session, actor: Actor, command: RegisterParticipant, now: int) -> Result:
    """Put somebody on the list; an organisation not known yet is added to the network."""
    gathering = gathering_of(session, command.gathering_id)
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
    gathering = gathering_of(session, command.gathering_id)
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
