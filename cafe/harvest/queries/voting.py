"""What actions, the server and the rooms ask of votes."""

from __future__ import annotations

from sqlalchemy import bindparam, func, or_, select
from sqlalchemy.orm import Session

from cafe.harvest.model import Ballot, Choice, Tally, Turnout, Vote
from cafe.harvest.voting import Cast, State


def ballots_of(session: Session, session_id: str) -> list[Ballot]:
    """Give the votes of a session."""
    return list(session.scalars(select(Ballot).where(Ballot.session_id == session_id).order_by(Ballot.id)))


def choices_of(session: Session, ballot: Ballot) -> list[Choice]:
    """Give what can be chosen, in order."""
    return list(
        session.scalars(select(Choice).where(Choice.ballot_id == ballot.id).order_by(Choice.position))
    )


def votes_in(session: Session, ballot: Ballot) -> list[Vote]:
    """Give all that was given."""
    return list(session.scalars(select(Vote).where(Vote.ballot_id == ballot.id)))


def tally_of(session: Session, ballot: Ballot) -> Tally | None:
    """Give the count, or None before the vote is opened."""
    return session.get(Tally, ballot.id)


def turnout_of(session: Session, ballot: Ballot) -> Turnout | None:
    """Give how many have voted, or None before the vote is opened."""
    return session.get(Turnout, ballot.id)


def as_cast(vote: Vote) -> Cast:
    """Give a stored vote as what is counted: without who gave it."""
    return Cast(dots=vote.dots, people=vote.people, at_table=vote.table_id is not None)


def sessions_to_count(session: Session) -> list[str]:
    """Give the sessions with an open vote that has changed since it was counted last."""
    cast = func.count(Vote.id)
    query = (
        select(Ballot.session_id)
        .join(Tally, Tally.ballot_id == Ballot.id)
        .outerjoin(Vote, Vote.ballot_id == Ballot.id)
        .where(Ballot.state == State.OPEN)
        .group_by(Ballot.session_id, Tally.seq, Tally.papers)
        .having(or_(func.coalesce(func.max(Vote.seq), 0) > Tally.seq, cast != Tally.papers))
    )
    return list(session.scalars(query))


# Asked by every phone that joins or comes back.
_VOTED_IN = select(Vote.ballot_id).where(Vote.attendee_id == bindparam("attendee"))


def ballots_voted_in(session: Session, attendee_id: str) -> list[str]:
    """Give the votes in which somebody has given dots of their own."""
    return list(session.connection().execute(_VOTED_IN, {"attendee": attendee_id}).scalars())
