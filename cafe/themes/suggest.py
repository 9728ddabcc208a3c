"""From notes to proposals, the whole way."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from threadpoolctl import threadpool_limits

from cafe.themes.duplicates import find_same
from cafe.themes.grouping import Members, closeness, group
from cafe.themes.model import Language, Note, Proposals, Theme
from cafe.themes.naming import terms_of, title_of, words_of
from cafe.themes.table import Matrix, Table, directions_of, table_of
from cafe.themes.terms import Reading, read_notes

Tell = Callable[[int], None]
FEWEST_TERMS = 3  # a note with fewer, such as "Good!", says little by itself
AT_ONCE = 500


def suggest(
    notes: Sequence[Note], language: Language, *, seed: int = 1, tell: Tell = lambda _percent: None
) -> Proposals:
    """Propose themes, near-duplicates and notes that say something else.

    The same notes, language and seed give the same proposals, in whatever order the notes come. `language` is
    that of notes that do not show their own. Notes without any text are left out.
    """
    written = sorted((note for note in notes if note.text.strip()), key=lambda note: note.id)
    # Sums in several threads come out in another order each time.
    with threadpool_limits(1):
        reading = read_notes(written, language)
        tell(20)
        table = table_of(reading.notes)
        groups = group(table, directions_of(table, seed), seed) if table.terms else []
        tell(70)
        named = [(members, terms_of(table, members)) for members in groups]
        groups = [members for members, terms in named if terms]
        themes = [_theme(reading, table, members, terms) for members, terms in named if terms]
        different = _different(reading, table, groups)
        tell(80)
        return Proposals(
            themes=tuple(themes),
            duplicates=find_same(written, reading),
            different=tuple(different),
        )


def _theme(reading: Reading, table: Table, members: Members, terms: list[str]) -> Theme:
    words = words_of(terms, reading.spelling)
    return Theme(
        title=title_of(words),
        words=words,
        note_ids=tuple(reading.notes[place].id for place in members),
        closeness=closeness(table, members),
    )


def _different(reading: Reading, table: Table, groups: Sequence[Members]) -> list[str]:
    """List the notes of no group: first those with something to say that nobody else says."""
    grouped = {place for members in groups for place in members}
    others = [place for place in range(len(reading.notes)) if place not in grouped]
    nearest = _nearest(table)
    wordless = [len(note.terms) < FEWEST_TERMS for note in reading.notes]
    others.sort(key=lambda place: (wordless[place], round(float(nearest[place]), 9), place))
    return [reading.notes[place].id for place in others]


def _nearest(table: Table) -> Matrix:
    """Say how alike each note is to the one most like it."""
    count = table.weights.shape[0]
    nearest = np.zeros(count)
    for first in range(0, count, AT_ONCE):
        alike = (table.weights[first : first + AT_ONCE] @ table.weights.T).toarray()
        rows = np.arange(alike.shape[0])
        alike[rows, first + rows] = 0
        nearest[first : first + AT_ONCE] = alike.max(axis=1)
    return nearest
