"""What happens when something is asked of reminders and calendars."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import Actor, Role
from cafe.clock import local
from cafe.errors import BadInput, NotAllowed, NotFound, TooLate
from cafe.i18n import lazy
from cafe.mail.actions import DIGEST, REMINDER, Draft, put_letter
from cafe.mail.model import CalendarFeed, MailChoice
from cafe.mail.queries import choice_of, written_since
from cafe.mail.rules import week_of
from cafe.network.model import Network, Team
from cafe.network.queries.belonging import members_of, roles_towards_team
from cafe.people.model import User
from cafe.people.rules import DAY, hashed
from cafe.perform import Result, action
from cafe.reminding.addresses import whole_address
from cafe.reminding.commands import (
    ChooseLetters,
    MakeFeed,
    RemindTeam,
    RemoveFeed,
    StopLetters,
    WriteDigest,
)
from cafe.reminding.model import Reminder
from cafe.reminding.queries import digest_for
from cafe.reminding.words import Written, digest_letter, reminder_letter

MOST_FEEDS = 20
REMIND_AGAIN = 7 * DAY


@action(ChooseLetters)
def choose_letters(session: Session, actor: Actor, command: ChooseLetters, _now: int) -> Result:
    """Say whether one wants letters, and in which language."""
    choice = _own_choice(session, actor.user_id)
    choice.digest, choice.language = command.digest, command.language
    return {}


@action(StopLetters)
def stop_letters(session: Session, _actor: Actor, command: StopLetters, _now: int) -> Result:
    """Stop all letters to somebody."""
    _own_choice(session, command.user_id).digest = False
    return {}


def _own_choice(session: Session, user_id: str | None) -> MailChoice:
    if user_id is None or session.get(User, user_id) is None:
        raise NotFound
    choice = choice_of(session, user_id)
    session.add(choice)
    return choice


@action(MakeFeed)
def make_feed(session: Session, actor: Actor, command: MakeFeed, _now: int) -> Result:
    """Make a calendar of one's own or of a team one is in."""
    if actor.user_id is None or session.get(CalendarFeed, command.feed_id) is not None:
        raise BadInput(field="feed_id")
    team = session.get(Team, command.team_id) if command.team_id else None
    if team is not None and Role.TEAM not in roles_towards_team(session, actor, team):
        raise NotAllowed
    own = select(CalendarFeed.id).where(CalendarFeed.user_id == actor.user_id)
    if len(session.scalars(own).all()) >= MOST_FEEDS:
        raise TooLate(lazy("You have many calendar addresses already. End one you no longer use first."))
    feed = CalendarFeed(
        id=command.feed_id,
        user_id=actor.user_id,
        team_id=command.team_id,
        secret_hash=hashed(command.secret),
    )
    session.add(feed)
    return {"feed_id": feed.id}


@action(RemoveFeed)
def remove_feed(session: Session, actor: Actor, command: RemoveFeed, _now: int) -> Result:
    """End a calendar address of one's own. Raises NotFound for another's."""
    feed = session.get(CalendarFeed, command.feed_id)
    if feed is None or feed.user_id != actor.user_id:
        raise NotFound
    session.delete(feed)
    return {}


@action(RemindTeam)
def remind_team(session: Session, _actor: Actor, command: RemindTeam, now: int) -> Result:
    """Write to everyone in a team who wants letters. Raises TooLate where they have just been reminded."""
    team = session.get(Team, command.team_id)
    if team is None or team.network_id != command.network_id:
        raise NotFound
    before = select(Reminder.id).where(
        Reminder.team_id == team.id, Reminder.about == command.about, Reminder.at > now - REMIND_AGAIN
    )
    if session.scalars(before).first() is not None:
        raise TooLate(lazy("They have been reminded of this within the last week. Nothing more was sent."))
    session.add(Reminder(id=command.id, team_id=team.id, about=command.about, at=now))
    names = {"team": team.name, "network": session.get_one(Network, team.network_id).name}
    link = whole_address("overview.team", team_id=team.id)
    written = 0
    for member in members_of(session, team.id):
        choice = choice_of(session, member.user_id)
        just_written = written_since(session, member.user_id, now - REMIND_AGAIN)
        if choice.digest and member.user.password_hash is not None and not just_written:
            letter = reminder_letter(member.user, command.about, names, link, choice.language)
            key = f"{REMINDER}/{command.id}/{member.user_id}"
            written += _put(session, member.user_id, REMINDER, key, letter, now)
    return {"letters": written}


def _put(session: Session, user_id: str, kind: str, key: str, letter: Written, now: int) -> bool:
    draft = Draft(user_id=user_id, kind=kind, key=key, subject=letter.subject, text=letter.text)
    return put_letter(session, draft, now)


@action(WriteDigest)
def write_digest(session: Session, _actor: Actor, command: WriteDigest, now: int) -> Result:
    """Write somebody's letter of this week; nothing when it is not time or there is nothing to say."""
    user = session.get(User, command.user_id)
    if user is None:
        raise NotFound
    digest = digest_for(session, user.id, now)
    if digest is None:
        return {"written": False}
    choice = choice_of(session, user.id)
    letter = digest_letter(user, digest, choice.language)
    key = f"{DIGEST}/{week_of(local(now))}/{user.id}"
    choice.last_digest_at = now
    session.add(choice)
    return {"written": _put(session, user.id, DIGEST, key, letter, now)}
