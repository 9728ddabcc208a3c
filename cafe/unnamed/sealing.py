"""Answers are sealed while they wait for others, and who has answered is written as a keyed hash.

Both keys come from the server's secret, which is not in the database and in no backup of it. Whoever has
the secret as well as a journal from the days in question can undo both; the guides say so.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from flask import current_app

# One length for all answers but the very longest, so that the length of what waits tells none apart.
LENGTH = 16 * 1024
NONCE = 12


@dataclass(frozen=True, kw_only=True)
class Unsealed:
    """An answer as it was given."""

    id: str
    group: str
    answers: dict[str, Any]


def keyed(about: str, who: str) -> str:
    """Give what is stored of who has answered."""
    return hmac.new(_key("who has answered"), f"{about}\n{who}".encode(), hashlib.sha256).hexdigest()


def seal(about: str, answer_id: str, group: str, answers: dict[str, Any]) -> bytes:
    """Make an answer unreadable, for as long as it waits."""
    text = json.dumps([group, answers], ensure_ascii=False).encode()
    padded = text.ljust(-(-len(text) // LENGTH) * LENGTH)
    nonce = secrets.token_bytes(NONCE)
    return nonce + AESGCM(_key("answers that wait")).encrypt(nonce, padded, _tied(about, answer_id))


def unseal(about: str, answer_id: str, sealed: bytes) -> Unsealed | None:
    """Read an answer again; None when it was sealed with another secret than the server has now."""
    cipher = AESGCM(_key("answers that wait"))
    try:
        text = cipher.decrypt(sealed[:NONCE], sealed[NONCE:], _tied(about, answer_id))
    except InvalidTag:
        return None
    group, answers = json.loads(text)
    return Unsealed(id=answer_id, group=group, answers=answers)


def _tied(about: str, answer_id: str) -> bytes:
    return f"{about}\n{answer_id}".encode()


def _key(purpose: str) -> bytes:
    secret = current_app.config["SECRET_KEY"]
    return hmac.new(str(secret).encode(), f"unnamed: {purpose}".encode(), hashlib.sha256).digest()
