"""The link at the end of each letter that stops all of them: signed, so nothing is kept for it."""

from __future__ import annotations

from flask import current_app
from itsdangerous import BadSignature, URLSafeSerializer

from cafe.reminding.addresses import whole_address


def _serializer() -> URLSafeSerializer:
    return URLSafeSerializer(str(current_app.secret_key), salt="stop letters")


def stop_link(user_id: str) -> str:
    """Give the address that stops somebody's letters. It opens nothing else, and never grows old."""
    return whole_address("reminding.stop", token=_serializer().dumps(user_id))


def whose_letters(token: str) -> str | None:
    """Give whose letters a link stops; None for one that is not ours."""
    try:
        return str(_serializer().loads(token))
    except BadSignature:
        return None
