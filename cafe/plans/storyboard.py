"""A plan on one page: how much of each text there is room for, and shortening that says so. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

MORE = "…"
# In parts of the letter size; a mean letter of the page's face is about half as wide as it is high.
_NARROW, _WIDE, _MEAN = 0.3, 0.86, 0.56
_NARROW_LETTERS = frozenset("iljtfrI.,:;!'|()[] ")
_WIDE_LETTERS = frozenset("mwMWÆŒ@%–—")
_BREAK = re.compile(r"[^\S\N{NO-BREAK SPACE}]+")
# Lists, headings and emphasis of Markdown, which a point of a storyboard is without.
_MARK = re.compile(r"^\s*(?:[-*+]|\d{1,3}[.)]|#{1,6}|>)\s+")
# How far it is looked for the end of an emphasis is bounded, else a line of marks takes time by its square.
_EMPHASIS = re.compile(r"(\*\*|__|\*|`)(?=\S)(.{1,300}?)(?<=\S)\1")
# More than a whole column of the narrowest letters, so that what is cut off here would never be shown.
_LONGEST_POINT = 2_400


@dataclass(frozen=True, kw_only=True)
class Points:
    """What stands under a heading: points as there is room for, and how many are left out."""

    shown: tuple[str, ...] = ()
    left_out: int = 0


def points_in(text: str) -> tuple[str, ...]:
    """Give what somebody wrote line by line, without the marks of lists and emphasis."""
    lines = (" ".join(words_in(_MARK.sub("", line))) for line in text.splitlines())
    return tuple(_EMPHASIS.sub(r"\2", line[:_LONGEST_POINT]) for line in lines if line)


def words_in(text: str) -> list[str]:
    """Give the words between which a line may end; a day and its month are one."""
    return [word for word in _BREAK.split(text) if word]


def width_of(text: str) -> float:
    """Estimate how wide a text is, in parts of its letter size."""
    return sum(
        _NARROW
        if letter in _NARROW_LETTERS
        else _WIDE
        if letter in _WIDE_LETTERS or letter.isupper()
        else _MEAN
        for letter in text
    )


def lines_of(text: str, measure: float) -> int:
    """Estimate how many lines a text takes in a column of a width; a word that is longer is broken."""
    lines, used = 1, 0.0
    for word in words_in(text):
        width = width_of(word)
        gap = _NARROW if used else 0.0
        if used + gap + width <= measure:
            used += gap + width
            continue
        lines += 1 if used else 0
        lines += int(width // measure)
        used = width % measure
    return lines


def shortened(text: str, lines: int, measure: float) -> str:
    """Give as many whole words as there is room for, with an ellipsis when some are left out."""
    words = words_in(text)
    if lines_of(" ".join(words), measure) <= lines:
        return " ".join(words)
    low, high = 0, len(words)
    while low < high - 1:
        middle = (low + high) // 2
        fits = lines_of(f"{' '.join(words[:middle])} {MORE}", measure) <= lines
        low, high = (middle, high) if fits else (low, middle)
    return f"{' '.join(words[:low]).rstrip(',;:.–- ')} {MORE}".strip()


def share(needs: Sequence[int], room: int) -> list[int]:
    """Divide the lines of a column among its parts: each what it needs, what is too much evenly."""
    given = [0] * len(needs)
    left = room
    open_parts = [index for index, need in enumerate(needs) if need]
    while open_parts and left > 0:
        each = max(1, left // len(open_parts))
        for index in list(open_parts):
            more = min(each, needs[index] - given[index], left)
            given[index] += more
            left -= more
            if given[index] == needs[index]:
                open_parts.remove(index)
    return given


def needed(points: Sequence[str], measure: float) -> int:
    """Estimate how many lines points take."""
    return sum(lines_of(point, measure) for point in points)


def fitted(points: Sequence[str], lines: int, measure: float) -> Points:
    """Give the points that there is room for; the last may be shortened, and how many are left out is said.

    A line is kept for saying so.
    """
    if needed(points, measure) <= lines:
        return Points(shown=tuple(points))
    room, shown = lines - 1, []
    for point in points:
        if room <= 0:
            break
        text = shortened(point, room, measure)
        shown.append(text)
        room -= lines_of(text, measure)
    return Points(shown=tuple(shown), left_out=len(points) - len(shown))


def column(parts: Sequence[Sequence[str]], room: int, measure: float) -> list[Points]:
    """Fit the parts of a column into its lines."""
    lines = share([needed(part, measure) for part in parts], room)
    return [fitted(part, given, measure) for part, given in zip(parts, lines, strict=True)]
