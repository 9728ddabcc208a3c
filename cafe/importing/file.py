"""The import file: what may stand in it, and how it is read."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from cafe.commands import Line, OptionalLine
from cafe.dialogue.commands.session import (
    MAX_ROUNDS,
    MAX_TABLES,
    Mode,
    Question,
    RoundMinutes,
    RoundNumber,
    Seats,
    SwitchMinutes,
)
from cafe.gatherings.commands import Day, Kind
from cafe.importing.errors import ImportProblem, ImportRefused
from cafe.network.commands import OrganisationKind
from cafe.people.commands import Email

MAX_PEOPLE = 2000


class Membership(StrEnum):
    """What an organisation is in its network."""

    MEMBER = "member"
    ORGANISER = "organiser"


class FilePart(BaseModel):
    """A part of the file; a field that is not known is refused, so that a typing mistake is seen."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class OrganisationEntry(FilePart):
    """An organisation of the network."""

    name: Line = Field(description="What it is called; participants name it.")
    kind: OrganisationKind = Field(OrganisationKind.MUNICIPALITY, description="What kind of body it is.")
    number: OptionalLine | None = Field(None, description="Its official number, such as a municipality's.")
    role: Membership = Field(Membership.MEMBER, description="A member of the network, or one that runs it.")


class OrganiserEntry(FilePart):
    """Somebody who organises the gathering; an account is made when the address has none."""

    email: Email = Field(description="The address they sign in with.")
    name: Line = Field(description="Their name; kept as it is when they have an account already.")


class GatheringEntry(FilePart):
    """The gathering itself."""

    title: Line = Field(description="What it is called.")
    ordinal: Annotated[int, Field(ge=1, le=999)] | None = Field(
        None, description="Which of the network's gatherings it is."
    )
    place: OptionalLine = Field("", description="Where it is.")
    starts_on: Day | None = Field(None, description="Its first day, as 2027-02-15.")
    ends_on: Day | None = Field(None, description="Its last day.")


class ParticipantEntry(FilePart):
    """Somebody who takes part."""

    name: Line = Field(description="The name or alias they go by.")
    key: Line | None = Field(
        None, description="How the rest of the file names them, where two go by one name; else the name does."
    )
    organisation: OptionalLine = Field("", description="Where they are from; added to the network if new.")
    kind: Kind | None = Field(None, description="What they are, if they want it used for mixing.")


class TopicEntry(FilePart):
    """A topic; its letter follows from its place in the list."""

    title: Line = Field(description="What it is called; tables name it.")
    question: Question = Field("", description="Its question.")


class RoundEntry(FilePart):
    """A round; its number follows from its place in the list."""

    minutes: RoundMinutes = Field(20, description="Its length.")
    question: Question = Field("", description="Its question, in modes where each round has one.")


class TableEntry(FilePart):
    """A table; its number follows from its place in the list."""

    topic: Line | None = Field(None, description="The title or the letter of its topic.")
    seats: Seats | None = Field(None, description="How many can sit there, the host included.")
    accessible: bool = Field(default=False, description="Reachable by wheelchair.")
    host: Line | None = Field(None, description="The participant who hosts it.")
    cohost: Line | None = Field(None, description="The participant who helps the host.")


TableNumber = Annotated[int, Field(ge=1, le=MAX_TABLES)]


class SeatsEntry(FilePart):
    """Where one person sits, set by hand."""

    participant: Line = Field(description="Who.")
    tables: tuple[TableNumber | None, ...] = Field(
        min_length=1,
        max_length=MAX_ROUNDS,
        description="The table's number in each round, or null where the planner decides.",
    )


class SeatingEntry(FilePart):
    """How people are seated before they come. Left out: when the first round begins."""

    plan: bool = Field(default=True, description="Let the planner seat everybody now.")
    seed: Annotated[int, Field(ge=1, le=1_000_000)] = Field(
        1, description="Another seed gives another plan; the same seed the same."
    )
    given: tuple[SeatsEntry, ...] = Field((), description="Seats set by hand, which the planner keeps.")


class WishInFile(StrEnum):
    """What a wish says: those that organisers state, and sitting out."""

    MUST_VISIT = "must_visit"
    APART = "apart"
    TOGETHER = "together"
    ACCESSIBLE = "accessible"
    STAYS = "stays"
    COMPANY = "company"
    SITS_OUT = "sits_out"


class WishEntry(FilePart):
    """What the seating should heed about somebody; only organisers see it."""

    participant: Line = Field(description="Whom it is about.")
    kind: WishInFile = Field(description="What is wished.")
    topic: Line | None = Field(None, description="The title or the letter of the topic to visit.")
    other: Line | None = Field(None, description="The other participant, where it is about two.")
    rounds: tuple[RoundNumber, ...] = Field(
        (), max_length=MAX_ROUNDS, description="The numbers of the rounds to sit out."
    )


class SessionEntry(FilePart):
    """A café session."""

    title: Line = Field(description="What it is called.")
    mode: Mode = Field(Mode.TOPIC_PER_TABLE, description="What moves between rounds.")
    home_table_last: bool = Field(default=False, description="The last round is at the first one's table.")
    seats: Seats = Field(6, description="Seats of a table that does not say otherwise.")
    switch_minutes: SwitchMinutes = Field(2, description="Minutes for going to the next table.")
    question: Question = Field("", description="The question, where there is one for all tables.")
    topics: tuple[TopicEntry, ...] = Field((), max_length=24, description="The topics, in order.")
    rounds: tuple[RoundEntry, ...] = Field(
        (), max_length=MAX_ROUNDS, description="The rounds, in order; left out: three of 20 minutes."
    )
    tables: tuple[TableEntry, ...] = Field((), max_length=MAX_TABLES, description="The tables, in order.")
    wishes: tuple[WishEntry, ...] = Field(
        (), max_length=MAX_PEOPLE, description="What the seating should heed."
    )
    seating: SeatingEntry | None = Field(None, description="How people are seated.")


class ImportFile(FilePart):
    """Everything about one gathering."""

    note: str = Field("", description="For whoever reads the file; not imported.")
    network: Line = Field(description="The network's name; one that exists already is used.")
    organisations: tuple[OrganisationEntry, ...] = Field(
        (), max_length=500, description="The network's organisations."
    )
    gathering: GatheringEntry = Field(description="The gathering.")
    organisers: tuple[OrganiserEntry, ...] = Field(
        (), max_length=50, description="Who organises it and may sign in."
    )
    participants: tuple[ParticipantEntry, ...] = Field(
        (), max_length=MAX_PEOPLE, description="Everyone on the list."
    )
    sessions: tuple[SessionEntry, ...] = Field((), max_length=20, description="Its café sessions.")


def read_import_file(text: str) -> ImportFile:
    """Read the text of an import file. Raises ImportRefused with every problem and its place."""
    try:
        raw = json.loads(text)
    except json.JSONDecodeError as error:
        at = f"line {error.lineno}, column {error.colno}"
        raise ImportRefused([ImportProblem(at, f"this is not JSON: {error.msg}")]) from None
    try:
        return ImportFile.model_validate(raw)
    except ValidationError as error:
        problems = [
            ImportProblem(path_of(part["loc"]), _said(part["type"], part["msg"]))
            for part in error.errors(include_url=False, include_input=False)
        ]
        raise ImportRefused(problems) from None


def path_of(location: tuple[str | int, ...]) -> str:
    """Write a place in the file the way people point at it: `sessions[0].tables[3].topic`."""
    path = ""
    for part in location:
        if isinstance(part, int):
            path += f"[{part}]"
        else:
            path += f".{part}" if path else part
    return path or "the file"


def _said(kind: str, message: str) -> str:
    match kind:
        case "missing":
            return "this is missing"
        case "extra_forbidden":
            return "there is no field of this name"
        case "value_error":
            return "it holds a character that cannot be stored"
        case _:
            return message[:1].lower() + message[1:]
