"""Near-duplicates: other case, marks, endings, order and slips are the same; a turned meaning is not."""

from __future__ import annotations

import pytest

from cafe.themes.duplicates import find_same, is_slip
from cafe.themes.model import Language, Note
from cafe.themes.terms import read_notes


def gathered(*texts: str) -> list[list[int]]:
    notes = [Note(id=str(number), text=text) for number, text in enumerate(texts)]
    return [sorted(map(int, same.note_ids)) for same in find_same(notes, read_notes(notes, Language.BOKMAL))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Vi trenger flere møteplasser", "vi trenger flere møteplasser!!"),
        ("Vi trenger flere møteplasser.", "VI TRENGER FLERE  MØTEPLASSER"),
        ("Vi trenger flere møteplasser i sentrum", "Flere møteplasser i sentrum trengs"),
        ("Erfaringskonsulenter i alle tjenester", "Erfaringskonsulentene i alle tjenestene"),
        (
            "Erfaringskonsulenter bør ansettes i alle avdelinger",
            "Erfaringskonsulneter bør ansettes i alle avdelinger",
        ),
        ("Brukarane må vere med når planen blir skriven", "Brukarar må vere med når planane blir skriven"),
        ("Fler öppna mötesplatser på helgerna", "Fler öppna mötesplatser på helgen"),
        ("We don't need more meetings about meetings", "We dont need more meetings about meetings."),
        (
            "Legalizing marijuana would be a boon for the economy.",
            "Marijuana legalized would be a boon for the economy",
        ),
        ("Pårørende vil vite hvem de kan ringe", "Pårørende vil vite  hvem de kan ringe"),
    ],
)
def test_what_says_the_same_is_found(one: str, other: str) -> None:
    assert gathered(one, other, "Noe helt annet om buss og tog") == [[0, 1]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Vi trenger flere", "Vi trenger ikke flere"),
        ("Vi trenger flere møteplasser", "Vi trenger ikke flere møteplasser"),
        ("Vi treng fleire møteplassar i sentrum", "Vi treng ikkje fleire møteplassar i sentrum"),
        ("Vi behöver fler mötesplatser i centrum", "Vi behöver inte fler mötesplatser i centrum"),
        ("We need more meeting places downtown", "We do not need more meeting places downtown"),
        ("We should build it downtown", "We shouldn't build it downtown"),
        ("Flere møteplasser i sentrum", "Færre møteplasser i sentrum"),
        ("Møteplassen er åpen til klokka 15", "Møteplassen er åpen til klokka 18"),
        ("Det er trygt å komme på møteplassen", "Det er utrygt å komme på møteplassen"),
        ("Samtale med psykolog hver uke", "Samtale med lege hver uke"),
        ("Samtalene var gode", "Samtalene var dårlige"),
        ("Behandlingen hjalp med medisiner", "Behandlingen hjalp uten medisiner"),
        ("Mer tid", "Mer tid til pårørende"),
        ("Alle ledere må lære om recovery", "Alle lærere må lede recovery"),
        ("Det hadde vært mulig", "Det hadde vært umulig"),
    ],
)
def test_what_says_something_else_is_not_merged(one: str, other: str) -> None:
    assert gathered(one, other) == []


def test_many_of_the_same_are_one_group_and_others_stay_out() -> None:
    same = [
        "Mer tid til samtaler med pårørende",
        "mer tid til samtaler med pårørende!",
        "Mer tid til samtale med pårørende",
    ]
    assert gathered(*same, "Mer penger til samtaler med barn", "Ikke mer tid til samtaler med pårørende") == [
        [0, 1, 2]
    ]


def test_a_thousand_like_notes_are_gathered_once() -> None:
    assert gathered(*["Mer tid til samtaler"] * 1_000) == [list(range(1_000))]


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("erfaringskonsulent", "erfaringskonsulnet", True),
        ("møteplass", "møtepalss", True),
        ("trygg", "utrygg", False),
        ("fysisk", "psykisk", False),
        ("leder", "leker", False),
        ("buss", "bus", False),
    ],
)
def test_a_slip_of_the_pen_is_told_from_another_word(one: str, other: str, slip: bool) -> None:
    assert is_slip(one, other) is slip
