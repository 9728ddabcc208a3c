"""How like two measures are, by the words that carry their meaning. Pure.

Most measures begin alike (*hire*, *make a plan for*), so such words count for nothing. Of the others long
ones count for more: in our languages they are the particular ones, *erfaringskonsulent* more than *kurs*.
"""

from __future__ import annotations

import re

from cafe.search.terms import Term, has, terms_of, wanted
from cafe.themes.stop_words import STOP_WORDS

ENOUGH = 0.5  # of the weight of what was typed has to be in the other
SHORTEST_TELLING = 4  # letters that one of the words in common has to have
SHORTEST_BEGINNING = 6  # recovery begins recoverykurs
HEAVIEST = 14
MOST_WORDS = 16

_WORD = re.compile(r"[^\W\d_]+")
# What measures do to things, in any of the languages and forms that people begin a measure with.
_COMMON = """
ansette ansatte tilsette tilsetje anställa hire employ lage laga skape skapa make create build etablere
etablera establish starte starta start begynne begynna börja begin innføre innføra införa introduce
utvikle utvikla utveckla develop gjennomføre gjennomføra genomföra carry holde halde hålla hold arrangere
arrangera ordne ordna sikre sikra säkra ensure styrke styrka stärka strengthen bedre betre forbedre
forbetre förbättra improve øke auke öka increase redusere redusera minska reduce gi gje ge give bruke
bruka använda use sørge syte prøve prøva pröva test teste testa innføring oppstart plan planen planer
plans planlegge planleggje planera tiltak tiltaket tiltaka åtgärd åtgärder measure measures arbeid arbeide
arbeidet arbeta arbete work nye ny nytt new flere fleire fler more gode godt god good alle alla all
utarbeide utarbeida upprätta
"""
_EMPTY = frozenset(_COMMON.split()).union(*STOP_WORDS.values())


def telling(words: str) -> list[str]:
    """Give the words that carry meaning, each once, in their order."""
    found = dict.fromkeys(word for word in _WORD.findall(words.casefold()) if word not in _EMPTY)
    return [word for word in found if len(word) > 1][:MOST_WORDS]


def any_of(words: str) -> list[tuple[Term, ...]]:
    """Give what to look for so that a text is found if it has one of the telling words in some form."""
    terms = {term for word in telling(words) for term in _wanted(word)}
    return [tuple(sorted(terms))] if terms else []


def likeness(typed: str, other: str) -> float:
    """Give how much of what was typed the other has, from 0 to 1; 0 when it is not enough to speak of."""
    words = telling(typed)
    if not words:
        return 0.0
    terms = terms_of(other)
    common = [word for word in words if has(terms, [_wanted(word)])]
    share = sum(map(_weight, common)) / sum(map(_weight, words))
    tells = any(len(word) >= SHORTEST_TELLING for word in common)
    return share if tells and share >= ENOUGH else 0.0


def _wanted(word: str) -> tuple[Term, ...]:
    """Give the terms of a word; a long one may be the beginning of a compound too."""
    (terms,) = wanted(word if len(word) >= SHORTEST_BEGINNING else f"{word} ")
    return terms


def _weight(word: str) -> int:
    return min(len(word), HEAVIEST)
