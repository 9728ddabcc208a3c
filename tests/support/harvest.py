"""A session that has been harvested: themes, merged notes, votes, conclusions, written into the tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from cafe.clock import now_ms
from cafe.commands import new_key
from cafe.db import unit_of_work
from cafe.dialogue.model import Note, TableRound
from cafe.harvest.model import (
    Ballot,
    Basis,
    Bundle,
    Choice,
    Conclusion,
    Consolidated,
    NextStep,
    Placement,
    Slip,
    Tally,
    Theme,
)
from tests.support.cafe import Hall

SOURCES = ("professional", "lived_experience", "relative", "unspecified")
KINDS = ("insight", "idea", "question", "action", "quote")


@dataclass(frozen=True, kw_only=True)
class Harvested:
    """What was made: notes in the order they were given, the first of them in the bin."""

    notes: tuple[str, ...]
    themes: tuple[str, ...]
    conclusions: tuple[str, ...]


def harvest_of(hall: Hall, texts: Sequence[str], *, tables: int = 2, rounds: int = 2) -> Harvested:
    """Write notes at some tables, and a harvest of them. The harvest has the same texts."""
    sid = hall.session_id
    with hall.app.app_context(), unit_of_work() as session:
        notes = _notes(hall, session, texts, tables, rounds)
        notes[0].binned = True
        ids = [note.id for note in notes]
        themes = [_theme(sid, f"{texts[number % len(texts)][:150]} {number}", number) for number in range(3)]
        themes[2].merged_into = themes[1].id
        session.add_all(themes)
        session.flush()
        for number, note_id in enumerate(ids):
            for theme in {themes[number % 3].id, themes[number % 2].id}:
                session.add(
                    Placement(id=new_key(), stream_id=sid, session_id=sid, theme_id=theme, note_id=note_id)
                )
        bundle = Bundle(id=new_key(), stream_id=sid, session_id=sid, topic_id=hall.topics[0], text=texts[-1])
        session.add(bundle)
        session.flush()
        for number, note in enumerate(notes[1:5]):
            session.add(
                Slip(
                    id=note.id,
                    stream_id=sid,
                    session_id=sid,
                    note=note,
                    note_id=note.id,
                    important=number == 0,
                    left_out=number == 1,
                    reason=texts[1][:600] if number == 1 else "",
                    bundle_id=bundle.id if number > 1 else None,
                )
            )
        conclusions = _conclusions(hall, texts, ids, themes[1].id, session)
        _ballot(sid, themes, session)
    return Harvested(
        notes=tuple(ids), themes=tuple(theme.id for theme in themes), conclusions=tuple(conclusions)
    )


def write_notes(hall: Hall, texts: Sequence[str], *, tables: int = 2, rounds: int = 2) -> None:
    """Write notes at some tables, and no harvest of them."""
    with hall.app.app_context(), unit_of_work() as session:
        _notes(hall, session, texts, tables, rounds)


def _notes(hall: Hall, session: Session, texts: Sequence[str], tables: int, rounds: int) -> list[Note]:
    sid = hall.session_id
    notes = []
    for number, text in enumerate(texts):
        place = hall.place(1 + number % tables, 1 + number // tables % rounds)
        notes.append(
            Note(
                id=new_key(),
                stream_id=sid,
                session_id=sid,
                table_round=session.get_one(TableRound, place),
                table_round_id=place,
                text=text,
                kind=KINDS[number % len(KINDS)],
                source=SOURCES[number % len(SOURCES)],
                origin=("table", "phone", "paper")[number % 3],
                position=float(number),
                at=now_ms(),
            )
        )
    session.add_all(notes)
    session.flush()
    return notes


def _theme(sid: str, title: str, number: int) -> Theme:
    return Theme(
        id=new_key(), stream_id=sid, session_id=sid, title=title, position=float(number), removed=False
    )


def _conclusions(hall: Hall, texts: Sequence[str], ids: list[str], theme: str, session: Session) -> list[str]:
    sid, out = hall.session_id, []
    for number, topic in enumerate((hall.topics[0], None)):
        conclusion = Conclusion(
            id=new_key(),
            stream_id=sid,
            session_id=sid,
            topic_id=topic,
            title=f"Conclusion {number}: {texts[number][:100]}",
            text=f"We *agree* on this [#{ids[1 + number]}][#{ids[2]}]\n\n- one\n- two\n\n{texts[number]}",
            version=1,
            approved=True,
            position=float(number),
        )
        session.add(conclusion)
        out.append(conclusion.id)
    session.flush()
    session.add(Basis(id=new_key(), stream_id=sid, session_id=sid, conclusion_id=out[0], theme_id=theme))
    step = NextStep(
        id=new_key(),
        stream_id=sid,
        session_id=sid,
        conclusion_id=out[0],
        text=f"Begin with {texts[2]}",
        who="Bømlo",
        by_when="før jul",
        position=0.0,
    )
    session.add(step)
    text = Consolidated(
        id=new_key(),
        stream_id=sid,
        session_id=sid,
        topic_id=hall.topics[0],
        text=f"# All in all\n\n{texts[3]} [#{ids[3]}]",
        version=1,
        approved=True,
    )
    session.add(text)
    return out


def _ballot(sid: str, themes: list[Theme], session: Session) -> None:
    ballot = Ballot(
        id=new_key(),
        stream_id=sid,
        session_id=sid,
        question="Where do we begin?",
        dots=3,
        stacked=False,
        state="closed",
        on_wall=False,
        closed_at=now_ms(),
    )
    session.add(ballot)
    session.flush()
    choices = [
        Choice(
            id=new_key(),
            stream_id=sid,
            session_id=sid,
            ballot=ballot,
            ballot_id=ballot.id,
            theme_id=theme.id,
            title=theme.title,
            position=theme.position,
        )
        for theme in themes[:2]
    ]
    session.add_all(choices)
    dots = {choices[0].id: 4, choices[1].id: 11}
    tally = Tally(
        id=ballot.id, stream_id=sid, session_id=sid, ballot=ballot, ballot_id=ballot.id, people=5, dots=dots
    )
    session.add(tally)
