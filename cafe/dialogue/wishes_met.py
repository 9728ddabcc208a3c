"""Which wishes the seats as they are do not meet. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from cafe.dialogue.commands.wishes import WishKind


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where somebody sits in a round: the table, and the topic it has then."""

    table: str
    topic: str | None


@dataclass(frozen=True, kw_only=True)
class Stated:
    """A wish as it stands."""

    id: str
    kind: str
    person: str
    other: str | None = None
    topic: str | None = None


@dataclass(frozen=True, kw_only=True)
class Seated:
    """The seats of a session: person → round → place; what people come as; the tables in easy reach."""

    places: Mapping[str, Mapping[int, Place]]
    kinds: Mapping[str, str | None]
    accessible: Collection[str]


def unmet(wishes: Iterable[Stated], seated: Seated, left: Collection[int]) -> set[str]:
    """Give the wishes that are not met in the rounds that are left; who has no seat is not judged."""
    company = Counter(
        (number, place.table, seated.kinds.get(person))
        for person, rounds in seated.places.items()
        for number, place in rounds.items()
    )
    return {wish.id for wish in wishes if not _is_met(wish, seated, left, company)}


def _is_met(
    wish: Stated, seated: Seated, left: Collection[int], company: Counter[tuple[int, str, str | None]]
) -> bool:
    whole = seated.places.get(wish.person, {})
    mine = {number: place for number, place in whole.items() if number in left}
    others = seated.places.get(wish.other or "", {})
    pairs = [(place.table, others[number].table) for number, place in mine.items() if number in others]
    match wish.kind:
        case WishKind.MUST_VISIT:
            return not mine or any(place.topic == wish.topic for place in whole.values())
        case WishKind.APART:
            return all(one != other for one, other in pairs)
        case WishKind.TOGETHER:
            return all(one == other for one, other in pairs)
        case WishKind.ACCESSIBLE:
            return all(place.table in seated.accessible for place in mine.values())
        case WishKind.STAYS:
            return len({place.table for place in mine.values()}) <= 1
        case _:
            kind = seated.kinds.get(wish.person)
            return all(company[number, place.table, kind] > 1 for number, place in mine.items())
