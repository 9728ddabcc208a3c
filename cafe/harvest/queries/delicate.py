"""Reading what has to be looked at before publishing."""

from __future__ import annotations

import time
from functools import lru_cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.dialogue.model import CafeSession
from cafe.gatherings.model import Participant
from cafe.harvest.delicate import Names
from cafe.harvest.model import LookedAt
from cafe.harvest.published_texts import Mark, marks_in, published_texts
from cafe.harvest.queries.report import report_of
from cafe.harvest.report.facts import ReportFacts

A_FEW = 50
# Texts looked at when the list was shown are not searched again when the page is published a minute later,
# while others wait to write. There is room for ten thousand notes: with less, not one would be found again.
_marks = lru_cache(maxsize=20_000)(marks_in)
_names = lru_cache(maxsize=4)(Names)


def marks_of(session: Session, cafe: CafeSession, facts: ReportFacts) -> list[Mark]:
    """Give every passage to look at in what is going to be published."""
    names = _names(_who_takes_part(session, cafe.gathering_id))
    marks: list[Mark] = []
    for count, text in enumerate(published_texts(facts)):
        marks += _marks(text, names, cafe.id)
        if count % A_FEW == 0:
            time.sleep(0)  # the hall goes on meanwhile
    return marks


def delicate_in(session: Session, session_id: str) -> list[Mark]:
    """Give every passage to look at in what may be published, approved yet or not. Raises NotFound."""
    facts = report_of(session, session_id, approved_only=False)
    return marks_of(session, session.get_one(CafeSession, session_id), facts)


def looked_at(session: Session, session_id: str) -> set[str]:
    """Give the ids of the passages that somebody has looked at."""
    query = select(LookedAt.id).where(LookedAt.session_id == session_id, LookedAt.looked.is_(True))
    return set(session.scalars(query))


def _who_takes_part(session: Session, gathering_id: str) -> tuple[str, ...]:
    query = select(Participant.name).where(Participant.gathering_id == gathering_id)
    return tuple(sorted(session.scalars(query)))
