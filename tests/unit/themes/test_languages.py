"""Languages: told by small words and letters, note by note; endings come off in each."""

from __future__ import annotations

import pytest

from cafe.themes.languages import guess_language, guess_languages, stem, words_in
from cafe.themes.model import Language
from cafe.themes.terms import parts_of

NB, NN, SV, EN = Language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hva er det som ikke virker for meg?", NB),
        ("Kva er det som ikkje verkar for meg?", NN),
        ("Vad är det som inte fungerar för mig?", SV),
        ("What is it that does not work for me?", EN),
        ("Kaffe", NN),
    ],
)
def test_a_note_shows_its_language_or_has_the_usual_one(text: str, language: Language) -> None:
    assert guess_language(words_in(text), NN) is language


def test_a_note_that_shows_none_is_taken_for_what_most_are_in() -> None:
    notes = [words_in(text) for text in ("Det är inte bra", "Jag vill ha något annat", "Kaffe")]
    assert guess_languages(notes, EN) == [SV, SV, SV]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (NB, "bruker brukere brukeren brukerne"),
        (NN, "brukar brukarar brukaren brukarane"),
        (NB, "møteplass møteplassen møteplasser møteplassene"),
        (NB, "oppgave oppgåve oppgåver oppgavene"),
        (NB, "tjeneste tenester tjenestene tenesta"),
        (NB, "medvirkning medverknad"),
        (SV, "brukare brukarna brukaren"),
        (SV, "mötesplats mötesplatser mötesplatsen mötesplatserna"),
        (SV, "anhörig anhöriga anhörigas"),
        (EN, "service services"),
    ],
)
def test_inflected_forms_share_a_stem(language: Language, words: str) -> None:
    assert len({stem(word, language) for word in words.split()}) == 1


@pytest.mark.parametrize(("one", "other"), [("trygg", "utrygg"), ("leder", "lege"), ("bolig", "behandling")])
def test_other_words_do_not(one: str, other: str) -> None:
    assert stem(one, NB) != stem(other, NB)


def test_a_compound_is_known_by_the_parts_that_others_write() -> None:
    known = {"medvirkning", "pårør", "grupp", "konsulent"}
    assert parts_of("brukermedvirkning", known) == ["medvirkning"]
    assert parts_of("erfaringskonsulent", known) == ["konsulent"]
    assert parts_of("medvirkning", known) == []
