"""What organisers may say about where people should sit, and a guest about company."""

from __future__ import annotations

from enum import StrEnum

from cafe.commands import Command, Key, command
from cafe.dialogue.commands.session import RoundNumber


class WishKind(StrEnum):
    """What a wish about somebody's seat says."""

    MUST_VISIT = "must_visit"
    APART = "apart"
    TOGETHER = "together"
    ACCESSIBLE = "accessible"
    STAYS = "stays"
    COMPANY = "company"


ABOUT_A_TOPIC = frozenset({WishKind.MUST_VISIT})
ABOUT_TWO = frozenset({WishKind.APART, WishKind.TOGETHER})


@command
class AddWish(Command):
    """Say what the seating should heed about somebody; the same wish said again changes nothing.

    `must_visit` names a topic, `apart` and `together` another person, the others nothing more.
    """

    name = "add_wish"
    session_id: Key
    kind: WishKind
    attendee_id: Key
    other_id: Key | None = None
    topic_id: Key | None = None


@command
class RemoveWish(Command):
    """Take a wish back."""

    name = "remove_wish"
    session_id: Key
    wish_id: Key


@command
class SitOutFor(Command):
    """Let somebody sit out a round, or join it again, as they have told an organiser."""

    name = "sit_out_for"
    session_id: Key
    attendee_id: Key
    round: RoundNumber
    out: bool


@command
class PinSeat(Command):
    """Keep somebody's seat in a round through all later plans, or let it be planned like any other."""

    name = "pin_seat"
    session_id: Key
    attendee_id: Key
    round: RoundNumber
    pinned: bool


@command
class AskForCompany(Command):
    """Ask for somebody of the same background at one's table, or take it back; seen by organisers only."""

    name = "ask_for_company"
    session_id: Key
    wanted: bool
