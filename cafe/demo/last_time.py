"""The gathering before the one that is played: what was said there, and what it came to."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from cafe.actor import SERVER, Actor
from cafe.commands import new_key
from cafe.demo import people
from cafe.demo.telling import BEFORE, Teller, invented
from cafe.dialogue.commands.rounds import Advance, Ending, Finish
from cafe.dialogue.commands.session import (
    CreateSession,
    Mode,
    RoundDraft,
    SetRounds,
    SetTables,
    SetTopics,
    TableDraft,
    TopicDraft,
)
from cafe.dialogue.commands.table import AddNote, NoteSource
from cafe.dialogue.model import CafeSession, TableRound
from cafe.gatherings.commands import CreateGathering, RegisterParticipant
from cafe.gatherings.commands.attendance import SetAttendance
from cafe.gatherings.commands.evaluation import AnswerEvaluation, Evaluation
from cafe.harvest.commands.board import CreateTheme
from cafe.harvest.commands.conclusions import ApproveConclusion, RestOn, SetNextStep, WriteConclusion
from cafe.harvest.commands.publication import Publish

TABLES = 6
CAME = 24
ANSWERED = 14
NO_NOTE = "leader"  # a note's source is another list than a person's background


@dataclass(frozen=True, kw_only=True)
class LastTime:
    """The gathering before, who came, its session, and its conclusions by their titles."""

    gathering: str
    people: tuple[str, ...]
    session: str
    conclusions: dict[str, str]


def tell_last_time(teller: Teller, network: str, topics: list[str]) -> LastTime:
    """Hold the gathering before, and publish what it came to."""
    gathering, cafe = new_key(), new_key()
    teller.do(
        CreateGathering(
            new_gathering_id=gathering,
            network=network,
            title="Nettverkssamling 1, Haugesund",
            ordinal=1,
            place="Haugesund",
            themes="Å bli trodd, og at ingen skal være alene med erfaringen sin",
            starts_on=teller.day(BEFORE),
            ends_on=teller.day(BEFORE - 1),
        ),
        days_ago=BEFORE + 60,
    )
    people_there = _came(teller, gathering)
    places = _played(teller, gathering, cafe, topics)
    notes = _said(teller, cafe, places)
    conclusions = _came_to(teller, cafe, notes)
    return LastTime(gathering=gathering, people=people_there, session=cafe, conclusions=conclusions)


def _came(teller: Teller, gathering: str) -> tuple[str, ...]:
    names = people.names(teller.chance)
    ids = [new_key() for _ in range(CAME)]
    for participant in ids:
        register = RegisterParticipant(
            gathering_id=gathering, participant_id=participant, display_name=next(names)
        )
        teller.do(register, days_ago=BEFORE + 10)
    for days_ago in (BEFORE, BEFORE - 1):
        here = tuple(ids if days_ago == BEFORE else ids[:-4])
        attend = SetAttendance(
            gathering_id=gathering, participant_ids=here, day=teller.day(days_ago), here=True
        )
        teller.do(attend, days_ago=days_ago)
    marks = ((5, 4, 5, 4, 4), (4, 5, 5, 4, 3), (5, 5, 4, 5, 4), (3, 4, 4, 3, 3))
    for number, participant in enumerate(ids[:ANSWERED]):
        useful, heard, mixed, both, next_step = marks[number % len(marks)]
        answers = Evaluation(
            useful=useful,
            heard=heard,
            mixed=mixed,
            both=both,
            next_step=next_step,
            keep="At vi satt sammen på tvers." if number == 1 else "",
            change="Litt kortere foredrag." if number == 2 else "",  # noqa: PLR2004 - one of them
        )
        answer = AnswerEvaluation(gathering_id=gathering, answer_id=new_key(), answers=answers)
        teller.do(answer, Actor(participant_ids=(participant,)), days_ago=BEFORE - 1)
    return tuple(ids)


def _played(teller: Teller, gathering: str, cafe: str, topics: list[str]) -> list[str]:
    """Play the café to its harvest; give the first place of each table."""
    teller.do(
        CreateSession(
            gathering_id=gathering, new_session_id=cafe, title="Kafédialog", mode=Mode.TOPIC_PER_TABLE
        ),
        days_ago=BEFORE + 10,
    )
    drafts = tuple(TopicDraft(title=title) for title in topics)
    teller.do(SetTopics(session_id=cafe, topics=drafts), days_ago=BEFORE + 10)
    teller.do(SetRounds(session_id=cafe, rounds=(RoundDraft(), RoundDraft())), days_ago=BEFORE + 10)
    tables = tuple(TableDraft(seats=6, topic_id=drafts[number % len(drafts)].id) for number in range(TABLES))
    teller.do(SetTables(session_id=cafe, tables=tables), days_ago=BEFORE + 10)
    for _ in range(3):
        step = teller.session.get_one(CafeSession, cafe).step
        teller.do(Advance(session_id=cafe, from_step=step), days_ago=BEFORE)
    query = select(TableRound).where(TableRound.session_id == cafe, TableRound.round_number == 1)
    places = sorted(teller.session.scalars(query), key=lambda place: place.table.number)
    return [place.id for place in places]


def _said(teller: Teller, cafe: str, places: list[str]) -> list[list[str]]:
    """Write the notes down; give them by the conclusion they came to."""
    notes: list[list[str]] = [[] for _ in invented()["conclusions"]]
    for number, (text, source, conclusion) in enumerate(invented()["notes"]):
        note = AddNote(
            session_id=cafe,
            table_round_id=places[number % len(places)],
            note_id=new_key(),
            text=text,
            source=NoteSource.UNSPECIFIED if source == NO_NOTE else NoteSource(source),
            position=number,
        )
        teller.do(note, SERVER, days_ago=BEFORE)
        notes[conclusion].append(note.note_id)
    return notes


def _came_to(teller: Teller, cafe: str, notes: list[list[str]]) -> dict[str, str]:
    step = teller.session.get_one(CafeSession, cafe).step
    teller.do(Finish(session_id=cafe, from_step=step, phase=Ending.HARVEST), days_ago=BEFORE)
    conclusions: dict[str, str] = {}
    topics = [topic.id for topic in teller.session.get_one(CafeSession, cafe).topics]
    for entry, said in zip(invented()["conclusions"], notes, strict=True):
        theme, conclusion = new_key(), new_key()
        grouped = CreateTheme(session_id=cafe, theme_id=theme, title=entry["title"], note_ids=tuple(said))
        teller.do(grouped, days_ago=BEFORE)
        cited = f"{entry['text']} [#{said[0]}] [#{said[-1]}]"
        written = WriteConclusion(
            session_id=cafe,
            conclusion_id=conclusion,
            topic_id=topics[entry["topic"]],
            title=entry["title"],
            base_version=0,
            text=cited,
        )
        version = teller.do(written, days_ago=BEFORE)["version"]
        teller.do(RestOn(session_id=cafe, conclusion_id=conclusion, theme_ids=(theme,)), days_ago=BEFORE)
        approve = ApproveConclusion(
            session_id=cafe, conclusion_id=conclusion, version=version, without_hosts=True
        )
        teller.do(approve, days_ago=BEFORE)
        conclusions[entry["title"]] = conclusion
    first = next(iter(conclusions.values()))
    begin = SetNextStep(
        session_id=cafe,
        step_id=new_key(),
        conclusion_id=first,
        text="Dele stillingsutlysninger",
        who="Stord",
        by_when="før jul",
    )
    teller.do(begin, days_ago=BEFORE)
    teller.do(Publish(session_id=cafe, title="Det vi sa i Haugesund", looked_at=True), days_ago=BEFORE - 1)
    return conclusions
