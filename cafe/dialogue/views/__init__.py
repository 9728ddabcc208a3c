"""HTTP in: the live pages and the organisers' pages of a café session."""

from cafe.dialogue.views import live, prepare
from cafe.dialogue.views.blueprint import dialogue

__all__ = ["dialogue", "live", "prepare"]
