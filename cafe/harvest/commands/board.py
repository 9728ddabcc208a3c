"""What may be asked of the board: themes, and the notes under them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from cafe.commands import Command, Key, Line, command

NoteIds = Annotated[tuple[Key, ...], Field(max_length=2_000)]
SomeNoteIds = Annotated[tuple[Key, ...], Field(min_length=1, max_length=2_000)]
Position = Annotated[float, Field(ge=-1e12, le=1e12, allow_inf_nan=False)]


@command
class CreateTheme(Command):
    """Make a theme, with notes under it if any are named; where they stand already they stay.

    `suggestion_id` says which proposal it came of.
    """

    name = "create_theme"
    session_id: Key
    theme_id: Key
    title: Line
    note_ids: NoteIds = ()
    suggestion_id: Key | None = None


@command
class RenameTheme(Command):
    """Give a theme another title."""

    name = "rename_theme"
    session_id: Key
    theme_id: Key
    title: Line


@command
class PlaceNotes(Command):
    """Put notes under a theme; with `from_theme_id` they leave that one, else they stay there too."""

    name = "place_notes"
    session_id: Key
    theme_id: Key
    note_ids: SomeNoteIds
    from_theme_id: Key | None = None


@command
class UnplaceNotes(Command):
    """Take notes out of a theme; those under no other wait to be placed."""

    name = "unplace_notes"
    session_id: Key
    theme_id: Key
    note_ids: SomeNoteIds


@command
class SplitTheme(Command):
    """Make a new theme of some of a theme's notes."""

    name = "split_theme"
    session_id: Key
    theme_id: Key
    new_theme_id: Key
    title: Line
    note_ids: SomeNoteIds


@command
class MergeThemes(Command):
    """Let a theme be part of another; it keeps its own notes and can be taken apart again."""

    name = "merge_themes"
    session_id: Key
    theme_id: Key
    into_theme_id: Key


@command
class TakeThemeApart(Command):
    """Let a theme that was merged stand for itself again, with its own notes."""

    name = "take_theme_apart"
    session_id: Key
    theme_id: Key


@command
class RemoveTheme(Command):
    """Take a theme off the board; it keeps its notes, and those under no other wait to be placed."""

    name = "remove_theme"
    session_id: Key
    theme_id: Key


@command
class RestoreTheme(Command):
    """Put a theme back on the board."""

    name = "restore_theme"
    session_id: Key
    theme_id: Key


@command
class MoveTheme(Command):
    """Put a theme elsewhere in the order."""

    name = "move_theme"
    session_id: Key
    theme_id: Key
    position: Position


@command
class UndoStep(Command):
    """Take a step on the board back; one that took another back is taken back by doing that again."""

    name = "undo_step"
    session_id: Key
    step_id: Key
