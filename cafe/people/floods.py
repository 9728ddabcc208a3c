"""Floods: a socket that sends too much in a second is told to slow down.

Counted here and not by `limits`, whose storage starts a thread after a count and looks through all keys in
it; for a thousand phones that cost a good part of answering them.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field

MOST = 100  # in a second; an outbox that catches up sends one at a time


@dataclass(kw_only=True)
class Floods:
    """What each socket has sent in its present second."""

    most: int = MOST
    _sent: dict[str, tuple[int, int]] = field(default_factory=dict)

    def is_one_too_many(self, sid: str, second: int | None = None) -> bool:
        """Count a message and tell whether it is beyond what a socket may send in a second."""
        second = int(time.monotonic()) if second is None else second
        counted, sent = self._sent.get(sid, (second, 0))
        sent = sent + 1 if counted == second else 1
        self._sent[sid] = (second, sent)
        return sent > self.most

    def forget(self, sid: str) -> None:
        """Forget a socket that has gone."""
        self._sent.pop(sid, None)
