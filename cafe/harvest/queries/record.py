"""Reading all that a session leaves behind."""

from __future__ import annotations

from typing import Any, TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from cafe.dialogue.model import CafeSession, CafeTable, Note, PendingIdea, Summary, TableRound
from cafe.errors import NotFound
from cafe.harvest.model import Consolidated, Publication
from cafe.harvest.queries.report import report_of
from cafe.harvest.record import (
    ConsolidatedFacts,
    NoteFacts,
    PlaceFacts,
    PublicationFacts,
    RoundFacts,
    SessionFacts,
    SessionRecord,
    SummaryFacts,
    TableFacts,
    TopicFacts,
)

Letters = dict[str | None, str | None]
Said = TypeVar("Said", Note, Summary)


def record_of(session: Session, session_id: str) -> SessionRecord:
    """Give everything a session leaves behind, without people. Raises NotFound."""
    cafe = session.get(CafeSession, session_id)
    if cafe is None:
        raise NotFound
    letters: Letters = {None: None, **{topic.id: topic.letter for topic in cafe.topics}}
    notes = _said(session, Note, Note.table_round_id, session_id)
    notes.sort(key=lambda row: (row[1].table.number, row[1].round_number, row[0].position, row[0].id))
    waiting = select(func.count()).select_from(PendingIdea).where(PendingIdea.session_id == session_id)
    return SessionRecord(
        session=_session(cafe),
        topics=tuple(
            TopicFacts(id=t.id, letter=t.letter, title=t.title, question=t.question) for t in cafe.topics
        ),
        rounds=tuple(
            RoundFacts(number=r.number, minutes=r.minutes, question=r.question) for r in cafe.rounds_
        ),
        tables=tuple(_table(table, letters) for table in cafe.tables),
        table_rounds=tuple(_places(session, session_id, letters)),
        notes=tuple(_note(note, place, letters) for note, place in notes if not note.binned),
        binned_notes=tuple(_note(note, place, letters) for note, place in notes if note.binned),
        summaries=tuple(
            _summary(summary, place, letters)
            for summary, place in _said(session, Summary, Summary.table_round_id, session_id)
        ),
        consolidated=tuple(_consolidated(session, session_id, letters)),
        harvest=report_of(session, session_id, approved_only=False),
        publication=_publication(session, session_id),
        ideas_waiting=session.scalar(waiting) or 0,
    )


def _session(cafe: CafeSession) -> SessionFacts:
    gathering = cafe.gathering
    return SessionFacts(
        id=cafe.id,
        title=cafe.title,
        mode=cafe.mode,
        phase=cafe.phase,
        round=cafe.round_number,
        question=cafe.question,
        created_at=cafe.created_at,
        gathering=gathering.title,
        network=gathering.network.name,
        place=gathering.place,
        starts_on=gathering.starts_on,
        ends_on=gathering.ends_on,
    )


def _table(table: CafeTable, letters: Letters) -> TableFacts:
    return TableFacts(
        id=table.id,
        number=table.number,
        seats=table.seats,
        accessible=table.accessible,
        topic=letters[table.topic_id],
    )


def _said(
    session: Session, model: type[Said], at: InstrumentedAttribute[str], session_id: str
) -> list[tuple[Said, TableRound]]:
    query: Any = (
        select(model, TableRound)
        .join(TableRound, at == TableRound.id)
        .join(CafeTable, TableRound.table_id == CafeTable.id)
        .where(TableRound.session_id == session_id)
        .order_by(CafeTable.number, TableRound.round_number)
    )
    return [(said, place) for said, place in session.execute(query)]


def _places(session: Session, session_id: str, letters: Letters) -> list[PlaceFacts]:
    query = select(TableRound).join(CafeTable).where(TableRound.session_id == session_id)
    return [
        PlaceFacts(
            id=place.id,
            table=place.table.number,
            round=place.round_number,
            topic=letters[place.topic_id],
            question=place.question,
        )
        for place in session.scalars(query.order_by(CafeTable.number, TableRound.round_number))
    ]


def _note(note: Note, place: TableRound, letters: Letters) -> NoteFacts:
    return NoteFacts(
        id=note.id,
        table_round_id=place.id,
        table=place.table.number,
        round=place.round_number,
        topic=letters[place.topic_id],
        kind=note.kind,
        source=note.source,
        origin=note.origin,
        text=note.text,
        at=note.at,
        position=note.position,
        version=note.version,
        changed_by_both=note.changed_by_both,
    )


def _summary(summary: Summary, place: TableRound, letters: Letters) -> SummaryFacts:
    return SummaryFacts(
        table_round_id=place.id,
        table=place.table.number,
        round=place.round_number,
        topic=letters[place.topic_id],
        text=summary.text,
        state=summary.state,
        version=summary.version,
        yes=summary.yes,
        change=summary.change,
    )


def _consolidated(session: Session, session_id: str, letters: Letters) -> list[ConsolidatedFacts]:
    texts = session.scalars(select(Consolidated).where(Consolidated.session_id == session_id))
    facts = [
        ConsolidatedFacts(
            id=text.id,
            topic=letters.get(text.topic_id),
            text=text.text,
            version=text.version,
            approved=text.approved,
        )
        for text in texts
    ]
    return sorted(facts, key=lambda text: text.topic or "")


def _publication(session: Session, session_id: str) -> PublicationFacts | None:
    page = session.scalars(select(Publication).where(Publication.session_id == session_id)).first()
    if page is None:
        return None
    return PublicationFacts(
        slug=page.slug,
        title=page.title,
        edition=page.edition,
        at=page.at,
        taken_down=page.taken_down,
        content=page.content,
    )
