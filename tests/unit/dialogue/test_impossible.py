"""What cannot be met, in words: a sentence for every reason, in every language."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from flask_babel import Babel, force_locale

from cafe.dialogue.impossible import SENTENCES, Names, listed, said, sentences
from cafe.i18n import LANGUAGES
from cafe.rotation import Impossible, Reason
from cafe.settings import PACKAGE

NAMES = Names(
    people={"k": "Kari", "o": "Ola", "p": "Per"},
    tables={"t3": 3},
    topics={"b": "topic B, “Hope”"},
)


@pytest.fixture
def app() -> Flask:
    app = Flask("words")
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(PACKAGE / "translations")
    Babel(app, default_locale="en")
    return app


def test_every_reason_has_a_sentence() -> None:
    assert set(SENTENCES) == set(Reason)


@pytest.mark.parametrize("language", [code for code, _name in LANGUAGES])
@pytest.mark.parametrize("reason", Reason)
def test_a_sentence_names_who_and_where_and_leaves_nothing_open(
    app: Flask, reason: Reason, language: str
) -> None:
    found = Impossible(
        reason=reason, people=("k", "o"), table="t3", topic="b", round=2, needed=8, available=6
    )
    with app.test_request_context(), force_locale(language):
        sentence = said(found, NAMES)
        asks_for = set(re.findall(r"%\((\w+)\)s", str(SENTENCES[reason])))
    assert ("Kari" in sentence and "Ola" in sentence) == ("people" in asks_for)
    assert ("3" in sentence) == ("table" in asks_for)
    assert ("“Hope”" in sentence) == ("topic" in asks_for)
    assert "%" not in sentence
    assert sentence[0] == sentence[0].upper()
    assert sentence.endswith(".")


def test_a_full_table_is_told_with_its_number_its_seats_and_its_people(app: Flask) -> None:
    found = Impossible(
        reason=Reason.TOO_MANY_PINNED, people=("k", "o", "p"), table="t3", round=2, needed=3, available=2
    )
    with app.test_request_context(), force_locale("en"):
        (sentence,) = sentences([found], [1, 2, 3], NAMES)
    assert sentence == (
        "Round 2: Table 3 seats 2, and 3 belong there, set by hand, as hosts, or always with one of these: "
        "Kari, Ola, and Per. Let one of them sit elsewhere, or add a seat."
    )


def test_the_same_in_several_rounds_is_said_once(app: Flask) -> None:
    alone = [Impossible(reason=Reason.ALONE_OF_KIND, people=("k",), round=number) for number in (2, 3)]
    with app.test_request_context(), force_locale("en"):
        in_some = sentences(alone, [1, 2, 3], NAMES)
        in_all = sentences(alone, [2, 3], NAMES)
    assert len(in_some) == len(in_all) == 1
    assert in_some[0].startswith("Rounds 2 and 3: Kari ")
    assert in_all[0].startswith("Kari ")


def test_of_many_names_the_first_are_said(app: Flask) -> None:
    with app.test_request_context(), force_locale("en"):
        assert listed(["A", "B", "C", "D", "E"]) == "A, B, C, D, and E"
        assert listed(["A", "B", "C", "D", "E", "F", "G"]) == "A, B, C, D, and 3 more"
