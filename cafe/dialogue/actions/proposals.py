"""Plans of seats that are looked at first: asked for, worked out elsewhere, and used in one go."""

from __future__ import annotations

from typing import Any

from sqlalchemy import CursorResult, delete, select, update
from sqlalchemy.orm import Session, undefer

from cafe.actor import Actor
from cafe.dialogue.actions.found import cafe_of, clockwork
from cafe.dialogue.actions.seating import apply_plan, has_plan
from cafe.dialogue.commands.proposals import (
    Approach,
    CancelProposal,
    Progress,
    ProposeSeats,
    UseProposal,
)
from cafe.dialogue.model import CafeSession, SeatProposal
from cafe.dialogue.rules import open_rounds
from cafe.dialogue.situation import situation_of
from cafe.errors import BadInput, NotFound, TooLate
from cafe.i18n import lazy
from cafe.perform import Result, action
from cafe.rotation.writing import read_plan
from cafe.workshop import Wanted

GONE = lazy("This plan has been put away. Nothing was changed. Make a plan again.")
STALE = lazy(
    "People, tables, wishes or seats have changed since this plan was made. Nobody was moved. "
    "Make a plan again; it takes a moment."
)


def wanted_by(session: Session) -> Wanted:
    """Give what this transaction asks for; it is done once the transaction has been stored."""
    wanted: Wanted = session.info.setdefault("plans", Wanted())
    return wanted


@action(ProposeSeats)
def propose_seats(session: Session, _actor: Actor, command: ProposeSeats, now: int) -> Result:
    """Ask for a plan; one that is being worked out for the session is given up for it."""
    cafe = cafe_of(session, command.session_id)
    if session.get(SeatProposal, command.new_proposal_id) is not None:
        raise BadInput(field="new_proposal_id")
    if not cafe.tables:
        raise TooLate(lazy("There are no tables yet. Set up the tables first."))
    if not open_rounds(clockwork(cafe)):
        raise TooLate(lazy("The last round has begun, so nobody's seat can be planned any more."))
    cafe.seed, seed = command.seed, cafe.seed
    with session.no_autoflush:
        situation = situation_of(session, cafe, only_arrived=command.only_arrived)
    cafe.seed = seed  # it is the session's own once the plan is used
    if not situation.instance.people:
        raise TooLate(lazy("There is nobody to seat yet."))
    _put_away(session, cafe)
    anew = command.approach is Approach.ANEW or not has_plan(session, cafe)
    session.add(
        SeatProposal(
            id=command.new_proposal_id,
            session_id=cafe.id,
            made_at=now,
            approach=Approach.ANEW if anew else Approach.AGAIN,
            only_arrived=command.only_arrived,
            seed=command.seed,
            digest=situation.digest,
        )
    )
    wanted_by(session).tasks[command.new_proposal_id] = situation.task(anew=anew)
    return {"proposal_id": command.new_proposal_id}


def _put_away(session: Session, cafe: CafeSession) -> None:
    """End what is being worked out for the session, and forget what was worked out before."""
    for proposal in session.scalars(select(SeatProposal).where(SeatProposal.session_id == cafe.id)):
        if proposal.state == Progress.PLANNING:
            _cancel(session, proposal)
        else:
            session.delete(proposal)


def _cancel(session: Session, proposal: SeatProposal) -> None:
    proposal.state = Progress.CANCELLED
    wanted_by(session).unwanted.add(proposal.id)


@action(CancelProposal)
def cancel_proposal(session: Session, _actor: Actor, command: CancelProposal, _now: int) -> Result:
    """Stop working a plan out, or put a finished one away."""
    proposal = _proposal(session, command.session_id, command.proposal_id)
    _cancel(session, proposal)
    proposal.found = None
    return {}


@action(UseProposal)
def use_proposal(session: Session, _actor: Actor, command: UseProposal, _now: int) -> Result:
    """Give everybody the seats of a proposal, if it still fits; pins and the past are kept."""
    cafe = cafe_of(session, command.session_id)
    proposal = _proposal(session, cafe.id, command.proposal_id)
    ways = {way["name"]: way for way in (proposal.found or {}).get("ways", ())}
    if proposal.state != Progress.READY:
        raise TooLate(GONE)
    if command.way not in ways:
        raise BadInput(field="way")
    situation = situation_of(session, cafe, only_arrived=proposal.only_arrived)
    if situation.digest != proposal.digest:
        raise TooLate(STALE)
    plan = read_plan(ways[command.way]["plan"])
    cafe.seed = proposal.seed
    moved = apply_plan(session, cafe, plan, open_rounds(clockwork(cafe)))
    session.execute(delete(SeatProposal).where(SeatProposal.session_id == cafe.id))
    return {"seated": len(plan), "moved": moved}


def _proposal(session: Session, session_id: str, proposal_id: str) -> SeatProposal:
    """Give a proposal of the session. Raises TooLate when it has been put away, by whomever."""
    proposal = session.get(SeatProposal, proposal_id, options=[undefer(SeatProposal.found)])
    if proposal is None:
        raise TooLate(GONE)
    if proposal.session_id != session_id:
        raise NotFound
    return proposal


def note_progress(session: Session, proposal_id: str, percent: int) -> bool:
    """Write down how far a plan is; tell whether anybody still wants it."""
    return _change(session, proposal_id, progress=percent)


def note_found(session: Session, proposal_id: str, found: dict[str, Any]) -> bool:
    """Write down what was found, or why nothing was, unless nobody wants it any more."""
    state = Progress.READY if "ways" in found else Progress.FAILED
    return _change(session, proposal_id, state=state, progress=100, found=found)


def _change(session: Session, proposal_id: str, **values: Any) -> bool:
    planning = SeatProposal.id == proposal_id, SeatProposal.state == Progress.PLANNING
    done = session.execute(update(SeatProposal).where(*planning).values(**values))
    return isinstance(done, CursorResult) and done.rowcount > 0


def forget_half_done(session: Session) -> None:
    """After a start nothing is being worked out, whatever the last process wrote."""
    query = update(SeatProposal).where(SeatProposal.state == Progress.PLANNING)
    session.execute(query.values(state=Progress.FAILED, found={"problem": {}}))
