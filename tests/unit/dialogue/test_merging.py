"""Two edits of one text meet, and nothing that anybody wrote is dropped."""

from __future__ import annotations

import pytest

from cafe.dialogue.merging import merged


@pytest.mark.parametrize(
    ("base", "stored", "sent", "expected", "both"),
    [
        ("one", "one", "one two", "one two", False),
        ("one", "one two", "one", "one two", False),
        ("one", "two", "two", "two", False),
        ("one two three", "zero one two three", "one two three four", "zero one two three four", True),
        ("one two", "one 2", "one zwei", "one 2 zwei", True),
    ],
)
def test_what_both_wrote_stands(base: str, stored: str, sent: str, expected: str, both: bool) -> None:
    result = merged(base, stored, sent)
    assert " ".join(result.text.split()) == expected
    assert result.both is both


def test_a_long_text_of_the_same_words_is_merged_without_looking_at_every_pair() -> None:
    base = "vi trenger tid " * 4_000
    stored, sent = f"Først: {base}", f"{base} og mer"
    result = merged(base, stored, sent)
    assert result.both
    assert "Først: " in result.text
    assert result.text.rstrip().endswith("og mer")
