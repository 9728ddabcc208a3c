"""Answering by a link, without a name: who asks is not looked at here, not even when a cookie would tell."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from flask import jsonify, render_template, request
from flask.typing import ResponseReturnValue

from cafe.actor import NOBODY
from cafe.compass.actions import UNKNOWN
from cafe.compass.facts import asked_by
from cafe.compass.pairs import GROUPS, PAIRS
from cafe.compass.views.blueprint import compass
from cafe.db import db
from cafe.errors import NotFound, SafeError
from cafe.perform import parse, perform


@compass.get("/compass")
def arrive() -> str:
    """Show the questions, one at a time; the page itself takes the secret from behind the #."""
    return render_template("compass/answering.html", pairs=PAIRS, groups=GROUPS)


@compass.post("/compass/wave")
def asked() -> ResponseReturnValue:
    """Tell what a secret asks about."""
    secret = _sent().get("secret")
    with db.sessionmaker() as session:
        found = asked_by(session, secret) if isinstance(secret, str) else None
    return _refused(NotFound(UNKNOWN)) if found is None else jsonify(asdict(found))


@compass.post("/compass/answers")
def answer() -> ResponseReturnValue:
    """Keep an answer."""
    sent = _sent()
    command_id = sent.pop("id", None)
    try:
        return jsonify(perform(NOBODY, parse("answer_wave", command_id, sent)).result)
    except SafeError as error:
        return _refused(error)


def _sent() -> dict[str, Any]:
    sent = request.get_json(silent=True)
    return sent if isinstance(sent, dict) else {}


def _refused(error: SafeError) -> ResponseReturnValue:
    return jsonify({"code": error.code, "message": str(error.message), "retry": error.retry}), error.status
