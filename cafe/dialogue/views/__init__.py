"""HTTP in: the live pages and the organisers' pages of a café session."""

from cafe.dialogue.views import door, live, prepare
from cafe.dialogue.views.blueprint import dialogue

__all__ = ["dialogue", "door", "live", "prepare"]
