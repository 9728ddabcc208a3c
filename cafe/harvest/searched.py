"""What of a harvest can be found by words: conclusions, consolidated summaries, themes and bundles of notes.

Nobody counts the titles a theme has had: it is read anew whenever its row changes.
"""

from __future__ import annotations

from sqlalchemy import Select, select

from cafe.harvest.model import Bundle, Conclusion, Consolidated, Theme
from cafe.search.sources import searchable


@searchable("conclusion")
def conclusions(session_id: str) -> Select[str, int, str]:
    """Give the conclusions of a session, drafts too."""
    text = Conclusion.title + "\n" + Conclusion.text
    return select(Conclusion.id, Conclusion.version, text).where(
        Conclusion.session_id == session_id, Conclusion.removed.is_(False)
    )


@searchable("consolidated")
def consolidated(session_id: str) -> Select[str, int, str]:
    """Give the consolidated summaries of a session and its introduction."""
    return select(Consolidated.id, Consolidated.version, Consolidated.text).where(
        Consolidated.session_id == session_id
    )


@searchable("theme")
def themes(session_id: str) -> Select[str, int, str]:
    """Give the themes that stand on the board by themselves."""
    return select(Theme.id, Theme.seq, Theme.title).where(
        Theme.session_id == session_id, Theme.removed.is_(False), Theme.merged_into.is_(None)
    )


@searchable("bundle")
def bundles(session_id: str) -> Select[str, int, str]:
    """Give the texts that stand for several notes."""
    return select(Bundle.id, Bundle.version, Bundle.text).where(
        Bundle.session_id == session_id, Bundle.taken_apart.is_(False)
    )
