"""What people will do in their own role: shown to themselves, and to the team they share it with."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.gatherings.model import Commitment, Gathering, Participant
from cafe.network.model import Team
from cafe.network.queries import teams_in


@dataclass(frozen=True, kw_only=True)
class Own:
    """One of somebody's own commitments; `team` is the name of the team that sees it, if any."""

    id: str
    text: str
    done: bool
    team_id: str | None
    team: str


@dataclass(frozen=True, kw_only=True)
class Shared:
    """A commitment that somebody shares with a team."""

    who: str
    text: str
    done: bool
    team_id: str
    team: str


def own_commitments(session: Session, participant_id: str) -> list[Own]:
    """Give what somebody will do, what is not done yet first."""
    query = select(Commitment).where(Commitment.participant_id == participant_id)
    found = sorted(session.scalars(query), key=lambda each: (each.done, each.text.casefold(), each.id))
    teams = {each.team_id: session.get(Team, each.team_id) for each in found if each.team_id}
    return [
        Own(
            id=each.id,
            text=each.text,
            done=each.done,
            team_id=each.team_id,
            team=_name(teams.get(each.team_id)) if each.team_id else "",
        )
        for each in found
    ]


def teams_to_share_with(session: Session, participant: Participant) -> list[tuple[str, str]]:
    """Give the teams of a participant's network: those of their own organisation first."""
    gathering = session.get_one(Gathering, participant.gathering_id)
    teams = teams_in(session, gathering.network_id)
    own = participant.organisation_id
    first = sorted(teams, key=lambda team: (team.organisation_id != own, team.name.casefold()))
    return [(team.id, team.name) for team in first]


def shared_commitments(session: Session, gathering_id: str) -> list[Shared]:
    """Give the commitments made at a gathering that are shared with teams, by the name of the team."""
    query = (
        select(Commitment, Participant.name, Team)
        .join(Participant, Participant.id == Commitment.participant_id)
        .join(Team, Team.id == Commitment.team_id)
        .where(Commitment.gathering_id == gathering_id)
    )
    found = [
        Shared(who=name, text=each.text, done=each.done, team_id=team.id, team=team.name)
        for each, name, team in session.execute(query)
    ]
    return sorted(found, key=lambda each: (each.team.casefold(), each.who.casefold(), each.text))


def _name(team: Team | None) -> str:
    return team.name if team else ""
