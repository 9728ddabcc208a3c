"""Which language a note is in, and what its words are without their endings."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache

import snowballstemmer

from cafe.themes.model import Language
from cafe.themes.stop_words import LETTERS, STOP_WORDS, TELLING

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SNOWBALL = {
    Language.BOKMAL: "norwegian",
    Language.NYNORSK: "norwegian",
    Language.SWEDISH: "swedish",
    Language.ENGLISH: "english",
}
MOST_STEMS = 200_000
# A shorter word may lose its meaning with another ending.
FEWEST_LETTERS = 4

# Nynorsk words without their endings and the bokmål ones for the same, so that notes in both land together.
_IN_BOKMAL = {
    "arbeidsgjev": "arbeidsgiver",
    "bustad": "bolig",
    "eigenerfaring": "egenerfaring",
    "eigenmeistring": "egenmestring",
    "einsam": "ensom",
    "einsamh": "ensom",
    "einsemd": "ensom",
    "ensomh": "ensom",
    "heim": "hjem",
    "helsefør": "helsefor",
    "høyr": "hør",
    "jamstilt": "likestilt",
    "kjensl": "følelse",
    "leiar": "leder",
    "leiing": "ledelse",
    "medverknad": "medvirkning",
    "meistr": "mestre",
    "meistring": "mestring",
    "oppgåv": "oppgave",
    "rettlei": "veileder",
    "rettleiing": "veiledning",
    "røyst": "stemme",
    "samverknad": "samvirkning",
    "sjuk": "syk",
    "sjukdom": "sykdom",
    "sjukehus": "sykehus",
    "skul": "skole",
    "tenest": "tjeneste",
    "tilsett": "ansatt",
    "tryggh": "trygg",
    "tryggleik": "trygg",
    "ven": "venn",
}


def words_in(text: str) -> list[str]:
    """Give the words of a text as they were written, in order. Numbers and marks are none."""
    return _WORD.findall(text)


def guess_language(words: Sequence[str], otherwise: Language) -> Language:
    """Tell the language of words by the frequent small ones and its letters; if none tells, `otherwise`."""
    lowered = [word.lower() for word in words]
    counts = {language: sum(_tells(word, language) for word in lowered) for language in Language}
    most = max(counts.values())
    if not most or counts[otherwise] == most:
        return otherwise
    return next(language for language, count in counts.items() if count == most)


def _tells(word: str, language: Language) -> bool:
    return word in TELLING[language] or not LETTERS[language].isdisjoint(word)


def guess_languages(notes: Sequence[Sequence[str]], otherwise: Language) -> list[Language]:
    """Tell the language of each note. One that does not show its own is taken for what most are in."""
    first = Counter(guess_language(words, otherwise) for words in notes)
    usual = max(first, key=lambda language: (first[language], language == otherwise), default=otherwise)
    return [guess_language(words, usual) for words in notes]


@cache
def _stemmer(language: Language) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer(_SNOWBALL[language])


@lru_cache(maxsize=MOST_STEMS)
def stem(word: str, language: Language) -> str:
    """Give a word without its endings, in small letters."""
    word = word.lower()
    if language is Language.ENGLISH:
        stemmed: str = _stemmer(language).stemWord(word)
        return stemmed
    return _nordic(word, language)


def _nordic(word: str, language: Language) -> str:
    short = _without_endings(word, language)
    if language is Language.SWEDISH or short not in _IN_BOKMAL:
        return short
    return _without_endings(_IN_BOKMAL[short], language)


def _without_endings(word: str, language: Language) -> str:
    """Take off one ending after another: bruker-ne, bruker-e, bruk-er. The stemmer takes off one."""
    if language is not Language.SWEDISH and len(word) > len("erne") + 2 and word.endswith("erne"):
        word = word.removesuffix("ne")
    while len(word) > FEWEST_LETTERS:
        shorter = _stemmer(language).stemWord(word)
        if shorter == word:
            break
        word = shorter
    return word


def is_stop_word(word: str, language: Language) -> bool:
    """Tell whether a word says nothing of what a note is about."""
    return len(word) < 2 or word.lower() in STOP_WORDS[language]  # noqa: PLR2004 - a letter is no word
