"""Which notes belong together: how many groups, who is in which, and who is in none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from scipy.sparse.csgraph import connected_components
from sklearn.cluster import KMeans

from cafe.themes.table import Matrix, Table

FEWEST = 3  # notes of a group
# How alike a note is to the others of its group on average; below it, it is in none.
NEAR = 0.06
COMPANY = 2  # others in the group with whom it shares a term
# How many groups: between these times the root of the number of notes, the data decide.
FEW, MANY = 0.5, 1.0
TRIES = 6
STARTS = 4
Members = list[int]


def group(table: Table, directions: Matrix, seed: int) -> list[Members]:
    """Give groups of notes, by their places, each from the most central note on; the largest group first."""
    filled = table.filled
    if len(filled) < FEWEST:
        return []
    found = _settled(table, _divided(filled, directions, seed))
    return sorted(found, key=lambda members: (-len(members), members))


def _divided(filled: Matrix, directions: Matrix, seed: int) -> list[Members]:
    """Divide notes into as many groups as keep apart best."""
    places = directions[filled]
    different = len(np.unique(places.round(6), axis=0))
    ways = [_labels(places, min(count, different), seed) for count in _counts(len(filled))]
    best = max(ways, key=lambda labels: apart(places, labels) * _in_company(labels))
    members: dict[int, Members] = defaultdict(list)
    for place, label in zip(filled.tolist(), best.tolist(), strict=True):
        members[label].append(place)
    return list(members.values())


def _counts(notes: int) -> list[int]:
    """Give the numbers of groups to try."""
    root = np.sqrt(notes)
    most = max(1, notes // FEWEST)
    return sorted({min(most, max(1, round(count))) for count in np.linspace(FEW * root, MANY * root, TRIES)})


def _labels(places: Matrix, count: int, seed: int) -> Matrix:
    return KMeans(count, n_init=STARTS, random_state=seed).fit_predict(places)


def apart(places: Matrix, labels: Matrix) -> float:
    """Tell how clearly groups keep apart: own centre against the next best, the silhouette by centres."""
    names = np.unique(labels)
    if len(names) == 1:
        return 0.0
    centres = np.stack([places[labels == name].mean(axis=0) for name in names])
    distances = np.linalg.norm(places[:, None, :] - centres[None, :, :], axis=2)
    own = distances[np.arange(len(places)), np.searchsorted(names, labels)]
    distances[np.arange(len(places)), np.searchsorted(names, labels)] = np.inf
    other = distances.min(axis=1)
    return float(np.mean((other - own) / np.maximum(np.maximum(own, other), 1e-9)))


def _in_company(labels: Matrix) -> float:
    """Give the share of notes whose group is large enough to be one."""
    sizes = np.bincount(labels)
    return float(sizes[sizes >= FEWEST].sum() / len(labels))


def _settled(table: Table, groups: Sequence[Members]) -> list[Members]:
    """Let each note go where it is most alike to the others, and out of all groups if it is like nobody."""
    kept = [_near(table, part) for members in groups for part in _parts(table, members)]
    kept = [members for members in kept if len(members) >= FEWEST]
    if not kept:
        return []
    likeness = _likeness_to(table, kept)
    best = likeness.argmax(axis=1)
    moved: dict[int, Members] = defaultdict(list)
    for place in table.filled.tolist():
        if likeness[place, best[place]] >= NEAR:
            moved[int(best[place])].append(place)
    settled = [_near(table, members) for members in moved.values()]
    return [members for members in settled if len(members) >= FEWEST]


def _parts(table: Table, members: Members) -> list[Members]:
    """Part notes that no chain of shared terms joins: of two languages, or of two small subjects."""
    said = table.weights[members]
    count, labels = connected_components(said @ said.T, directed=False)
    parts: list[Members] = [[] for _ in range(count)]
    for place, label in zip(members, labels.tolist(), strict=True):
        parts[label].append(place)
    return parts


def _likeness_to(table: Table, groups: Sequence[Members]) -> Matrix:
    """Say how alike each note is to the others of each group on average."""
    columns = []
    for members in groups:
        total = np.asarray(table.weights[members].sum(axis=0)).ravel()
        alike = table.weights @ total / len(members)
        # A note is not its own company.
        alike[members] = (alike[members] * len(members) - 1) / max(1, len(members) - 1)
        columns.append(alike)
    return np.stack(columns, axis=1)


def _near(table: Table, members: Members) -> Members:
    """Keep who is near enough, the most central first."""
    if len(members) < FEWEST:
        return []
    alike = _likeness_to(table, [members])[members, 0]
    said = (table.weights[members] > 0).astype(float)
    company = np.diff((said @ said.T).indptr) - 1
    order = sorted(range(len(members)), key=lambda each: (-round(float(alike[each]), 9), members[each]))
    return [members[each] for each in order if alike[each] >= NEAR and company[each] >= COMPANY]


def closeness(table: Table, members: Members) -> float:
    """Say how alike two notes of a group are on average, 0 to 1."""
    if len(members) < 2:  # noqa: PLR2004 - one has no company
        return 0.0
    alike = _likeness_to(table, [members])[members, 0]
    return min(1.0, max(0.0, round(float(alike.mean()), 3)))
