"""Preparing a session: its shape, with a table round for every table in every round, and its hosts."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.commands import new_key
from cafe.dialogue.actions.choosing import recount
from cafe.dialogue.actions.found import cafe_of
from cafe.dialogue.actions.manner import change_mode, first_rounds, new_round
from cafe.dialogue.actions.people import attend
from cafe.dialogue.actions.places import delete_place, fill_places, table_may_go
from cafe.dialogue.actions.seating import seat_everyone
from cafe.dialogue.actions.wishes import forget_wishes_about
from cafe.dialogue.commands.session import (
    ChangeSession,
    CreateSession,
    SetRounds,
    SetTables,
    SetTopics,
)
from cafe.dialogue.model import CafeSession, CafeTable, TableRound, Topic
from cafe.dialogue.modes import Moves, moves_in
from cafe.dialogue.rules import Phase
from cafe.errors import BadInput, NotFound, TooLate
from cafe.gatherings.model import Gathering, Participant
from cafe.i18n import lazy
from cafe.live.model import Stream
from cafe.live.stamp import open_stream, touch
from cafe.perform import Result, action

STARTED = lazy("The session has begun; this can no longer be changed. Nothing was changed.")
WRITTEN = lazy("Something has been written about a topic you took away. Nothing was changed. Keep the topic.")


@action(CreateSession)
def create_session(session: Session, _actor: Actor, command: CreateSession, now: int) -> Result:
    """Begin a session with good defaults; everyone on the gathering's list is expected."""
    gathering = session.get(Gathering, command.gathering_id)
    if gathering is None:
        raise NotFound
    if session.get(Stream, command.new_session_id) is not None:
        raise BadInput(field="new_session_id")
    open_stream(session, Stream(id=command.new_session_id, kind="cafe", epoch=new_key(), seq=0))
    cafe = CafeSession(
        id=command.new_session_id,
        stream_id=command.new_session_id,
        gathering=gathering,
        title=command.title,
        mode=command.mode,
        created_at=now,
    )
    cafe.rounds_ = first_rounds(cafe)
    session.add(cafe)
    session.flush()
    for participant in session.scalars(select(Participant).where(Participant.gathering_id == gathering.id)):
        attend(session, cafe, participant, has_come=False, by_phone=False)
    return {"session_id": cafe.id}


@action(ChangeSession)
def change_session(session: Session, _actor: Actor, command: ChangeSession, now: int) -> Result:
    """Change what is given; what is left out stays."""
    cafe = cafe_of(session, command.session_id)
    if (
        command.mode is not None
        and command.mode != cafe.mode
        and cafe.phase not in (Phase.DRAFT, Phase.CHECK_IN)
    ):
        raise TooLate(STARTED)
    for name in ("title", "home_table_last", "seats", "switch_minutes", "question"):
        value = getattr(command, name)
        if value is not None:
            setattr(cafe, name, value)
    if command.mode is not None and command.mode != cafe.mode:
        change_mode(session, cafe, command.mode)
        if moves_in(command.mode) is Moves.CHOICE and cafe.phase == Phase.CHECK_IN:
            seat_everyone(session, cafe)
        recount(session, cafe, now)
    return {}


# What a higher domain knows of a topic: its texts would go with it.
_written_about: list[Callable[[Session, str], bool]] = []


def written_about_topics(has_text: Callable[[Session, str], bool]) -> Callable[[Session, str], bool]:
    """Register how it is found whether something has been written about a topic, which then cannot go."""
    _written_about.append(has_text)
    return has_text


@action(SetTopics)
def set_topics(session: Session, _actor: Actor, command: SetTopics, now: int) -> Result:
    """Set the list of topics; a topic that is talked about already cannot go."""
    cafe = cafe_of(session, command.session_id)
    known = {topic.id: topic for topic in cafe.topics}
    wanted = [draft.id for draft in command.topics]
    if len(set(wanted)) != len(wanted):
        raise BadInput(field="topics")
    gone = [topic for topic_id, topic in known.items() if topic_id not in wanted]
    if gone and cafe.phase not in (Phase.DRAFT, Phase.CHECK_IN):
        raise TooLate(STARTED)
    if any(has_text(session, topic.id) for topic in gone for has_text in _written_about):
        raise TooLate(WRITTEN)
    for position, draft in enumerate(command.topics):
        topic = known.get(draft.id)
        if topic is None:
            if session.get(Topic, draft.id) is not None:
                raise BadInput(field="topics")
            topic = Topic(id=draft.id, stream_id=cafe.id, session_id=cafe.id)
            cafe.topics.append(topic)
        topic.position, topic.title, topic.question = position, draft.title, draft.question
    for topic in gone:
        forget_wishes_about(session, topic)
        session.delete(topic)
    session.flush()
    session.refresh(cafe, ["topics"])
    fill_places(session, cafe)
    recount(session, cafe, now)
    return {}


@action(SetRounds)
def set_rounds(session: Session, _actor: Actor, command: SetRounds, now: int) -> Result:
    """Set the rounds; those that have begun keep their place, and their length unless they still run."""
    cafe = cafe_of(session, command.session_id)
    if len(command.rounds) < cafe.round_number:
        raise TooLate(STARTED)
    by_number = {round_.number: round_ for round_ in cafe.rounds_}
    for number, draft in enumerate(command.rounds, start=1):
        round_ = by_number.pop(number, None)
        if round_ is None:
            cafe.rounds_.append(new_round(cafe, number, draft.minutes, draft.question))
        else:
            round_.minutes, round_.question = draft.minutes, draft.question
    for round_ in by_number.values():
        session.delete(round_)
    touch(cafe)
    session.flush()
    session.refresh(cafe, ["rounds_"])
    fill_places(session, cafe)
    recount(session, cafe, now)
    return {}


@action(SetTables)
def set_tables(session: Session, _actor: Actor, command: SetTables, now: int) -> Result:
    """Set the tables; one that has notes cannot go."""
    cafe = cafe_of(session, command.session_id)
    known = {table.id: table for table in cafe.tables}
    topics = {topic.id for topic in cafe.topics}
    wanted = [draft.id for draft in command.tables]
    if len(set(wanted)) != len(wanted) or any(d.topic_id not in {None, *topics} for d in command.tables):
        raise BadInput(field="tables")
    for table in [table for table_id, table in known.items() if table_id not in wanted]:
        table_may_go(session, cafe, table)
        for place in session.scalars(select(TableRound).where(TableRound.table_id == table.id)):
            delete_place(session, place)
        session.flush()
        session.delete(table)
    session.flush()
    session.refresh(cafe, ["tables"])
    # Numbers are unique: first out of the way, then into place.
    for table in cafe.tables:
        table.number += 1000
    session.flush()
    for number, draft in enumerate(command.tables, start=1):
        table = known.get(draft.id) or _new_table(session, cafe, draft.id)
        table.number, table.seats = number, draft.seats
        table.topic_id, table.accessible = draft.topic_id, draft.accessible
    session.flush()
    session.refresh(cafe, ["tables"])
    fill_places(session, cafe)
    recount(session, cafe, now)
    return {}


def _new_table(session: Session, cafe: CafeSession, table_id: str) -> CafeTable:
    if session.get(CafeTable, table_id) is not None:
        raise BadInput(field="tables")
    table = CafeTable(id=table_id, stream_id=cafe.id, session_id=cafe.id)
    cafe.tables.append(table)
    return table
