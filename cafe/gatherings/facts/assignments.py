"""What teams are asked for before and after a gathering, and what they have handed in."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.days import said_day, said_day_at
from cafe.errors import NotFound
from cafe.gatherings.commands import When
from cafe.gatherings.model import Assignment, Gathering, Submission
from cafe.gatherings.rules import has_passed, is_new
from cafe.gatherings.words import WHENS
from cafe.i18n import Message
from cafe.network.model import Team
from cafe.network.queries import teams_in, teams_of_user


@dataclass(frozen=True, kw_only=True)
class AssignmentRow:
    """An assignment of a gathering; `handed_in` of `teams` have answered."""

    id: str
    title: str
    about: str
    when: str
    when_word: Message
    due_on: str | None
    due: str
    overdue: bool
    teams: int
    handed_in: int


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a team has written for an assignment, and what it was told about it."""

    id: str | None
    team_id: str
    team: str
    text: str
    version: int
    handed_in: bool
    handed_in_on: str
    feedback: str


def assignments_of(session: Session, gathering_id: str, today: str) -> list[AssignmentRow]:
    """Give the assignments of a gathering: those before it first, by the day they are due."""
    gathering = session.get_one(Gathering, gathering_id)
    teams = len(teams_in(session, gathering.network_id))
    query = select(Assignment).where(Assignment.gathering_id == gathering_id, Assignment.removed.is_(False))
    found = sorted(
        session.scalars(query),
        key=lambda each: (each.when != When.BEFORE, each.due_on or "9999", each.title.casefold()),
    )
    return [_row(session, each, teams, today) for each in found]


def assignment_row(session: Session, gathering_id: str, assignment_id: str, today: str) -> AssignmentRow:
    """Give one assignment of a gathering. Raises NotFound."""
    found = (row for row in assignments_of(session, gathering_id, today) if row.id == assignment_id)
    row = next(found, None)
    if row is None:
        raise NotFound
    return row


def answers_to(session: Session, assignment_id: str) -> list[Answer]:
    """Give what has been handed in, by the name of the team."""
    query = select(Submission).where(
        Submission.assignment_id == assignment_id, Submission.handed_in_at.is_not(None)
    )
    teams = {each.team_id: session.get_one(Team, each.team_id) for each in session.scalars(query)}
    found = [answer(each, teams[each.team_id]) for each in session.scalars(query)]
    return sorted(found, key=lambda each: each.team.casefold())


def missing_teams(session: Session, gathering_id: str, assignment_id: str) -> list[tuple[str, str]]:
    """Give the teams that have handed in nothing yet, by name: a list to help from, no ranking."""
    network_id = session.get_one(Gathering, gathering_id).network_id
    there = {each.team_id for each in answers_to(session, assignment_id)}
    return [(team.id, team.name) for team in teams_in(session, network_id) if team.id not in there]


def own_answers(session: Session, user_id: str | None, gathering_id: str, assignment_id: str) -> list[Answer]:
    """Give what a user's own teams in the network have written, also where that is nothing yet."""
    if user_id is None:
        return []
    network_id = session.get_one(Gathering, gathering_id).network_id
    mine = [team for team in teams_of_user(session, user_id) if team.network_id == network_id]
    query = select(Submission).where(Submission.assignment_id == assignment_id)
    written = {each.team_id: each for each in session.scalars(query)}
    return [answer(written.get(team.id), team) for team in mine]


def answer(submission: Submission | None, team: Team) -> Answer:
    """Give what a team has written, or that it is nothing yet."""
    handed_in_at = submission.handed_in_at if submission else None
    return Answer(
        id=submission.id if submission else None,
        team_id=team.id,
        team=team.name,
        text=submission.text if submission else "",
        version=submission.version if submission else 0,
        handed_in=handed_in_at is not None,
        handed_in_on=said_day_at(handed_in_at) if handed_in_at else "",
        feedback=submission.feedback if submission else "",
    )


def open_assignments(session: Session, team: Team) -> list[tuple[Assignment, Gathering]]:
    """Give the assignments of its network that a team has not handed in yet, those due first in front."""
    done = select(Submission.assignment_id).where(
        Submission.team_id == team.id, Submission.handed_in_at.is_not(None)
    )
    query = (
        select(Assignment, Gathering)
        .join(Gathering, Gathering.id == Assignment.gathering_id)
        .where(
            Gathering.network_id == team.network_id,
            Assignment.removed.is_(False),
            Assignment.id.not_in(done),
        )
    )
    found = [(assignment, gathering) for assignment, gathering in session.execute(query)]
    return sorted(found, key=lambda each: (each[0].due_on or "9999", each[0].title.casefold()))


def newly_answered(session: Session, team_id: str, now: int) -> list[tuple[Assignment, Gathering, int]]:
    """Give the assignments whose answer from the organisers is new to a team, and when that was given."""
    query = (
        select(Assignment, Gathering, Submission.feedback_at)
        .join(Submission, Submission.assignment_id == Assignment.id)
        .join(Gathering, Gathering.id == Assignment.gathering_id)
        .where(
            Submission.team_id == team_id, Submission.feedback_at.is_not(None), Assignment.removed.is_(False)
        )
        .order_by(Submission.feedback_at.desc(), Assignment.id)
    )
    return [
        (assignment, gathering, at)
        for assignment, gathering, at in session.execute(query)
        if at is not None and is_new(at, now)
    ]


def _row(session: Session, assignment: Assignment, teams: int, today: str) -> AssignmentRow:
    handed_in = len(answers_to(session, assignment.id))
    return AssignmentRow(
        id=assignment.id,
        title=assignment.title,
        about=assignment.about,
        when=assignment.when,
        when_word=WHENS[When(assignment.when)],
        due_on=assignment.due_on,
        due=said_day(assignment.due_on),
        overdue=has_passed(assignment.due_on, today),
        teams=teams,
        handed_in=handed_in,
    )
