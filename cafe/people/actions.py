"""Accounts, tickets and personal links."""

from __future__ import annotations

from collections.abc import Callable

import gevent
from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from sqlalchemy import bindparam, func, select, update
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.commands import new_key
from cafe.errors import BadInput, NotFound
from cafe.i18n import lazy
from cafe.people.commands import AddUser, ChoosePassword, Purpose, SignInByLink
from cafe.people.model import EndedSignIn, Link, Ticket, User
from cafe.people.rules import INVITATION_LASTS, hashed, new_secret
from cafe.perform import Result, action

# What happens when somebody has opened a personal link: the domains above take the person as having come.
on_entered: list[Callable[[Session, str], None]] = []
# Domains above tell whether an account opens more than an actor may see anyway.
opens_more: list[Callable[[Session, Actor, str], bool]] = []


_hasher = PasswordHasher()
# Checked when there is no such account, so that the time taken does not tell.
_NOBODYS = _hasher.hash(new_secret())


@action(AddUser)
def add_user(session: Session, _actor: Actor, command: AddUser, now: int) -> Result:
    """Make an account. Raises BadInput when the address has one."""
    if user_by_email(session, command.email) is not None:
        raise BadInput(lazy("There is already an account with this e-mail address."), field="email")
    session.add(
        User(
            id=command.new_user_id,
            email=command.email,
            name=command.display_name,
            password_hash=_hasher.hash(command.password) if command.password else None,
            created_at=now,
        )
    )
    return {"user_id": command.new_user_id}


def account_for(session: Session, actor: Actor, new: AddUser, now: int) -> User:
    """Give the account of an e-mail address; where there is none it is made, without a password."""
    user = user_by_email(session, new.email)
    if user is None:
        add_user(session, actor, new, now)
        user = session.get_one(User, new.new_user_id)
    return user


def invite(session: Session, actor: Actor, user: User, secret: str, now: int) -> bool:
    """Let somebody choose a password by a link, if they have none; tell whether they need one.

    Raises BadInput for an account that opens more than the one who invites may see: who holds the link could
    take the account.
    """
    if user.password_hash is not None:
        return False
    if not actor.is_server and any(opens(session, actor, user.id) for opens in opens_more):
        raise BadInput(
            lazy(
                "This person has been invited elsewhere and has not answered yet. "
                "Ask them to use that invitation, and invite them here afterwards."
            ),
            field="email",
        )
    issue_link(session, Purpose.INVITATION, user.id, now + INVITATION_LASTS, secret=secret)
    return True


@action(ChoosePassword)
def choose_password(session: Session, _actor: Actor, command: ChoosePassword, now: int) -> Result:
    """Set a password by an invitation, which is used up with all others, and sign out every other device."""
    user = session.get(User, use_link(session, Purpose.INVITATION, command.secret, now))
    if user is None:
        raise NotFound
    user.password_hash = _hasher.hash(command.password)
    user.generation += 1
    # Whoever still holds another invitation to this account must not be able to change the password.
    others = update(Link).where(Link.subject_id == user.id, Link.purpose == Purpose.INVITATION)
    session.execute(others.values(uses_left=0))
    return {"user_id": user.id}


@action(SignInByLink)
def sign_in_by_link(session: Session, _actor: Actor, command: SignInByLink, now: int) -> Result:
    """Use up a sign-in link and tell whose it is."""
    user = session.get(User, use_link(session, Purpose.SIGN_IN, command.secret, now))
    if user is None:
        raise NotFound
    return {"user_id": user.id}


def user_by_email(session: Session, email: str) -> User | None:
    """Give the account of an e-mail address, in any case."""
    return session.scalars(select(User).where(func.lower(User.email) == email.strip().lower())).first()


def checked_user(session: Session, email: str, password: str) -> User | None:
    """Give the account that an e-mail address and a password open, or None."""
    user = user_by_email(session, email)
    known = user.password_hash if user and user.password_hash else _NOBODYS
    # Takes a twentieth of a second of computing: beside the event loop, so that no phone waits for it.
    right = gevent.get_hub().threadpool.apply(_fits, (known, password))
    return user if right else None


def _fits(known: str, password: str) -> bool:
    try:
        return _hasher.verify(known, password)
    except VerificationError:  # caught here, or the thread would write a traceback for each mistyped password
        return False


def issue_ticket(session: Session, participant_id: str, *, ends_others: bool) -> str:
    """Give a participant a new ticket and return its secret; a new phone may end the old one's ticket."""
    if ends_others:
        session.execute(update(Ticket).where(Ticket.participant_id == participant_id).values(ended=True))
    secret = new_secret()
    session.add(Ticket(id=new_key(), participant_id=participant_id, secret_hash=hashed(secret)))
    return secret


def end_tickets(session: Session, secrets: list[str]) -> None:
    """End the tickets that a browser holds; the same place may go on on another one."""
    hashes = [hashed(secret) for secret in secrets]
    session.execute(update(Ticket).where(Ticket.secret_hash.in_(hashes)).values(ended=True))


# Asked for every command.
_TICKET = select(Ticket.participant_id).where(
    Ticket.secret_hash == bindparam("hash"), Ticket.ended.is_(False)
)


def participant_of_ticket(session: Session, secret: str) -> str | None:
    """Give the participant a ticket belongs to, or None when it does not hold."""
    participant_id: str | None = session.connection().execute(_TICKET, {"hash": hashed(secret)}).scalar()
    return participant_id


def end_sign_in(session: Session, identity: str | None, now: int) -> None:
    """End the sign-in that a browser's cookie holds, for good: a copy of it renews itself with each use."""
    if identity is not None:
        session.merge(EndedSignIn(id=identity.rpartition(".")[2], at=now))


def issue_link(
    session: Session,
    purpose: Purpose,
    subject_id: str,
    expires_at: int,
    uses: int = 1,
    secret: str | None = None,
) -> str:
    """Make a personal link and return its secret; who asks may have made the secret already."""
    secret = secret or new_secret()
    session.add(
        Link(
            id=new_key(),
            purpose=purpose,
            subject_id=subject_id,
            secret_hash=hashed(secret),
            expires_at=expires_at,
            uses_left=uses,
        )
    )
    return secret


def use_link(session: Session, purpose: Purpose, secret: str, now: int) -> str:
    """Use a link once and give what it opens. Raises NotFound when it is used up, too old or unknown."""
    link = session.scalars(
        select(Link).where(Link.secret_hash == hashed(secret), Link.purpose == purpose).with_for_update()
    ).first()
    if link is None or link.uses_left < 1 or link.expires_at < now:
        raise NotFound(lazy("This link has been used or is too old. Ask an organiser for a new one."))
    link.uses_left -= 1
    return link.subject_id
