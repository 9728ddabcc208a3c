"""The words of letters."""

from __future__ import annotations

from dataclasses import dataclass

from flask import render_template
from flask_babel import force_locale, gettext

from cafe.days import said_days
from cafe.people.model import User
from cafe.reminding.addresses import address_of
from cafe.reminding.days import Day, Digest
from cafe.reminding.stopping import stop_link


@dataclass(frozen=True, kw_only=True)
class Written:
    """A letter in words."""

    subject: str
    text: str


def said(day: Day) -> str:
    """Say when something is, as people say it."""
    return said_days(day.on.isoformat(), day.until.isoformat() if day.until else None)


def digest_letter(user: User, digest: Digest, language: str) -> Written:
    """Write somebody's weekly letter."""
    with force_locale(language):
        text = render_template(
            "letters/digest.txt",
            name=user.name,
            digest=digest,
            said=said,
            address_of=address_of,
            stop_link=stop_link(user.id),
        )
        return _written(gettext("Your week in the learning network"), text)


def reminder_letter(user: User, about: str, names: dict[str, str], link: str, language: str) -> Written:
    """Write an organiser's reminder to somebody of a team; `names` are those of the team and the network."""
    with force_locale(language):
        text = render_template(
            "letters/reminder.txt",
            name=user.name,
            about=about,
            link=link,
            stop_link=stop_link(user.id),
            **names,
        )
        return _written(gettext("A friendly reminder to %(team)s", team=names["team"]), text)


def _written(subject: str, text: str) -> Written:
    # One line, whatever the names in it hold.
    return Written(subject=" ".join(subject.split())[:200], text=text.strip() + "\n")
