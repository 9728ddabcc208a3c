"""What a simulation measures: answers, their times, and what never got one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(kw_only=True)
class Measure:
    """The counts of one simulation. Times in milliseconds."""

    connected: int = 0
    joins_failed: int = 0
    reconnects: int = 0
    sent: Counter[str] = field(default_factory=Counter)
    acknowledged: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    times: list[float] = field(default_factory=list)

    @property
    def lost(self) -> int:
        """Tell how many commands got no answer at all, or were refused for what we sent."""
        return self.sent.total() - self.acknowledged.total() - self.late

    @property
    def late(self) -> int:
        """Tell how many commands came after their moment, as people's sometimes do."""
        return sum(count for code, count in self.refused.items() if code in {"too_late", "signed_out"})

    def percentile(self, share: float) -> float | None:
        """Give the time within which this share of the answers came."""
        if not self.times:
            return None
        return round(sorted(self.times)[min(len(self.times) - 1, int(len(self.times) * share))], 1)

    def line(self) -> str:
        """Say in one line how it goes."""
        return (
            f"{self.connected} connected · {self.acknowledged['add_note']} notes and "
            f"{self.acknowledged['send_idea']} ideas stored · answers p50 {self.percentile(0.5)} ms, "
            f"p95 {self.percentile(0.95)} ms"
        )
