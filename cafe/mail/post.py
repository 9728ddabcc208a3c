"""How a letter leaves: by SMTP, as plain text."""

from __future__ import annotations

import smtplib
import ssl
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime
from urllib.parse import unquote, urlsplit

PATIENCE = 30  # seconds
FOR_GOOD = 5  # the first digit of refusals that will not change
SCHEMES = {"smtp": 25, "smtps": 465, "smtp+starttls": 587}


@dataclass(frozen=True, kw_only=True)
class Post:
    """Where letters are handed in, and as whom they are sent."""

    host: str
    port: int
    sender: str
    encryption: str  # the scheme of the address
    user: str | None = None
    password: str | None = None


def post_from(address: str, sender: str) -> Post:
    """Read `smtp+starttls://user:password@host:587`. Raises ValueError for an address that is none."""
    parts = urlsplit(address)
    if parts.scheme not in SCHEMES or not parts.hostname or not sender or parts.path.strip("/"):
        raise ValueError("an address of a mail server is smtp://, smtps:// or smtp+starttls:// and a host")
    return Post(
        host=parts.hostname,
        port=parts.port or SCHEMES[parts.scheme],
        sender=sender,
        encryption=parts.scheme,
        user=unquote(parts.username) if parts.username else None,
        password=unquote(parts.password) if parts.password else None,
    )


@dataclass(frozen=True, kw_only=True)
class Outgoing:
    """A letter as it leaves. `stop_link` ends letters of its kind with one request (RFC 8058)."""

    id: str
    to_name: str
    to_address: str
    subject: str
    text: str
    stop_link: str | None
    language: str


def as_message(letter: Outgoing, post: Post, now: datetime) -> EmailMessage:
    """Make the message; its id stays the same however often it is sent, so that mailboxes show it once.

    Raises ValueError for an address that no mail can go to.
    """
    message = EmailMessage()
    message["From"] = Address("Kafédialog", addr_spec=post.sender)
    message["To"] = Address(" ".join(letter.to_name.split()), addr_spec=letter.to_address)
    message["Subject"] = letter.subject
    message["Date"] = format_datetime(now)
    message["Message-ID"] = f"<{letter.id}@{post.sender.rpartition('@')[2]}>"
    message["Content-Language"] = letter.language
    message["Auto-Submitted"] = "auto-generated"  # so that nobody's absence notice answers us
    if letter.stop_link:
        message["List-Unsubscribe"] = f"<{letter.stop_link}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message.set_content(letter.text)
    return message


def send(letters: list[tuple[str, EmailMessage]], post: Post) -> dict[str, bool | None]:
    """Hand letters in over one connection; tell for each id whether it was taken.

    False is a refusal that will not change (there is no such mailbox), None something to try again; after a
    connection is lost the rest has no outcome. Raises OSError or smtplib.SMTPException when there is none.
    """
    outcome: dict[str, bool | None] = {}
    with _connected(post) as server:
        for letter_id, message in letters:
            try:
                server.send_message(message)
                outcome[letter_id] = True
            except smtplib.SMTPRecipientsRefused as error:
                codes = [code for code, _ in error.recipients.values()]
                outcome[letter_id] = False if all(code // 100 == FOR_GOOD for code in codes) else None
            except smtplib.SMTPNotSupportedError:  # an address with letters that the server cannot take
                outcome[letter_id] = False
            except smtplib.SMTPResponseException:
                outcome[letter_id] = None
            except (OSError, smtplib.SMTPServerDisconnected):
                break
    return outcome


def _connected(post: Post) -> smtplib.SMTP:
    context = ssl.create_default_context()
    if post.encryption == "smtps":
        server: smtplib.SMTP = smtplib.SMTP_SSL(post.host, post.port, timeout=PATIENCE, context=context)
    else:
        server = smtplib.SMTP(post.host, post.port, timeout=PATIENCE)
    try:
        if post.encryption == "smtp+starttls":
            server.starttls(context=context)
        if post.user is not None:
            server.login(post.user, post.password or "")
    except BaseException:
        server.close()
        raise
    return server
