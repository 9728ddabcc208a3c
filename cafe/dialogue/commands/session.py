"""Preparing a café session: its shape, its people and its seats."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from cafe.commands import Command, Key, Line, Part, TrimmedText, command
from cafe.gatherings.commands import Kind

MAX_TABLES = 250
MAX_ROUNDS = 8


class Mode(StrEnum):
    """What moves between rounds, and where the question comes from."""

    TOPIC_PER_TABLE = "topic_per_table"
    SAME_QUESTION = "same_question"
    PROGRESSIVE = "progressive"
    FREE_CHOICE = "free_choice"
    HOSTS_ROTATE = "hosts_rotate"
    PRO_ACTION = "pro_action"
    REFLECTION = "reflection"


class Arrival(StrEnum):
    """Whether someone has come."""

    EXPECTED = "expected"
    ARRIVED = "arrived"
    AWAY = "away"


Seats = Annotated[int, Field(ge=3, le=10)]
RoundMinutes = Annotated[int, Field(ge=1, le=60)]
SwitchMinutes = Annotated[int, Field(ge=0, le=10)]
RoundNumber = Annotated[int, Field(ge=1, le=MAX_ROUNDS)]
Question = Annotated[TrimmedText, Field(max_length=500)]


class TopicDraft(Part):
    """A topic as prepared; its letter follows from its place in the list."""

    title: Line
    question: Question = ""


class RoundDraft(Part):
    """A round as prepared; its number follows from its place in the list."""

    minutes: RoundMinutes = 20
    question: Question = ""


class TableDraft(Part):
    """A table as prepared; its number follows from its place in the list."""

    seats: Seats = 6
    topic_id: Key | None = None
    accessible: bool = False


@command
class CreateSession(Command):
    """Begin a café session in a gathering, with one topic, three rounds and no tables yet."""

    name = "create_session"
    gathering_id: Key
    new_session_id: Key
    title: Line
    mode: Mode = Mode.TOPIC_PER_TABLE


@command
class ChangeSession(Command):
    """Change what a session is called and how it runs; a field left out stays as it is."""

    name = "change_session"
    session_id: Key
    title: Line | None = None
    mode: Mode | None = None
    home_table_last: bool | None = None
    seats: Seats | None = None
    switch_minutes: SwitchMinutes | None = None
    question: Question | None = None


@command
class SetTopics(Command):
    """Say which topics there are, in order; each draft's id is the topic's id."""

    name = "set_topics"
    session_id: Key
    topics: Annotated[tuple[TopicDraft, ...], Field(min_length=1, max_length=24)]


@command
class SetRounds(Command):
    """Say which rounds there are, in order; rounds that have begun cannot be removed."""

    name = "set_rounds"
    session_id: Key
    rounds: Annotated[tuple[RoundDraft, ...], Field(min_length=1, max_length=MAX_ROUNDS)]


@command
class SetTables(Command):
    """Say which tables there are, in order; each draft's id is the table's id."""

    name = "set_tables"
    session_id: Key
    tables: Annotated[tuple[TableDraft, ...], Field(min_length=1, max_length=MAX_TABLES)]


@command
class AssignHost(Command):
    """Give a table its host and co-host, from the present round on; null takes the task away."""

    name = "assign_host"
    session_id: Key
    table_id: Key
    host_id: Key | None = None
    cohost_id: Key | None = None


@command
class AddAttendee(Command):
    """Take up someone at the door, also without a phone; they are seated in the rounds that are left."""

    name = "add_attendee"
    session_id: Key
    attendee_id: Key
    display_name: Line
    organisation_id: Key | None = None
    kind: Kind | None = None
    arrived: bool = True


@command
class SetArrival(Command):
    """Say that someone has come, or is away; away frees the chair in the rounds that are left."""

    name = "set_arrival"
    session_id: Key
    attendee_id: Key
    arrival: Arrival


@command
class PlanSeats(Command):
    """Seat everybody in the rounds that have not begun; what is past stays as it was."""

    name = "plan_seats"
    session_id: Key
    only_arrived: bool = False
    seed: Annotated[int, Field(ge=1, le=1_000_000)] = 1


@command
class MoveSeat(Command):
    """Seat one person at a given table in a round that has not ended, by hand; null frees the seat."""

    name = "move_seat"
    session_id: Key
    attendee_id: Key
    round: RoundNumber
    table_id: Key | None = None
