"""Who is connected: which socket stands in which rooms, entered only by the server, from verified data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from cafe.live.names import socket_room

Move = Callable[[str, str], None]


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a socket stands. `person` names whose device it is, to the domain that let it in."""

    stream_id: str
    rooms: tuple[str, ...]
    person: str | None
    presents: bool = False


Noticed = Callable[[Place], None]


@dataclass(kw_only=True)
class Peers:
    """The sockets of this process."""

    enter: Move = lambda sid, room: None
    leave: Move = lambda sid, room: None
    close: Callable[[str], None] = lambda sid: None
    places: dict[str, Place] = field(default_factory=dict)
    in_room: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    owners: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    owned_by: dict[str, tuple[str, ...]] = field(default_factory=dict)
    on_joined: list[Noticed] = field(default_factory=list)
    on_left: list[Noticed] = field(default_factory=list)

    def connected(self, sid: str, owners: Iterable[str]) -> None:
        """Remember whose socket this is, so that signing out can close it."""
        self.owned_by[sid] = tuple(owners)
        for owner in self.owned_by[sid]:
            self.owners[owner].add(sid)

    def join(self, sid: str, place: Place) -> None:
        """Put a socket into the rooms of one audience, out of any it stood in before."""
        before = self.places.get(sid)
        self._step_out(sid)
        self.places[sid] = place
        for room in ("", *place.rooms):
            name = socket_room(place.stream_id, room)
            self.in_room[name].add(sid)
            self.enter(sid, name)
        if before != place:
            for noticed in self.on_joined:
                noticed(place)

    def evict(self, room: str) -> None:
        """Take every socket in a room out of all its rooms; each may join again by its rights of today."""
        for sid in list(self.in_room.get(room, ())):
            self._step_out(sid)

    def disconnected(self, sid: str) -> None:
        """Forget a socket."""
        for owner in self.owned_by.pop(sid, ()):
            self.owners[owner].discard(sid)
            if not self.owners[owner]:
                del self.owners[owner]
        place = self._step_out(sid, leaving=False)
        if place is not None:
            for noticed in self.on_left:
                noticed(place)

    def close_all_of(self, owner: str) -> None:
        """Close every socket of a ticket or an account that has ended."""
        for sid in list(self.owners.pop(owner, ())):
            self.close(sid)

    def is_present(self, stream_id: str, person: str) -> bool:
        """Tell whether some device of a person stands where its presence is shown."""
        return any(
            place.presents and place.stream_id == stream_id and place.person == person
            for place in self.places.values()
        )

    def _step_out(self, sid: str, *, leaving: bool = True) -> Place | None:
        place = self.places.pop(sid, None)
        if place is None:
            return None
        for room in ("", *place.rooms):
            name = socket_room(place.stream_id, room)
            self.in_room[name].discard(sid)
            if not self.in_room[name]:
                del self.in_room[name]
            if leaving:
                self.leave(sid, name)
        return place


peers = Peers()
