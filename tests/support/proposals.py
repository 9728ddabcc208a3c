"""Plans of seats to look at, worked out on the spot instead of by a process of their own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask import Flask
from sqlalchemy.orm import undefer

from cafe.commands import new_key
from cafe.db import db, unit_of_work
from cafe.dialogue.actions.proposals import note_found
from cafe.dialogue.commands.proposals import Approach, ProposeSeats
from cafe.dialogue.model import CafeSession, SeatProposal
from cafe.dialogue.planning import planning
from cafe.dialogue.situation import situation_of
from cafe.rotation.aside import answer
from tests.support.cafe import Hall


@contextmanager
def planning_in(app: Flask) -> Iterator[None]:
    """Let this process plan as the server does, by processes of their own."""
    planning.start(app)
    try:
        yield
    finally:
        planning.stop()


def asked(hall: Hall, *, key: str = "", **asked_for: Any) -> str:
    """Ask for a plan, and give its id."""
    key = key or new_key()
    hall.do(ProposeSeats(session_id=hall.session_id, new_proposal_id=key, **asked_for))
    return key


def found_here(hall: Hall, **asked_for: Any) -> str:
    """Ask for a plan and have it at once."""
    key = asked(hall, **asked_for)
    with hall.app.app_context(), unit_of_work() as session:
        cafe, proposal = session.get_one(CafeSession, hall.session_id), session.get_one(SeatProposal, key)
        task = situation_of(session, cafe, only_arrived=proposal.only_arrived).task(
            anew=proposal.approach == Approach.ANEW
        )
        note_found(session, key, answer({**task, "seed": proposal.seed, "steps": 2_000}, lambda _: None))
    return key


def stored(hall: Hall, key: str) -> SeatProposal | None:
    """Read a proposal."""
    with hall.app.app_context(), db.sessionmaker() as session:
        return session.get(SeatProposal, key, options=[undefer(SeatProposal.found)])
