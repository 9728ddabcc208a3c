"""What is asked of the compass: waves, and what may be told of the answers to them."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cafe.compass.commands import Group
from cafe.compass.model import Wave
from cafe.compass.rules import Picture, Said, picture_of
from cafe.errors import NotFound
from cafe.unnamed.model import SealedAnswer
from cafe.unnamed.queries import answers_about


def wave_of(session: Session, team_id: str, wave_id: str) -> Wave:
    """Give a wave of a team. Raises NotFound when it is none of theirs."""
    wave = session.get(Wave, wave_id)
    if wave is None or wave.team_id != team_id:
        raise NotFound
    return wave


def wave_by_secret(session: Session, secret: str) -> Wave | None:
    """Give the wave that a link leads to."""
    return session.scalars(select(Wave).where(Wave.secret == secret)).one_or_none()


def waves_of(session: Session, team_id: str) -> list[Wave]:
    """Give the waves of a team, the newest first."""
    query = select(Wave).where(Wave.team_id == team_id)
    return list(session.scalars(query.order_by(Wave.created_at.desc(), Wave.id)))


def waves_alike(session: Session, wave: Wave) -> list[Wave]:
    """Give the closed waves about the same unit up to this one, oldest first, to set it beside."""
    query = select(Wave).where(Wave.team_id == wave.team_id, Wave.unit_id.is_not_distinct_from(wave.unit_id))
    before = query.where(Wave.created_at <= wave.created_at, Wave.closed_on.is_not(None))
    return list(session.scalars(before.order_by(Wave.created_at, Wave.id)))


def picture_for(session: Session, wave: Wave) -> Picture:
    """Give what may be told of the answers to a wave that have been let in."""
    found = answers_about(session, wave.id)
    return picture_of(
        {
            Group(group): [
                {int(pair): Said(**said) for pair, said in answer.items()} for answer in found[group]
            ]
            for group in found
        }
    )


def number_waiting(session: Session, wave: Wave) -> int:
    """Count what waits to be let in, so that a link that has got about does not fill the database."""
    query = select(func.count()).select_from(SealedAnswer).where(SealedAnswer.about == wave.id)
    return session.scalars(query).one()
