"""A gathering and the lists of gatherings, as plain facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from cafe.days import said_days
from cafe.errors import NotFound
from cafe.gatherings.commands import Kind
from cafe.gatherings.model import Gathering, Participant
from cafe.gatherings.queries import gatherings_seen_by, organisers_of, organises, participants_in
from cafe.gatherings.words import KINDS
from cafe.i18n import Message


@dataclass(frozen=True, kw_only=True)
class GatheringRow:
    """A gathering as a line of a list."""

    id: str
    title: str
    network: str
    ordinal: int | None
    place: str
    days: str
    starts_on: str | None
    ends_on: str | None
    themes: str = ""
    organised: bool = False


@dataclass(frozen=True, kw_only=True)
class PersonRow:
    """Somebody on the list of a gathering."""

    id: str
    name: str
    organisation: str
    kind: Message


@dataclass(frozen=True, kw_only=True)
class SessionRow:
    """A café session of a gathering: where it stands, and the page that is next."""

    title: str
    state: Message
    address: str


@dataclass(frozen=True, kw_only=True)
class GatheringFacts:
    """Everything the page of a gathering shows."""

    row: GatheringRow
    starts_on: str | None
    ends_on: str | None
    join_code: str
    join_secret: str
    join_open: bool
    organisers: tuple[tuple[str, str], ...]
    people: tuple[PersonRow, ...]
    sessions: tuple[SessionRow, ...]


# The domain of sessions tells which there are.
SessionLister = Callable[[Session, str], list[SessionRow]]
session_listers: list[SessionLister] = []


def gathering_rows(session: Session, user_id: str) -> list[GatheringRow]:
    """Give the gatherings a user organises or is invited to as a member of the network, the newest first."""
    return [
        gathering_row(gathering, organised=organises(session, user_id, gathering.id))
        for gathering in gatherings_seen_by(session, user_id)
    ]


def still_to_come(rows: Iterable[GatheringRow], today: str) -> tuple[list[GatheringRow], list[GatheringRow]]:
    """Part gatherings into those to come, the next one first and the undated last, and those past."""
    listed = list(rows)
    coming = [row for row in listed if (row.ends_on or today) >= today]
    past = [row for row in listed if (row.ends_on or today) < today]
    return sorted(coming, key=lambda row: row.starts_on or "9999"), past


def gathering_facts(session: Session, gathering_id: str) -> GatheringFacts:
    """Give what the page of a gathering shows. Raises NotFound."""
    gathering = session.get(Gathering, gathering_id)
    if gathering is None:
        raise NotFound
    return GatheringFacts(
        row=gathering_row(gathering, organised=True),
        starts_on=gathering.starts_on,
        ends_on=gathering.ends_on,
        join_code=gathering.join_code,
        join_secret=gathering.join_secret,
        join_open=gathering.join_open,
        organisers=tuple((user.name, user.email) for user in organisers_of(session, gathering_id)),
        people=tuple(_person(person) for person in participants_in(session, gathering_id)),
        sessions=tuple(row for lister in session_listers for row in lister(session, gathering_id)),
    )


def gathering_row(gathering: Gathering, *, organised: bool = False) -> GatheringRow:
    """Give a gathering as a line of a list."""
    return GatheringRow(
        id=gathering.id,
        title=gathering.title,
        network=gathering.network.name,
        ordinal=gathering.ordinal,
        place=gathering.place,
        themes=gathering.themes,
        days=said_days(gathering.starts_on, gathering.ends_on),
        starts_on=gathering.starts_on,
        ends_on=gathering.ends_on or gathering.starts_on,
        organised=organised,
    )


def _person(participant: Participant) -> PersonRow:
    return PersonRow(
        id=participant.id,
        name=participant.name,
        organisation=participant.organisation.name if participant.organisation else "",
        kind=KINDS[Kind(participant.kind)] if participant.kind else "",
    )
