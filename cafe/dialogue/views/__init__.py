"""HTTP in: the live pages and the organisers' pages of a café session."""

from cafe.dialogue import hosts_from_list, wishes_from_list
from cafe.dialogue.views import (
    door,
    history,
    live,
    mixing,
    paper,
    prepare,
    prepare_lists,
    proposals,
    rows,
    seats,
    wishes,
)
from cafe.dialogue.views.blueprint import dialogue

__all__ = [
    "dialogue",
    "door",
    "history",
    "hosts_from_list",
    "live",
    "mixing",
    "paper",
    "prepare",
    "prepare_lists",
    "proposals",
    "rows",
    "seats",
    "wishes",
    "wishes_from_list",
]
