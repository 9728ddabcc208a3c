"""A letter and a calendar in the world of the tests, and a sample of every command about them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from cafe.actor import SERVER
from cafe.commands import Command, new_key
from cafe.mail import commands as mail
from cafe.people.rules import new_secret
from cafe.reminding import commands as reminding

if TYPE_CHECKING:
    from tests.support.world import World

Sample = Callable[["World"], Command]
Arrange = Callable[["World"], None]
FEED, LETTER = "a-feed", "a-letter"


def _with_a_feed(world: World) -> None:
    world.hall.do(reminding.MakeFeed(feed_id=world.named(FEED), secret=new_secret()))


def _with_a_letter(world: World) -> None:
    from cafe.db import unit_of_work
    from cafe.mail.model import Letter

    letter = Letter(
        id=world.named(LETTER),
        key=LETTER,
        user_id=world.teams.member,
        kind="digest",
        subject="The week",
        text="What is due",
        written_at=0,
        due_at=0,
    )
    with world.app.app_context(), unit_of_work() as session:
        session.add(letter)


def _taken(world: World) -> None:
    _with_a_letter(world)
    world.hall.do(mail.TakeLetters(), SERVER)


def reminder_samples() -> tuple[tuple[str, Sample, Arrange | None], ...]:
    """Give, for every command about letters and calendars, a valid sample and what has to happen first."""
    return (
        (
            "choose_letters",
            lambda w: reminding.ChooseLetters(digest=False, language=reminding.Language.NYNORSK),
            None,
        ),
        ("stop_letters", lambda w: reminding.StopLetters(user_id=w.teams.member), None),
        ("make_feed", lambda w: reminding.MakeFeed(feed_id=new_key(), secret=new_secret()), None),
        ("remove_feed", lambda w: reminding.RemoveFeed(feed_id=w.named(FEED)), _with_a_feed),
        (
            "remind_team",
            lambda w: reminding.RemindTeam(
                network_id=w.teams.network, team_id=w.teams.team, about=reminding.About.PLAN
            ),
            None,
        ),
        ("write_digest", lambda w: reminding.WriteDigest(user_id=w.teams.member), None),
        ("take_letters", lambda w: mail.TakeLetters(), _with_a_letter),
        ("mark_letter", lambda w: mail.MarkLetter(letter_id=w.named(LETTER), fate=mail.Fate.SENT), _taken),
    )
