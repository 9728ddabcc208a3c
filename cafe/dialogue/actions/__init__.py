"""What happens when something is asked of a café session."""

from cafe.dialogue.actions import (
    chairs,
    door,
    guests,
    hosting,
    notes,
    people,
    rounds,
    seating,
    session,
    summaries,
    wishes,
)

__all__ = [
    "chairs",
    "door",
    "guests",
    "hosting",
    "notes",
    "people",
    "rounds",
    "seating",
    "session",
    "summaries",
    "wishes",
]
