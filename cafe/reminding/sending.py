"""The work of the letters: writing what is due, sending what waits; each may be done again without harm."""

from __future__ import annotations

import smtplib
from email.message import EmailMessage

import structlog

from cafe.actor import SERVER
from cafe.clock import local, now_ms
from cafe.db import db
from cafe.mail.commands import Fate, MarkLetter, TakeLetters
from cafe.mail.model import Letter
from cafe.mail.post import Outgoing, Post, as_message, send
from cafe.mail.queries import choice_of, letters_by_id, letters_due
from cafe.people.model import User
from cafe.perform import perform
from cafe.reminding.commands import WriteDigest
from cafe.reminding.queries import digest_for, people_in_teams
from cafe.reminding.stopping import stop_link

log = structlog.get_logger()
Messages = list[tuple[str, EmailMessage]]
FATES = {True: Fate.SENT, False: Fate.REFUSED, None: Fate.NOT_YET}


def write_letters() -> int:
    """Write this week's letters; give how many there were.

    Who gets one is found out by reading; each is then written by itself, so that nobody's note waits for all.
    """
    with db.sessionmaker() as session:
        now = now_ms()
        people = [user.id for user in people_in_teams(session)]
        due = [user_id for user_id in people if digest_for(session, user_id, now) is not None]
    return sum(perform(SERVER, WriteDigest(user_id=user_id)).result["written"] for user_id in due)


def send_letters(post: Post) -> dict[str, Fate]:
    """Send what waits, and keep what came of each."""
    with db.sessionmaker() as session:
        if not letters_due(session, now_ms()):
            return {}
    letter_ids = perform(SERVER, TakeLetters()).result["letter_ids"]
    messages, fates = _messages(letter_ids, post)
    try:
        outcome = send(messages, post) if messages else {}
    except (OSError, smtplib.SMTPException) as error:
        log.warning(
            "the mail server takes no letters", error_type=type(error).__name__, letters=len(messages)
        )
        outcome = {}
    fates |= {letter_id: FATES[outcome.get(letter_id)] for letter_id, _ in messages}
    for letter_id, fate in fates.items():
        perform(SERVER, MarkLetter(letter_id=letter_id, fate=fate))
    return fates


def _messages(letter_ids: list[str], post: Post) -> tuple[Messages, dict[str, Fate]]:
    """Give the letters as they leave, and the fate of those to an address that no mail can go to."""
    messages: Messages = []
    fates: dict[str, Fate] = {}
    now = local(now_ms())
    with db.sessionmaker() as session:
        for letter, user in letters_by_id(session, letter_ids):
            outgoing = _outgoing(letter, user, choice_of(session, user.id).language)
            try:
                messages.append((letter.id, as_message(outgoing, post, now)))
            except Exception as error:  # noqa: BLE001 - the library fails in many ways; others get their letters
                log.warning("a letter cannot be addressed", error_type=type(error).__name__)
                fates[letter.id] = Fate.REFUSED
    return messages, fates


def _outgoing(letter: Letter, user: User, language: str) -> Outgoing:
    return Outgoing(
        id=letter.id,
        to_name=user.name,
        to_address=user.email,
        subject=letter.subject,
        text=letter.text,
        stop_link=stop_link(user.id),
        language=language,
    )
