"""The figures that plans are compared by while they are sought, and what each costs."""

from dataclasses import dataclass
from typing import NamedTuple

from cafe.rotation.model import Preference


class Weights(NamedTuple):
    """What a unit of each figure costs while plans are searched; plans are compared by `Figures`.

    The lesser figures are close enough for a search to climb over a small hill on its way.
    """

    violations: int = 100_000
    alone: int = 8_000
    topics: int = 2_000
    sizes: int = 400
    repeats: int = 24
    colleagues: int = 10
    kinds: int = 2
    moved: int = 0


WEIGHTS = {
    Preference.NEW_FACES: Weights(),
    Preference.FEWER_COLLEAGUES: Weights(repeats=12, colleagues=20),
}


@dataclass(frozen=True, kw_only=True)
class Told:
    """What people have been told: their tables by round, FREE where nothing was said.

    More changed seats than the allowance are a fault; `ranking` weighs the lesser figures against each other.
    """

    places: list[list[int]]
    allowance: int
    ranking: Weights


class Figures(NamedTuple):
    """What is wrong with a plan, the worst first.

    `sizes` counts people outside the most even sizes: those too many at a table squared, to spread them.
    """

    violations: int
    alone: int
    topics: int
    sizes: int
    repeats: int
    colleagues: int
    kinds: int
    moved: int
