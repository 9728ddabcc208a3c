"""The words of a seating: people, tables, the instance to plan, the plan."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

Plan: TypeAlias = Mapping[str, tuple[str | None, ...]]
"""Person -> table of each round; None where the person is away."""


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody to be seated, in all rounds or in those named (1-based)."""

    id: str
    organisation: str | None = None
    kind: str | None = None
    rounds: frozenset[int] | None = None

    def attends(self, number: int) -> bool:
        """Tell whether the person is there in this round."""
        return self.rounds is None or number in self.rounds


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table with its seats (host included), topics and hosts, round by round."""

    id: str
    seats: int
    topic_by_round: tuple[str | None, ...]
    host_by_round: tuple[tuple[str, ...], ...]
    rounds: frozenset[int] | None = None

    def is_open(self, number: int) -> bool:
        """Tell whether people can sit here in this round."""
        return self.rounds is None or number in self.rounds


@dataclass(frozen=True, kw_only=True)
class Instance:
    """
    Everything that decides a seating.

    `fixed` maps (person, round) to a table: the past, pins and what has been announced. Such a
    seat is kept even where it breaks another rule, with one exception: who is away is not seated.
    `stay` keeps everybody at one table; `home_table_last` ends the day where it began.
    """

    people: tuple[Person, ...]
    tables: tuple[Table, ...]
    rounds: int
    seed: int = 1
    fixed: Mapping[tuple[str, int], str] = field(default_factory=dict)
    stay: bool = False
    home_table_last: bool = False


class NotEnoughSeats(Exception):
    """More people are to be seated in a round than its open tables can take."""

    def __init__(self, needed: int, available: int, round_number: int) -> None:
        """Keep the figures for the message that the caller words and translates."""
        super().__init__(f"round {round_number}: {needed} people, {available} seats")
        self.needed = needed
        self.available = available
        self.round = round_number
