"""What a live page starts with: who it is for and, where they are few, its rows."""

from __future__ import annotations

from typing import Any

from cafe.live.audience import Audience, Wish
from cafe.live.publish import publisher
from cafe.wire.bounds import MOST_WAITING

# Rows beyond this are left to the line, so that the page's HTML stays within its first 14 kB; a great many
# are fetched, and the page can begin with that at once.
FIRST_ROWS = 120


def start_of(wish: Wish, audience: Audience, writers: list[str]) -> dict[str, Any]:
    """Give the beginning of a page's data block; `writers` are those as whom the page writes."""
    start = {
        "stream": wish.stream_id,
        "as": wish.capacity,
        "table": wish.table_id,
        "person": audience.person,
        "writers": writers,
    }
    if publisher.is_large(wish.stream_id):  # after a restart: the page need not wait until they are read
        return {**start, "rows": None, "fetch": True}
    missed = publisher.since(wish.stream_id, audience.rooms, None, None)
    rows = missed.whole() if missed.count <= FIRST_ROWS else None
    return {**start, "rows": rows, "fetch": missed.size > MOST_WAITING}
