"""What is on a ballot, and what people give: prepared by organisers, filled in by guests and at tables."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.commands import new_key
from cafe.dialogue.actions.found import cafe_of, own_place, table_of
from cafe.dialogue.rooms import person
from cafe.dialogue.rules import Phase
from cafe.errors import BadInput, NotFound, TooLate
from cafe.harvest.actions.voting import ballot_of, themes_on_board
from cafe.harvest.commands.voting import CastDots, EnterDots, PrepareBallot
from cafe.harvest.model import Ballot, Choice, Vote
from cafe.harvest.queries.voting import choices_of
from cafe.harvest.voting import VOTING, Dots, Overstep, Paper, State, given
from cafe.i18n import lazy
from cafe.live.stamp import audience_changed
from cafe.perform import Result, action


@action(PrepareBallot)
def prepare_ballot(session: Session, _actor: Actor, command: PrepareBallot, _now: int) -> Result:
    """Put themes of the board to the vote; nobody sees it before it is opened."""
    cafe = cafe_of(session, command.session_id)
    if cafe.phase == Phase.PUBLISHED:
        raise TooLate(lazy("The café is published. Its votes are over."))
    theme_ids = list(dict.fromkeys(command.theme_ids))
    themes = themes_on_board(session, cafe.id, theme_ids)
    if len(themes) != len(theme_ids):
        raise NotFound(lazy("One of these themes is no longer on the board. Choose again."))
    if not command.stacked and command.dots > len(themes):
        raise BadInput(
            lazy("There are more dots than themes. Give fewer dots, or let them be stacked."), field="dots"
        )
    ballot = session.get(Ballot, command.ballot_id)
    if ballot is None:
        ballot = Ballot(id=command.ballot_id, stream_id=cafe.id, session_id=cafe.id)
        session.add(ballot)
    elif ballot.session_id != cafe.id:
        raise NotFound
    elif ballot.state != State.DRAFT:
        raise TooLate(lazy("This vote has been opened. Prepare a new one."))
    ballot.question, ballot.dots, ballot.stacked = command.question, command.dots, command.stacked
    session.flush()
    _choose(session, ballot, [(theme_id, themes[theme_id].title) for theme_id in theme_ids])
    return {"ballot_id": ballot.id}


def _choose(session: Session, ballot: Ballot, themes: Sequence[tuple[str, str]]) -> None:
    before = {choice.theme_id: choice for choice in choices_of(session, ballot)}
    for position, (theme_id, title) in enumerate(themes):
        choice = before.pop(theme_id, None)
        if choice is None:
            choice = Choice(
                id=new_key(),
                stream_id=ballot.stream_id,
                session_id=ballot.session_id,
                ballot=ballot,
                ballot_id=ballot.id,
                theme_id=theme_id,
            )
            session.add(choice)
        choice.title, choice.position = title, float(position)
    for choice in before.values():
        session.delete(choice)


@action(CastDots)
def cast_dots(session: Session, actor: Actor, command: CastDots, _now: int) -> Result:
    """Give one's dots. Who has voted sees how it stands from now on, until the vote is taken back."""
    attendee = own_place(session, actor, command.session_id)
    ballot = ballot_of(session, command.session_id, command.ballot_id)
    _check_open(session, ballot)
    dots = _checked(session, ballot, command.dots)
    vote = _vote(session, ballot, Vote.attendee_id == attendee.id)
    if vote is not None and dots:
        vote.dots = dots
        return {}
    if vote is not None:
        session.delete(vote)
    elif dots:
        session.add(_new_vote(ballot, dots, attendee_id=attendee.id))
    else:
        return {}
    session.flush()
    audience_changed(session, ballot.stream_id, person(attendee.id))
    return {}


@action(EnterDots)
def enter_dots(session: Session, _actor: Actor, command: EnterDots, _now: int) -> Result:
    """Write down what those at a table gave together who have no phone of their own."""
    ballot = ballot_of(session, command.session_id, command.ballot_id)
    table = table_of(session, command.session_id, command.table_id)
    _check_open(session, ballot)
    if command.people > table.seats:
        raise BadInput(
            lazy("Table %(number)s has %(seats)s chairs.", number=table.number, seats=table.seats),
            field="people",
        )
    dots = _checked(session, ballot, command.dots, people=command.people)
    vote = _vote(session, ballot, Vote.table_id == table.id)
    if not dots:
        if vote is not None:
            session.delete(vote)
        return {}
    if vote is None:
        vote = _new_vote(ballot, dots, table_id=table.id)
        session.add(vote)
    vote.people, vote.dots = command.people, dots
    return {}


def _check_open(session: Session, ballot: Ballot) -> None:
    if ballot.state != State.OPEN or cafe_of(session, ballot.session_id).phase not in VOTING:
        raise TooLate(lazy("The vote was closed before your dots came. Nothing else is lost."))


def _checked(session: Session, ballot: Ballot, dots: Dots, people: int = 1) -> dict[str, int]:
    """Give the dots that were given. Raises BadInput where they are more than may be given."""
    paper = Paper(
        choices=frozenset(choice.id for choice in choices_of(session, ballot)),
        dots=ballot.dots,
        stacked=ballot.stacked,
        people=people,
    )
    kept = given(dots)
    match paper.overstep(kept):
        case Overstep.UNKNOWN:
            raise BadInput(field="dots")
        case Overstep.TOO_MANY:
            raise BadInput(
                lazy("These are more dots than there are to give: %(most)s.", most=paper.most), field="dots"
            )
        case Overstep.TOO_MANY_ON_ONE:
            raise BadInput(lazy("Each person gives a theme one dot at most here."), field="dots")
        case None:
            return kept


def _vote(session: Session, ballot: Ballot, whose: ColumnElement[bool]) -> Vote | None:
    return session.scalars(select(Vote).where(Vote.ballot_id == ballot.id, whose)).first()


def _new_vote(
    ballot: Ballot, dots: dict[str, int], *, attendee_id: str | None = None, table_id: str | None = None
) -> Vote:
    return Vote(
        id=new_key(),
        stream_id=ballot.stream_id,
        session_id=ballot.session_id,
        ballot=ballot,
        ballot_id=ballot.id,
        attendee_id=attendee_id,
        table_id=table_id,
        people=1,
        dots=dots,
    )
