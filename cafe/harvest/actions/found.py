"""Finding the themes that a command is about."""

from __future__ import annotations

from sqlalchemy.orm import Session

from cafe.errors import NotFound, TooLate
from cafe.harvest.model import Theme
from cafe.i18n import lazy


def theme_of(session: Session, session_id: str, theme_id: str) -> Theme:
    """Give a theme of the session. Raises NotFound."""
    theme = session.get(Theme, theme_id)
    if theme is None or theme.session_id != session_id:
        raise NotFound
    return theme


def standing_theme(session: Session, session_id: str, theme_id: str) -> Theme:
    """Give a theme that is on the board. Raises TooLate where it was merged or removed meanwhile."""
    theme = theme_of(session, session_id, theme_id)
    if theme.removed:
        raise TooLate(lazy("This theme has been taken off the board. Put it back first."))
    if theme.merged_into is not None:
        raise TooLate(lazy("This theme is part of another one now. Take it apart first."))
    return theme
