"""Who finds what by words at the harvest: organisers everything, hosts what was said about their topics."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Select, or_, select, union
from sqlalchemy.orm import Session

from cafe.actor import Actor, Role
from cafe.authorisation import roles_towards
from cafe.dialogue.model import Note, Summary, TableRound
from cafe.dialogue.queries.roles import attendee_of, harvests, topics_hosted
from cafe.errors import NotAllowed
from cafe.search.finding import find

LONGEST = 200  # characters that are looked at


@dataclass(frozen=True, kw_only=True)
class Reach:
    """What somebody may find in a session: what was said about some topics, or everything."""

    session_id: str
    topics: frozenset[str | None] | None


def reach_of(session: Session, actor: Actor, session_id: str) -> Reach:
    """Tell what somebody may find. Raises NotAllowed when it is nothing."""
    if Role.ORGANISER in roles_towards(session, actor, {"session_id": session_id}):
        return Reach(session_id=session_id, topics=None)
    attendee = attendee_of(session, actor, session_id)
    hosted = topics_hosted(session, attendee.id) if attendee else set()
    topics = frozenset(topic for topic in hosted if attendee and harvests(session, attendee, topic))
    if not topics:
        raise NotAllowed
    return Reach(session_id=session_id, topics=topics)


def found(session: Session, reach: Reach, words: str) -> list[str]:
    """Give the ids of what has all the words in some form of theirs, the closest first."""
    if reach.topics is None:
        return [each.id for each in find(session, reach.session_id, words[:LONGEST])]
    said = find(session, reach.session_id, words[:LONGEST], kinds=("note", "summary"))
    theirs = set(session.scalars(_said_about(reach.session_id, reach.topics)))
    return [each.id for each in said if each.id in theirs]


def _said_about(session_id: str, topics: frozenset[str | None]) -> Select[str]:
    named = TableRound.topic_id.in_([topic for topic in topics if topic is not None])
    about = or_(named, TableRound.topic_id.is_(None)) if None in topics else named
    places = select(TableRound.id).where(TableRound.session_id == session_id, about)
    notes = select(Note.id).where(Note.table_round_id.in_(places))
    summaries = select(Summary.id).where(Summary.table_round_id.in_(places))
    return select(union(notes, summaries).subquery().c[0])
