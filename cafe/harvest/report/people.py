"""Participants in numbers that identify nobody. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from cafe.harvest.report.facts import OrganisationCount, People

LEAST = 5  # no group under five may be shown, nor be what is left when the others are subtracted


def people_in_numbers(organisations: Iterable[str | None]) -> People:
    """Count people by organisation, in no group smaller than five; None has not said where from.

    Smaller organisations count among the others. Where those would be fewer than five themselves, the
    smallest that could be named joins them: otherwise they could be read off by subtraction.
    """
    counts = Counter(organisations)
    total = sum(counts.values())
    unsaid = counts.pop(None, 0)
    named = [(name, people) for name, people in counts.items() if name is not None and people >= LEAST]
    named.sort(key=lambda each: (-each[1], each[0].casefold()))
    others = unsaid + sum(people for name, people in counts.items() if name is not None and people < LEAST)
    while named and 0 < others < LEAST:
        others += named.pop()[1]
    listed = tuple(OrganisationCount(name=name, people=people) for name, people in named)
    return People(total=total, organisations=listed, others=others)
