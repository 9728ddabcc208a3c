"""What happens when something is asked of a theme as a whole."""

from __future__ import annotations

from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.dialogue.actions.found import cafe_of
from cafe.errors import BadInput, TooLate
from cafe.harvest.actions.found import standing_theme, theme_of
from cafe.harvest.actions.steps import Changes, write_step
from cafe.harvest.board import goes_round
from cafe.harvest.commands.board import (
    MergeThemes,
    MoveTheme,
    RemoveTheme,
    RenameTheme,
    RestoreTheme,
    TakeThemeApart,
)
from cafe.harvest.queries.themes import facts_of_themes
from cafe.i18n import lazy
from cafe.perform import Result, action


@action(RenameTheme)
def rename_theme(session: Session, actor: Actor, command: RenameTheme, now: int) -> Result:
    """Give a theme another title."""
    cafe_of(session, command.session_id)
    theme = theme_of(session, command.session_id, command.theme_id)
    changes = Changes(session, command.session_id)
    details = {"theme": command.title, "was": theme.title}
    changes.change(theme, title=command.title)
    write_step(changes, actor, command.id, now, "rename", details)
    return {}


@action(MergeThemes)
def merge_themes(session: Session, actor: Actor, command: MergeThemes, now: int) -> Result:
    """Let a theme be part of another; what is under it stays its own."""
    cafe_of(session, command.session_id)
    theme = standing_theme(session, command.session_id, command.theme_id)
    into = standing_theme(session, command.session_id, command.into_theme_id)
    if goes_round(theme.id, into.id, facts_of_themes(session, command.session_id)):
        raise BadInput(lazy("These two are one theme already."), field="into_theme_id")
    changes = Changes(session, command.session_id)
    changes.change(theme, merged_into=into.id)
    write_step(changes, actor, command.id, now, "merge", {"theme": theme.title, "into": into.title})
    return {}


@action(TakeThemeApart)
def take_theme_apart(session: Session, actor: Actor, command: TakeThemeApart, now: int) -> Result:
    """Let a merged theme stand for itself again."""
    cafe_of(session, command.session_id)
    theme = theme_of(session, command.session_id, command.theme_id)
    changes = Changes(session, command.session_id)
    changes.change(theme, merged_into=None)
    write_step(changes, actor, command.id, now, "apart", {"theme": theme.title})
    return {}


@action(RemoveTheme)
def remove_theme(session: Session, actor: Actor, command: RemoveTheme, now: int) -> Result:
    """Take a theme off the board, with what was merged into it."""
    cafe_of(session, command.session_id)
    theme = theme_of(session, command.session_id, command.theme_id)
    if theme.merged_into is not None:
        raise TooLate(lazy("This theme is part of another one now. Take it apart first."))
    changes = Changes(session, command.session_id)
    changes.change(theme, removed=True)
    write_step(changes, actor, command.id, now, "remove", {"theme": theme.title})
    return {}


@action(RestoreTheme)
def restore_theme(session: Session, actor: Actor, command: RestoreTheme, now: int) -> Result:
    """Put a theme back on the board."""
    cafe_of(session, command.session_id)
    theme = theme_of(session, command.session_id, command.theme_id)
    changes = Changes(session, command.session_id)
    changes.change(theme, removed=False)
    write_step(changes, actor, command.id, now, "restore", {"theme": theme.title})
    return {}


@action(MoveTheme)
def move_theme(session: Session, actor: Actor, command: MoveTheme, now: int) -> Result:
    """Put a theme elsewhere in the order."""
    cafe_of(session, command.session_id)
    theme = theme_of(session, command.session_id, command.theme_id)
    changes = Changes(session, command.session_id)
    changes.change(theme, position=command.position)
    write_step(changes, actor, command.id, now, "order", {"theme": theme.title})
    return {}
