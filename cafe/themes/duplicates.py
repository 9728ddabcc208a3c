"""Notes that say nearly the same: other case, marks, endings, order of words or a slip of the pen.

Looks come first, cheaply: short pieces of letters in common. Then the words decide: each must have its like
in the other note, and a word that turns the meaning round ("not", "fewer", a number) must be in both or in
neither.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from cafe.themes.model import Note, Same
from cafe.themes.stop_words import NEGATING, TURNING
from cafe.themes.table import Matrix
from cafe.themes.terms import Reading, Written

ALIKE = 0.5  # of the pieces of letters, before words are looked at
PIECE = 4
AT_ONCE = 500
MOST_CANDIDATES = 20  # looked at for each note; what is alike to more is found through them
# How many of a note's words may be without their like: one in eight, so none in a short note.
UNLIKE = 1 / 8
# A word of so many letters may have one letter wrong, a longer one two.
ONE_WRONG, TWO_WRONG = 6, 10
_DIGITS = re.compile(r"\d+(?:[.,:]\d+)*")
_APOSTROPHE = re.compile(r"['’]")


@dataclass(frozen=True)
class Said:
    """What a note says, for comparing: its words without endings, and what turns its meaning."""

    terms: tuple[str, ...]
    turning: Counter[str]


def find_same(notes: Sequence[Note], reading: Reading) -> tuple[Same, ...]:
    """Find groups of notes that say nearly the same, the largest first."""
    alike: dict[str, list[int]] = defaultdict(list)
    for place, note in enumerate(notes):
        alike[plain(note.text)].append(place)
    first = [places[0] for text, places in alike.items() if text]
    texts = [text for text in alike if text]
    said = [_said(notes[place].text, reading.notes[place]) for place in first]
    found = [
        Same(
            note_ids=tuple(notes[place].id for each in members for place in alike[texts[each]]),
            closeness=round(least, 3),
        )
        for members, least in _gathered(texts, said)
    ]
    found = [same for same in found if len(same.note_ids) > 1]
    return tuple(sorted(found, key=lambda same: (-len(same.note_ids), -same.closeness, same.note_ids)))


def plain(text: str) -> str:
    """Give a text in small letters, without marks, with single spaces."""
    bare = _APOSTROPHE.sub("", unicodedata.normalize("NFKC", text)).casefold()
    return " ".join("".join(mark if mark.isalnum() else " " for mark in bare).split())


def _said(text: str, note: Written) -> Said:
    small = plain(text).split()
    turning = Counter(word for word in small if word in TURNING)
    turning["not"] = sum(word in NEGATING for word in small)
    turning.update(_DIGITS.findall(text))
    return Said(terms=note.terms, turning=turning)


def _gathered(texts: Sequence[str], said: Sequence[Said]) -> Iterator[tuple[list[int], float]]:
    """Gather each text that is not gathered yet with those that say the same as it does."""
    pairs: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for one, other, likeness in _candidates(texts):
        if says_the_same(said[one], said[other]):
            pairs[one].append((other, likeness))
    free = set(range(len(texts)))
    for one in sorted(free, key=lambda each: (-len(pairs[each]), each)):
        if one in free:
            members = sorted(
                (each for each in pairs[one] if each[0] in free), key=lambda each: (-each[1], each[0])
            )
            gathered = [one, *(other for other, _ in members)]
            free.difference_update(gathered)
            yield gathered, min((likeness for _, likeness in members), default=1.0)


def _candidates(texts: Sequence[str]) -> Iterator[tuple[int, int, float]]:
    """Give pairs of texts that look alike, each both ways round."""
    if len(texts) <= 1:
        return
    pieces = TfidfVectorizer(analyzer="char_wb", ngram_range=(PIECE, PIECE), sublinear_tf=True)
    weights = pieces.fit_transform(texts)
    for first in range(0, len(texts), AT_ONCE):
        yield from _rows(weights[first : first + AT_ONCE] @ weights.T, first)


def _rows(likeness: Matrix, first: int) -> Iterator[tuple[int, int, float]]:
    for row in range(likeness.shape[0]):
        start, end = likeness.indptr[row], likeness.indptr[row + 1]
        others, values = likeness.indices[start:end], likeness.data[start:end]
        near = (values >= ALIKE) & (others != first + row)
        others, values = others[near], values[near].round(9)
        order = np.lexsort((others, -values))[:MOST_CANDIDATES]
        for place in order.tolist():
            yield first + row, int(others[place]), float(values[place])


def says_the_same(one: Said, other: Said) -> bool:
    """Tell whether each word of each note has its like in the other, and nothing turns the meaning round."""
    if one.turning != other.turning or not one.terms or not other.terms:
        return False
    left, right = Counter(one.terms), Counter(other.terms)
    extra, missing = list((left - right).elements()), list((right - left).elements())
    sure = len(one.terms) > len(extra) + 1
    for term in list(extra):
        like = next((each for each in missing if sure and is_slip(term, each)), None)
        if like is not None:
            extra.remove(term)
            missing.remove(like)
    most = max(len(one.terms), len(other.terms)) * UNLIKE
    return max(len(extra), len(missing)) <= most


def is_slip(one: str, other: str) -> bool:
    """Tell whether one word is the other with a letter or two wrong.

    The first letter must be right: trygg and utrygg, possible and impossible differ by little.
    """
    short = min(len(one), len(other))
    if short < ONE_WRONG or one[0] != other[0]:
        return False
    return _distance(one, other) <= (1 if short < TWO_WRONG else 2)


def _distance(one: str, other: str) -> int:
    """Count letters to add, drop, change, or swap with the next one."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        now = [at]
        for to, target in enumerate(other, 1):
            best = min(row[to] + 1, now[to - 1] + 1, row[to - 1] + (letter != target))
            if at > 1 and to > 1 and letter == other[to - 2] and one[at - 2] == target:
                best = min(best, before[to - 2] + 1)
            now.append(best)
        before, row = row, now
    return row[-1]
