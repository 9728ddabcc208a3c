"""Names: of those who take part, and what looks like somebody's first name. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from cafe.harvest.delicate.name_lists import FIRST_NAMES, ORDINARY, PLACES

Span = tuple[int, int]
SHORTEST = 2
SHORTEST_SMALL = 4  # a name in small letters has to be long enough to be no word
_SURNAME = re.compile(r"[^\W\d_]{3,}(?:sen|sson|dotter|datter|sdóttir)")
_PART = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, kw_only=True)
class Word:
    """A word of a sentence with its place; `first` is the one that begins it."""

    text: str
    start: int
    end: int
    first: bool

    @property
    def capital(self) -> bool:
        """Tell whether it begins with a capital letter and is not written in capitals."""
        return self.text[0].isupper() and not (len(self.text) > 1 and self.text.isupper())


class Names:
    """The names of those who take part, and the lists of names that are common."""

    def __init__(self, participants: Iterable[str]) -> None:
        self._firsts: set[str] = set()
        self._parts: set[str] = set()
        for name in participants:
            parts = [part.casefold() for part in _PART.findall(name) if len(part) >= SHORTEST]
            self._firsts.update(parts[:1])
            self._parts.update(parts)

    def of_participants(self, words: Sequence[Word]) -> Iterator[Span]:
        """Give where somebody who takes part is named; first and last name in a row count once."""
        yield from _in_rows(words, self._is_participant)

    def like_names(self, words: Sequence[Word]) -> Iterator[Span]:
        """Give where something looks like a name."""
        yield from _in_rows(words, _looks_like_a_name)

    def _is_participant(self, words: Sequence[Word], at: int) -> bool:
        word = words[at]
        for form in _forms(word.text):
            if word.capital and form in self._parts:
                # "Bo" and "Even" are names and words: at the beginning of a sentence nobody can tell.
                return not (word.first and form in ORDINARY and not _next_is_a_name(words, at))
            if form in self._firsts and form not in ORDINARY and len(form) >= SHORTEST_SMALL:
                return True
        return False


def _looks_like_a_name(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if not word.capital:
        return False
    for form in _forms(word.text):
        if form in FIRST_NAMES:
            alone = word.first and not _next_is_a_name(words, at)
            ordinary = form in ORDINARY and (alone or _in_a_title(words, at))
            return not ordinary and not _is_a_place(words, at)
    return not word.first and _SURNAME.fullmatch(word.text) is not None


def _is_a_place(words: Sequence[Word], at: int) -> bool:
    """Tell whether what follows makes a place of a name: "Warren County", "Solveigs plass"."""
    last = at
    while _next_is_a_name(words, last):
        last += 1
    return any(word.text.casefold() in PLACES for word in words[at + 1 : last + 2])


def _in_a_title(words: Sequence[Word], at: int) -> bool:
    """Tell whether all around begins with a capital, as in an English heading."""
    around = [word for word in words[max(0, at - 2) : at + 3] if word is not words[at]]
    return len(around) > 1 and all(word.capital for word in around)


def _next_is_a_name(words: Sequence[Word], at: int) -> bool:
    return at + 1 < len(words) and words[at + 1].capital and words[at + 1].start == words[at].end + 1


def _in_rows(words: Sequence[Word], is_one: Callable[[Sequence[Word], int], bool]) -> Iterator[Span]:
    at = 0
    while at < len(words):
        if not is_one(words, at):
            at += 1
            continue
        last = at
        while _next_is_a_name(words, last):
            last += 1
        yield words[at].start, words[last].end
        at = last + 1


def _forms(text: str) -> Iterator[str]:
    """Give a word as it stands and without the ending of possession."""
    word = text.casefold().replace("’", "'")
    yield word
    if word.endswith("'s"):
        yield word[:-2]
    elif word.endswith("s") and len(word) >= SHORTEST_SMALL:
        yield word[:-1]
