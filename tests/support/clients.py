"""Clients that hold rows the way a phone does, fed by the real publisher through rooms."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from flask import Flask

from cafe.actor import Actor
from cafe.db import db
from cafe.live.audience import Wish, audience_of
from cafe.live.image import Image
from cafe.live.loading import load_image
from cafe.live.names import socket_room
from cafe.live.publish import Publisher, publisher
from tests.support.rows import State, take


@dataclass
class Client:
    """One device: it joins, may lose its line, and comes back with the number it has seen."""

    app: Flask
    actor: Actor
    wish: Wish
    state: State = field(default_factory=dict)
    seen: int | None = None
    audience: str | None = None
    rooms: tuple[str, ...] = ()
    online: bool = False
    resets: int = 0

    def join(self) -> None:
        """Come in, or come back."""
        with self.app.app_context():
            with db.sessionmaker() as session:
                self.rooms = audience_of(session, self.actor, self.wish).rooms
            missed = publisher.since(self.wish.stream_id, self.rooms, self.seen, self.audience)
            answer = json.loads(missed.whole().text)
        if answer["reset"]:
            self.state.clear()
            self.resets += 1
        self.audience = answer["audience"]
        self._take(answer)
        self.online = True

    def leave(self) -> None:
        """Lose the line."""
        self.online = False

    def hear(self, event: str, message: dict[str, Any], room: str) -> None:
        """Get what is sent to a room, if one stands in it."""
        if not self.online or room not in {socket_room(self.wish.stream_id, r) for r in ("", *self.rooms)}:
            return
        if event == "audience":
            self.seen = None
            self.join()
            return
        assert self.seen is not None
        assert message["after"] <= self.seen, "a batch was missed"
        self._take(message)

    def _take(self, message: dict[str, Any]) -> None:
        self.seen = max(self.seen or 0, take(self.state, message))

    def fresh(self, images: dict[str, Image] | None = None) -> State:
        """Give what somebody would see who comes now, read from the database alone.

        `images` holds what has been read of a stream for others at the same moment.
        """
        read = {} if images is None else images
        with self.app.app_context(), db.sessionmaker() as session:
            rooms = audience_of(session, self.actor, self.wish).rooms
            if self.wish.stream_id not in read:
                loaded = load_image(session, self.wish.stream_id)
                assert loaded is not None
                read[self.wish.stream_id] = loaded
        image = read[self.wish.stream_id]
        return {
            (room, row["type"], row["id"]): row for room in rooms for row in image.room(room).since(None).rows
        }


def connect(publisher_: Publisher, clients: list[Client]) -> None:
    """Let what is published reach the clients, through JSON as on the wire."""
    from flask.json import dumps, loads

    def emit(event: str, message: dict[str, Any], room: str) -> None:
        for client in clients:
            client.hear(event, loads(dumps(message)), room)

    publisher_.emit = emit
