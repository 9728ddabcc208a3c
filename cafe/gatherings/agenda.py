"""The agenda of a gathering: the programme, and what returns by itself from the work between the gatherings.

A domain that knows of something unfinished adds a function to `returns`. It is given the session, the
gathering's id and who reads, and gives the parts that this reader may see; an empty part is left out:

    from cafe.gatherings.agenda import Part, Point, returns

    def unfinished_measures(session, gathering_id, actor):
        return [Part(heading=lazy("Measures that go on"), place=10, points=(Point(title="…", whose="…"),))]

    returns.append(unfinished_measures)

Places: measures 10, help wanted 20, reports 30, assignments 40, commitments 50.

The agenda is read by everybody in the network: what is for one team only is given when `actor` is in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.i18n import Message


@dataclass(frozen=True, kw_only=True)
class Point:
    """Something that returns: what it is, whose it is, how it stands, and the page it is on."""

    title: str
    whose: str = ""
    stands: Message = ""
    address: str | None = None


@dataclass(frozen=True, kw_only=True)
class Part:
    """Points of one kind under a heading; `place` is where it stands among the others.

    `about` says in a sentence why these are here, or who sees them.
    """

    heading: Message
    place: int
    points: tuple[Point, ...] = field(default=())
    about: Message = ""


Returns = Callable[[Session, str, Actor], Iterable[Part]]
returns: list[Returns] = []


def what_returns(session: Session, gathering_id: str, actor: Actor) -> list[Part]:
    """Give what returns on the agenda of a gathering, as its reader may see it."""
    found = [part for each in returns for part in each(session, gathering_id, actor) if part.points]
    return sorted(found, key=lambda part: part.place)
