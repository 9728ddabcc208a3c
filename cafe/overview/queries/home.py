"""What somebody finds after signing in: their teams, the networks they organise, and what is due."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.gatherings.facts import GatheringRow, gathering_rows
from cafe.gatherings.queries import gatherings_of
from cafe.network.queries import networks_organised_by, teams_of_user
from cafe.overview.queries.series import GatheringLine, next_in, series_of
from cafe.overview.queries.team import TeamFacts, team_facts


@dataclass(frozen=True, kw_only=True)
class NetworkLine:
    """A network that one organises, and its next gathering."""

    id: str
    title: str
    coming: GatheringLine | None


@dataclass(frozen=True, kw_only=True)
class HomeFacts:
    """Everything the page after signing in shows; `gatherings` are those organised without their network."""

    teams: tuple[TeamFacts, ...]
    networks: tuple[NetworkLine, ...]
    gatherings: tuple[GatheringRow, ...]


@dataclass(frozen=True, kw_only=True)
class Belongs:
    """What somebody belongs to, by ids: enough to tell where they want to be."""

    teams: tuple[str, ...]
    networks: tuple[str, ...]
    gatherings: tuple[str, ...]


def belongs_to(session: Session, user_id: str) -> Belongs:
    """Tell what somebody belongs to; of gatherings only those whose network they do not organise."""
    networks = tuple(network.id for network in networks_organised_by(session, user_id))
    return Belongs(
        teams=tuple(team.id for team in teams_of_user(session, user_id)),
        networks=networks,
        gatherings=tuple(
            each.id for each in gatherings_of(session, user_id) if each.network_id not in networks
        ),
    )


def home_facts(session: Session, actor: Actor, today: str) -> HomeFacts:
    """Give what somebody finds after signing in."""
    user_id = actor.user_id or ""
    alone = set(belongs_to(session, user_id).gatherings)
    return HomeFacts(
        teams=tuple(team_facts(session, actor, team.id, today) for team in teams_of_user(session, user_id)),
        networks=tuple(
            NetworkLine(
                id=network.id,
                title=network.name,
                coming=next_in(series_of(session, actor, network.id, today)),
            )
            for network in networks_organised_by(session, user_id)
        ),
        gatherings=tuple(row for row in gathering_rows(session, user_id) if row.id in alone),
    )
