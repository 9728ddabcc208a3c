"""What may be asked of the harvest."""

from cafe.harvest.commands import (
    board,
    conclusions,
    hosts,
    publication,
    report,
    suggestions,
    texts,
    voting,
)

__all__ = [
    "board",
    "conclusions",
    "hosts",
    "publication",
    "report",
    "suggestions",
    "texts",
    "voting",
]
