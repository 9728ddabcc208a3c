"""Suggested themes: what notes have in common, which say nearly the same, which say something else.

Nothing leaves the machine and nothing is learnt from elsewhere: only the notes themselves speak.
"""

from cafe.themes.model import Language, Note, Proposals, Same, Theme

__all__ = ["Language", "Note", "Proposals", "Same", "Theme"]
