"""Pure decisions about networks: how far the register of contacts reaches, and who would stand alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cafe.network.commands import Function

LIVED_EXPERIENCE = frozenset({Function.LIVED_EXPERIENCE_CONSULTANT, Function.USER_REPRESENTATIVE})


@dataclass(frozen=True, kw_only=True)
class Covered:
    """What is known of a unit: whether it has a recovery contact, and whether its head is named."""

    name: str
    contact: bool
    head: bool


@dataclass(frozen=True, kw_only=True)
class Coverage:
    """How many units have a recovery contact and a named head, and which lack one."""

    units: int
    with_contact: int
    with_head: int
    without_contact: tuple[str, ...]
    without_head: tuple[str, ...]

    @property
    def contact_percent(self) -> int | None:
        """Give the share of units with a recovery contact; None where no unit is named."""
        return percent(self.with_contact, self.units)

    @property
    def head_percent(self) -> int | None:
        """Give the share of units whose head is named; None where no unit is named."""
        return percent(self.with_head, self.units)


def percent(part: int, whole: int) -> int | None:
    """Give a share in whole percent, rounded down: only what is complete is 100, only nothing is 0."""
    if whole == 0:
        return None
    return max(1, 100 * part // whole) if part else 0


def coverage(units: Iterable[Covered]) -> Coverage:
    """Count how far the register reaches, with the units that something is missing for in their order."""
    found = tuple(units)
    without_contact = tuple(unit.name for unit in found if not unit.contact)
    without_head = tuple(unit.name for unit in found if not unit.head)
    return Coverage(
        units=len(found),
        with_contact=len(found) - len(without_contact),
        with_head=len(found) - len(without_head),
        without_contact=without_contact,
        without_head=without_head,
    )


def stands_alone(functions: Iterable[str | None]) -> bool:
    """Tell whether exactly one person in a team is there with lived experience."""
    return sum(function in LIVED_EXPERIENCE for function in functions) == 1


def same_name(one: str, other: str) -> bool:
    """Tell whether two names differ at most in capitals and spaces, Å and Ø included."""
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()
