"""What happens to letters: they wait, are taken, and are sent or tried again."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.commands import new_key
from cafe.errors import NotFound
from cafe.mail.commands import Fate, MarkLetter, TakeLetters
from cafe.mail.model import Letter, MailChoice
from cafe.mail.rules import MOST_TRIES, SENDING_TAKES, next_try
from cafe.perform import Result, action

DIGEST, REMINDER = "digest", "reminder"


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A letter for the outbox: to whom, of what kind, and the key by which it is put in once."""

    user_id: str
    kind: str
    key: str
    subject: str
    text: str


def put_letter(session: Session, draft: Draft, now: int) -> bool:
    """Put a letter into the outbox unless one with its key has been; tell whether it was put."""
    if session.scalars(select(Letter.id).where(Letter.key == draft.key)).first() is not None:
        return False
    session.add(Letter(id=new_key(), due_at=now, written_at=now, **asdict(draft)))
    return True


@action(TakeLetters)
def take_letters(session: Session, _actor: Actor, command: TakeLetters, now: int) -> Result:
    """Take letters that are due; who has stopped them meanwhile gets none."""
    due = select(Letter).where(Letter.state == "waiting", Letter.due_at <= now)
    found = session.scalars(due.order_by(Letter.due_at).limit(command.most).with_for_update(skip_locked=True))
    taken = []
    for letter in found:
        choice = session.get(MailChoice, letter.user_id)
        if choice is not None and not choice.digest:
            _end(letter, "dropped")
            continue
        if letter.tries >= MOST_TRIES:  # whoever took it never said what came of it
            _end(letter, "failed")
            continue
        letter.tries += 1
        letter.due_at = now + SENDING_TAKES
        taken.append(letter.id)
    return {"letter_ids": taken}


@action(MarkLetter)
def mark_letter(session: Session, _actor: Actor, command: MarkLetter, now: int) -> Result:
    """Say what came of a letter. What it said is forgotten once it needs not be sent any more."""
    letter = session.get(Letter, command.letter_id)
    if letter is None:
        raise NotFound
    if command.fate is Fate.SENT:
        letter.sent_at = now
        _end(letter, "sent")
    elif command.fate is Fate.REFUSED or letter.tries >= MOST_TRIES:
        _end(letter, "failed")
    else:
        letter.due_at = now + next_try(letter.tries)
    return {}


def drop_letters(session: Session, user_id: str) -> None:
    """Send nothing of what waits for somebody: what it tells may not be theirs to know any more."""
    waiting = select(Letter).where(Letter.user_id == user_id, Letter.state == "waiting")
    for letter in session.scalars(waiting):
        _end(letter, "dropped")


def _end(letter: Letter, state: str) -> None:
    letter.state, letter.text, letter.subject = state, "", ""
