"""Words as terms: forms of a word meet, other words do not, and nothing that is typed breaks out."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cafe.search.terms import LONGEST_WORD, MOST_WORDS, terms_of, wanted


def finds(words: str, text: str) -> bool:
    """Match as the databases do."""
    terms = terms_of(text).split()
    return bool(wanted(words)) and all(
        any(
            term == each.text or (each.beginning and term.startswith(each.text))
            for term in terms
            for each in group
        )
        for group in wanted(words)
    )


# Each word of a line finds each other one, also when it is not the last word typed.
PARADIGMS = [
    "kommune kommunen kommuner kommunene kommunar kommunane kommun kommunerna kommunernas",
    "hjelp hjelpen hjelpe hjelper hjelpes",
    "bruker brukeren brukere brukerne brukernes",
    "brukar brukaren brukarar brukarane",
    "brukare brukaren brukarna brukarnas",
    "leder lederen ledere lederne",
    "leiar leiaren leiarar leiarane",
    "ledare ledaren ledarna",
    "deltaker deltakeren deltakere deltakerne",
    "heim heimen heimar heimane",
    "hjem hjemmet hjemmene",
    "ungdom ungdommen ungdommer ungdommene",
    "tiltak tiltaket tiltaka tiltakene",
    "åtgärd åtgärden åtgärder åtgärderna",
    "erfaring erfaringen erfaringer erfaringene erfaringa erfaringar erfaringane",
    "erfarenhet erfarenheten erfarenheter erfarenheterna",
    "tjeneste tjenesten tjenester tjenestene",
    "teneste tenesta tenester tenestene",
    "mulighet muligheten muligheter mulighetene",
    "moglegheit moglegheita moglegheiter moglegheitene",
    "möjlighet möjligheten möjligheter möjligheterna",
    "återhämtning återhämtningen återhämtningens",
    "fråga frågan frågor frågorna",
    "möte mötet möten mötena",
    "møte møtet møter møtene",
    "gruppe gruppen grupper gruppene gruppa",
    "anhörig anhöriga anhörigas",
    "kvardag kvardagen kvardagar kvardagane",
]


@pytest.mark.parametrize("paradigm", PARADIGMS)
def test_every_form_of_a_word_finds_every_other(paradigm: str) -> None:
    forms = paradigm.split()
    assert [f"{one} – {other}" for one in forms for other in forms if not finds(f"{one} ", other)] == []


COMPOUNDS = [
    ("medvirkning", "brukermedvirkning"),
    ("medvirkningen", "Brukermedvirkninga"),
    ("leder", "avdelingsledere"),
    ("brukerne", "tjenestebruker"),
    ("plan", "handlingsplanen"),
    ("erfaring", "eigenerfaring"),
    ("bruker", "brukermedvirkning"),
    ("komm", "kommunerna"),
    ("medverknaden", "brukarmedverknad"),
    ("alene", "alene"),
]


@pytest.mark.parametrize(("words", "text"), COMPOUNDS)
def test_a_compound_is_found_by_its_last_part_and_by_its_beginning(words: str, text: str) -> None:
    assert finds(words, text)


OTHERS = [
    ("ring", "erfaring"),
    ("på", "pårørende"),
    ("er", "erfaring"),
    ("å", "åpent"),
    ("med ", "medan"),
    ("ingen", "samlingen"),
    ("alene", "samtalene"),
    ("tro", "torg"),
    ("lag", "slag"),
    ("bor", "bör"),
    ("for", "før"),
    ("mål", "mal"),
    ("hjelp ", "hjelpemiddel"),
]


@pytest.mark.parametrize(("words", "text"), OTHERS)
def test_short_words_and_letters_of_our_own_find_nothing_else(words: str, text: str) -> None:
    assert not finds(words, text)


def test_case_marks_and_the_way_letters_are_put_together_make_no_difference() -> None:
    decomposed = "A\N{COMBINING RING ABOVE}terha\N{COMBINING DIAERESIS}mtning"
    for text in (
        "ÅTERHÄMTNING",
        "«återhämtning»",
        "**Återhämtning**",
        "åter\N{SOFT HYPHEN}hämtning",
        decomposed,
    ):
        assert finds("Återhämtningen", text), text
        assert finds(text, "återhämtningen"), text


def test_only_the_last_word_may_be_unfinished() -> None:
    assert finds("hjelp i kommu", "Hjelp i kommunane")
    assert not finds("kommu hjelp", "Hjelp i kommunane")
    assert not finds("kommu ", "Hjelp i kommunane")


@given(st.text(max_size=300))
def test_terms_are_nothing_but_letters_digits_and_a_line(text: str) -> None:
    asked = " ".join(term.text for group in wanted(text) for term in group)
    for terms in (terms_of(text), asked):
        assert re.fullmatch(r"[\w ]*", terms)
        assert all(len(term) <= LONGEST_WORD + 2 for term in terms.split())
    assert len(wanted(text)) <= MOST_WORDS


@given(st.text(max_size=100))
def test_a_text_is_found_by_its_own_words(text: str) -> None:
    assert not wanted(text) or finds(text, text)
