"""What happens when something is asked of the harvest."""

from cafe.harvest.actions import (
    ballots,
    board,
    conclusions,
    hosts,
    next_steps,
    publication,
    report,
    suggestions,
    texts,
    themes,
    undoing,
    voting,
)

__all__ = [
    "ballots",
    "board",
    "conclusions",
    "hosts",
    "next_steps",
    "publication",
    "report",
    "suggestions",
    "texts",
    "themes",
    "undoing",
    "voting",
]
