"""What happens when something is asked of a café session."""

from cafe.dialogue.actions import (
    by_hand,
    chairs,
    door,
    guests,
    hosting,
    notes,
    people,
    proposals,
    rounds,
    seating,
    session,
    summaries,
    wishes,
)

__all__ = [
    "by_hand",
    "chairs",
    "door",
    "guests",
    "hosting",
    "notes",
    "people",
    "proposals",
    "rounds",
    "seating",
    "session",
    "summaries",
    "wishes",
]
