"""What the server does by itself: rounds go on, ideas are shuffled, hosts' presence is noted."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import structlog
from sqlalchemy import select

from cafe.actor import SERVER
from cafe.clock import now_ms
from cafe.db import db
from cafe.dialogue.actions.choosing import chairs_have_changed
from cafe.dialogue.actions.found import clockwork
from cafe.dialogue.commands.choosing import CountChairs
from cafe.dialogue.commands.rounds import Advance
from cafe.dialogue.commands.session import Mode
from cafe.dialogue.commands.table import MarkPresence, ReleaseIdeas
from cafe.dialogue.model import CafeSession, HostPresence, PendingIdea
from cafe.dialogue.rooms import WALL
from cafe.dialogue.rules import TIMED, Phase, is_deserted, is_due, may_be_unseen
from cafe.errors import SafeError
from cafe.live.peers import Place, peers
from cafe.perform import perform, perform_within
from cafe.together import together

log = structlog.get_logger()
Sleep = Callable[[float], None]
Spawn = Callable[..., Any]
# A phone that changes networks is back within this; organisers are not told of it.
GONE_AFTER = 4.0
# Ideas are handed over in batches of at least this many, or after about this many seconds.
BATCH = 5
WAIT = (40, 80)


class Watch:
    """When somebody was last connected to a session, as far as this process knows.

    A wall is nobody, but where one is on people may be talking without any other device.
    """

    def __init__(self) -> None:
        self._begun = now_ms()
        self._left: dict[str, int] = {}

    def left(self, place: Place) -> None:
        """Note that a device has gone."""
        if WALL not in place.rooms:
            self._left[place.stream_id] = now_ms()

    def last_seen(self, stream_id: str) -> int:
        """Tell when somebody was last connected, at the earliest when this process began."""
        if any(p.stream_id == stream_id and WALL not in p.rooms for p in peers.places.values()):
            return now_ms()
        return self._left.get(stream_id, self._begun)

    def is_deserted(self, cafe: CafeSession, now: int) -> bool:
        """Tell whether everybody has gone home."""
        has_wall = any(p.stream_id == cafe.id and WALL in p.rooms for p in peers.places.values())
        unseen = may_be_unseen(clockwork(cafe), cafe.counting_since, now) if has_wall else 0
        return is_deserted(self.last_seen(cafe.id), now, unseen=unseen)


def turn_due_rounds(watch: Watch) -> int:
    """Take every step that is due; tell how many. Two servers that do so at once take it once."""
    now = now_ms()
    with db.sessionmaker() as session:
        timed = session.scalars(select(CafeSession).where(CafeSession.phase.in_(TIMED))).all()
        due = [cafe for cafe in timed if is_due(clockwork(cafe), now) and not watch.is_deserted(cafe, now)]
        steps = [(cafe.id, cafe.step) for cafe in due]
    for session_id, step in steps:
        perform(SERVER, Advance(session_id=session_id, from_step=step))
    return len(steps)


def count_chairs() -> None:
    """Tell of free chairs where tables are chosen, once for all who have chosen since the last look."""
    with db.sessionmaker() as session:
        choosing = select(CafeSession).where(
            CafeSession.mode == Mode.FREE_CHOICE, CafeSession.phase.in_((Phase.CHECK_IN, *TIMED))
        )
        due = [cafe.id for cafe in session.scalars(choosing) if chairs_have_changed(session, cafe, now_ms())]
    for session_id in due:
        perform(SERVER, CountChairs(session_id=session_id))


def shuffle_ideas(now: float, waiting_since: dict[str, float]) -> None:
    """Hand over the anonymous ideas of sessions where enough wait, or have waited long enough."""
    with db.sessionmaker() as session:
        pending = list(session.scalars(select(PendingIdea.session_id)))
    for session_id in set(pending):
        until = waiting_since.setdefault(session_id, now + random.uniform(*WAIT))  # noqa: S311 - no secret
        if pending.count(session_id) >= BATCH or now >= until:
            waiting_since.pop(session_id, None)
            perform(SERVER, ReleaseIdeas(session_id=session_id))


def forget_presence() -> None:
    """After a start nobody is connected yet, whatever the last process wrote."""
    with db.sessionmaker() as session:
        query = select(HostPresence).where(HostPresence.connected.is_(True))
        stale = [(row.session_id, row.id) for row in session.scalars(query)]
    for session_id, attendee_id in stale:
        perform(SERVER, MarkPresence(session_id=session_id, attendee_id=attendee_id, connected=False))


def watch_presence(in_app: Callable[..., Any], spawn: Spawn, sleep: Sleep, watch: Watch) -> None:
    """Note when devices go, and when hosts' come and go; a short break is no going."""

    def mark(place: Place, *, connected: bool) -> None:
        if place.person is None or peers.is_present(place.stream_id, place.person) is not connected:
            return
        in_app(_mark, place.stream_id, place.person, connected)

    def joined(place: Place) -> None:
        if place.presents:
            spawn(mark, place, connected=True)

    def left(place: Place) -> None:
        watch.left(place)
        if place.presents:
            spawn(later, place)

    def later(place: Place) -> None:
        sleep(GONE_AFTER)
        mark(place, connected=False)

    peers.on_joined[:] = [joined]
    peers.on_left[:] = [left]


def _mark(session_id: str, attendee_id: str, connected: bool) -> None:  # noqa: FBT001
    command = MarkPresence(session_id=session_id, attendee_id=attendee_id, connected=connected)
    try:
        # All hosts of a hall come back in the same seconds.
        together(lambda session: perform_within(session, SERVER, command))
    except SafeError as error:
        log.info("presence not noted", code=error.code)
