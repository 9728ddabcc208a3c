"""What notes are about, as terms: words without endings, and the known parts of long compound words."""

from collections import Counter, defaultdict
from collections.abc import Container, Sequence
from dataclasses import dataclass

from cafe.themes.languages import guess_languages, is_stop_word, stem, words_in
from cafe.themes.model import Language, Note

FEWEST_LETTERS_OF_A_PART = 5
# What may stand between the parts of a compound: bruker-s-medvirkning, barn-e-hage.
BETWEEN = ("", "s", "e", "er")
COMPOUNDING = (Language.BOKMAL, Language.NYNORSK, Language.SWEDISH)


@dataclass(frozen=True)
class Written:
    """One note as read: its language, its words, its terms in order, and the known parts of its compounds."""

    id: str
    language: Language
    words: tuple[str, ...]
    terms: tuple[str, ...]
    parts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reading:
    """All notes as read, and how people wrote each term, most often first."""

    notes: tuple[Written, ...]
    spelling: dict[str, str]


def read_notes(notes: Sequence[Note], language: Language) -> Reading:
    """Read notes; one that does not show its language is taken for what most are in, or for `language`."""
    words = [words_in(note.text) for note in notes]
    languages = guess_languages(words, language)
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    read = []
    for note, said, of in zip(notes, words, languages, strict=True):
        terms = []
        for word in said:
            plain = _plain(word)
            if not is_stop_word(plain, of):
                terms.append(stem(plain, of))
                spellings[terms[-1]][plain] += 1
        read.append(Written(id=note.id, language=of, words=tuple(said), terms=tuple(terms)))
    known = Counter(term for each in read for term in set(each.terms))
    whole = [_with_parts(each, known) for each in read]
    return Reading(notes=tuple(whole), spelling={term: _usual(ways) for term, ways in spellings.items()})


def _plain(word: str) -> str:
    """Drop an English genitive or contraction: Kentucky's, don't."""
    return word.replace("’", "'").split("'")[0]


def _usual(ways: Counter[str]) -> str:
    """Give the most frequent spelling, in small letters unless most write it with large ones."""
    lowered: Counter[str] = Counter()
    for word, count in ways.items():
        lowered[word.lower()] += count
    best = max(lowered, key=lambda word: (lowered[word], -len(word), word))
    written = {word: count for word, count in ways.items() if word.lower() == best}
    most = max(written, key=lambda word: (written[word], word))
    return most if written[most] > written.get(best, 0) else best


def _with_parts(note: Written, known: Counter[str]) -> Written:
    if note.language not in COMPOUNDING:
        return note
    parts = [part for term in note.terms for part in parts_of(term, known)]
    return Written(note.id, note.language, note.words, note.terms, tuple(parts))


def parts_of(term: str, known: Container[str]) -> list[str]:
    """Give the first and last parts of a compound that others write as words of their own."""
    if len(term) < 2 * FEWEST_LETTERS_OF_A_PART - 1:
        return []
    found = []
    for cut in range(FEWEST_LETTERS_OF_A_PART - 1, len(term) - FEWEST_LETTERS_OF_A_PART + 2):
        head, tail = term[:cut], term[cut:]
        if len(tail) >= FEWEST_LETTERS_OF_A_PART and tail in known:
            found.append(tail)
        for joint in BETWEEN:
            short = head.removesuffix(joint) if joint else head
            if len(short) >= FEWEST_LETTERS_OF_A_PART - 1 and head.endswith(joint) and short in known:
                found.append(short)
    return sorted(set(found), key=lambda part: (-len(part), part))[:2]
