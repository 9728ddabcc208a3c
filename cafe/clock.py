"""The server's time: milliseconds since 1970, UTC."""

from __future__ import annotations

import time

SECOND = 1_000
MINUTE = 60 * SECOND


def now_ms() -> int:
    """Tell the server's time in milliseconds since 1970, UTC."""
    return time.time_ns() // 1_000_000
