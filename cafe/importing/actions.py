"""Writing an import file into the database, by the commands that everyone uses, in one transaction."""

from __future__ import annotations

from dataclasses import dataclass

from flask_babel import force_locale
from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import SERVER
from cafe.commands import Command, new_key
from cafe.db import unit_of_work
from cafe.dialogue.commands.session import (
    AssignHost,
    ChangeSession,
    CreateSession,
    MoveSeat,
    PlanSeats,
    RoundDraft,
    SetRounds,
    SetTables,
    SetTopics,
    TableDraft,
    TopicDraft,
)
from cafe.dialogue.commands.wishes import AddWish, SitOutFor, WishKind
from cafe.dialogue.model import Attendee
from cafe.errors import SafeError
from cafe.gatherings.commands import AddOrganisation, CreateGathering, InviteOrganiser, RegisterParticipant
from cafe.importing.errors import ImportProblem, ImportRefused
from cafe.importing.file import ImportFile, SessionEntry, WishInFile
from cafe.importing.names import Ids, SessionIds, new_ids, participant_index, problems_of, topic_index
from cafe.people.rules import new_secret
from cafe.perform import Result, perform_within


@dataclass(frozen=True, kw_only=True)
class Organiser:
    """Somebody who organises; with the secret of an invitation when they have no password yet."""

    user_id: str
    invitation: str | None


@dataclass(frozen=True, kw_only=True)
class Imported:
    """What an import has made: ids in the order of the file."""

    ids: Ids
    organisers: tuple[Organiser, ...]


def import_gathering(file: ImportFile) -> Imported:
    """Write everything in the file, or nothing. Raises ImportRefused with the problems and their places."""
    with unit_of_work() as session:
        return import_within(session, file)


def import_within(session: Session, file: ImportFile) -> Imported:
    """Write everything in the file as part of a larger transaction. Raises ImportRefused."""
    problems = list(problems_of(file))
    if problems:
        raise ImportRefused(problems)
    ids = new_ids(file)
    organisers = _gathering(session, file, ids)
    for index in range(len(file.sessions)):
        _session(session, file, ids, index)
    return Imported(ids=ids, organisers=tuple(organisers))


def _do(session: Session, command: Command, path: str) -> Result:
    try:
        return perform_within(session, SERVER, command).result
    except SafeError as error:
        where = f"{path}.{error.field}" if error.field else path
        with force_locale("en"):
            raise ImportRefused([ImportProblem(where, str(error.message))]) from None


def _gathering(session: Session, file: ImportFile, ids: Ids) -> list[Organiser]:
    gathering = CreateGathering(
        new_gathering_id=ids.gathering, network=file.network, **file.gathering.model_dump()
    )
    _do(session, gathering, "gathering")
    for index, organisation in enumerate(file.organisations):
        add = AddOrganisation(
            gathering_id=ids.gathering,
            title=organisation.name,
            kind=organisation.kind,
            number=organisation.number or "",
            member=organisation.role == "member",
        )
        _do(session, add, f"organisations[{index}]")
    for index, (person, participant_id) in enumerate(zip(file.participants, ids.participants, strict=True)):
        register = RegisterParticipant(
            gathering_id=ids.gathering,
            participant_id=participant_id,
            display_name=person.name,
            organisation=person.organisation,
            kind=person.kind,
        )
        _do(session, register, f"participants[{index}]")
    return [_organiser(session, file, ids, index) for index in range(len(file.organisers))]


def _organiser(session: Session, file: ImportFile, ids: Ids, index: int) -> Organiser:
    entry, secret = file.organisers[index], new_secret()
    invite = InviteOrganiser(
        gathering_id=ids.gathering,
        new_user_id=new_key(),
        email=entry.email,
        display_name=entry.name,
        secret=secret,
        of_network=True,
    )
    answer = _do(session, invite, f"organisers[{index}]")
    return Organiser(user_id=answer["user_id"], invitation=secret if answer["invited"] else None)


@dataclass(frozen=True, kw_only=True)
class _Writing:
    """One session of a file while it is written."""

    session: Session
    file: ImportFile
    people: tuple[str, ...]  # the attendees, in the order of the file's participants
    path: str
    entry: SessionEntry
    ids: SessionIds

    def do(self, command: Command, path: str = "") -> None:
        _do(self.session, command, f"{self.path}{path}")

    def person(self, name: str | None) -> str | None:
        return None if name is None else self.people[participant_index(self.file, name)]


def _session(session: Session, file: ImportFile, ids: Ids, index: int) -> None:
    entry, own = file.sessions[index], ids.sessions[index]
    path = f"sessions[{index}]"
    create = CreateSession(
        gathering_id=ids.gathering, new_session_id=own.session, title=entry.title, mode=entry.mode
    )
    _do(session, create, path)
    query = select(Attendee.participant_id, Attendee.id).where(Attendee.session_id == own.session)
    attendees = dict(session.execute(query).all())
    people = tuple(attendees[participant] for participant in ids.participants)
    writing = _Writing(session=session, file=file, people=people, path=path, entry=entry, ids=own)
    _shape(writing)
    _hosts(writing)
    _wishes(writing)
    _seating(writing)


def _shape(writing: _Writing) -> None:
    entry, ids = writing.entry, writing.ids
    settings = entry.model_dump(include={"home_table_last", "seats", "switch_minutes", "question"})
    writing.do(ChangeSession(session_id=ids.session, **settings))
    if entry.topics:
        topics = tuple(
            TopicDraft(id=topic_id, title=topic.title, question=topic.question)
            for topic_id, topic in zip(ids.topics, entry.topics, strict=True)
        )
        writing.do(SetTopics(session_id=ids.session, topics=topics))
    if entry.rounds:
        rounds = tuple(
            RoundDraft(minutes=round_.minutes, question=round_.question) for round_ in entry.rounds
        )
        writing.do(SetRounds(session_id=ids.session, rounds=rounds))
    if entry.tables:
        tables = tuple(_table(entry, ids, index, table_id) for index, table_id in enumerate(ids.tables))
        writing.do(SetTables(session_id=ids.session, tables=tables))


def _table(entry: SessionEntry, ids: SessionIds, index: int, table_id: str) -> TableDraft:
    table = entry.tables[index]
    topic = None if table.topic is None else topic_index(entry, table.topic)
    return TableDraft(
        id=table_id,
        seats=table.seats or entry.seats,
        topic_id=None if topic is None else ids.topics[topic],
        accessible=table.accessible,
    )


def _hosts(writing: _Writing) -> None:
    for index, (table_id, table) in enumerate(zip(writing.ids.tables, writing.entry.tables, strict=True)):
        if table.host or table.cohost:
            assign = AssignHost(
                session_id=writing.ids.session,
                table_id=table_id,
                host_id=writing.person(table.host),
                cohost_id=writing.person(table.cohost),
            )
            writing.do(assign, f".tables[{index}].host")


def _wishes(writing: _Writing) -> None:
    for index, wish in enumerate(writing.entry.wishes):
        about = {"session_id": writing.ids.session, "attendee_id": writing.person(wish.participant) or ""}
        path = f".wishes[{index}]"
        for number in wish.rounds:
            writing.do(SitOutFor(**about, round=number, out=True), path)
        if wish.kind is not WishInFile.SITS_OUT:
            topic = None if wish.topic is None else topic_index(writing.entry, wish.topic)
            stated = AddWish(
                **about,
                kind=WishKind(wish.kind),
                other_id=writing.person(wish.other),
                topic_id=None if topic is None else writing.ids.topics[topic],
            )
            writing.do(stated, path)


def _seating(writing: _Writing) -> None:
    seating = writing.entry.seating
    if seating is None:
        return
    for index, each in enumerate(seating.given):
        for place, number in enumerate(each.tables):
            if number is not None:
                move = MoveSeat(
                    session_id=writing.ids.session,
                    attendee_id=writing.person(each.participant) or "",
                    round=place + 1,
                    table_id=writing.ids.tables[number - 1],
                )
                writing.do(move, f".seating.given[{index}].tables[{place}]")
    if seating.plan:
        writing.do(PlanSeats(session_id=writing.ids.session, seed=seating.seed), ".seating")
