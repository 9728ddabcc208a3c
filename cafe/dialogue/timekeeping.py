"""A machine's clock that is set while rounds run: they go on by the time they began with."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

import structlog
from sqlalchemy import select

from cafe.clock import SECOND, Clock
from cafe.db import db
from cafe.dialogue.actions.found import clockwork
from cafe.dialogue.model import CafeSession
from cafe.dialogue.rules import TIMED, counts_down

log = structlog.get_logger()
# Named anew at each start of the machine, and with it the steady clock begins anew.
BOOT = Path("/proc/sys/kernel/random/boot_id")
FILE = "clock.json"
# A time server's gentle corrections are no setting of the clock.
NOTICED = SECOND


class Timekeeper:
    """Keeps a server's clock steady while anything counts down, and right when nothing does.

    The file that takes this over a restart of the server lies beside the database, not in it: what it holds
    is true on this machine only, and only until the machine is started anew.
    """

    def __init__(self, clock: Clock, folder: Path, boot: Path = BOOT) -> None:
        self._clock = clock
        self._file = folder / FILE
        self._boot = boot.read_text().strip() if boot.exists() else None
        self._ahead = clock.count_steadily(self._remembered())

    def look(self) -> None:
        """Notice that the machine's clock was set; follow it once nothing counts down by the old time."""
        gap = self._clock.gap()
        if abs(gap) < NOTICED:
            return
        if not self._anything_counts_down():
            self._ahead = self._clock.count_steadily()
            self._file.unlink(missing_ok=True)
            log.warning("the machine's clock was set; the café follows it", by_seconds=gap // SECOND)
        elif not self._file.exists() and self._boot is not None:
            self._file.write_text(json.dumps({"boot": self._boot, "ahead": self._ahead}))
            log.warning("the machine's clock was set; rounds go on by the old time", by_seconds=gap // SECOND)

    def _remembered(self) -> int | None:
        with suppress(OSError, ValueError, KeyError, TypeError):
            kept = json.loads(self._file.read_text())
            if self._boot is not None and kept["boot"] == self._boot:
                return int(kept["ahead"])
        return None

    def _anything_counts_down(self) -> bool:
        now = self._clock.now()
        with db.sessionmaker() as session:
            timed = session.scalars(select(CafeSession).where(CafeSession.phase.in_(TIMED)))
            return any(counts_down(clockwork(cafe), now) for cafe in timed)
