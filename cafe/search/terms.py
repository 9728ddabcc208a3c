"""Words as terms: what a text can be found by, and what words look for. Pure, and the same on every database.

Nobody knows which language a note is in, so a word stands for itself and for its stem in both. A compound is
found by its last part through its forms spelt backwards: `medvirkning` looks for what begins with
`_gninkrivdem`.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

_WORD = re.compile(r"[^\W_]+")
_STEMMERS = tuple(snowballstemmer.stemmer(language) for language in ("norwegian", "swedish"))
_stemming = threading.Lock()  # a stemmer holds the word it is at

# What the stemmers leave of a word that they shorten elsewhere: brukern(e) and bruker, hjemm(et) and hjem,
# viktigst(e) and viktig, möten(a), fråga(n); and how many letters must be left.
_LEFT_OVER = (
    ("ern", "er", 3),
    ("arn", "ar", 3),
    ("mm", "m", 3),
    ("igst", "ig", 3),
    ("en", "", 3),
    ("an", "", 4),
)
# Of these only the stem is spelt backwards, lest ingen be found in samlingen and alene in samtalene.
_INFLECTED = ("en", "et", "ene", "ane", "na")

LONGEST_WORD = 60
MOST_WORDS = 16
SHORTEST_BEGINNING = 3
SHORTEST_PART = 5
# A part of four letters only after the s that joins compounds: arbeids-plan, but no ring in erfaring.
JOINED_PART = 4
SHORTEST_COMPOUND = 7


@dataclass(frozen=True, order=True)
class Term:
    """A term that is looked for; `beginning` says that it is enough if a term begins like it."""

    text: str
    beginning: bool = False


def terms_of(text: str) -> str:
    """Give what a text is found by: terms of letters, digits and `_`, each once, with spaces between."""
    found: dict[str, None] = {}
    for word in _words(text):
        found.update(dict.fromkeys(_terms(word)))
    return " ".join(found)


def wanted(words: str) -> list[tuple[Term, ...]]:
    """Give what is looked for: a text is found if it has, for every word, one of the word's terms.

    The last word may be unfinished, unless something has been typed after it.
    """
    typed = list(dict.fromkeys(_words(words)))[:MOST_WORDS]
    unfinished = typed[-1:] if words[-1:].isalnum() else []
    return [tuple(sorted(_looked_for(word, unfinished=[word] == unfinished))) for word in typed]


def has(terms: str, looked_for: list[tuple[Term, ...]]) -> bool:
    """Tell whether a text, given by its terms, has one of each group, as the databases ask it of theirs."""
    found = terms.split()
    held = frozenset(found)
    return all(any(_is_in(term, held, found) for term in group) for group in looked_for)


def _is_in(term: Term, held: frozenset[str], found: list[str]) -> bool:
    return term.text in held or (term.beginning and any(each.startswith(term.text) for each in found))


def _words(text: str) -> Iterator[str]:
    plain = unicodedata.normalize("NFKC", text).replace("\N{SOFT HYPHEN}", "").casefold()
    for word in _WORD.findall(plain):
        yield word[:LONGEST_WORD]


@lru_cache(maxsize=50_000)
def _forms(word: str) -> tuple[str, ...]:
    """Give a word and its stems, each once."""
    with _stemming:
        forms = dict.fromkeys((word, *(stemmer.stemWord(word) for stemmer in _STEMMERS)))
    for form in list(forms):
        for ending, instead, left in _LEFT_OVER:
            if form.endswith(ending) and len(form) - len(ending) >= left:
                forms[form.removesuffix(ending) + instead] = None
    return tuple(forms)


@lru_cache(maxsize=50_000)
def _terms(word: str) -> tuple[str, ...]:
    forms = _forms(word)
    compounds = (form for form in forms if form != word or not word.endswith(_INFLECTED))
    return (*forms, *(_backwards(form) for form in compounds if len(form) >= SHORTEST_COMPOUND))


def _looked_for(word: str, *, unfinished: bool) -> Iterator[Term]:
    for form in _forms(word):
        begins = unfinished and form == word and len(word) >= SHORTEST_BEGINNING
        yield Term(form, begins)
        if len(form) >= SHORTEST_PART:
            yield Term(_backwards(form), beginning=True)
        elif len(form) == JOINED_PART:
            yield Term(_backwards(f"s{form}"), beginning=True)


def _backwards(form: str) -> str:
    return f"_{form[::-1]}"
