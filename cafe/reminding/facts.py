"""What the pages of the reminders show, as plain facts."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from cafe.mail.queries import choice_of
from cafe.network.model import Team
from cafe.network.queries.belonging import teams_of_user
from cafe.people.model import User
from cafe.reminding.days import Day
from cafe.reminding.queries import days_of_team, days_of_user, feed_by_secret, feeds_of


@dataclass(frozen=True, kw_only=True)
class FeedRow:
    """A calendar somebody has made an address for; `team` is empty for their own."""

    id: str
    team: str


@dataclass(frozen=True, kw_only=True)
class FeedDays:
    """What is in a calendar, what it is called, and the language it speaks."""

    name: str
    days: tuple[Day, ...]
    language: str


def feed_rows(session: Session, user_id: str) -> tuple[list[FeedRow], list[tuple[str, str]]]:
    """Give the calendars of somebody, and the teams they may make one of, by id and name."""
    teams = {team.id: team.name for team in teams_of_user(session, user_id)}
    feeds = [feed for feed in feeds_of(session, user_id) if feed.team_id is None or feed.team_id in teams]
    rows = [FeedRow(id=feed.id, team=teams.get(feed.team_id or "", "")) for feed in feeds]
    return rows, list(teams.items())


def feed_days(session: Session, secret: str) -> FeedDays | None:
    """Give what an address opens, or None where it opens nothing."""
    feed = feed_by_secret(session, secret)
    if feed is None:
        return None
    language = choice_of(session, feed.user_id).language
    if feed.team_id is not None:
        team = session.get_one(Team, feed.team_id)
        return FeedDays(name=team.name, days=tuple(days_of_team(session, team)), language=language)
    name = session.get_one(User, feed.user_id).name
    return FeedDays(name=name, days=tuple(days_of_user(session, feed.user_id)), language=language)
