"""What there is room for on one page: by lines, in whole words, and never silently less."""

from __future__ import annotations

import pytest

from cafe.plans.storyboard import (
    MORE,
    Points,
    column,
    fitted,
    lines_of,
    needed,
    points_in,
    share,
    shortened,
    width_of,
)
from tests.support.cafe import LONG_WORD
from tests.support.effort import grows_with_size

MEASURE = 20.0


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("", ()),
        ("One thing", ("One thing",)),
        ("- One\n- **Two** things\n\n3. Three", ("One", "Two things", "Three")),
        ("# A heading\nand a line", ("A heading", "and a line")),
        ("2 * 3 * 4", ("2 * 3 * 4",)),
        ("-5 degrees", ("-5 degrees",)),
        ("- \n-   Two   words", ("Two words",)),
    ],
)
def test_what_was_written_is_told_point_by_point(text: str, points: tuple[str, ...]) -> None:
    assert points_in(text) == points


@pytest.mark.parametrize("part", ["*a ", "**a ", "`a ", "__a ", "*a *a\n", "word "])
def test_a_text_that_is_twice_as_long_takes_twice_as_long(part: str) -> None:
    assert grows_with_size(points_in, part * 3_000, part * 6_000)


def test_of_a_long_line_is_kept_more_than_any_page_has_room_for() -> None:
    lines, widest = 26, 20.5
    (point,) = points_in("i " * 30_000)
    assert lines_of(point, widest) > lines
    assert len(points_in("point\n" * 500)) == 500


@pytest.mark.parametrize(
    ("text", "lines"),
    [("short", 1), ("six words that go on and on", 1), ("a word " * 20, 4), (LONG_WORD * 2, 2), ("", 1)],
)
def test_lines_are_estimated(text: str, lines: int) -> None:
    assert lines_of(text, MEASURE) == lines


def test_a_wide_text_takes_more_room_than_a_narrow_one() -> None:
    assert width_of("WWWW") > width_of("nnnn") > width_of("iiii")


@pytest.mark.parametrize("lines", [1, 2, 3])
@pytest.mark.parametrize("text", ["one thing after another " * 30, f"{LONG_WORD} " * 10, "WWW " * 99])
def test_what_is_shortened_fits_ends_with_a_whole_word_and_says_so(text: str, lines: int) -> None:
    short = shortened(text, lines, MEASURE)
    assert lines_of(short, MEASURE) <= lines or short == MORE
    assert short.endswith(MORE)
    assert text.startswith(short.removesuffix(MORE).strip())
    assert short.removesuffix(MORE).split() == text.split()[: len(short.split()) - 1]


def test_what_fits_is_left_as_it_is() -> None:
    assert shortened("It fits.", 1, MEASURE) == "It fits."
    assert fitted(("One", "Two"), 2, MEASURE) == Points(shown=("One", "Two"))


@pytest.mark.parametrize(
    ("needs", "room", "expected"),
    [
        ([2, 3], 10, [2, 3]),
        ([10, 10], 10, [5, 5]),
        ([2, 20], 10, [2, 8]),
        ([0, 20, 1], 10, [0, 9, 1]),
        ([9, 9, 9], 2, [1, 1, 0]),
        ([], 5, []),
    ],
)
def test_a_column_is_shared_so_that_no_room_is_left_while_something_waits(
    needs: list[int], room: int, expected: list[int]
) -> None:
    assert share(needs, room) == expected


def test_points_that_are_left_out_are_counted() -> None:
    many = tuple(f"Point {number}" for number in range(12))
    assert fitted(many, 5, MEASURE) == Points(shown=many[:4], left_out=8)
    assert fitted(many, 1, MEASURE) == Points(shown=(), left_out=12)


def test_a_column_never_takes_more_lines_than_it_has() -> None:
    parts = [[f"{LONG_WORD} and more words than fit in it"] * 30, ["short"], [], ["WW " * 200]]
    for room in range(4, 40):
        told = column(parts, room, MEASURE)
        used = sum(needed(part.shown, MEASURE) + (1 if part.left_out else 0) for part in told)
        assert used <= room, room


def test_a_day_and_its_month_stay_together_when_a_text_is_shortened() -> None:
    day = "14.\N{NO-BREAK SPACE}desember"
    assert points_in(f"- innen  {day}") == (f"innen {day}",)
    assert lines_of(day, measure=3) > lines_of("14.", measure=3)
    assert shortened(f"Ring alle innen {day}", 1, width_of("Ring alle innen 14. …")) == "Ring alle innen …"
