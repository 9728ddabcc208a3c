"""Suggested themes: inflected words land together, no note is lost, the same notes give the same."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.themes.coherence import Measured, by_keyword, by_lot, halves, statements, suggested
from cafe.themes.model import Language, Note, Proposals
from cafe.themes.suggest import suggest

INVENTED: dict[str, dict[str, list[str]]] = {
    language: topics
    for language, topics in json.loads(
        (Path(__file__).parent / "recovery_notes.json").read_text(encoding="utf-8")
    ).items()
    if language != "about"
}


def invented(*languages: str) -> list[Note]:
    return [
        Note(id=f"{language}-{topic}-{number}", text=text)
        for language in languages
        for topic, texts in INVENTED[language].items()
        for number, text in enumerate(texts)
    ]


def notes(*texts: str) -> list[Note]:
    return [Note(id=f"n{number:05}", text=text) for number, text in enumerate(texts)]


def topic(note_id: str) -> str:
    return note_id.split("-")[1]


def right(proposals: Proposals) -> int:
    """Count notes that stand in a theme whose most frequent topic is theirs, one theme a topic."""
    found: Counter[str] = Counter()
    for theme in proposals.themes:
        name, count = Counter(map(topic, theme.note_ids)).most_common(1)[0]
        found[name] = max(found[name], count)
    return found.total()


@pytest.mark.parametrize("language", ["nb", "nn", "sv"])
def test_inflected_words_land_together(language: str) -> None:
    given_notes = invented(language)
    proposals = suggest(given_notes, Language(language))
    assert right(proposals) == len(given_notes)
    assert len(proposals.themes) == len(INVENTED[language])


def test_notes_in_three_languages_at_once_are_mostly_right() -> None:
    given_notes = invented("nb", "nn", "sv")
    proposals = suggest(given_notes, Language.BOKMAL)
    mixed = sum(
        len(theme.note_ids) - Counter(map(topic, theme.note_ids)).most_common(1)[0][1]
        for theme in proposals.themes
    )
    assert mixed <= 0.1 * len(given_notes)


def test_the_words_and_titles_are_as_people_wrote_them() -> None:
    written = {word.strip(".,?").lower() for note in invented("nb") for word in note.text.split()}
    themes = suggest(invented("nb"), Language.BOKMAL).themes
    assert all(set(map(str.lower, theme.words)) <= written for theme in themes)
    assert any(theme.title.startswith("Erfaringskonsulenter, lønn") for theme in themes)
    assert all(0 < theme.closeness <= 1 for theme in themes)


def everyone(proposals: Proposals) -> Counter[str]:
    themed = Counter(note for theme in proposals.themes for note in theme.note_ids)
    return themed + Counter(proposals.different)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(max_size=60) | st.sampled_from([n.text for n in invented("nb", "sv")]), max_size=40))
def test_every_note_with_a_text_is_in_one_theme_or_says_something_else(texts: list[str]) -> None:
    given_notes = notes(*texts)
    expected = Counter(note.id for note in given_notes if note.text.strip())
    assert everyone(suggest(given_notes, Language.BOKMAL)) == expected


@pytest.mark.parametrize(
    "texts",
    [
        [],
        ["hei"],
        ["og i på", "men så", "the of and", "", " \n"],
        ["Vi trenger mer tid", "Mer penger"],
        ["same text"] * 50,
        [f"note {number}" for number in range(60)],
        ["🎉" * 20, "<b>æøå</b>", "=SUM(A1)", "\u202etxet"] * 4,
    ],
    ids=["none", "one", "only stop words", "two", "the same", "numbered", "hostile"],
)
def test_few_empty_and_odd_notes_behave(texts: list[str]) -> None:
    proposals = suggest(notes(*texts), Language.BOKMAL)
    assert everyone(proposals).total() == sum(bool(text.strip()) for text in texts)


def test_the_same_notes_give_the_same_proposals_in_whatever_order() -> None:
    given_notes = statements()
    mixed = list(given_notes)
    Random(4).shuffle(mixed)
    assert suggest(given_notes, Language.ENGLISH, seed=3) == suggest(mixed, Language.ENGLISH, seed=3)


def test_a_rare_voice_comes_first_among_what_says_something_else() -> None:
    rare = Note(id="rare", text="Hunden min fikk ligge ved senga, derfor sov jeg.")
    short = Note(id="short", text="Takk!")
    proposals = suggest([*invented("nb"), rare, short], Language.BOKMAL)
    assert proposals.different == ("rare", "short")


def test_ten_thousand_notes_behave() -> None:
    random = Random(1)
    texts = [note.text.split() for note in statements()]
    many = []
    for _ in range(10_000):
        one, other = random.choice(texts), random.choice(texts)
        many.append(" ".join(one[: len(one) // 2] + other[len(other) // 2 :]))
    proposals = suggest(notes(*many), Language.ENGLISH)
    assert everyone(proposals).total() == len(many)
    assert len(proposals.themes) > 20


def test_groups_are_more_coherent_than_by_lot_and_by_keyword_on_notes_not_seen() -> None:
    one, other = halves(statements(), seed=1)

    def coherence(way: Any) -> float:
        return (Measured(one, other, way).by_notes + Measured(other, one, way).by_notes) / 2

    assert coherence(suggested) > coherence(by_lot(1)) + 0.2
    assert coherence(suggested) > coherence(by_keyword)
