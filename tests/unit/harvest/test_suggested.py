"""From an answer to proposals: what is gone is left out, and only notes of one topic can be read as one."""

from __future__ import annotations

from typing import Any

from cafe.harvest.suggested import Standing, drafts

NOTES = {
    "a": Standing(topic_id="t1"),
    "b": Standing(topic_id="t1"),
    "c": Standing(topic_id="t2"),
    "d": Standing(topic_id="t2"),
    "e": Standing(topic_id="t1", bundle_id="one"),
    "f": Standing(topic_id="t1", bundle_id="one"),
}


def same(*notes: str) -> dict[str, Any]:
    return {"themes": [], "duplicates": [{"note_ids": notes, "closeness": 0.9}], "different": []}


def theme(*notes: str) -> dict[str, Any]:
    return {"themes": [{"title": "T", "words": ["w"], "note_ids": notes, "closeness": 0.2}]}


def test_notes_that_are_gone_are_left_out() -> None:
    (draft,) = drafts(theme("b", "gone", "a"), NOTES)
    assert (draft.kind, draft.title, draft.note_ids) == ("theme", "T", ["b", "a"])
    assert list(drafts(theme("a", "gone"), NOTES)) == []
    assert [draft.note_ids for draft in drafts({"different": ["gone", "d"]}, NOTES)] == [["d"]]
    assert list(drafts({"different": ["gone"]}, NOTES)) == []


def test_near_duplicates_of_two_topics_are_two_proposals() -> None:
    assert [draft.note_ids for draft in drafts(same("a", "c", "b", "d"), NOTES)] == [["a", "b"], ["c", "d"]]
    assert list(drafts(same("a", "c"), NOTES)) == []


def test_what_is_read_as_one_already_is_not_proposed_again() -> None:
    assert list(drafts(same("e", "f"), NOTES)) == []
    assert [draft.note_ids for draft in drafts(same("e", "f", "a"), NOTES)] == [["e", "f", "a"]]


def test_an_answer_that_is_none_holds_nothing() -> None:
    assert list(drafts({"problem": {}}, NOTES)) == []
