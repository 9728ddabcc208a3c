"""Who harvests which topic: hosts come in when the rounds are over, and what was said follows its topic."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.dialogue.model import CafeSession, Note, Summary, TableRound
from cafe.dialogue.queries.roles import HARVESTED
from cafe.dialogue.rooms import BEFORE_HARVEST, HOSTS
from cafe.dialogue.rules import Phase
from cafe.live.stamp import audience_changed, touch

Follower = Callable[[Session, Sequence[Note]], None]
_followers: list[Follower] = []


def follows_topics(follower: Follower) -> Follower:
    """Register what else goes along when notes have come to another topic, by the domain that owns it."""
    _followers.append(follower)
    return follower


def say_who_harvests(session: Session, cafe: CafeSession, before: Phase) -> None:
    """Let the hosts in when the harvest begins, and out again when it is over."""
    if (before in HARVESTED) is not (cafe.phase in HARVESTED):
        audience_changed(session, cafe.id, HOSTS if before in HARVESTED else BEFORE_HARVEST)


def topics_changed(session: Session, cafe: CafeSession, places: Sequence[TableRound]) -> None:
    """Hand what was said at these tables to those who harvest their topics of today.

    `places` are in the database with the topics they have now.
    """
    if not places:
        return
    ids = [place.id for place in places]
    for place in places:
        session.refresh(place, ["topic"])
    notes = session.scalars(select(Note).where(Note.table_round_id.in_(ids))).all()
    touch(*notes, *session.scalars(select(Summary).where(Summary.table_round_id.in_(ids))))
    for follower in _followers:
        follower(session, notes)
    if cafe.phase in HARVESTED:
        audience_changed(session, cafe.id, HOSTS)
