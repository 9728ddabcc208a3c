"""Which measures are alike enough to be told of while somebody types."""

from __future__ import annotations

import pytest

from cafe.plans.likeness import ENOUGH, any_of, likeness, telling

ALIKE = [
    ("Ansette to erfaringskonsulenter i rusteamet", "Tilsette erfaringskonsulent i teamet"),
    ("Kurs i recovery for alle ansatte", "Recoverykurs for nytilsette"),
    ("erfaringskonsulenter", "Lønne ein erfaringskonsulent frå nyttår"),
    ("Pårørendegruppe på kveldstid", "Starte pårørendegrupper"),
    ("Faste brukermøter hver måned", "Brukermøte kvar månad"),
    ("Återhämtningsombud på alla enheter", "Utse ett återhämtningsombud på varje enhet"),
    ("recoverykontakt", "En recoverykontakt i hver avdeling"),
]
UNLIKE = [
    ("Lage en plan for pårørende", "Lage plan for innkjøp"),
    ("Ansette", "Ansette ny kokk"),
    ("Starte opp", "Starte kjøkkenhage"),
    ("Kurs i førstehjelp", "Hage og hund for alle som vil"),
    ("Arbeide med gode tiltak", "Gode tiltak for arbeid"),
    ("i på for", "i på for"),
    ("Samtalegrupper for menn i Sauda", "Menn"),
    ("", "Recovery"),
    ("👍", "👍"),
]


@pytest.mark.parametrize(("typed", "other"), ALIKE)
def test_measures_about_the_same_are_alike(typed: str, other: str) -> None:
    assert likeness(typed, other) >= ENOUGH


@pytest.mark.parametrize(("typed", "other"), UNLIKE)
def test_measures_that_only_begin_alike_are_not(typed: str, other: str) -> None:
    assert likeness(typed, other) == 0


def test_what_is_closest_comes_first() -> None:
    typed = "Erfaringskonsulent og pårørendekurs"
    both, one = "Erfaringskonsulenter holder pårørendekurs", "Erfaringskonsulenter"
    assert likeness(typed, both) > likeness(typed, one) >= ENOUGH


def test_words_that_say_nothing_look_for_nothing() -> None:
    assert telling("Lage en ny plan for alle") == []
    assert any_of("Lage en ny plan for alle") == []
