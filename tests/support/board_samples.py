"""A board in the world of the tests, and a sample of every command about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from cafe.commands import Command, new_key
from cafe.harvest.commands import board

if TYPE_CHECKING:
    from tests.support.world import World

TRUST, TIME, STEP = "of-trust", "of-time", "taken-back"


def with_a_board(world: World) -> None:
    """Make two themes, one with a note under it, and a step that can be taken back."""
    sid = world.session_id
    trust = board.CreateTheme(
        session_id=sid,
        theme_id=world.named(TRUST),
        title="Trust",
        note_ids=(world.note,),
    )
    world.hall.do(trust)
    world.hall.do(board.CreateTheme(session_id=sid, theme_id=world.named(TIME), title="Time"))
    renamed = board.RenameTheme(
        id=world.named(STEP), session_id=sid, theme_id=world.named(TIME), title="Time to talk"
    )
    world.hall.do(renamed)


def merged(world: World) -> None:
    """Let one theme be part of the other."""
    world.hall.do(
        board.MergeThemes(
            session_id=world.session_id, theme_id=world.named(TRUST), into_theme_id=world.named(TIME)
        )
    )


def removed(world: World) -> None:
    """Take a theme off the board."""
    world.hall.do(board.RemoveTheme(session_id=world.session_id, theme_id=world.named(TRUST)))


Sample = Callable[["World"], Command]
Arrange = Callable[["World"], None]


def board_samples() -> tuple[tuple[str, Sample, Arrange | None], ...]:
    """Give, for every command about the board, a valid sample and what has to happen first."""
    return (
        (
            "create_theme",
            lambda w: board.CreateTheme(
                session_id=w.session_id, theme_id=new_key(), title="T", note_ids=(w.note,)
            ),
            None,
        ),
        (
            "rename_theme",
            lambda w: board.RenameTheme(session_id=w.session_id, theme_id=w.named(TRUST), title="Other"),
            None,
        ),
        (
            "place_notes",
            lambda w: board.PlaceNotes(session_id=w.session_id, theme_id=w.named(TIME), note_ids=(w.note,)),
            None,
        ),
        (
            "unplace_notes",
            lambda w: board.UnplaceNotes(
                session_id=w.session_id, theme_id=w.named(TRUST), note_ids=(w.note,)
            ),
            None,
        ),
        (
            "split_theme",
            lambda w: board.SplitTheme(
                session_id=w.session_id,
                theme_id=w.named(TRUST),
                new_theme_id=new_key(),
                title="S",
                note_ids=(w.note,),
            ),
            None,
        ),
        (
            "merge_themes",
            lambda w: board.MergeThemes(
                session_id=w.session_id, theme_id=w.named(TRUST), into_theme_id=w.named(TIME)
            ),
            None,
        ),
        (
            "take_theme_apart",
            lambda w: board.TakeThemeApart(session_id=w.session_id, theme_id=w.named(TRUST)),
            merged,
        ),
        ("remove_theme", lambda w: board.RemoveTheme(session_id=w.session_id, theme_id=w.named(TRUST)), None),
        (
            "restore_theme",
            lambda w: board.RestoreTheme(session_id=w.session_id, theme_id=w.named(TRUST)),
            removed,
        ),
        (
            "move_theme",
            lambda w: board.MoveTheme(session_id=w.session_id, theme_id=w.named(TRUST), position=9.5),
            None,
        ),
        ("undo_step", lambda w: board.UndoStep(session_id=w.session_id, step_id=w.named(STEP)), None),
    )
