"""What is asked for letters and calendars: the days that matter to a team or to somebody in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.clock import local
from cafe.gatherings.model import Assignment, Gathering, Submission
from cafe.mail.model import CalendarFeed
from cafe.mail.queries import choice_of, written_since
from cafe.mail.rules import is_time_for_a_digest
from cafe.network.commands import Post
from cafe.network.model import NetworkOrganiser, Team, TeamMember
from cafe.people.model import User
from cafe.people.rules import DAY, hashed
from cafe.plans.model import Measure, StatusReport, WorkPlan
from cafe.plans.queries.at_hand import open_measures
from cafe.plans.queries.due import due_measurements_of
from cafe.plans.rules import PlanState
from cafe.reminding.days import Day, DayKind, Digest, digest_of
from cafe.reminding.model import Reminder

# Two letters of two weeks, one late and one early, are at least this far apart.
A_WEEK = 6 * DAY
MEASURERS = (Post.MEASUREMENT_LEAD, Post.LEAD)


def days_of_user(session: Session, user_id: str) -> list[Day]:
    """Give the days that matter to somebody: their own measures, what their teams hand in, gatherings."""
    mine = select(TeamMember.team_id).where(TeamMember.user_id == user_id)
    teams = session.scalars(select(Team).where(Team.id.in_(mine))).all()
    organised = select(NetworkOrganiser.network_id).where(NetworkOrganiser.user_id == user_id)
    networks = {*session.scalars(organised), *(team.network_id for team in teams)}
    measures = _measures(session, teams)
    own = [day for measure, day in measures if measure.responsible_id == user_id]
    return sorted([*_gatherings(session, networks), *own, *_to_hand_in(session, teams)])


def measurements_due(session: Session, user_id: str, today: date) -> list[Day]:
    """Give what is to be measured now in the teams that somebody measures for or coordinates."""
    query = select(Team).join(TeamMember, TeamMember.team_id == Team.id)
    query = query.where(TeamMember.user_id == user_id, TeamMember.post.in_(MEASURERS))
    names = {team.id: team.name for team in session.scalars(query)}
    return [
        Day(
            id=due.indicator_id,
            kind=DayKind.MEASUREMENT,
            on=due.due_on,
            title=due.title,
            team=names[due.team_id],
            endpoint="plans.indicator",
            arguments=(("plan_id", due.plan_id), ("indicator_id", due.indicator_id)),
        )
        for due in due_measurements_of(session, list(names), today)
    ]


def days_of_team(session: Session, team: Team) -> list[Day]:
    """Give the days that matter to a team."""
    measures = (day for _, day in _measures(session, [team]))
    return sorted([*_gatherings(session, {team.network_id}), *measures, *_to_hand_in(session, [team])])


def _gatherings(session: Session, network_ids: set[str]) -> Iterator[Day]:
    query = select(Gathering).where(Gathering.network_id.in_(network_ids), Gathering.starts_on.is_not(None))
    for gathering in session.scalars(query):
        yield Day(
            id=gathering.id,
            kind=DayKind.GATHERING,
            on=date.fromisoformat(str(gathering.starts_on)),
            until=date.fromisoformat(gathering.ends_on) if gathering.ends_on else None,
            title=gathering.title,
            place=gathering.place,
            endpoint="gatherings.agenda",
            arguments=(("gathering_id", gathering.id),),
        )


def _measures(session: Session, teams: Sequence[Team]) -> Iterator[tuple[Measure, Day]]:
    names = {team.id: team.name for team in teams}
    for each in open_measures(session, list(names)):
        if each.day:
            yield (
                each.measure,
                Day(
                    id=each.measure.id,
                    kind=DayKind.MEASURE,
                    on=date.fromisoformat(each.day),
                    title=each.measure.title,
                    team=names[each.team_id],
                    endpoint="plans.plan",
                    arguments=(("plan_id", each.measure.plan_id),),
                    anchor=f"measure-{each.measure.id}",
                ),
            )


def _to_hand_in(session: Session, teams: Sequence[Team]) -> Iterator[Day]:
    """Give the assignments and reports that teams have not handed in."""
    for team in teams:
        handed_in = select(Submission.assignment_id).where(
            Submission.team_id == team.id, Submission.handed_in_at.is_not(None)
        )
        query = (
            select(Assignment, Gathering)
            .join(Gathering, Gathering.id == Assignment.gathering_id)
            .where(
                Gathering.network_id == team.network_id,
                Assignment.id.not_in(handed_in),
                Assignment.removed.is_(False),
            )
        )
        for assignment, gathering in session.execute(query):
            on = assignment.due_on or gathering.starts_on
            if on:
                yield Day(
                    id=f"{assignment.id}.{team.id}",
                    kind=DayKind.ASSIGNMENT,
                    on=date.fromisoformat(on),
                    title=assignment.title,
                    team=team.name,
                    endpoint="gatherings.assignments",
                    arguments=(("gathering_id", gathering.id),),
                )
        yield from _reports(session, team)


def _reports(session: Session, team: Team) -> Iterator[Day]:
    submitted = select(StatusReport.plan_id).where(
        StatusReport.state == "submitted", StatusReport.gathering_id == WorkPlan.to_gathering_id
    )
    query = (
        select(WorkPlan, Gathering)
        .join(Gathering, Gathering.id == WorkPlan.to_gathering_id)
        .where(
            WorkPlan.team_id == team.id,
            WorkPlan.state.in_((PlanState.SUBMITTED, PlanState.ACTIVE)),
            WorkPlan.id.not_in(submitted),
            Gathering.starts_on.is_not(None),
        )
    )
    for plan, gathering in session.execute(query):
        yield Day(
            id=f"{plan.id}.{gathering.id}",
            kind=DayKind.REPORT,
            on=date.fromisoformat(str(gathering.starts_on)),
            title=gathering.title,
            team=team.name,
            endpoint="plans.report",
            arguments=(("gathering_id", gathering.id), ("plan_id", plan.id)),
        )


def digest_for(session: Session, user_id: str, now: int) -> Digest | None:
    """Give what somebody's letter would tell now, or None when it is not time or there is nothing to say."""
    choice = choice_of(session, user_id)
    last = local(choice.last_digest_at) if choice.last_digest_at else None
    if not choice.digest or not is_time_for_a_digest(local(now), last):
        return None
    if written_since(session, user_id, now - A_WEEK):
        return None
    today = local(now).date()
    days = [*days_of_user(session, user_id), *measurements_due(session, user_id, today)]
    digest = digest_of(days, today)
    return None if digest.is_empty else digest


def people_in_teams(session: Session) -> list[User]:
    """Give everybody with an account who is in a team or organises a network."""
    in_teams = select(TeamMember.user_id)
    organising = select(NetworkOrganiser.user_id)
    query = select(User).where(User.id.in_(in_teams.union(organising)), User.password_hash.is_not(None))
    return list(session.scalars(query.order_by(User.id)))


def feed_by_secret(session: Session, secret: str) -> CalendarFeed | None:
    """Give the calendar that an address opens, unless its owner has left the team it is of."""
    feed = session.scalars(select(CalendarFeed).where(CalendarFeed.secret_hash == hashed(secret))).first()
    if feed is None or (
        feed.team_id is not None and session.get(TeamMember, (feed.team_id, feed.user_id)) is None
    ):
        return None
    return feed


def feeds_of(session: Session, user_id: str) -> list[CalendarFeed]:
    """Give the calendars somebody has made addresses for."""
    query = select(CalendarFeed).where(CalendarFeed.user_id == user_id)
    return list(session.scalars(query.order_by(CalendarFeed.team_id, CalendarFeed.id)))


def reminded_at(session: Session, team_ids: list[str]) -> dict[tuple[str, str], int]:
    """Give when each team was last reminded of what."""
    query = select(Reminder).where(Reminder.team_id.in_(team_ids)).order_by(Reminder.at)
    return {(reminder.team_id, reminder.about): reminder.at for reminder in session.scalars(query)}
