"""Invented people: common names drawn by lot, from everywhere in the network."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator

from cafe.demo.texts import DATA
from cafe.gatherings.commands import Kind

# How often somebody is what: the hall of a learning network, with lived experience well represented.
KINDS = (
    (Kind.PROFESSIONAL, 52),
    (Kind.LIVED_EXPERIENCE, 18),
    (Kind.LEADER, 13),
    (Kind.RELATIVE, 8),
    (Kind.POLITICIAN, 3),
    (None, 6),
)


def names(chance: random.Random) -> Iterator[str]:
    """Draw names by lot, none twice."""
    common = json.loads((DATA / "names.json").read_text(encoding="utf-8"))
    drawn: set[str] = set()
    while len(drawn) < len(common["first"]) * len(common["last"]):
        name = f"{chance.choice(common['first'])} {chance.choice(common['last'])}"
        if name not in drawn:
            drawn.add(name)
            yield name


def kind(chance: random.Random) -> Kind | None:
    """Draw what somebody is."""
    kinds, weights = zip(*KINDS, strict=True)
    chosen: Kind | None = chance.choices(kinds, weights)[0]
    return chosen
