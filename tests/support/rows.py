"""What a phone makes of the rows it is sent, in the fewest words."""

from __future__ import annotations

from typing import Any

State = dict[tuple[str, str, str], dict[str, Any]]
"""(room, type, id) -> the row as it is now."""


def take(state: State, message: dict[str, Any]) -> int:
    """Take up what a message changes; give the stream's number after it."""
    for room, change in message["rooms"].items():
        for gone in change["gone"]:
            state.pop((room, gone["type"], gone["id"]), None)
        for row in change["rows"]:
            state[room, row["type"], row["id"]] = row
    seq: int = message["seq"]
    return seq
