"""Notes × terms as numbers: how much each term says of each note, and what terms go along with."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import sparse
from sklearn.preprocessing import normalize
from sklearn.utils.extmath import randomized_svd

from cafe.themes.terms import Written

FEWEST_NOTES = 2  # a term of one note alone joins it to no other
PART = 0.5  # how much a part of a compound says, where the word itself says 1
# A term in more of the notes than this is what all are about and tells nothing apart; some it may be in.
TOO_MANY, SOME = 0.12, 8
MOST_TERMS = 4_000
DIRECTIONS = 30
Matrix = Any  # scipy and scikit-learn ship no types


@dataclass(frozen=True)
class Table:
    """`weights` is notes × terms, each row of length 1, or 0 for a note that shares no term with another."""

    terms: tuple[str, ...]
    weights: Matrix

    @property
    def filled(self) -> Matrix:
        """Give the places of the notes that share a term with another."""
        return np.flatnonzero(np.diff(self.weights.indptr))


def table_of(notes: Sequence[Written]) -> Table:
    """Weigh each term by how often a note says it and how few other notes do (TF-IDF)."""
    counted = [_counts(note) for note in notes]
    spread = Counter(term for counts in counted for term in counts)
    most = max(SOME, math.ceil(TOO_MANY * len(notes)))
    usable = [term for term, count in spread.items() if FEWEST_NOTES <= count <= most]
    terms = tuple(sorted(sorted(usable, key=lambda term: (-spread[term], term))[:MOST_TERMS]))
    place = {term: column for column, term in enumerate(terms)}
    rows, columns, values = [], [], []
    for row, counts in enumerate(counted):
        for term in sorted(counts.keys() & place.keys()):
            rows.append(row)
            columns.append(place[term])
            rarity = 1 + math.log((1 + len(notes)) / (1 + spread[term]))
            values.append(counts[term] * rarity)
    weights = sparse.csr_matrix((values, (rows, columns)), shape=(len(notes), len(terms)), dtype=float)
    return Table(terms=terms, weights=normalize(weights) if terms else weights)


def _counts(note: Written) -> dict[str, float]:
    """Say how much a note says of each term: once is 1, oftener a little more."""
    said = {term: 1 + math.log(count) for term, count in Counter(note.terms).items()}
    for part in note.parts:
        said[part] = max(said.get(part, 0), PART)
    return said


def directions_of(table: Table, seed: int) -> Matrix:
    """Place each note by what its terms go along with in all notes, on a ball of few dimensions.

    Two short notes about the same thing often share no word. Terms that are met in the same notes point the
    same way (normalised pointwise mutual information, then its main directions), so their notes do.
    """
    together = _companions(table)
    dimensions = min(DIRECTIONS, together.shape[0] - 1)
    if dimensions < 1:
        return np.asarray(table.weights.todense())
    ways, lengths, _ = randomized_svd(together, dimensions, n_iter=7, random_state=seed)
    return normalize(table.weights @ (ways * np.sqrt(lengths)))


def _companions(table: Table) -> Matrix:
    """Say of each two terms how much oftener than by chance they are met together, 0 to 1."""
    said = (table.weights > 0).astype(float)
    notes = said.shape[0]
    spread = np.asarray(said.sum(axis=0)).ravel()
    both = (said.T @ said).tocoo()
    apart = (both.row != both.col) & (both.data >= FEWEST_NOTES)
    row, column, count = both.row[apart], both.col[apart], both.data[apart]
    with np.errstate(divide="ignore", invalid="ignore"):
        likely = np.log(count * notes / (spread[row] * spread[column])) / -np.log(count / notes)
    likely = np.where(np.isfinite(likely), likely, 1)
    size = len(table.terms)
    near = sparse.csr_matrix((np.maximum(likely, 0), (row, column)), shape=(size, size))
    return near + sparse.identity(size, format="csr")
