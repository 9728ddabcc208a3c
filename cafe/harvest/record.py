"""All that a session leaves behind, as plain facts: what the exports are made of.

Texts are exactly what was written. People are left out: no names, no seats, nobody's path through the tables.
Times are milliseconds since 1970, UTC.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from cafe.harvest.report.facts import ReportFacts


@dataclass(frozen=True, kw_only=True)
class SessionFacts:
    """The session and the gathering it belongs to."""

    id: str
    title: str
    mode: str
    phase: str
    round: int
    question: str
    created_at: int
    gathering: str
    network: str
    place: str
    starts_on: str | None
    ends_on: str | None


@dataclass(frozen=True, kw_only=True)
class TopicFacts:
    """A topic."""

    id: str
    letter: str
    title: str
    question: str


@dataclass(frozen=True, kw_only=True)
class RoundFacts:
    """A round."""

    number: int
    minutes: int
    question: str


@dataclass(frozen=True, kw_only=True)
class TableFacts:
    """A table."""

    id: str
    number: int
    seats: int
    accessible: bool
    topic: str | None


@dataclass(frozen=True, kw_only=True)
class PlaceFacts:
    """A table in a round, with the letter of its topic."""

    id: str
    table: int
    round: int
    topic: str | None
    question: str


@dataclass(frozen=True, kw_only=True)
class NoteFacts:
    """A note with its origin. `at` is unknown for an anonymous idea."""

    id: str
    table_round_id: str
    table: int
    round: int
    topic: str | None
    kind: str
    source: str
    origin: str
    text: str
    at: int | None
    position: float
    version: int
    changed_by_both: bool


@dataclass(frozen=True, kw_only=True)
class SummaryFacts:
    """The summary of a table's round."""

    table_round_id: str
    table: int
    round: int
    topic: str | None
    text: str
    state: str
    version: int
    yes: int
    change: int


@dataclass(frozen=True, kw_only=True)
class ConsolidatedFacts:
    """The consolidated summary of a topic; without a topic, the introduction."""

    id: str
    topic: str | None
    text: str
    version: int
    approved: bool


@dataclass(frozen=True, kw_only=True)
class PublicationFacts:
    """The published page; its content is empty while it is taken down."""

    slug: str
    title: str
    edition: int
    at: int
    taken_down: bool
    content: dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class SessionRecord:
    """Everything, in an order that is the same each time: by table, round and place among the notes.

    `harvest` is what the report would say if all of it were approved.

    `ideas_waiting` counts the anonymous thoughts that still wait to be shuffled and are in no list yet.
    """

    session: SessionFacts
    topics: tuple[TopicFacts, ...]
    rounds: tuple[RoundFacts, ...]
    tables: tuple[TableFacts, ...]
    table_rounds: tuple[PlaceFacts, ...]
    notes: tuple[NoteFacts, ...]
    binned_notes: tuple[NoteFacts, ...]
    summaries: tuple[SummaryFacts, ...]
    consolidated: tuple[ConsolidatedFacts, ...]
    harvest: ReportFacts
    publication: PublicationFacts | None
    ideas_waiting: int
