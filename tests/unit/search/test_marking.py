"""Marking what was looked for in what was found."""

from __future__ import annotations

import pytest

from cafe.search.marking import AROUND, LONGEST, Piece, excerpt, marked


def shown(pieces: list[Piece]) -> str:
    return "".join(f"[{piece.text}]" if piece.marked else piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Kommunene hjelper hjemme", "kommune", "[Kommunene] hjelper hjemme"),
        ("Brukarmedverknad i alle råd", "medverknad ", "[Brukarmedverknad] i alle råd"),
        ("Å gå, å stå", "gå ", "Å [gå], å stå"),
        ("<b>kommune</b>", "kommune", "<b>[kommune]</b>"),
        ("Ingenting her", "kommune", "Ingenting her"),
        ("", "kommune", ""),
        ("kommune", "", "kommune"),
    ],
)
def test_words_are_marked_in_whatever_form_they_have(text: str, words: str, expected: str) -> None:
    assert shown(marked(text, words)) == expected


def test_nothing_of_a_text_is_lost_or_added() -> None:
    text = "Ein tekst – med «teikn», 50 % og\nlinjer.\u00ad Tekst"
    assert "".join(piece.text for piece in marked(text, "tekst teikn")) == text


def test_a_long_text_is_cut_around_what_was_found() -> None:
    text = "ord " * 200 + "kommunene der " + "mer " * 200
    cut = shown(excerpt(text, "kommune"))
    assert cut.startswith("… ord")
    assert "[kommunene] der" in cut
    assert cut.endswith(" …")
    assert len(cut) <= LONGEST + 8
    assert cut.index("[") <= AROUND + 8
    assert shown(excerpt("x" * 1_000, "y")) == "x" * LONGEST + " …"
