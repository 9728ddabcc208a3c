"""What may be given at a vote, and how it is counted. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from cafe.dialogue.rules import Phase

VOTING = frozenset({Phase.HARVEST, Phase.CLOSED})
# Only the counts are kept from here on.
KEPT_AS_COUNTS = frozenset({Phase.CLOSED, Phase.PUBLISHED})
# While fewer have voted, bars that grow would tell who gave what.
FEWEST = 5

Dots = Mapping[str, int]


class State(StrEnum):
    """Where a ballot stands."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"


class Overstep(StrEnum):
    """What is wrong with dots that cannot be given."""

    UNKNOWN = "unknown"
    TOO_MANY = "too_many"
    TOO_MANY_ON_ONE = "too_many_on_one"


@dataclass(frozen=True, kw_only=True)
class Paper:
    """What somebody, or several people at a table together, may fill in."""

    choices: frozenset[str]
    dots: int
    stacked: bool
    people: int = 1

    @property
    def most(self) -> int:
        """Tell how many dots may be given in all."""
        return self.people * self.dots

    @property
    def most_on_one(self) -> int:
        """Tell how many may be given to one choice: where dots are spread, one for each person."""
        return self.most if self.stacked else self.people

    def overstep(self, given: Dots) -> Overstep | None:
        """Tell what is wrong with the dots given, or None."""
        if not self.choices.issuperset(given):
            return Overstep.UNKNOWN
        if sum(given.values()) > self.most:
            return Overstep.TOO_MANY
        return Overstep.TOO_MANY_ON_ONE if any(n > self.most_on_one for n in given.values()) else None


@dataclass(frozen=True, kw_only=True)
class Cast:
    """Dots that were given, by one person or for several at a table."""

    dots: Dots
    people: int = 1
    at_table: bool = False


@dataclass(frozen=True, kw_only=True)
class Count:
    """What came of a vote: how many have voted, how many of them at tables, and the dots by choice."""

    papers: int = 0
    people: int = 0
    at_tables: int = 0
    dots: dict[str, int] = field(default_factory=dict)

    def so_far(self) -> Count:
        """Give what may be shown while the vote is open: how many, and the dots once enough have voted."""
        dots = self.dots if self.papers >= FEWEST else {}
        return Count(papers=self.papers, people=self.people, at_tables=self.at_tables, dots=dots)


def count(cast: Iterable[Cast]) -> Count:
    """Count what was given."""
    papers = list(cast)
    dots: Counter[str] = Counter()
    for paper in papers:
        dots.update(paper.dots)
    return Count(
        papers=len(papers),
        people=sum(paper.people for paper in papers),
        at_tables=sum(paper.people for paper in papers if paper.at_table),
        dots=dict(dots),
    )


def given(dots: Dots) -> dict[str, int]:
    """Give the dots without the choices that got none."""
    return {choice: number for choice, number in dots.items() if number > 0}
