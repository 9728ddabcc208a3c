"""Where each note stands on the board, from the themes, what is under them, and what was merged.

The same rule is in static/js/board/standing.js: change both together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class ThemeFacts:
    """What of a theme decides where its notes stand."""

    id: str
    position: float = 0.0
    merged_into: str | None = None
    removed: bool = False


@dataclass(frozen=True, kw_only=True)
class Board:
    """Notes by the theme they stand under, in the themes' order; `unplaced` are those under none.

    A note may stand under several themes. A theme that is merged into another or removed is not there itself.
    """

    columns: Mapping[str, tuple[str, ...]]
    unplaced: tuple[str, ...]


def standing_as(theme_id: str, themes: Mapping[str, ThemeFacts]) -> str | None:
    """Give the theme on the board that a theme's notes stand under; None where that is not on the board."""
    passed = set()
    theme = themes.get(theme_id)
    while theme is not None and not theme.removed and theme.id not in passed:
        if theme.merged_into is None:
            return theme.id
        passed.add(theme.id)
        theme = themes.get(theme.merged_into)
    return None


def joined_in(theme_id: str, themes: Mapping[str, ThemeFacts]) -> set[str]:
    """Give a theme and all that were merged into it, and into those."""
    together = {theme_id}
    found = {theme_id}
    while found:
        found = {theme.id for theme in themes.values() if theme.merged_into in found} - together
        together |= found
    return together


def goes_round(theme_id: str, into: str, themes: Mapping[str, ThemeFacts]) -> bool:
    """Tell whether a theme merged into another would in the end be part of itself, and so stand nowhere."""
    return into in joined_in(theme_id, themes)


def board_of(
    themes: Iterable[ThemeFacts], placements: Iterable[tuple[str, str]], notes: Iterable[str]
) -> Board:
    """Say where each of `notes` (those outside the bin) stands; placements are (theme, note)."""
    known = {theme.id: theme for theme in themes}
    order = sorted(known.values(), key=lambda theme: (theme.position, theme.id))
    under: dict[str, set[str]] = {
        theme.id: set() for theme in order if standing_as(theme.id, known) == theme.id
    }
    placed = set()
    for theme_id, note_id in placements:
        root = standing_as(theme_id, known)
        if root is not None:
            under[root].add(note_id)
            placed.add(note_id)
    wanted = tuple(notes)
    columns = {theme: tuple(note for note in wanted if note in ids) for theme, ids in under.items()}
    return Board(columns=columns, unplaced=tuple(note for note in wanted if note not in placed))
