"""Finding what a command is about. The roles were checked already; here it is only fetched."""

from __future__ import annotations

from sqlalchemy.orm import Session

from cafe.errors import BadInput, NotFound
from cafe.gatherings.model import Gathering
from cafe.network.model import Team


def gathering_of(session: Session, gathering_id: str) -> Gathering:
    """Give a gathering. Raises NotFound."""
    gathering = session.get(Gathering, gathering_id)
    if gathering is None:
        raise NotFound
    return gathering


def team_of_network(session: Session, team_id: str, network_id: str) -> Team:
    """Give a team of a network. Raises BadInput for a team of another one."""
    team = session.get(Team, team_id)
    if team is None or team.network_id != network_id:
        raise BadInput(field="team_id")
    return team
