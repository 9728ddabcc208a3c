"""Publishing: after the commit, each room gets its own projection, in the order of the stream's numbers."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock
from time import monotonic
from typing import Any

import structlog
from sqlalchemy import select

from cafe.clock import now_ms
from cafe.db import db, writing
from cafe.errors import NotFound
from cafe.live.image import Image
from cafe.live.loading import changes_since, count_rows, load_image
from cafe.live.missed import Missed
from cafe.live.model import Stream
from cafe.live.names import audience_key, socket_room
from cafe.live.peers import peers
from cafe.live.stamp import AUDIENCE, Batch, RoomChange

Emit = Callable[[str, dict[str, Any], str], None]
IMAGES_KEPT = 40
# Rows of a stream, all rooms together; to read as many takes a quarter of a second.
LARGE = 5_000
TOLD_EVERY = 60  # seconds

log = structlog.get_logger()


class Failures:
    """Failures to publish: gone over, and told of once a minute for each stream."""

    def __init__(self) -> None:
        self._told: dict[str, float] = {}

    @contextmanager
    def gone_over(self, stream_id: str) -> Iterator[None]:
        """Go on after a failure: what is stored is stored, and must not be answered as if it were not.

        The image stays behind by its number, and `notice_other_writers` takes it up a moment later, four
        times a second: what fails for good must not fill the disk with its story.
        """
        try:
            yield
        except Exception:
            now = monotonic()
            if now - self._told.get(stream_id, -TOLD_EVERY) >= TOLD_EVERY:
                self._told[stream_id] = now
                log.exception("publishing failed; it is tried again", stream=stream_id)


@dataclass(kw_only=True)
class Publisher:
    """The streams open in this process, and the way to the sockets."""

    emit: Emit | None = None
    images: OrderedDict[str, Image] = field(default_factory=OrderedDict)
    opening: dict[str, Lock] = field(default_factory=dict)
    failures: Failures = field(default_factory=Failures)

    def publish(self, batches: Iterable[Batch]) -> None:
        """Send what one transaction changed; the caller still holds the write lock."""
        for batch in batches:
            image = self.images.get(batch.stream_id)
            if image is not None:
                with self.failures.gone_over(batch.stream_id):
                    if batch.seq != image.seq + 1:
                        self._read_missing(image)  # another process wrote in between
                    else:
                        self._deliver(image, batch)

    def image_of(self, stream_id: str) -> Image:
        """Give the image of a stream, read from the database when it is not open yet."""
        image = self.images.get(stream_id)
        if image is None:
            with self.opening.setdefault(stream_id, Lock()):
                image = self.images.get(stream_id) or self._open(stream_id)
        self.images.move_to_end(stream_id)
        return image

    def _open(self, stream_id: str) -> Image:
        """Read the image without holding anybody up; what was written meanwhile is read at the end."""
        while True:
            with db.sessionmaker() as session:
                image = load_image(session, stream_id)
            if image is None:
                raise NotFound
            with writing, db.sessionmaker() as session:
                stream = session.get(Stream, stream_id)
                if stream is None or stream.epoch != image.epoch:
                    continue
                for batch in changes_since(session, stream_id, image.seq):
                    image.apply(batch)
                self.images[stream_id] = image
            while len(self.images) > IMAGES_KEPT:
                self.images.popitem(last=False)
            return image

    def notice_other_writers(self) -> None:
        """Publish what other processes (the command line, jobs) have committed to the open streams."""
        if not self.images:
            return
        with writing:
            with db.sessionmaker() as session:
                query = select(Stream.id, Stream.seq, Stream.epoch).where(Stream.id.in_(list(self.images)))
                stored = {stream_id: (seq, epoch) for stream_id, seq, epoch in session.execute(query)}
            for image in list(self.images.values()):
                with self.failures.gone_over(image.stream_id):
                    self._notice(image, *stored.get(image.stream_id, (0, "")))

    def _notice(self, image: Image, seq: int, epoch: str) -> None:
        if epoch != image.epoch:
            self._start_over(image.stream_id, "")
            del self.images[image.stream_id]
        elif seq > image.seq:
            self._read_missing(image)

    def since(self, stream_id: str, rooms: Iterable[str], seen: int | None, audience: str | None) -> Missed:
        """Give a client what it has not seen, or everything when its number is of another audience."""
        image = self.image_of(stream_id)
        names = sorted(rooms)
        current = audience_key(image.epoch, names)
        reset = seen is None or audience != current or not 0 <= seen <= image.seq
        parts = {name: image.room(name).since(None if reset else seen) for name in names}
        return Missed(
            audience=current,
            reset=reset,
            seq=image.seq,
            now=now_ms(),
            parts={name: part for name, part in parts.items() if part.packed or part.gone},
        )

    def is_large(self, stream_id: str) -> bool:
        """Tell whether to open a stream would take longer than a page may wait for it."""
        if stream_id in self.images:
            return False
        with db.sessionmaker() as session:
            return count_rows(session, stream_id) > LARGE

    def seq_of(self, stream_id: str | None) -> int:
        """Give the number up to which an open stream has been published; 0 for one that is not open."""
        image = self.images.get(stream_id) if stream_id else None
        return image.seq if image else 0

    def _read_missing(self, image: Image) -> None:
        with db.sessionmaker() as session:
            for batch in changes_since(session, image.stream_id, image.seq):
                self._deliver(image, batch)

    def _deliver(self, image: Image, batch: Batch) -> None:
        now = now_ms()
        for name, change in batch.rooms.items():
            self._send_rows(image, batch, name, change, now)
        told = image.seq
        image.apply(batch)
        try:
            for name, change in batch.rooms.items():
                if any(gone["type"] == AUDIENCE for gone in change.gone):
                    self._start_over(batch.stream_id, name)
        except Exception:
            image.seq = told  # so that it is done again
            raise

    def _start_over(self, stream_id: str, room: str) -> None:
        """Tell the people in a room that they may see something else from now on, and let them join anew."""
        self._send("audience", stream_id, room, {"stream": stream_id})
        peers.evict(socket_room(stream_id, room))

    def _send_rows(self, image: Image, batch: Batch, room: str, change: RoomChange, now: int) -> None:
        message = {
            "stream": batch.stream_id,
            "after": image.room(room).last,
            "seq": batch.seq,
            "now": now,
            "rooms": {room: change.as_json()},
        }
        self._send("rows", batch.stream_id, room, message)

    def _send(self, event: str, stream_id: str, room: str, message: dict[str, Any]) -> None:
        if self.emit is not None:
            self.emit(event, message, socket_room(stream_id, room))


publisher = Publisher()
