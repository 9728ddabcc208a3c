"""The words that made a group, as people wrote them, and a title of them."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from cafe.themes.grouping import Members
from cafe.themes.table import Table

WORDS = 5
CANDIDATES = 12
IN_A_TITLE = 3
LONGEST_TITLE = 120
# A word that is hardly oftener in the group than elsewhere did not make it.
OFTENER = 2.5
# How much a word weighs that is never met together with the words chosen before.
ALONE = 0.2


def terms_of(table: Table, members: Members) -> list[str]:
    """Choose terms that say most of a group's notes and are said together in them."""
    inside = table.weights[members]
    said = (inside > 0).astype(float)
    mean = np.asarray(inside.mean(axis=0)).ravel()
    share = np.asarray(said.mean(axis=0)).ravel()
    usual = np.asarray((table.weights > 0).mean(axis=0)).ravel()
    shared = share * len(members) > 1
    fit = np.flatnonzero((share >= OFTENER * usual) & shared)
    if not len(fit):  # most of all notes are in one group
        fit = np.flatnonzero(shared)
    candidates = sorted(fit.tolist(), key=lambda term: (-round(float(mean[term]), 9), term))[:CANDIDATES]
    if not candidates:
        return []
    both = (said[:, candidates].T @ said[:, candidates]).toarray()
    chosen = [0]
    while len(chosen) < min(WORDS, len(candidates)):
        rest = [each for each in range(len(candidates)) if each not in chosen]
        met = {each: float(np.minimum(both[each, chosen] / 2, 1).mean()) for each in rest}
        chosen.append(
            max(rest, key=lambda each: (round(float(mean[candidates[each]]) * (ALONE + met[each]), 9), -each))
        )
    return [table.terms[candidates[each]] for each in chosen]


def words_of(terms: list[str], spelling: Mapping[str, str]) -> tuple[str, ...]:
    """Give terms as people wrote them."""
    return tuple(dict.fromkeys(spelling.get(term, term) for term in terms))


def title_of(words: tuple[str, ...]) -> str:
    """Put the first words into a title."""
    title = ", ".join(words[:IN_A_TITLE])[:LONGEST_TITLE]
    return title[:1].upper() + title[1:]
