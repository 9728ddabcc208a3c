"""What is published is looked through once: passages by their sentence, title and text as one."""

from __future__ import annotations

import pytest

from cafe.harvest.delicate import Names
from cafe.harvest.published_texts import PublishedText, marks_in
from cafe.harvest.queries import delicate
from cafe.harvest.whole import LONGEST_TITLE, joined, parted

NAMES = Names(["Kari Nordmann"])


def ids(text: str, *, note: str = "note-one", stream: str = "session") -> set[str]:
    where = PublishedText(what="note", id=note, text=text, table=1, round=1)
    return {mark.id for mark in marks_in(where, NAMES, stream)}


def test_a_passage_is_asked_about_anew_only_when_its_own_sentence_is_another() -> None:
    first = ids("Min mor fikk hjelp. Bra.")
    assert len(first) == 1
    assert ids("Min mor fikk hjelp. Noe helt annet her.") == first
    assert ids("Min mor fikk ingen hjelp. Bra.").isdisjoint(first)
    assert ids("Min mor fikk hjelp. Bra.", note="note-two").isdisjoint(first)
    assert ids("Min mor fikk hjelp. Bra.", stream="another").isdisjoint(first)


@pytest.mark.parametrize(("title", "text"), [("A", "b"), ("", ""), ("A", ""), ("", "b\n\nc"), ("A", "\n\nb")])
def test_title_and_text_come_apart_as_they_were(title: str, text: str) -> None:
    assert parted(joined(title, text)) == (title, text)


def test_what_is_more_than_a_title_stays_in_the_text() -> None:
    long = "word " * 60 + "end"
    title, text = parted(joined(long, "text"))
    assert len(title) <= LONGEST_TITLE
    assert f"{title} {text}" == joined(long, "text")
    assert parted("A\nmore\n\ntext") == ("A", "more\n\ntext")


def test_texts_of_ten_thousand_notes_are_searched_once() -> None:
    names = Names(())
    delicate._marks.cache_clear()
    for _ in range(2):
        for number in range(11_000):
            delicate._marks(PublishedText(what="note", id=str(number), text="A home"), names, "session")
    assert delicate._marks.cache_info().hits == 11_000
    delicate._marks.cache_clear()
