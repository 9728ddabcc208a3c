"""HTTP in: the harvest, the published page, the exports."""

from cafe.harvest.views import (
    became,
    board,
    conclusions,
    export,
    hosts,
    pages,
    published,
    published_files,
    report,
    search,
    votes,
)
from cafe.harvest.views.blueprint import harvest

__all__ = [
    "became",
    "board",
    "conclusions",
    "export",
    "harvest",
    "hosts",
    "pages",
    "published",
    "published_files",
    "report",
    "search",
    "votes",
]
