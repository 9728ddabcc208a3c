"""What pages ask of conclusions."""

from __future__ import annotations

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from cafe.dialogue.model import TableRound
from cafe.dialogue.queries.roles import has_hosts
from cafe.dialogue.queries.texts import PastText, past_texts
from cafe.errors import NotFound
from cafe.harvest.model import Conclusion, ConclusionVersion
from cafe.harvest.whole import Whole, joined


def conclusion_history(session: Session, session_id: str, conclusion_id: str) -> list[PastText]:
    """Give the texts a conclusion has had, titles on top; none for one that is not stored yet."""
    row = session.get(Conclusion, conclusion_id)
    if row is None:
        return []
    if row.session_id != session_id:
        raise NotFound
    return past_texts(session, whole_of(row), ConclusionVersion)


def whole_of(row: Conclusion) -> Whole:
    """Give a conclusion as its history and the merge see it; before its first text, nothing."""
    return Whole(
        id=row.id,
        text=joined(row.title, row.text) if row.version else "",
        version=row.version,
        changed_by_both=row.changed_by_both,
    )


def has_hosts_to_ask(session: Session, row: Conclusion) -> bool:
    """Tell whether hosts could stand by it: those of its topic, or any where it goes across topics."""
    if row.topic_id is not None:
        return has_hosts(session, row.session_id, row.topic_id)
    hosted = or_(TableRound.host_id.is_not(None), TableRound.cohost_id.is_not(None))
    query = select(TableRound.id).where(TableRound.session_id == row.session_id, hosted)
    return session.scalars(query.limit(1)).first() is not None
