"""What may be asked of reminders and calendars."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

from cafe.commands import Command, Key, command

Secret = Annotated[str, StringConstraints(min_length=20, max_length=100)]


class Language(StrEnum):
    """The language letters are in."""

    BOKMAL = "nb"
    NYNORSK = "nn"
    SWEDISH = "sv"
    ENGLISH = "en"


class About(StrEnum):
    """What a team is reminded of."""

    PLAN = "plan"
    REPORT = "report"
    ASSIGNMENTS = "assignments"
    MEASURES = "measures"


@command
class ChooseLetters(Command):
    """Say whether one wants the weekly letter, and in which language."""

    name = "choose_letters"
    digest: bool
    language: Language


@command
class StopLetters(Command):
    """Stop all letters to somebody; the view has checked the link that came with one of them."""

    name = "stop_letters"
    user_id: Key


@command
class MakeFeed(Command):
    """Make an address by which a calendar program fetches one's own days, or those of a team one is in."""

    name = "make_feed"
    feed_id: Key
    team_id: Key | None = None
    secret: Secret


@command
class RemoveFeed(Command):
    """End such an address."""

    name = "remove_feed"
    feed_id: Key


@command
class RemindTeam(Command):
    """Remind a team in a friendly letter, and on its page; at most once a week of the same."""

    name = "remind_team"
    network_id: Key
    team_id: Key
    about: About


@command
class WriteDigest(Command):
    """Write somebody's weekly letter, if it is time and there is something to say."""

    name = "write_digest"
    user_id: Key
