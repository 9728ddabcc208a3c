"""A machine's clock that is set while rounds run: they go on by the time they began with."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import structlog
from sqlalchemy import func, select

from cafe.clock import SECOND, Clock
from cafe.db import db
from cafe.dialogue.actions.found import clockwork
from cafe.dialogue.model import CafeSession
from cafe.dialogue.rules import TIMED, counts_down
from cafe.perform import Answered

log = structlog.get_logger()
# Named anew at each start of the machine, and with it the steady clock begins anew.
BOOT = Path("/proc/sys/kernel/random/boot_id")
FILE = "clock.json"
# A time server's gentle corrections are no setting of the clock.
NOTICED = SECOND


class Timekeeper:
    """Keeps a server's clock steady while anything counts down, and right when nothing does.

    The file that takes this over a restart of the server lies beside the database, not in it: what it holds
    is true on this machine only, and only until the machine is started anew. Without a battery the machine's
    clock then begins too early, and a time server puts it right when the café is already open.
    """

    def __init__(self, clock: Clock, folder: Path, boot: Path = BOOT) -> None:
        self._clock = clock
        self._file = folder / FILE
        self._boot = boot.read_text().strip() if boot.exists() else None
        # The steps that were taken before the machine was started, while its clock is not trusted.
        self._earlier: dict[str, int] | None = None
        kept = self._remembered()
        self._kept: int | None = kept["ahead"] if kept else None
        self._ahead = clock.count_steadily(self._kept)
        if kept:
            self._earlier = kept["earlier"]
        elif self._boot is not None:
            self._begin_anew()

    def look(self) -> None:
        """Notice that the machine's clock was set; follow it once nothing counts down by the old time."""
        gap = self._clock.gap()
        if abs(gap) < NOTICED:
            return
        counting = self._counting(self._clock.now())
        if not counting or (gap > 0 and self._all_earlier(counting)):
            self._ahead = self._clock.count_steadily()
            self._earlier = None
            self._keep(None)
            log.warning("the machine's clock was set; the café follows it", by_seconds=gap // SECOND)
        elif self._kept is None and self._boot is not None:
            self._keep(self._ahead)
            log.warning("the machine's clock was set; rounds go on by the old time", by_seconds=gap // SECOND)

    def _begin_anew(self) -> None:
        """Count, after a start of the machine, from no earlier than the newest time that is stored."""
        behind = _newest() - self._clock.now()
        self._earlier = self._counting(self._clock.now() + max(0, behind))
        if behind > 0 and self._earlier:
            self._ahead = self._clock.count_steadily(self._ahead + behind)
            log.warning("the machine's clock is behind what is stored", by_seconds=behind // SECOND)
        self._keep(self._ahead if behind > 0 and self._earlier else None)

    def _all_earlier(self, counting: dict[str, int]) -> bool:
        """Tell whether all that counts down began by the right time, before the machine was started."""
        return self._earlier is not None and counting.items() <= self._earlier.items()

    def _keep(self, ahead: int | None) -> None:
        self._kept = ahead
        if self._boot is not None:
            kept = {"boot": self._boot, "ahead": ahead, "earlier": self._earlier}
            try:
                self._file.write_text(json.dumps(kept))
            except OSError as error:
                log.warning("the time cannot be kept over a restart", why=str(error))

    def _remembered(self) -> dict[str, Any] | None:
        with suppress(OSError, ValueError, KeyError, TypeError):
            kept = json.loads(self._file.read_text())
            if self._boot is not None and kept["boot"] == self._boot:
                ahead, earlier = kept["ahead"], kept.get("earlier")
                return {
                    "ahead": None if ahead is None else int(ahead),
                    "earlier": None if earlier is None else dict(earlier),
                }
        return None

    def _counting(self, now: int) -> dict[str, int]:
        """Give the steps of all sessions where somebody waits for the clock."""
        with db.sessionmaker() as session:
            timed = session.scalars(select(CafeSession).where(CafeSession.phase.in_(TIMED)))
            return {cafe.id: cafe.step for cafe in timed if counts_down(clockwork(cafe), now)}


def _newest() -> int:
    """Give the latest time that is stored: since then it is later."""
    with db.sessionmaker() as session:
        return session.scalar(select(func.max(Answered.at))) or 0
