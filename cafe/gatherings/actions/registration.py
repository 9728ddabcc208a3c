"""What happens before a gathering: people put themselves on the list, and teams their own."""

from __future__ import annotations

import secrets

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.clock import day_of
from cafe.errors import NotFound, TooLate
from cafe.gatherings.actions.found import gathering_of, team_of_network
from cafe.gatherings.actions.people import enrol, on_registered
from cafe.gatherings.commands import CloseRegistration, OpenRegistration, RegisterFromTeam, RegisterOneself
from cafe.gatherings.model import Gathering, Participant
from cafe.gatherings.rules import takes_registrations
from cafe.i18n import lazy
from cafe.perform import Result, action

CLOSED = lazy("The registration is closed. Ask an organiser if you want to come.")


@action(OpenRegistration)
def open_registration(session: Session, _actor: Actor, command: OpenRegistration, _now: int) -> Result:
    """Open the registration until a day; the link is the same as the last time."""
    gathering = gathering_of(session, command.gathering_id)
    gathering.registration_secret = gathering.registration_secret or secrets.token_urlsafe(16)
    gathering.registration_until = command.until
    return {}


@action(CloseRegistration)
def close_registration(session: Session, _actor: Actor, command: CloseRegistration, _now: int) -> Result:
    """Take no more registrations."""
    gathering_of(session, command.gathering_id).registration_until = None
    return {}


@action(RegisterOneself)
def register_oneself(session: Session, _actor: Actor, command: RegisterOneself, now: int) -> Result:
    """Put somebody on the list who has the link. Raises NotFound for a link that nobody gave out."""
    query = select(Gathering).where(Gathering.registration_secret == command.registration_secret)
    gathering = session.scalars(query).first()
    if gathering is None:
        raise NotFound
    _require_open(gathering, now)
    participant = enrol(
        session,
        gathering,
        command.participant_id,
        command.display_name,
        command.organisation_id,
        command.kind,
    )
    _tell(session, participant, now)
    return {"participant_id": participant.id}


@action(RegisterFromTeam)
def register_from_team(session: Session, _actor: Actor, command: RegisterFromTeam, now: int) -> Result:
    """Put people of a team's organisation on the list of a gathering of its network."""
    gathering = gathering_of(session, command.gathering_id)
    team = team_of_network(session, command.team_id, gathering.network_id)
    _require_open(gathering, now)
    for person in command.people:
        participant = enrol(
            session, gathering, person.id, person.display_name, team.organisation_id, person.kind
        )
        _tell(session, participant, now)
    return {"registered": len(command.people)}


def _require_open(gathering: Gathering, now: int) -> None:
    if not takes_registrations(gathering.registration_until, day_of(now)):
        raise TooLate(CLOSED)


def _tell(session: Session, participant: Participant, now: int) -> None:
    for registered in on_registered:
        registered(session, participant, False, now)  # noqa: FBT003 - has not come yet
