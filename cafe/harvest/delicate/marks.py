"""Finding delicate passages in a text, in Norwegian, Swedish and English at once. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from cafe.harvest.delicate.health import CONDITION, EVENT, SOMEBODY
from cafe.harvest.delicate.names import Names, Word
from cafe.harvest.delicate.numbers import NUMBERS
from cafe.harvest.delicate.persons import PERSONS
from cafe.harvest.rules import CITATION


class Kind(StrEnum):
    """What a passage may be."""

    PARTICIPANT = "participant"  # the name of somebody who takes part
    NAME = "name"  # what looks like somebody's name
    PERSON = "person"  # kin, a neighbour, one patient
    HEALTH = "health"  # an illness, a medicine, what was done
    NUMBER = "number"  # a telephone, a birth number, an address


@dataclass(frozen=True, kw_only=True)
class Passage:
    """A place in a text to look at: what it may be and why. `sentence` is what stands around it."""

    kind: Kind
    reason: str
    start: int
    end: int
    text: str
    sentence: str


_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# "3. mai" goes on, and so does "kommune.no".
_SENTENCE = re.compile(r"[^.!?\n]+(?:(?:[.!?](?!\s|$)|(?<=\d)\.(?=\s+[^\W\dA-ZÆØÅÄÖ]))[^.!?\n]*)*[.!?]*")


def passages_in(text: str, names: Names) -> list[Passage]:
    """Give the passages of a text that somebody should look at, in their order, none over another."""
    # What cites a note is no word of anybody's; the blanks keep every place where it is.
    plain = CITATION.sub(lambda mark: " " * len(mark[0]), text)
    found: list[Passage] = []
    for match in _SENTENCE.finditer(plain):
        found += _in_sentence(match[0], match.start(), names)
    return found


def _in_sentence(sentence: str, offset: int, names: Names) -> list[Passage]:
    taken: list[tuple[int, int]] = []
    out: list[Passage] = []
    for kind, reason, start, end in _marks(sentence, names):
        if all(end <= other_start or start >= other_end for other_start, other_end in taken):
            taken.append((start, end))
            out.append(
                Passage(
                    kind=kind,
                    reason=reason,
                    start=offset + start,
                    end=offset + end,
                    text=sentence[start:end],
                    sentence=sentence.strip(),
                )
            )
    return sorted(out, key=lambda passage: passage.start)


def _marks(sentence: str, names: Names) -> Iterator[tuple[Kind, str, int, int]]:
    """Give every mark, those that say most first."""
    for pattern, reason in NUMBERS:
        yield from ((Kind.NUMBER, reason, m.start(), m.end()) for m in pattern.finditer(sentence))
    words = _words(sentence)
    yield from ((Kind.PARTICIPANT, "takes_part", *span) for span in names.of_participants(words))
    persons = [
        (reason, m.start(), m.end()) for pattern, reason in PERSONS for m in pattern.finditer(sentence)
    ]
    yield from ((Kind.PERSON, reason, start, end) for reason, start, end in persons)
    named = [*names.like_names(words)]
    yield from ((Kind.NAME, "first_name", *span) for span in named)
    yield from _spans(Kind.HEALTH, "event", EVENT.finditer(sentence))
    # "Anxiety" is what such a network talks about; "her anxiety" is about somebody.
    if persons or named or SOMEBODY.search(sentence):
        yield from _spans(Kind.HEALTH, "condition", CONDITION.finditer(sentence))


def _spans(kind: Kind, reason: str, matches: Iterable[re.Match[str]]) -> Iterator[tuple[Kind, str, int, int]]:
    return ((kind, reason, match.start(), match.end()) for match in matches)


def _words(sentence: str) -> list[Word]:
    matches = list(_WORD.finditer(sentence))
    return [Word(text=m[0], start=m.start(), end=m.end(), first=at == 0) for at, m in enumerate(matches)]
