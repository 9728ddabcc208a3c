"""Where each note stands on the board."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cafe.harvest.board import ThemeFacts, board_of, goes_round, joined_in, standing_as


def facts(**themes: ThemeFacts) -> dict[str, ThemeFacts]:
    return themes


A = ThemeFacts(id="a", position=2)
B = ThemeFacts(id="b", position=1)
A_IN_B = ThemeFacts(id="a", position=2, merged_into="b")
B_GONE = ThemeFacts(id="b", position=1, removed=True)


def test_a_note_may_stand_under_several_themes_and_columns_follow_the_order() -> None:
    board = board_of([A, B], [("a", "1"), ("b", "1"), ("a", "2")], ["1", "2", "3"])
    assert board.columns == {"b": ("1",), "a": ("1", "2")}
    assert list(board.columns) == ["b", "a"]
    assert board.unplaced == ("3",)


def test_what_is_under_a_merged_theme_stands_under_the_other() -> None:
    board = board_of([A_IN_B, B], [("a", "1"), ("b", "2")], ["1", "2"])
    assert board.columns == {"b": ("1", "2")}


def test_notes_under_a_removed_theme_wait_to_be_placed_unless_they_stand_elsewhere() -> None:
    assert board_of([A, B_GONE], [("b", "1"), ("b", "2"), ("a", "2")], ["1", "2"]).unplaced == ("1",)
    assert board_of([A_IN_B, B_GONE], [("a", "1")], ["1"]).unplaced == ("1",)


def test_notes_in_the_bin_stand_nowhere() -> None:
    board = board_of([A], [("a", "binned")], ["1"])
    assert (board.columns, board.unplaced) == ({"a": ()}, ("1",))


def test_a_theme_cannot_become_part_of_itself() -> None:
    themes = facts(a=A_IN_B, b=B)
    assert goes_round("b", "a", themes)
    assert goes_round("b", "b", themes)
    assert not goes_round("a", "b", facts(a=A, b=B))
    assert joined_in("b", themes) == {"a", "b"}


KEYS = st.sampled_from("abcde")
THEMES = st.lists(
    st.builds(
        ThemeFacts,
        id=KEYS,
        position=st.floats(-9, 9),
        merged_into=st.none() | KEYS,
        removed=st.booleans(),
    ),
    unique_by=lambda theme: theme.id,
)
NOTES = [str(number) for number in range(8)]
PLACEMENTS = st.lists(st.tuples(KEYS, st.sampled_from(NOTES)))


@given(THEMES, PLACEMENTS)
def test_every_note_stands_somewhere_whatever_the_rows_say(
    themes: list[ThemeFacts], placements: list[tuple[str, str]]
) -> None:
    board = board_of(themes, placements, NOTES)
    under = {note for column in board.columns.values() for note in column}
    assert under | set(board.unplaced) == set(NOTES)
    assert not under & set(board.unplaced)
    known = {theme.id: theme for theme in themes}
    assert all(standing_as(theme, known) == theme for theme in board.columns)
