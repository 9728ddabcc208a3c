"""The words of a seating: people, tables, the instance to plan, the plan, what cannot be done."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

Plan: TypeAlias = Mapping[str, tuple[str | None, ...]]
"""Person -> table of each round; None where the person is away."""


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody to be seated, in all rounds or in those named (1-based).

    `stays`: at one table in every round. `needs_access`: only at accessible tables. `company`: never
    the only one of their kind at a table. `home`: the table where they sit in their first round.
    """

    id: str
    organisation: str | None = None
    kind: str | None = None
    rounds: frozenset[int] | None = None
    stays: bool = False
    needs_access: bool = False
    company: bool = False
    home: str | None = None

    def attends(self, number: int) -> bool:
        """Tell whether the person is there in this round."""
        return self.rounds is None or number in self.rounds


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table with its seats (host included), topics and hosts, round by round.

    `fewest` is how many must sit there whenever it is open.
    """

    id: str
    seats: int
    topic_by_round: tuple[str | None, ...]
    host_by_round: tuple[tuple[str, ...], ...]
    rounds: frozenset[int] | None = None
    fewest: int = 0
    accessible: bool = False

    def is_open(self, number: int) -> bool:
        """Tell whether people can sit here in this round."""
        return self.rounds is None or number in self.rounds


Pair: TypeAlias = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Instance:
    """
    Everything that decides a seating.

    `fixed` maps (person, round) to a table: the past and pins. Such a seat is kept even where it breaks
    another rule, with one exception: who is away is not seated.
    `stay` keeps everybody at one table; `home_table_last` ends the day where it began.
    `must_visit` pairs people with topics; `apart` never share a table, `together` always do.
    """

    people: tuple[Person, ...]
    tables: tuple[Table, ...]
    rounds: int
    seed: int = 1
    fixed: Mapping[tuple[str, int], str] = field(default_factory=dict)
    stay: bool = False
    home_table_last: bool = False
    must_visit: tuple[tuple[str, str], ...] = ()
    apart: tuple[Pair, ...] = ()
    together: tuple[Pair, ...] = ()


class Preference(StrEnum):
    """What goes first at the tables, once rules, wishes, new topics and even sizes are met."""

    NEW_FACES = "new_faces"
    FEWER_COLLEAGUES = "fewer_colleagues"


class Reason(StrEnum):
    """Why a wish cannot be met; `Impossible` says who and where."""

    TOO_MANY_PEOPLE = "too_many_people"
    TOO_FEW_PEOPLE = "too_few_people"
    TOO_MANY_PINNED = "too_many_pinned"
    PINNED_TO_CLOSED_TABLE = "pinned_to_closed_table"
    PINNED_WHILE_AWAY = "pinned_while_away"
    HOST_PINNED_ELSEWHERE = "host_pinned_elsewhere"
    HOST_OF_TWO_TABLES = "host_of_two_tables"
    NO_ACCESSIBLE_SEAT = "no_accessible_seat"
    PINNED_WITHOUT_ACCESS = "pinned_without_access"
    APART_AND_TOGETHER = "apart_and_together"
    APART_BUT_PLACED_TOGETHER = "apart_but_placed_together"
    TOGETHER_BUT_PLACED_APART = "together_but_placed_apart"
    TOGETHER_TOO_MANY = "together_too_many"
    APART_TOO_MANY = "apart_too_many"
    STAYS_BUT_PLACED_APART = "stays_but_placed_apart"
    NO_TABLE_TO_STAY_AT = "no_table_to_stay_at"
    TOPIC_NOT_OPEN = "topic_not_open"
    TOPICS_TOO_MANY = "topics_too_many"
    TOPIC_OUT_OF_REACH = "topic_out_of_reach"
    NEVER_THERE = "never_there"
    ALONE_OF_KIND = "alone_of_kind"


@dataclass(frozen=True, kw_only=True)
class Impossible:
    """One wish, or several that contradict each other, that no plan can meet.

    `needed` and `available` are seats, rounds or people, as the reason says.
    """

    reason: Reason
    people: tuple[str, ...] = ()
    table: str | None = None
    topic: str | None = None
    round: int | None = None
    needed: int | None = None
    available: int | None = None


class NotEnoughSeats(Exception):
    """More people are to be seated in a round than its open tables can take."""

    def __init__(self, needed: int, available: int, round_number: int) -> None:
        """Keep the figures for the message that the caller words and translates."""
        super().__init__(f"round {round_number}: {needed} people, {available} seats")
        self.needed = needed
        self.available = available
        self.round = round_number


class Cancelled(Exception):
    """The caller asked the planner to stop before it had a plan."""
