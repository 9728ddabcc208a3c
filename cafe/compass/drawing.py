"""Where the marks of a picture stand, for the page that draws them as SVG. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from cafe.compass.commands import Group
from cafe.compass.rules import GroupPicture, Lying, Picture

WIDTH = 320
EDGE = 14
ROW = 22
HALF = 7
TICKS = tuple(range(1, 6))
# Each group has a shape of its own, so that the picture can be read without colours.
SHAPES = {Group.STAFF: "circle", Group.LIVED_EXPERIENCE: "diamond", Group.RELATIVE: "triangle"}


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A group between two poles: its middle, its spread, and where it lay the time before."""

    group: Group
    y: float
    x: float
    low: float
    high: float
    outline: str
    before: float | None
    outline_before: str


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """One pair of poles, drawn."""

    width: int
    height: int
    ticks: tuple[float, ...]
    marks: tuple[Mark, ...]


def place_at(place: float) -> float:
    """Give where a place from 1 to 5 stands across the drawing."""
    return EDGE + (place - 1) * (WIDTH - 2 * EDGE) / 4


def outline_at(group: Group, x: float, y: float) -> str:
    """Give the corners of a group's shape around a point; a circle has none."""
    match SHAPES[group]:
        case "diamond":
            corners = [(0, -HALF - 1), (HALF + 1, 0), (0, HALF + 1), (-HALF - 1, 0)]
        case "triangle":
            corners = [(0, -HALF - 1), (HALF + 1, HALF), (-HALF - 1, HALF)]
        case _:
            return ""
    return " ".join(f"{x + across:g},{y + down:g}" for across, down in corners)


def drawing_of(pair: int, picture: Picture, before: Picture) -> Drawing:
    """Draw a pair of poles: a line for each group that may be told of."""
    marks = tuple(
        _mark(group, row, told.lies.get(pair), before.get(group), pair)
        for row, (group, told) in enumerate(picture.items())
    )
    return Drawing(
        width=WIDTH,
        height=ROW * max(len(picture), 1) + 4,
        ticks=tuple(place_at(tick) for tick in TICKS),
        marks=tuple(mark for mark in marks if mark is not None),
    )


def _mark(group: Group, row: int, now: Lying | None, before: GroupPicture | None, pair: int) -> Mark | None:
    if now is None:
        return None
    x, y = place_at(now.middle), ROW * row + ROW / 2 + 2
    lay = None if before is None else before.lies.get(pair)
    moved = None if lay is None or lay.middle == now.middle else place_at(lay.middle)
    return Mark(
        group=group,
        y=y,
        x=x,
        low=place_at(now.low),
        high=place_at(now.high),
        outline=outline_at(group, x, y),
        before=moved,
        outline_before="" if moved is None else outline_at(group, moved, y),
    )
