"""What happens when people vote: ballots are prepared and opened, dots given, counted and shown."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.dialogue.actions.found import cafe_of
from cafe.dialogue.actions.phases import when_phase_begins
from cafe.dialogue.model import CafeSession
from cafe.dialogue.rules import Phase
from cafe.errors import NotFound, TooLate
from cafe.harvest.commands.voting import CloseBallot, CountVotes, OpenBallot, RemoveBallot, ShowOnWall
from cafe.harvest.model import Ballot, Tally, Theme, Turnout
from cafe.harvest.queries.voting import as_cast, ballots_of, choices_of, tally_of, turnout_of, votes_in
from cafe.harvest.voting import KEPT_AS_COUNTS, VOTING, State, count
from cafe.i18n import lazy
from cafe.live.stamp import touch
from cafe.perform import Result, action


def ballot_of(session: Session, session_id: str, ballot_id: str) -> Ballot:
    """Give a vote of the session. Raises NotFound."""
    cafe_of(session, session_id)
    ballot = session.get(Ballot, ballot_id)
    if ballot is None or ballot.session_id != session_id:
        raise NotFound
    return ballot


@action(OpenBallot)
def open_ballot(session: Session, _actor: Actor, command: OpenBallot, now: int) -> Result:
    """Let people vote, under the names the themes have now; what else is on the wall makes way."""
    cafe = cafe_of(session, command.session_id)
    ballot = ballot_of(session, cafe.id, command.ballot_id)
    if ballot.state == State.OPEN:
        return {}
    _check_opening(session, cafe, ballot)
    if ballot.state == State.DRAFT:
        _name_choices(session, ballot)
        session.add(
            Tally(id=ballot.id, stream_id=cafe.id, session_id=cafe.id, ballot=ballot, ballot_id=ballot.id)
        )
        session.add(Turnout(id=ballot.id, stream_id=cafe.id, session_id=cafe.id, ballot_id=ballot.id))
    _clear_wall(session, cafe.id)
    ballot.state, ballot.on_wall, ballot.opened_at, ballot.closed_at = State.OPEN, True, now, None
    session.flush()
    count_anew(session, ballot)
    return {}


def _check_opening(session: Session, cafe: CafeSession, ballot: Ballot) -> None:
    if cafe.phase not in VOTING:
        raise TooLate(lazy("People vote when the rounds are over, and until the café is published."))
    if any(other.state == State.OPEN for other in ballots_of(session, cafe.id)):
        raise TooLate(lazy("Another vote is open. Close it first: one at a time is easier to follow."))
    if ballot.state == State.CLOSED and cafe.phase != Phase.HARVEST:
        raise TooLate(lazy("Only the counts of this vote are kept, so it cannot go on. Prepare a new one."))


def _name_choices(session: Session, ballot: Ballot) -> None:
    choices = choices_of(session, ballot)
    themes = themes_on_board(session, ballot.session_id, [choice.theme_id for choice in choices])
    for choice in choices:
        if choice.theme_id not in themes:
            raise TooLate(
                lazy("“%(title)s” is no longer on the board. Change the vote first.", title=choice.title)
            )
        choice.title = themes[choice.theme_id].title
    touch(*choices)


def themes_on_board(session: Session, session_id: str, theme_ids: Iterable[str]) -> dict[str, Theme]:
    """Give those of the themes that stand on the board by themselves."""
    query = select(Theme).where(
        Theme.session_id == session_id,
        Theme.id.in_(list(theme_ids)),
        Theme.removed.is_(False),
        Theme.merged_into.is_(None),
    )
    return {theme.id: theme for theme in session.scalars(query)}


@action(CloseBallot)
def close_ballot(session: Session, _actor: Actor, command: CloseBallot, now: int) -> Result:
    """Let nobody vote any more. The wall waits until somebody shows the result there."""
    cafe = cafe_of(session, command.session_id)
    ballot = ballot_of(session, cafe.id, command.ballot_id)
    if ballot.state == State.DRAFT:
        raise TooLate(lazy("This vote has not been opened yet."))
    if ballot.state == State.OPEN:
        _close(session, ballot, now)
        if cafe.phase in KEPT_AS_COUNTS:
            _keep_counts_only(session, ballot)
    return {}


def _close(session: Session, ballot: Ballot, now: int) -> None:
    ballot.state, ballot.on_wall, ballot.closed_at = State.CLOSED, False, now
    count_anew(session, ballot)


def _keep_counts_only(session: Session, ballot: Ballot) -> None:
    for vote in votes_in(session, ballot):
        session.delete(vote)


@when_phase_begins
def end_votes(session: Session, cafe: CafeSession, now: int) -> None:
    """Erase what single people gave once the café is closed; a vote that goes on ends with publishing."""
    if cafe.phase not in KEPT_AS_COUNTS:
        return
    for ballot in ballots_of(session, cafe.id):
        if ballot.state == State.OPEN and cafe.phase == Phase.PUBLISHED:
            _close(session, ballot, now)
        if ballot.state == State.CLOSED:
            _keep_counts_only(session, ballot)


@action(ShowOnWall)
def show_on_wall(session: Session, _actor: Actor, command: ShowOnWall, _now: int) -> Result:
    """Put a vote on the projector in place of any other, or take it down."""
    ballot = ballot_of(session, command.session_id, command.ballot_id)
    if ballot.state == State.DRAFT:
        raise TooLate(lazy("This vote has not been opened yet."))
    if command.shown:
        _clear_wall(session, ballot.session_id)
    ballot.on_wall = command.shown
    _show_count_again(session, ballot)
    return {}


def _clear_wall(session: Session, session_id: str) -> None:
    for ballot in ballots_of(session, session_id):
        if ballot.on_wall:
            ballot.on_wall = False
            _show_count_again(session, ballot)


def _show_count_again(session: Session, ballot: Ballot) -> None:
    """Send the count again: whether the wall may see it follows from the ballot."""
    tally = tally_of(session, ballot)
    if tally is not None:
        touch(tally)


@action(RemoveBallot)
def remove_ballot(session: Session, _actor: Actor, command: RemoveBallot, _now: int) -> Result:
    """Remove a vote that nobody has seen but the organisers."""
    ballot = ballot_of(session, command.session_id, command.ballot_id)
    if ballot.state != State.DRAFT:
        raise TooLate(lazy("People have voted here, so it stays with its result."))
    for choice in choices_of(session, ballot):
        session.delete(choice)
    session.flush()
    session.delete(ballot)
    return {}


@action(CountVotes)
def count_votes(session: Session, _actor: Actor, command: CountVotes, _now: int) -> Result:
    """Count the votes that are open."""
    cafe_of(session, command.session_id)
    for ballot in ballots_of(session, command.session_id):
        if ballot.state == State.OPEN:
            count_anew(session, ballot)
    return {}


def count_anew(session: Session, ballot: Ballot) -> None:
    """Write down what has been given by now; until the end without dots that would tell who gave them."""
    session.flush()
    tally, turnout = tally_of(session, ballot), turnout_of(session, ballot)
    if tally is None or turnout is None:
        raise NotFound
    counted = count(as_cast(vote) for vote in votes_in(session, ballot))
    shown = counted if ballot.state == State.CLOSED else counted.so_far()
    tally.papers, tally.people, tally.at_tables, tally.dots = (
        shown.papers,
        shown.people,
        shown.at_tables,
        shown.dots,
    )
    turnout.people = shown.people
    # Its number says up to where it was counted, and the rooms that see it follow from the ballot.
    touch(tally)
