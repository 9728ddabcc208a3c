"""How coherent groups of notes are, judged by notes that were not seen when the groups were made.

Groups and their words come from one half of the statements. Whether two words of a group go together is
counted in the other half: normalised pointwise mutual information (NPMI), 1 for words always met together, 0
for words met as often as by chance, -1 for words never met together. Other ways to group go through the same
choice of words.
"""

from __future__ import annotations

import csv
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path
from random import Random
from statistics import fmean

import numpy as np
from threadpoolctl import threadpool_limits

from cafe.themes.grouping import FEWEST, Members, group
from cafe.themes.model import Language, Note
from cafe.themes.naming import WORDS, terms_of
from cafe.themes.table import Table, directions_of, table_of
from cafe.themes.terms import Written, read_notes

STATEMENTS = Path(__file__).resolve().parents[2] / "cafe" / "demo" / "data" / "voices-bowling-green.csv"
Way = Callable[[Table, Sequence[Written]], list[Members]]


def statements() -> list[Note]:
    """Read the 896 statements of the consultation; they are in English."""
    with STATEMENTS.open(encoding="utf-8", newline="") as file:
        return [Note(id=f"{int(row['id']):05}", text=row["text"]) for row in csv.DictReader(file)]


def halves(notes: Sequence[Note], seed: int) -> tuple[list[Note], list[Note]]:
    """Divide notes by lot."""
    shuffled = list(notes)
    Random(seed).shuffle(shuffled)
    middle = len(shuffled) // 2
    return sorted(shuffled[:middle], key=_id), sorted(shuffled[middle:], key=_id)


def _id(note: Note) -> str:
    return note.id


def suggested(table: Table, _notes: Sequence[Written]) -> list[Members]:
    """Group as the product does."""
    return group(table, directions_of(table, 1), 1)


def by_keyword(_table: Table, notes: Sequence[Written]) -> list[Members]:
    """Put each note with those that share its most frequent word."""
    spread = Counter(term for note in notes for term in set(note.terms))
    groups: dict[str, Members] = defaultdict(list)
    for place, note in enumerate(notes):
        if note.terms:
            groups[max(set(note.terms), key=lambda term: (spread[term], term))].append(place)
    return [members for members in groups.values() if len(members) >= FEWEST]


def by_keyword_as_many(table: Table, notes: Sequence[Written]) -> list[Members]:
    """Give the largest keyword groups, as many as the product suggests."""
    largest = sorted(by_keyword(table, notes), key=len, reverse=True)
    return largest[: len(suggested(table, notes))]


def by_lot(seed: int) -> Way:
    """Give groups of the sizes that the product suggests, drawn by lot."""

    def drawn(table: Table, notes: Sequence[Written]) -> list[Members]:
        places = list(range(len(notes)))
        Random(seed).shuffle(places)
        sizes = [len(members) for members in suggested(table, notes)]
        return [[places.pop() for _ in range(size)] for size in sizes]

    return drawn


def npmi(terms: Sequence[str], held_back: Sequence[frozenset[str]]) -> float | None:
    """Say how much oftener than by chance terms are met together; None of fewer than two."""
    notes = len(held_back)
    met = {term: {place for place, said in enumerate(held_back) if term in said} for term in terms}
    return fmean(_pair(met[a], met[b], notes) for a, b in combinations(terms, 2)) if len(terms) > 1 else None


def _pair(one: set[int], other: set[int], notes: int) -> float:
    both = len(one & other) / notes
    if not both:
        return -1
    if both == 1:
        return 1
    return math.log(both * notes * notes / (len(one) * len(other))) / -math.log(both)


def five_of(table: Table, members: Members) -> list[str]:
    """Give the words that the product would show; too few are filled up with those that weigh most."""
    shown = terms_of(table, members)
    weight = np.asarray(table.weights[members].sum(axis=0)).ravel()
    heaviest = (table.terms[term] for term in np.argsort(-weight, kind="stable") if weight[term])
    return list(dict.fromkeys([*shown, *heaviest]))[:WORDS]


class Measured:
    """What a way to group comes to on one half, judged by the other."""

    def __init__(self, seen: Sequence[Note], held_back: Sequence[Note], way: Way) -> None:
        written = read_notes(seen, Language.ENGLISH).notes
        with threadpool_limits(1):
            table = table_of(written)
            groups = way(table, written)
        said = [frozenset(note.terms) for note in read_notes(held_back, Language.ENGLISH).notes]
        judged = [(npmi(five_of(table, members), said), len(members)) for members in groups]
        scores = [(score, size) for score, size in judged if score is not None]
        self.groups = len(groups)
        self.sizes = [len(members) for members in groups]
        self.grouped = sum(self.sizes) / len(seen)
        self.wordless = len(groups) - len(scores)
        self.coherence = fmean(score for score, _ in scores)
        self.by_notes = sum(score * size for score, size in scores) / sum(size for _, size in scores)
