"""What the pages of gatherings show, as plain facts."""

from cafe.gatherings.facts.gathering import (
    GatheringFacts,
    GatheringRow,
    PersonRow,
    SessionRow,
    gathering_facts,
    gathering_row,
    gathering_rows,
    session_listers,
    still_to_come,
)

__all__ = [
    "GatheringFacts",
    "GatheringRow",
    "PersonRow",
    "SessionRow",
    "gathering_facts",
    "gathering_row",
    "gathering_rows",
    "session_listers",
    "still_to_come",
]
