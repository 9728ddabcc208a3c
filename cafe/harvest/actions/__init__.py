"""What happens when something is asked of the harvest."""

from cafe.harvest.actions import (
    board,
    conclusions,
    hosts,
    next_steps,
    publication,
    report,
    texts,
    themes,
    undoing,
)

__all__ = [
    "board",
    "conclusions",
    "hosts",
    "next_steps",
    "publication",
    "report",
    "texts",
    "themes",
    "undoing",
]
