"""What an import tells: ids, codes and links. A secret is told once; only its hash is kept."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.clock import now_ms
from cafe.dialogue.model import Attendee
from cafe.gatherings.model import Gathering
from cafe.importing.actions import Imported, Organiser
from cafe.importing.file import ImportFile, SessionEntry
from cafe.importing.names import SessionIds, called, participant_index
from cafe.people.actions import issue_link, issue_ticket
from cafe.people.commands import Purpose
from cafe.people.model import User
from cafe.people.rules import CARD_LASTS, SIGN_IN_LASTS

WALLS = 20
Report = dict[str, Any]


def report_of(
    session: Session, file: ImportFile, imported: Imported, origin: str, *, links: bool, tickets: bool
) -> Report:
    """Give everything that whoever imported needs to go on, making the links on the way."""
    gathering = session.get_one(Gathering, imported.ids.gathering)
    report: Report = {
        "gathering": gathering.id,
        "join_code": gathering.join_code,
        "join_link": f"{origin}/j#{gathering.join_secret}",
        "organisers": [_organiser(session, organiser, origin) for organiser in imported.organisers],
        "sessions": [
            _session(session, entry, ids, origin)
            for entry, ids in zip(file.sessions, imported.ids.sessions, strict=True)
        ],
    }
    if links:
        report["participants"] = [
            {"name": person.name, "link": f"{origin}/t#{_card(session, participant_id)}"}
            for person, participant_id in zip(file.participants, imported.ids.participants, strict=True)
        ]
    if tickets:
        report["casts"] = [
            cast_of(session, file, imported, number, phones=True) for number in range(len(file.sessions))
        ]
    return report


def _card(session: Session, participant_id: str) -> str:
    return issue_link(session, Purpose.TICKET, participant_id, now_ms() + CARD_LASTS)


def _organiser(session: Session, organiser: Organiser, origin: str) -> Report:
    """Give a link that signs in at once and, to who has no password yet, one by which to choose it."""
    user = session.get_one(User, organiser.user_id)
    secret = issue_link(session, Purpose.SIGN_IN, user.id, now_ms() + SIGN_IN_LASTS)
    told = {"email": user.email, "sign_in_link": f"{origin}/in#{secret}"}
    if organiser.invitation is not None:
        told["invitation_link"] = f"{origin}/invitation#{organiser.invitation}"
    return told


def _session(session: Session, entry: SessionEntry, ids: SessionIds, origin: str) -> Report:
    secret = issue_link(session, Purpose.WALL, ids.session, now_ms() + CARD_LASTS, WALLS)
    return {
        "session": ids.session,
        "title": entry.title,
        "wall_link": f"{origin}/w#{secret}",
        "run": f"{origin}/cafe/{ids.session}/run",
    }


def cast_of(session: Session, file: ImportFile, imported: Imported, number: int, *, phones: bool) -> Report:
    """Give the tickets of one session's people: hosts with their table and, if wanted, the others as phones.

    Who has a ticket cannot be claimed any more by typing the name.
    """
    entry, ids = file.sessions[number], imported.ids.sessions[number]
    query = select(Attendee.participant_id, Attendee.id).where(Attendee.session_id == ids.session)
    attendees = dict(session.execute(query).all())
    tables = {
        participant_index(file, name): (table_id, table_number)
        for table_number, (table, table_id) in enumerate(zip(entry.tables, ids.tables, strict=True), start=1)
        for name in (table.host, table.cohost)
        if name is not None
    }
    cast: Report = {"session": ids.session, "phones": [], "hosts": []}
    for index, person in enumerate(file.participants):
        if index not in tables and not phones:
            continue
        participant_id = imported.ids.participants[index]
        one: Report = {
            "name": called(person),
            "attendee": attendees[participant_id],
            "ticket": issue_ticket(session, participant_id, ends_others=False),
        }
        if index in tables:
            one["table"], one["number"] = tables[index]
        cast["hosts" if index in tables else "phones"].append(one)
    return cast
