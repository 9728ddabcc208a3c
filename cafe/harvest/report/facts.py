"""What the report says, as plain facts: the same for every format, and for what is published and frozen.

Texts are exactly what was written. People are numbers: no names, no seats, nobody's path through the tables.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Occasion:
    """What was held, where and when. Days are ISO dates."""

    session: str
    gathering: str
    network: str
    place: str
    starts_on: str | None
    ends_on: str | None
    mode: str
    question: str
    rounds_held: int
    tables: int


@dataclass(frozen=True, kw_only=True)
class OrganisationCount:
    """How many came from an organisation; never fewer than five."""

    name: str
    people: int


@dataclass(frozen=True, kw_only=True)
class People:
    """Who came, in numbers. `others` are from smaller organisations or have not said where from."""

    total: int
    organisations: tuple[OrganisationCount, ...] = ()
    others: int = 0


@dataclass(frozen=True, kw_only=True)
class Mixing:
    """How well people were mixed: meetings of two at a table, and those with somebody new, in hundredths."""

    meetings: int
    new_share: int
    best_share: int


@dataclass(frozen=True, kw_only=True)
class ReportNote:
    """A note with its origin and what the harvest says of it. `round` counts from 1."""

    id: str
    table: int
    round: int
    topic_id: str | None
    kind: str
    source: str
    origin: str
    text: str
    late: str = ""
    important: bool = False
    left_out: bool = False
    reason: str = ""
    bundle_id: str | None = None


@dataclass(frozen=True, kw_only=True)
class ReportBundle:
    """Notes that are read as one, with the text for all of them."""

    id: str
    topic_id: str | None
    text: str


@dataclass(frozen=True, kw_only=True)
class ReportSummary:
    """What a table handed over after a round, approved by those who sat there."""

    table: int
    round: int
    topic_id: str | None
    text: str


@dataclass(frozen=True, kw_only=True)
class EmptyTable:
    """A table without any note in a round that was held."""

    table: int
    round: int


@dataclass(frozen=True, kw_only=True)
class ReportTopic:
    """A topic with its consolidated summary in Markdown; empty while it is not approved."""

    id: str
    letter: str
    title: str
    question: str
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class ReportTheme:
    """A theme on the board with all its notes, those of themes merged into it included."""

    id: str
    title: str
    note_ids: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ChoiceCount:
    """How many dots a choice got."""

    theme_id: str
    title: str
    dots: int


@dataclass(frozen=True, kw_only=True)
class ReportBallot:
    """A vote that is over, the choices with most dots first."""

    question: str
    dots_each: int
    people: int
    choices: tuple[ChoiceCount, ...]


@dataclass(frozen=True, kw_only=True)
class ReportConclusion:
    """A conclusion in Markdown, the themes it names and every note it rests on, cited ones first."""

    id: str
    topic_id: str | None
    title: str
    text: str
    theme_ids: tuple[str, ...]
    note_ids: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ReportStep:
    """What starts after the café, who starts it and when, in words. What was frozen early has no id."""

    text: str
    who: str
    by_when: str
    conclusion_id: str | None = None
    id: str = ""


@dataclass(frozen=True, kw_only=True)
class ReportFacts:
    """Everything, in an order that is the same each time: notes by table, round and place among the notes."""

    occasion: Occasion
    people: People
    mixing: Mixing | None
    introduction: str
    topics: tuple[ReportTopic, ...]
    themes: tuple[ReportTheme, ...]
    ballots: tuple[ReportBallot, ...]
    conclusions: tuple[ReportConclusion, ...]
    next_steps: tuple[ReportStep, ...]
    bundles: tuple[ReportBundle, ...]
    notes: tuple[ReportNote, ...]
    summaries: tuple[ReportSummary, ...]
    empty: tuple[EmptyTable, ...]
